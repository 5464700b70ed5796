import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type { ModelRow, PriceTableFile, ProviderRow } from '../../src/core/pricing/table/schema';
import { showRates } from './showRates';

/** The models of which a source has another price, with both. */
export function findDisagreements(table: PriceTableFile): readonly string[] {
  return modelsOf(table).flatMap(({ id, model }) =>
    model.periods.flatMap(({ from, source, usdPerMillionTokens: rates, disagreeing = [] }) =>
      disagreeing.map(
        (other) =>
          `${id}${from === null ? '' : ` from ${from}`}: ${source} ${showRates(rates)}, ${other.source} ${showRates(other.usdPerMillionTokens)}`,
      ),
    ),
  );
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
  return last ? `: ${showRates(last.usdPerMillionTokens)}` : '';
}

function differences(before: Entry, after: Entry): readonly string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (fields.length === 0) return ['order of fields'];
  const [old, now] = [cardsOf(before), cardsOf(after)];
  return fields.map((field) => (field === 'periods' && old !== now ? `${old} -> ${now}` : field));
}

function cardsOf({ periods = [] }: Entry): string {
  return periods
    .map(({ from, to, usdPerMillionTokens: rates }) => {
      const days = from === null && to === null ? '' : ` (${from ?? ''} to ${to ?? ''})`;
      return `${showRates(rates)}${days}`;
    })
    .join(', ');
}

/** All models, with the ids of their providers before theirs. */
export function modelsOf({ providers }: PriceTableFile): { id: string; model: ModelRow }[] {
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
