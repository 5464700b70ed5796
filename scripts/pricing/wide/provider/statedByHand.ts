import type { ModelRow } from '../../../../src/core/pricing/table/schema';
import { DATE } from '../fold';
import { inModelOrder } from '../rowOrder';
import { isMatch, type Ends, type WideHand } from '../wideHand';

/** A row whose price was also read at its vendor, which then is its first source. */
export function readAtVendor(row: ModelRow, provider: string, hand: WideHand): ModelRow {
  const read = hand.vendorReads[provider];
  const day = read && hand.sources[read.source]?.checked;
  if (!read?.models.includes(row.id) || day === undefined) return row;
  const index = row.periods.findLastIndex(({ from }) => from === null || from.slice(0, 10) <= day);
  const periods = row.periods.map((period, place) => {
    if (place !== index) return period;
    const { from, to, source, checked: _, alsoIn = [], ...rest } = period;
    return Object.assign({ from, to, source: read.source, alsoIn: [source].concat(alsoIn) }, rest);
  });
  return { ...row, periods };
}

/**
 * A row with the end that the hand-kept file states; that of an id is also that of its dated ids. Where the day is not
 * known, its host's own list of what it sells lacks it.
 */
export function endedRow(row: ModelRow, ends: Ends): ModelRow {
  const ids = [row.id, row.id.replace(DATE, '')];
  const end = statedEnds(ends).find(({ models }) => ids.some((id) => models.includes(id)));
  const last = row.periods.at(-1);
  if (!end || !last) return row;
  if (end.day === UNKNOWN_DAY) return inModelOrder({ ...row, unlistedIn: end.source });
  return inModelOrder({
    ...row,
    unlistedIn: undefined,
    endSource: end.source,
    periods: [...row.periods.slice(0, -1), { ...last, to: end.day }],
  });
}

const UNKNOWN_DAY = 'unknown';

function statedEnds(ends: Ends): { source: string; day: string; models: readonly string[] }[] {
  return Object.entries(ends).flatMap(([source, days]) =>
    Object.entries(days).map(([day, models]) => ({ source, day, models })),
  );
}

/** A row with the least tokens that its provider caches, if it has a rate for them and no minimum of its own. */
export function withCacheMinimum(row: ModelRow, cacheMinimumTokens: number | undefined): ModelRow {
  const isCached = row.periods.some(
    (period) => period.usdPerMillionTokens.cachedInput !== undefined,
  );
  return isCached && cacheMinimumTokens !== undefined
    ? inModelOrder({ cacheMinimumTokens, ...row })
    : row;
}

/** A row with the factors that the hand-kept file states for its id, unless it has others. */
export function withFactors(row: ModelRow, stated: WideHand['factors'][string]): ModelRow {
  const found = stated.find(({ models }) => isMatch(models, row.id));
  return found && row.factors === undefined
    ? inModelOrder({ ...row, factors: found.factors })
    : row;
}
