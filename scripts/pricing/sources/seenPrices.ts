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

export function firstSeenIn({ providers }: SeenPrices): FirstSeen {
  const known = new Map(
    Object.entries(providers).flatMap(([provider, models]) =>
      Object.entries(models).map(([id, seen]) => [`${provider}/${keyOf(id)}`, seen] as const),
    ),
  );
  return (provider, ids, { input = null, output = null }) =>
    ids
      .flatMap((id) => known.get(`${provider}/${keyOf(id)}`) ?? [])
      .flatMap(([day, seenInput, seenOutput]) =>
        typeof day === 'string' && seenInput === input && seenOutput === output ? [day] : [],
      )
      .toSorted()[0];
}
