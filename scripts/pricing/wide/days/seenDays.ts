import { NEAR_DAYS } from '../../../../src/core/pricing/staleness';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import type { FirstSeen, OtherBefore } from '../../sources/seenPrices';
import { atDay, hasRates } from '../compareRates';
import type { Reading } from '../entries';
import { DATE } from '../fold';

/**
 * Notes at the first period of a model the earliest day on which a source had its price, unless its beginning is known:
 * it was found by hand, or a source that has dates states it beside the later price.
 */
export function withSeenDay(
  periods: readonly PeriodRow[],
  readings: readonly Reading[],
): PeriodRow[] {
  const [first, ...rest] = periods;
  const own = readings.find(({ source }) => source.id === first?.source);
  if (!first || !own || atDay(periods, own.source.day) !== first) return [...periods];
  const days = readings.flatMap(({ source, row }) => {
    const theirs = atDay(row.periods, source.day).usdPerMillionTokens;
    return hasRates(first, theirs) ? [row.lookedAt ?? source.day] : [];
  });
  return [{ ...first, seen: days.toSorted()[0] ?? own.source.day }, ...rest];
}

/**
 * Takes an earlier day on which a collection of the past had the price, and drops the day where the price was seen so
 * soon after its first day that it was hardly another one before, unless a collection had another one.
 */
export function withEarliestDays(
  providers: readonly ProviderRow[],
  firstSeen: FirstSeen,
  otherBefore: OtherBefore = () => false,
): ProviderRow[] {
  return providers.map((provider) => ({
    ...provider,
    models: provider.models.map((model) => {
      const [first, ...rest] = model.periods;
      if (first?.seen === undefined) return model;
      return {
        ...model,
        periods: [earliest(first, first.seen, namesOf(provider, model)), ...rest],
      };
    }),
  }));

  function earliest(period: PeriodRow, noted: string, [provider, ids]: Names): PeriodRow {
    const before = firstSeen(provider, ids, period.usdPerMillionTokens) ?? noted;
    const seen = before < noted ? before : noted;
    const { seen: _, ...others } = period;
    const isFirst =
      isSoonAfter(period.from, seen) &&
      !otherBefore(provider, ids, period.usdPerMillionTokens, seen);
    return isFirst ? others : inOrder(others, seen);
  }
}

type Names = readonly [provider: string, ids: readonly string[]];

/** A dated id is not older than its day: the undated one had its price then. */
function namesOf({ id: provider }: ProviderRow, { id, aliases = [] }: ModelRow): Names {
  return [provider, [id, ...aliases, id.replace(DATE, '')]];
}

function isSoonAfter(from: string | null, seen: string): boolean {
  return from !== null && Date.parse(seen) - Date.parse(from) <= NEAR_DAYS * 86_400_000;
}

function inOrder({ from, to, source, checked, ...others }: PeriodRow, seen: string): PeriodRow {
  return { from, to, source, ...(checked !== undefined && { checked }), seen, ...others };
}
