import type { Rates } from '../../../src/core/pricing/table/rateSchema';

/**
 * `checkedDays.json`: the days on which the maintainers of genai-prices looked at prices, which their npm package leaves
 * out, and the rates for input and output that they saw. By id of the provider, then of the model.
 */
export interface CheckedDays {
  readonly providers: Readonly<Record<string, Readonly<Record<string, SeenPrice>>>>;
}

type SeenPrice = readonly (string | number | null)[];

/** The day on which a price was looked at, YYYY-MM-DD; undefined if it is unknown, or another price was seen. */
export function dayLookedAt(
  { providers }: CheckedDays,
  provider: string,
  model: string,
  { input, output }: Rates,
): string | undefined {
  const [day, seenInput, seenOutput] = providers[provider]?.[model] ?? [];
  const isSame = seenInput === (input ?? null) && seenOutput === (output ?? null);
  return isSame && typeof day === 'string' ? day : undefined;
}
