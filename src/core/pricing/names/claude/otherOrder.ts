const TIERS = 'opus|sonnet|haiku';
const VERSION = '\\d(?:[.-]\\d(?!\\d))?';
const TIER_LAST = new RegExp(`(claude)-(${VERSION})-(${TIERS})(?![a-z])`, 'i');
const TIER_FIRST = new RegExp(`(claude)-(${TIERS})-(${VERSION})(?![\\d.])`, 'i');

/**
 * The same name as its maker writes others, where it does not write this one: Anthropic put the tier of Claude after the
 * version up to 3.7, and before it since 4. No digit is dropped or changed.
 *
 * Worked examples: claude-4-sonnet is claude-sonnet-4, claude-haiku-3.5 is claude-3.5-haiku.
 */
export function inOtherOrder(name: string): string | undefined {
  if (TIER_LAST.test(name)) return name.replace(TIER_LAST, '$1-$3-$2');
  return TIER_FIRST.test(name) ? name.replace(TIER_FIRST, '$1-$3-$2') : undefined;
}
