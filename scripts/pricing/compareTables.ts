import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type { Rates } from '../../src/core/pricing/table/rateSchema';
import type { ModelRow, PriceTableFile, ProviderRow } from '../../src/core/pricing/table/schema';

/** The models of which a source has another price, with both. */
export function findDisagreements(table: PriceTableFile): readonly string[] {
  return modelsOf(table).flatMap(({ id, model }) =>
    model.periods.flatMap(({ from, source, usdPerMillionTokens: rates, disagreeing = [] }) =>
      disagreeing.map(
        (other) =>
          `${id}${from === null ? '' : ` from ${from}`}: ${source} ${show(rates)}, ${other.source} ${show(other.usdPerMillionTokens)}`,
      ),
    ),
  );
}

/**
 * What changes after a day: other rates, another model that answers, and the end of a model. Earliest first.
 *
 * @param day YYYY-MM-DD
 */
export function findUpcoming(table: PriceTableFile, day: string): readonly string[] {
  return modelsOf(table)
    .flatMap(({ id, model }) => startsOf(id, model).concat(endOf(id, model)))
    .filter((line) => line > `${day}\uffff`)
    .toSorted();
}

function startsOf(id: string, { periods }: ModelRow): readonly string[] {
  return periods.flatMap((period, index) => {
    const before = periods[index - 1];
    if (!before || period.from === null) return [];
    const { servedBy, usdPerMillionTokens: rates } = period;
    const answered =
      servedBy && servedBy.model !== before.servedBy?.model
        ? `answered by ${servedBy.model}, `
        : '';
    return [
      `${period.from} ${id}: ${answered}${show(before.usdPerMillionTokens)} -> ${show(rates)}`,
    ];
  });
}

function endOf(id: string, { periods }: ModelRow): readonly string[] {
  const end = periods.at(-1)?.to ?? null;
  return end === null ? [] : [`${end} ${id}: no longer sold`];
}

/** "input / cached / output" */
function show({ input, cachedInput, output }: Rates): string {
  return [input, cachedInput, output].map((rate) => rate ?? '-').join(' / ');
}

/** The differences between two tables, one line for each model and source. Of changed rates it has both. */
export function findChanges(
  before: PriceTableFile | undefined,
  after: PriceTableFile,
): readonly string[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const changed = [...now].flatMap(([id, entry]) => {
    const earlier = old.get(id);
    if (!earlier) return [`added ${id}${ratesOf(entry)}`];
    if (JSON.stringify(earlier) === JSON.stringify(entry)) return [];
    return [`changed ${id}: ${differences(earlier, entry).join('; ')}`];
  });
  const removed = [...old]
    .filter(([id]) => !now.has(id))
    .map(([id, entry]) => `removed ${id}${ratesOf(entry)}`);
  return [...changed, ...removed];
}

type Entry = Readonly<Record<string, unknown>> & { readonly periods?: readonly PeriodRow[] };

function ratesOf({ periods }: Entry): string {
  const last = periods?.at(-1);
  return last ? `: ${show(last.usdPerMillionTokens)}` : '';
}

function differences(before: Entry, after: Entry): readonly string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const [old, now] = [cardsOf(before), cardsOf(after)];
  return fields.map((field) => (field === 'periods' && old !== now ? `${old} -> ${now}` : field));
}

function cardsOf({ periods = [] }: Entry): string {
  return periods
    .map(({ from, to, usdPerMillionTokens: rates }) => {
      const days = from === null && to === null ? '' : ` (${from ?? ''} to ${to ?? ''})`;
      return `${show(rates)}${days}`;
    })
    .join(', ');
}

function modelsOf({ providers }: PriceTableFile): { id: string; model: ModelRow }[] {
  return providers.flatMap((provider: ProviderRow) =>
    provider.models.map((model) => ({ id: `${provider.id}/${model.id}`, model })),
  );
}

function entriesOf(file: PriceTableFile | undefined): Map<string, Entry> {
  const sources = Object.entries(file?.sources ?? {}).map(([id, source]): [string, Entry] => [
    `source ${id}`,
    source,
  ]);
  const models = file ? modelsOf(file).map(({ id, model }): [string, Entry] => [id, model]) : [];
  return new Map([...sources, ...models]);
}
