import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { sameRates } from '../compareRates';
import { makersRows } from './makersRows';
import { inPeriodOrder } from '../trust';
import { isMatch, type WideProvider } from '../wideHand';

/**
 * Gives resellers the other prices of their models' makers, where the reseller states that it passes list prices on: if
 * its price is the maker's on the day of its list, the maker's former prices were its own, and the announced ones will be.
 *
 * @param dayOf day of a source, YYYY-MM-DD.
 */
export function withMakersChanges(
  rows: readonly ProviderRow[],
  providers: readonly WideProvider[],
  dayOf: (source: string) => string | undefined,
): ProviderRow[] {
  const makers = makersRows(rows);
  return rows.map((row) => {
    const rule = providers.find(({ id }) => id === row.id)?.passesThrough;
    if (!rule) return row;
    const models = row.models.map((model) => {
      const maker = makers(model.id);
      return maker && isMatch(rule.models, model.id)
        ? withChanges(model, maker, rule.source, dayOf)
        : model;
    });
    return { ...row, models };
  });
}

function withChanges(
  model: ModelRow,
  maker: ModelRow,
  source: string,
  dayOf: (source: string) => string | undefined,
): ModelRow {
  const last = model.periods.at(-1);
  const day = last && dayOf(last.source);
  if (!last || last.to !== null || day === undefined) return model;
  const index = maker.periods.findIndex(({ to }) => to === null || to.slice(0, 10) > day);
  const now = maker.periods[index];
  if (!now || !sameRates(now.usdPerMillionTokens, last.usdPerMillionTokens)) return model;
  const passedOn = (period: PeriodRow): PeriodRow => passed(period, source);
  const later = announced(now, maker.periods.slice(index + 1)).map(passedOn);
  const former =
    model.periods.length === 1 ? differing(maker.periods.slice(0, index), now).map(passedOn) : [];
  const { seen, ...current } = last;
  const own: PeriodRow =
    former.length === 0 ? { ...last, seen } : { ...current, from: former.at(-1)?.to ?? null };
  const periods = [...model.periods.slice(0, -1), { ...own, to: later[0]?.from ?? null }];
  return { ...model, periods: [...former, ...periods.map(inPeriodOrder), ...later] };
}

/** The maker's later prices, unless another model will answer the requests: a reseller may redirect to none. */
function announced(now: PeriodRow, later: readonly PeriodRow[]): readonly PeriodRow[] {
  const isRedirected = later.some(({ servedBy }) => servedBy?.model !== now.servedBy?.model);
  return isRedirected ? [] : later;
}

/** Former prices up to the last one that differs: another model may have begun to answer at the same price. */
function differing(former: readonly PeriodRow[], now: PeriodRow): readonly PeriodRow[] {
  const card = ({ usdPerMillionTokens, tiers }: PeriodRow): string =>
    JSON.stringify([usdPerMillionTokens, tiers]);
  return former.slice(0, former.findLastIndex((period) => card(period) !== card(now)) + 1);
}

function passed({ from, to, usdPerMillionTokens, tiers }: PeriodRow, source: string): PeriodRow {
  const period: PeriodRow = { from, to, source, usdPerMillionTokens };
  return tiers ? Object.assign(period, { tiers }) : period;
}
