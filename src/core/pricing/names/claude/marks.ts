import type { Model } from '../../table/priceTable';
import type { Resolution } from '../resolution';

/** How Claude Code marks the context of a million tokens: https://code.claude.com/docs/en/model-config */
const LONG_CONTEXT = /^(.*claude-.*)\[1m\]$/i;
const MILLION = 1_000_000;

/** How programs write that Claude thinks first. Anthropic has no such name, and each of them has its own price for it. */
const THINKING = /^(.*claude-.*)-thinking$/i;

/**
 * Claude with a mark after its name; undefined without one. With the mark of the long context it is the same model, if
 * that has it; of one that thinks, it asks which seller is meant.
 *
 * Worked examples: claude-sonnet-4-6[1m], claude-3.7-sonnet-thinking.
 *
 * @param resolve what the name without its mark means.
 */
export function resolveMarked(
  wanted: string,
  resolve: (name: string) => Resolution,
): Resolution | undefined {
  const long = LONG_CONTEXT.exec(wanted)?.[1];
  if (long !== undefined) return withLongContext(resolve(long));
  const thinking = THINKING.exec(wanted)?.[1];
  if (thinking === undefined) return undefined;
  const found = resolve(thinking);
  if (found.kind !== 'found') return found;
  const variant = resolve(`openrouter/${thinking}:thinking`);
  const candidates = [found, variant].flatMap((each) => (each.kind === 'found' ? each.model : []));
  return { kind: 'ambiguous', reason: 'elsewhere', candidates };
}

function withLongContext(found: Resolution): Resolution | undefined {
  if (found.kind !== 'found') return found;
  return hasLongContext(found.model) ? { ...found, how: 'reading' } : undefined;
}

/** Whether a model has the context, or had it: rates of long prompts are those of more than the plain context. */
function hasLongContext({ contextWindowTokens = 0, periods }: Model): boolean {
  return contextWindowTokens >= MILLION || periods.some(({ tiers }) => tiers.length > 0);
}
