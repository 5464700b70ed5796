import type { Rates } from '../../../src/core/pricing/table/rateSchema';
import { keyOf } from '../wide/entries';

/**
 * `seenPrices.json`: prices for input and output that a collection had in the past, each with the first day on which it
 * had it. By id of the provider, then of the model, oldest first.
 */
export interface SeenPrices {
  readonly providers: Readonly<Record<string, Readonly<Record<string, readonly Seen[]>>>>;
}

type Seen = readonly (string | number | null)[];

/** The first day on which a price of a model was seen, YYYY-MM-DD; undefined if it was not. */
export type FirstSeen = (
  provider: string,
  ids: readonly string[],
  rates: Rates,
) => string | undefined;

/** Whether another price was seen for weeks before the day on which a price was seen first. */
export type OtherBefore = (
  provider: string,
  ids: readonly string[],
  rates: Rates,
  seen: string,
) => boolean;

/** What collections of the past tell of prices. */
export interface Past {
  readonly firstSeen: FirstSeen;
  readonly otherBefore: OtherBefore;
}

export function firstSeenIn(file: SeenPrices): FirstSeen {
  const entriesOf = entriesIn(file);
  return (provider, ids, { input = null, output = null }) =>
    entriesOf(provider, ids)
      .flatMap(([day, seenInput, seenOutput]) =>
        typeof day === 'string' && seenInput === input && seenOutput === output ? [day] : [],
      )
      .toSorted()[0];
}

/** A price that stood for fewer days may be a typing error. */
const WEEKS_MS = 30 * 86_400_000;

export function otherBeforeIn(file: SeenPrices): OtherBefore {
  const entriesOf = entriesIn(file);
  return (provider, ids, { input = null, output = null }, seen) =>
    entriesOf(provider, ids).some(([day, otherInput = null, otherOutput = null]) => {
      const isOther = !isNear(otherInput, input) || !isNear(otherOutput, output);
      const isBefore = Date.parse(seen) - Date.parse(String(day)) >= WEEKS_MS;
      return isOther && isBefore && isCredible(otherInput, otherOutput);
    });
}

/** Prices per token, and rates for input and output that were interchanged, are errors of a collection. */
function isCredible(input: Seen[number], output: Seen[number]): boolean {
  return Number(input) >= 0.001 && (output === null || Number(output) >= Number(input));
}

function isNear(a: Seen[number], b: Seen[number]): boolean {
  return a === b || (a !== null && b !== null && Math.abs(Number(a) - Number(b)) < 1e-6);
}

function entriesIn({
  providers,
}: SeenPrices): (provider: string, ids: readonly string[]) => readonly Seen[] {
  const known = new Map(
    Object.entries(providers).flatMap(([provider, models]) =>
      Object.entries(models).map(([id, seen]) => [`${provider}/${keyOf(id)}`, seen] as const),
    ),
  );
  return (provider, ids) => ids.flatMap((id) => known.get(`${provider}/${keyOf(id)}`) ?? []);
}
