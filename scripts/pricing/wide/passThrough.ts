import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../src/core/pricing/table/schema';
import { sameRates } from './compareRates';
import { keyOf } from './entries';
import { isMatch, type WideProvider } from './wideHand';

/**
 * Gives resellers the changes ahead that their models' makers have announced, where the reseller states that it passes
 * list prices on: if its price is the maker's on the day of its list, the maker's later prices are its own too.
 *
 * @param dayOf day of a source, YYYY-MM-DD.
 */
export function withMakersChanges(
  rows: readonly ProviderRow[],
  providers: readonly WideProvider[],
  dayOf: (source: string) => string | undefined,
): ProviderRow[] {
  const makers = new Map(
    rows
      .filter(({ kind }) => kind === undefined)
      .flatMap(({ models }) => models.map((model) => [keyOf(model.id), model] as const)),
  );
  return rows.map((row) => {
    const rule = providers.find(({ id }) => id === row.id)?.passesThrough;
    if (!rule) return row;
    const models = row.models.map((model) => {
      const maker = makers.get(keyOf(model.id.slice(model.id.lastIndexOf('/') + 1)));
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
  const later = maker.periods.slice(index + 1);
  const [next] = later;
  if (!now || !next) return model;
  if (later.some(({ servedBy }) => servedBy?.model !== now.servedBy?.model)) return model;
  if (!sameRates(now.usdPerMillionTokens, last.usdPerMillionTokens)) return model;
  const changes = later.map(({ from, to, usdPerMillionTokens, tiers }): PeriodRow => {
    const period: PeriodRow = { from, to, source, usdPerMillionTokens };
    return tiers ? Object.assign(period, { tiers }) : period;
  });
  const before = { ...last, to: next.from };
  return { ...model, periods: [...model.periods.slice(0, -1), before, ...changes] };
}
