import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import { atDay, comparedRates, hasRates } from './compareRates';
import type { Reading } from './entries';
import { withSeenDay } from './days/seenDays';

/** Which sources of a provider are independent. */
export interface Independence {
  /** Whether all sources copy the provider's own list. */
  readonly ownList: boolean;
  /** Lineages of sources that are not read by a program. */
  readonly lineages: Readonly<Record<string, string>>;
}

/** What the sources say of the days and the trust of periods. */
export function withTrust(
  periods: readonly PeriodRow[],
  readings: readonly Reading[],
  at: Independence,
): PeriodRow[] {
  const looked = lookedAt(confirmed(periods, readings, at), readings);
  return withSeenDay(looked, readings).map(inPeriodOrder);
}

const OUTDATED_DAYS = 100;

/** Whether a price was read so long before the newest list that it is a former price. */
export function isOutdated({ row, source }: Reading, [newest]: readonly Reading[]): boolean {
  const day = row.lookedAt ?? source.day;
  const newestDay = newest?.source.day ?? day;
  return Date.parse(newestDay) - Date.parse(day) > OUTDATED_DAYS * 86_400_000;
}

/**
 * Whether a price is a former one: read long ago, or that of a period which had ended when the source was published. A
 * list keeps the price of a promotion for weeks after its end.
 */
function isFormer(
  reading: Reading,
  readings: readonly Reading[],
  periods: readonly PeriodRow[],
): boolean {
  const { source, row } = reading;
  const theirs = atDay(row.periods, source.day).usdPerMillionTokens;
  const ended = periods.filter(({ to }) => to !== null && to.slice(0, 10) <= source.day);
  return isOutdated(reading, readings) || ended.some((period) => hasRates(period, theirs));
}

/** The collection from which a source takes prices that it did not look at itself. */
const TAKEN_FROM: Readonly<Record<string, string>> = { 'genai-prices': 'litellm' };

/** The lineage of a price, and the one from which it may have been taken. */
interface Origins {
  readonly own: string;
  readonly taken?: string;
}

/**
 * The README of genai-prices says that it was filled from, and still takes changes of, Helicone, OpenRouter, litellm and
 * simonw's llm-prices: a price without the day on which its maintainers looked at the vendor's page does not confirm
 * litellm's, nor the other way round. Where they differ, neither is a copy.
 */
function originsOfReading({ source, row }: Reading): Origins {
  const taken = row.lookedAt === undefined ? TAKEN_FROM[source.id] : undefined;
  return { own: source.lineage, ...(taken !== undefined && { taken }) };
}

function isCopy(a: Origins, b: Origins): boolean {
  return a.taken === b.own || b.taken === a.own;
}

/**
 * Notes, at the period of each source's day, whether it has the same price. One source of each lineage counts; copies of
 * the provider's own list neither confirm nor dispute one another.
 */
function confirmed(
  periods: readonly PeriodRow[],
  readings: readonly Reading[],
  { ownList, lineages }: Independence,
): PeriodRow[] {
  const result = periods.map((period) => ({ ...period }));
  if (ownList) return result.map(inPeriodOrder);
  const originsOf = (id: string): Origins => {
    const reading = readings.find(({ source }) => source.id === id);
    const stated = lineages[id];
    return stated === undefined && reading ? originsOfReading(reading) : { own: stated ?? id };
  };
  const counted = new Map(
    result.map((period) => {
      const { source, alsoIn = [], disagreeing = [] } = period;
      const known = [source, ...alsoIn, ...disagreeing.map((other) => other.source)];
      return [period, known.map(originsOf)];
    }),
  );
  for (const reading of readings) {
    const { source, row } = reading;
    const period = atDay(result, source.day);
    const seen = counted.get(period);
    const origins = originsOfReading(reading);
    if (!seen || seen.some(({ own }) => own === origins.own)) continue;
    const theirs = atDay(row.periods, source.day).usdPerMillionTokens;
    const shared = comparedRates(theirs, period.usdPerMillionTokens);
    if (hasRates(period, theirs)) {
      if (source.samePageAs === period.source || seen.some((each) => isCopy(each, origins)))
        continue;
      period.alsoIn = [...(period.alsoIn ?? []), source.id];
    } else if (!isFormer(reading, readings, result) && Object.keys(shared).length > 0) {
      const entry = { source: source.id, usdPerMillionTokens: shared };
      period.disagreeing = [...(period.disagreeing ?? []), entry];
    } else continue;
    seen.push(origins);
  }
  return result.map(inPeriodOrder);
}

/** Notes at the price of a source the day on which its maintainers looked at it. */
function lookedAt(periods: readonly PeriodRow[], readings: readonly Reading[]): PeriodRow[] {
  const looked = new Map(
    readings.flatMap(({ source, row }) => {
      if (row.lookedAt === undefined) return [];
      const period = atDay(periods, source.day);
      const theirs = atDay(row.periods, source.day).usdPerMillionTokens;
      const isTheirs = period.source === source.id && hasRates(period, theirs);
      return isTheirs ? [[period, row.lookedAt] as const] : [];
    }),
  );
  return periods.map((period) =>
    inPeriodOrder(Object.assign({}, period, { checked: period.checked ?? looked.get(period) })),
  );
}

/** A period with its fields in the order of the format. */
export function inPeriodOrder({ from, to, source, ...rest }: PeriodRow): PeriodRow {
  const { checked, seen, alsoIn, disagreeing, ...others } = rest;
  return {
    from,
    to,
    source,
    ...(checked !== undefined && { checked }),
    ...(seen !== undefined && { seen }),
    ...(alsoIn && { alsoIn }),
    ...(disagreeing && { disagreeing }),
    ...others,
  };
}
