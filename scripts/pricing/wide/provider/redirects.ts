import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { inModelOrder } from '../rowOrder';

/**
 * Names that another model of the same provider answers at its own prices: by provider, source of the table, first
 * instant and the model that answers, the ids. `redirects.json` of the wide table.
 */
export type Redirects = Readonly<
  Record<
    string,
    Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>
  >
>;

interface Redirect {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
}

/**
 * Gives each redirected model the prices of the one that answers, from the first instant on: xAI bills Grok 4 at the
 * rates of Grok 4.3 since 2026-05-15, so 1.25 / 2.50 in place of 3 / 15.
 *
 * @throws {Error} if the table lacks one of the models.
 */
export function withRedirects(
  providers: readonly ProviderRow[],
  redirects: Redirects,
): ProviderRow[] {
  return providers.map((provider) => {
    const changed = listed(redirects[provider.id] ?? {}).flatMap((redirect) =>
      redirectedRows(provider, redirect),
    );
    const byId = new Map(changed.map((row) => [row.id, row]));
    return { ...provider, models: provider.models.map((row) => byId.get(row.id) ?? row) };
  });
}

function listed(ofProvider: Redirects[string]): readonly Redirect[] {
  return Object.entries(ofProvider).flatMap(([source, instants]) =>
    Object.entries(instants).flatMap(([from, targets]) =>
      Object.entries(targets).map(([to, ids]) => ({ source, from, to, ids })),
    ),
  );
}

function redirectedRows(provider: ProviderRow, { ids, ...redirect }: Redirect): ModelRow[] {
  const rowOf = (id: string): ModelRow => {
    const row = provider.models.find((each) => each.id === id);
    if (!row) throw new Error(`redirects.json: ${provider.id} has no ${id}`);
    return row;
  };
  return ids.map((id) => redirected(rowOf(id), rowOf(redirect.to), redirect));
}

function redirected(row: ModelRow, target: ModelRow, redirect: Omit<Redirect, 'ids'>): ModelRow {
  const { from, source } = redirect;
  const periods = [
    ...before(row.periods, from),
    ...after(target.periods, from).map((period) => answered(period, target, source)),
  ];
  return inModelOrder({ ...row, unlistedIn: undefined, endSource: undefined, periods });
}

/** A period of the model that answers, with the factors of that model. */
function answered(period: PeriodRow, { id, factors }: ModelRow, source: string): PeriodRow {
  const { from, to, source: priceSource, seen: _, ...rest } = period;
  const servedBy = { model: id, source };
  return {
    from,
    to,
    source: priceSource,
    servedBy,
    ...(factors !== undefined && { factors }),
    ...rest,
  };
}

/** The part of adjacent periods before an instant. The last one lasts until then. */
export function before(periods: readonly PeriodRow[], instant: string): PeriodRow[] {
  const kept = periods.filter(
    ({ from }) => from === null || Date.parse(from) < Date.parse(instant),
  );
  const last = kept.pop();
  return last ? [...kept, { ...last, to: instant }] : [];
}

/** The part of adjacent periods from an instant on. */
export function after(periods: readonly PeriodRow[], instant: string): PeriodRow[] {
  const kept = periods.filter(({ to }) => to === null || Date.parse(to) > Date.parse(instant));
  const first = kept.shift();
  return first ? [{ ...first, from: instant }, ...kept] : [];
}
