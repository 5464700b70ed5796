import type { ModelRow, PriceTableFile, ProviderRow } from '../../../src/core/pricing/table/schema';
import type { PriceSource, SourceRow } from '../sources/row';
import { collectEntries, keyOf, type Entry } from './entries';
import { foldVariants, withAliases } from './fold';
import { buildModelRow } from './modelRow';
import { otherUnit } from './skipped';

/** A provider of the wide table, and its name in each source. */
export interface WideProvider extends Pick<ProviderRow, 'id' | 'name' | 'kind' | 'cachedTokens'> {
  /** Matches ids in its sources that are another provider's. */
  readonly except?: string;
  /** Matches the ids of models of other vendors, which it hosts beside its own. */
  readonly hosted?: string;
  /** Its newest source lists all text models that it sells: those that only older sources have are left out. */
  readonly newestOnly?: boolean;
  /** All sources copy the provider's own list: an older copy with another price is no disagreement. */
  readonly ownList?: boolean;
  readonly in: Readonly<Record<string, string>>;
}

/** What the wide table adds by hand to the generated rows. */
export interface WideHand {
  readonly sources: PriceTableFile['sources'];
  readonly tokenizers: NonNullable<PriceTableFile['tokenizers']>;
}

/**
 * Adds to the hand-kept table what the sources have: other models and providers, and at the prices of all models
 * which independent sources agree.
 *
 * @param sources newest first.
 */
export function widenTable(
  table: PriceTableFile,
  providers: readonly WideProvider[],
  sources: readonly PriceSource[],
  hand: WideHand,
): PriceTableFile {
  const known = new Map(table.providers.map((provider) => [provider.id, provider]));
  const wide = providers.flatMap((provider) => {
    const row = buildProvider(provider, known.get(provider.id), sources);
    return row.models.length === 0 ? [] : [row];
  });
  const missing = table.providers.filter(({ id }) => !providers.some((each) => each.id === id));
  if (missing.length > 0) throw new Error(`wide/providers.json lacks ${missing[0]?.id}`);
  const text = JSON.stringify(wide);
  return {
    ...table,
    sources: sorted({
      ...table.sources,
      ...entriesIn(hand.sources, (id) => text.includes(`"${id}"`)),
    }),
    tokenizers: {
      ...table.tokenizers,
      ...entriesIn(hand.tokenizers, (id) => text.includes(`"tokenizer":"${id}"`)),
    },
    providers: wide,
  };
}

function buildProvider(
  provider: WideProvider,
  known: ProviderRow | undefined,
  sources: readonly PriceSource[],
): ProviderRow {
  const read = sources.flatMap((source) => {
    const name = provider.in[source.id];
    if (name === undefined) return [];
    const rows = source.rows(name).filter(({ id }) => !isMatch(provider.except, id));
    return [{ source, rows }];
  });
  const newest = read.find(({ rows }) => rows.length > 0)?.source;
  const { movingAliases = [] } = known ?? {};
  const moving = movingAliases.map(({ id }) => id);
  const entries = collectEntries(known?.models ?? [], moving, read).filter(
    ({ hand, readings: [first] }) =>
      hand ?? (!provider.newestOnly || first?.source === newest || first?.row.kind !== 'text'),
  );
  const handKept = new Set(known?.models.map(({ id }) => id));
  const { ownList = false } = provider;
  const hostName = provider.kind === undefined ? undefined : provider.name;
  const isHosted = (id: string): boolean => isMatch(provider.hosted, id);
  const folded = foldVariants(
    entries.map((entry) =>
      buildModelRow(entry, { hostName, isHosted, newestList: newest?.id, ownList }),
    ),
    ({ id }) => handKept.has(id),
  );
  const cachedTokens = known?.cachedTokens ?? provider.cachedTokens;
  const unpriced = otherwiseBilled(read.flatMap((each) => each.rows));
  return {
    id: provider.id,
    name: provider.name,
    ...(provider.kind !== undefined && { kind: provider.kind }),
    ...(cachedTokens !== undefined && { cachedTokens }),
    ...(movingAliases.length > 0 && { movingAliases }),
    ...(unpriced.length > 0 && { notPricedByTokens: unpriced }),
    models: withOtherIds(folded, entries, moving),
  };
}

function isMatch(pattern: string | undefined, id: string): boolean {
  return pattern !== undefined && new RegExp(pattern).test(id);
}

function otherwiseBilled(
  rows: readonly SourceRow[],
): NonNullable<ProviderRow['notPricedByTokens']> {
  const units = new Map(rows.map(({ id }) => [id, otherUnit(id)]));
  return [...units].flatMap(([id, unit]) => (unit === undefined ? [] : [{ id, unit }]));
}

/** Adds the ids for which a source states the same price, unless they have a meaning of their own. */
function withOtherIds(
  models: readonly ModelRow[],
  entries: readonly Entry[],
  movingAliases: readonly string[],
): ModelRow[] {
  const taken = new Set(
    [...models.flatMap(({ id, aliases = [] }) => [id, ...aliases]), ...movingAliases].map(keyOf),
  );
  return models.map((model) => {
    const entry = entries.find(
      ({ hand, readings }) => (hand?.id ?? readings[0]?.row.id) === model.id,
    );
    const more = (entry?.readings ?? [])
      .flatMap(({ row }) => [row.id].concat(row.aliases))
      .filter((id) => isOtherId(id) && !taken.has(keyOf(id)));
    for (const id of more) taken.add(keyOf(id));
    return withAliases(model, [...new Set(more)]);
  });
}

function isOtherId(id: string): boolean {
  return /^[A-Za-z0-9@][\w.:/@-]*$/.test(id) && !/latest/.test(id) && otherUnit(id) === undefined;
}

function entriesIn<T>(
  entries: Readonly<Record<string, T>>,
  isUsed: (id: string) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => isUsed(id)));
}

function sorted<T>(entries: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
