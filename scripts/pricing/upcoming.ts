import type { FactorsRow } from '../../src/core/pricing/table/factorSchema';
import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type { ModelRow, PriceTableFile } from '../../src/core/pricing/table/schema';
import { modelsOf } from './compareTables';
import { showRates } from './showRates';

/**
 * What changes after a day: other rates, another model that answers, and the end of a model. Earliest first.
 *
 * @param day YYYY-MM-DD
 */
export function findUpcoming(table: PriceTableFile, day: string): readonly string[] {
  return modelsOf(table)
    .flatMap(({ id, model }) => startsOf(id, model, table).concat(endOf(id, model)))
    .filter((line) => line > `${day}\uffff`)
    .toSorted();
}

function startsOf(id: string, model: ModelRow, table: PriceTableFile): readonly string[] {
  return model.periods.flatMap((period, index) => {
    const before = model.periods[index - 1];
    if (!before || period.from === null) return [];
    const changes = [
      ...answeringOf(before, period),
      ...differing(before, period, ratesOf),
      ...differing(before, period, tiersOf, 'long prompts '),
      ...differing(before, period, windowsOf, 'hours '),
      ...differing(before, period, feeOf, 'fee '),
      ...factorChanges(factorsOf(before, model, table), factorsOf(period, model, table)),
    ];
    return changes.length === 0 ? [] : [`${period.from} ${id}: ${changes.join(', ')}`];
  });
}

function endOf(id: string, { periods }: ModelRow): readonly string[] {
  const end = periods.at(-1)?.to ?? null;
  return end === null ? [] : [`${end} ${id}: no longer sold`];
}

function answeringOf(before: PeriodRow, { servedBy }: PeriodRow): readonly string[] {
  return servedBy && servedBy.model !== before.servedBy?.model
    ? [`answered by ${servedBy.model}`]
    : [];
}

/** "long prompts from 272001: 4 / 0.2 / 15 -> none"; empty without a difference. */
function differing(
  before: PeriodRow,
  after: PeriodRow,
  show: (period: PeriodRow) => string,
  what = '',
): readonly string[] {
  const [old, now] = [show(before), show(after)];
  return old === now ? [] : [`${what}${old} -> ${now}`];
}

/** The three rates of the lists, and those beside them that are known. */
function ratesOf({ usdPerMillionTokens: rates }: PeriodRow): string {
  const { cacheWrite, cacheWriteLong, reasoning } = rates;
  const others = Object.entries({ cacheWrite, cacheWriteLong, reasoning }).flatMap(
    ([name, rate]) => (rate === undefined ? [] : [`${name} ${rate}`]),
  );
  return [showRates(rates), ...others].join(', ');
}

function tiersOf({ tiers = [] }: PeriodRow): string {
  const shown = tiers.map(
    ({ fromPromptTokens, usdPerMillionTokens: rates }) =>
      `from ${fromPromptTokens}: ${showRates(rates)}`,
  );
  return shown.join(', ') || 'none';
}

function windowsOf({ windows = [] }: PeriodRow): string {
  const shown = windows.map(
    ({ name, usdPerMillionTokens: rates }) => `${name}: ${showRates(rates)}`,
  );
  return shown.join(', ') || 'none';
}

function feeOf({ usdPerThousandRequests }: PeriodRow): string {
  return String(usdPerThousandRequests ?? 'none');
}

function factorsOf(
  period: PeriodRow,
  { factors }: ModelRow,
  { factorSets = {} }: PriceTableFile,
): FactorsRow {
  const used = period.factors ?? factors ?? {};
  return typeof used === 'string' ? (factorSets[used] ?? {}) : used;
}

/** "ultrafast 3/1 -> 6/1", "flex 1/2 -> none". */
function factorChanges(before: FactorsRow, after: FactorsRow): readonly string[] {
  const show = (factor: FactorsRow[keyof FactorsRow]): string =>
    factor ? `${factor.numerator}/${factor.denominator}` : 'none';
  const names = Object.keys({ ...before, ...after }) as (keyof FactorsRow)[];
  return names
    .filter((name) => show(before[name]) !== show(after[name]))
    .map((name) => `${name} ${show(before[name])} -> ${show(after[name])}`);
}
