import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { ModelRow } from '../../../src/core/pricing/table/schema';
import type { RowPeriod } from '../sources/row';
import { atDay, hasRates, sameRates } from './compareRates';
import { displayName } from './displayName';
import type { Entry, Reading } from './entries';
import { withRefused } from './floating';
import { billsSearches } from './skipped';
import { tokenizerOf } from './tokenizers';
import {
  endedBy,
  isContradicted,
  listLacking,
  listLackingHand,
  type Lists,
} from './provider/lifeCycle';
import { inModelOrder } from './rowOrder';
import { isOutdated, withTrust, type Independence } from './trust';
import { plainName, weightsOf } from './weights';

/** What the rows of a provider have in common. */
export interface AtProvider extends Independence, Lists {
  /** Of a host or gateway, whose name stands in the names of its models. */
  readonly hostName: string | undefined;
}

/**
 * The row of a model: the hand-kept one, or that of the newest source, with what the others say of its price.
 *
 * @param refused readings whose price is not believed: the model is listed there, and its price named as another one.
 */
export function buildModelRow(
  { hand, readings }: Entry,
  at: AtProvider,
  refused: readonly Reading[] = [],
): ModelRow {
  const [newest] = readings;
  if (hand) {
    const stated = newestFirst(hand.periods, readings);
    const whole = withLongPrompts(stated, readings, hand.contextWindowTokens);
    const own = withTrust(whole, readings, at);
    const periods = withRefused(own, refused);
    const unlistedIn = listLackingHand(hand, readings, refused, at)?.id;
    return withWeights({ ...hand, unlistedIn, periods }, at);
  }
  if (!newest) throw new Error('an entry without a reading');
  const { row } = newest;
  const ended = readings.find(
    (reading) => reading.row.ends !== undefined && !isContradicted(reading, newest, at),
  );
  const limits = limitsOf([...refused, ...readings]);
  const stated = withLongPrompts(periodsOf(readings), readings, limits.contextWindowTokens);
  const trusted = withTrust(stated, readings, at);
  const periods = withRefused(trusted, refused).map((period) =>
    billsSearches(row.id) ? withUnknownFees(period) : period,
  );
  return withWeights(
    {
      id: row.id.replace(/@default$/, ''),
      name: displayName(
        row.id,
        readings.map((reading) => reading.row.name),
        at.hostName,
      ),
      ...(row.kind !== 'text' && { kind: row.kind }),
      ...limits,
      unlistedIn: ended ? undefined : listLacking(newest, [...readings, ...refused], at)?.id,
      ...(ended && { endSource: ended.source.id }),
      tokenizer: tokenizerOf(plainName(row.id)),
      periods: ended ? endedBy(periods, ended.row.ends ?? null) : periods,
    },
    at,
  );
}

function withUnknownFees({ usdPerMillionTokens, tiers, ...period }: PeriodRow): PeriodRow {
  return { ...period, unknownFees: ['searches'], usdPerMillionTokens, ...(tiers && { tiers }) };
}

function withWeights(row: ModelRow, { isHosted }: AtProvider): ModelRow {
  const { id, weights = weightsOf(id) } = row;
  return inModelOrder({
    ...row,
    hosted: isHosted(id) ? true : row.hosted,
    weights,
  });
}

/**
 * A price that the hand-kept file takes from a package is shown with the newest package that agrees, as that one looked
 * later.
 */
function newestFirst(periods: readonly PeriodRow[], readings: readonly Reading[]): PeriodRow[] {
  const [newest] = readings;
  return periods.map((period) => {
    const own = readings.find(({ source }) => source.id === period.source);
    if (!newest || !own) return period;
    if (own.source.day >= newest.source.day) return period;
    if (atDay(periods, newest.source.day) !== period) return period;
    const theirs = atDay(newest.row.periods, newest.source.day).usdPerMillionTokens;
    return hasRates(period, theirs)
      ? Object.assign({}, period, { source: newest.source.id })
      : period;
  });
}

/**
 * The newest source's price. The past and the rates that only another source states come from that one, if both agree
 * on the price: a source that has dates, or of a list of some models another one of its time.
 */
function periodsOf([newest, ...others]: readonly Reading[]): PeriodRow[] {
  if (!newest) return [];
  const own = newest.row.periods.map((period) => withSource(period, newest.source.id));
  const last = own.at(-1);
  if (!last || own.length > 1) return own;
  const dated = others.find(({ row, source }) => {
    const isOfItsTime = newest.source.isPartial && !isOutdated({ row, source }, [newest]);
    if (!source.isDated && !isOfItsTime) return false;
    const period = atDay(row.periods, source.day);
    return sameRates(period.usdPerMillionTokens, last.usdPerMillionTokens);
  });
  if (!dated) return own;
  const theirs = dated.row.periods;
  const current = theirs.indexOf(atDay(theirs, dated.source.day));
  return theirs.map((period, index) =>
    index === current
      ? joined(period, last, newest.source.id)
      : withSource(period, dated.source.id),
  );
}

/**
 * The rates of long prompts that another source of the time has, if it agrees on the others and the context window holds
 * such prompts: the newest one may lack them.
 */
function withLongPrompts(
  periods: readonly PeriodRow[],
  readings: readonly Reading[],
  contextWindowTokens = Infinity,
): PeriodRow[] {
  const last = periods.at(-1);
  if (!last || last.tiers) return [...periods];
  const tiers = readings
    .filter((reading) => !isOutdated(reading, readings))
    .map(({ row, source }) => atDay(row.periods, source.day))
    .find(
      (theirs) =>
        theirs.tiers?.some(({ fromPromptTokens }) => fromPromptTokens <= contextWindowTokens) &&
        sameRates(theirs.usdPerMillionTokens, last.usdPerMillionTokens),
    )?.tiers;
  return tiers ? [...periods.slice(0, -1), { ...last, tiers }] : [...periods];
}

/** A newer source's price, with the days and the rates that only the older one states. */
function joined(older: RowPeriod, newer: PeriodRow, source: string): PeriodRow {
  const tiers = newer.tiers ?? older.tiers;
  return {
    from: older.from ?? newer.from,
    to: older.to ?? newer.to,
    source,
    usdPerMillionTokens: inOrder({ ...older.usdPerMillionTokens, ...newer.usdPerMillionTokens }),
    ...(older.answerAtReasoningRate === true && { answerAtReasoningRate: true }),
    ...(tiers && { tiers }),
  };
}

function inOrder(rates: PeriodRow['usdPerMillionTokens']): PeriodRow['usdPerMillionTokens'] {
  const { input, cachedInput, cacheWrite, cacheWriteLong, output, reasoning } = rates;
  return Object.fromEntries(
    Object.entries({ input, cachedInput, cacheWrite, cacheWriteLong, output, reasoning }).filter(
      ([, rate]) => rate !== undefined,
    ),
  );
}

function withSource({ from, to, ...card }: RowPeriod, source: string): PeriodRow {
  return { from, to, source, ...card };
}

function limitsOf(readings: readonly Reading[]): Partial<ModelRow> {
  const context = readings.find(({ row }) => row.contextWindowTokens !== undefined)?.row;
  const output = readings.find(({ row }) => row.maxOutputTokens !== undefined)?.row;
  return {
    ...(context?.contextWindowTokens !== undefined && {
      contextWindowTokens: context.contextWindowTokens,
    }),
    ...(output?.maxOutputTokens !== undefined && { maxOutputTokens: output.maxOutputTokens }),
  };
}
