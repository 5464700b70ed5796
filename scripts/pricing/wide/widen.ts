import type {
  BillingUnit,
  ModelRow,
  PriceTableFile,
  ProviderRow,
} from '../../../src/core/pricing/table/schema';
import type { PriceSource, SourceRow } from '../sources/row';
import type { Past } from '../sources/seenPrices';
import { withWholeCacheWrites } from './cacheWrites';
import { collectEntries, keyOf, type Entry } from './entries';
import { withFirstDays, type Released, type StatedDay } from './days/firstDays';
import { DATE, foldVariants, withAliases } from './fold';
import { buildModelRow } from './modelRow';
import { describeRefused, marketOf, siftEntry, type Market } from './floating';
import { withFormerPrices } from './days/former';
import { withPlainEnds } from './regions';
import { withExactRates } from './rounded';
import { withEarliestDays } from './days/seenDays';
import { otherUnit } from './skipped';
import { withMakersChanges } from './passThrough';
import { isMatch, type WideHand, type WideProvider } from './wideHand';

/**
 * Adds to the hand-kept table what the sources have: other models and providers, and at the prices of all models
 * which independent sources agree.
 *
 * @param sources newest first.
 * @param namesAt ids at a provider that are names of another row.
 */
export function widenTable(
  table: PriceTableFile,
  providers: readonly WideProvider[],
  sources: readonly PriceSource[],
  hand: WideHand,
  namesAt: (provider: string) => readonly string[] = () => [],
  released: Released = { models: {}, byHand: {} },
  past: Past = { firstSeen: () => undefined, otherBefore: () => false },
  onRefused: (line: string) => void = () => undefined,
): PriceTableFile {
  const known = new Map(table.providers.map((provider) => [provider.id, provider]));
  const build = (provider: WideProvider, market: Market = new Map()): ProviderRow => {
    const { id } = provider;
    return buildProvider(provider, known.get(id), sources, hand, namesAt(id), market, onRefused);
  };
  // What a gateway lists is compared with the prices of the others.
  const others = new Map(
    providers.filter(({ ownList }) => !ownList).map((provider) => [provider, build(provider)]),
  );
  const market = marketOf([...others.values()], sources[0]?.day ?? '');
  const wide = providers
    .map((provider) => others.get(provider) ?? build(provider, market))
    .filter(({ models }) => models.length > 0);
  const dayOf = { ...table.sources, ...hand.sources };
  const changed = withMakersChanges(withExactRates(wide), providers, (id) => {
    const source = dayOf[id];
    return source?.published ?? source?.checked;
  });
  const dated = withFirstDays(
    withFormerPrices(changed, hand.former),
    released,
    statedDays(providers, sources),
  );
  const exact = withEarliestDays(dated, past.firstSeen, past.otherBefore);
  const missing = table.providers.filter(({ id }) => !providers.some((each) => each.id === id));
  if (missing.length > 0) throw new Error(`wide/providers.json lacks ${missing[0]?.id}`);
  const text = JSON.stringify(exact);
  const factorSets = entriesIn(hand.factorSets, (id) => text.includes(`"factors":"${id}"`));
  const users = text + JSON.stringify(factorSets);
  return {
    ...table,
    sources: sorted({
      ...table.sources,
      ...entriesIn(hand.sources, (id) => users.includes(`"${id}"`)),
    }),
    tokenizers: {
      ...table.tokenizers,
      ...entriesIn(hand.tokenizers, (id) => text.includes(`"tokenizer":"${id}"`)),
    },
    factorSets: { ...table.factorSets, ...factorSets },
    providers: exact,
  };
}

function buildProvider(
  provider: WideProvider,
  known: ProviderRow | undefined,
  sources: readonly PriceSource[],
  hand: WideHand,
  names: readonly string[],
  market: Market,
  onRefused: (line: string) => void,
): ProviderRow {
  const { id, name, kind, ownList = false } = provider;
  const read = readSources(provider, sources, hand.leftOut[id] ?? []);
  const movingAliases = known?.movingAliases ?? [];
  const moving = movingAliases.map((alias) => alias.id);
  const handModels = [...(known?.models ?? []), ...(hand.models[id] ?? [])];
  const newest = read.find(({ rows, source }) => rows.length > 0 && !source.isPartial)?.source;
  const sifted = collectEntries(handModels, [...moving, ...names], read)
    .map((entry) => (ownList ? siftEntry(entry, market) : { entry, refused: [] }))
    .map((each) => {
      for (const line of describeRefused(id, each)) onRefused(line);
      return each;
    })
    .filter(({ entry }) => entry.hand !== undefined || entry.readings.length > 0);
  const entries = sifted.map(({ entry }) => entry);
  const at = {
    hostName: kind === undefined ? undefined : name,
    isHosted: (model: string) => isMatch(provider.hosted, model),
    newestList: newest,
    isListed: (model: string) => provider.listed === undefined || isMatch(provider.listed, model),
    ownList,
    lineages: hand.lineages,
  };
  const rows = sifted.map(({ entry, refused }) =>
    withFactors(
      endedRow(readAtVendor(buildModelRow(entry, at, refused), id, hand), hand.ends[id] ?? []),
      hand.factors[id] ?? [],
    ),
  );
  const handKept = new Set(handModels.map((model) => model.id));
  const folded = foldVariants(withPlainEnds(rows), (model) => handKept.has(model.id));
  const cachedTokens = known?.cachedTokens ?? provider.cachedTokens;
  const models = withOtherIds(folded, entries, moving);
  const subscribed = sources.flatMap((source) => source.subscribed?.(provider.in[source.id] ?? ''));
  const unpriced = otherwiseBilled(
    read.flatMap((each) => each.rows),
    subscribed.filter((name) => name !== undefined),
    hand.notPricedByTokens[id] ?? {},
  );
  return {
    id,
    name,
    ...(kind !== undefined && { kind }),
    ...(cachedTokens !== undefined && { cachedTokens }),
    ...(movingAliases.length > 0 && { movingAliases }),
    ...(unpriced.length > 0 && { notPricedByTokens: unpriced }),
    models,
  };
}

/** The days of release that the sources state. */
function statedDays(
  providers: readonly WideProvider[],
  sources: readonly PriceSource[],
): StatedDay {
  const days = new Map<string, string>();
  for (const { id: provider, in: names } of providers) {
    for (const source of sources) {
      for (const { id, released } of source.rows(names[source.id] ?? '')) {
        if (released !== undefined) days.set(`${provider}/${keyOf(id)}`, released);
      }
    }
  }
  return (provider, id) => days.get(`${provider}/${keyOf(id)}`);
}

interface Read {
  readonly source: PriceSource;
  readonly rows: readonly SourceRow[];
}

function readSources(
  provider: WideProvider,
  sources: readonly PriceSource[],
  leftOut: readonly string[],
): readonly Read[] {
  return sources.flatMap((source) => {
    const name = provider.in[source.id];
    if (name === undefined) return [];
    const patterns = source.isPartial ? [] : [provider.except, ...leftOut];
    const rows = source
      .rows(name)
      .filter(({ id }) => !patterns.some((pattern) => isMatch(pattern, id)))
      .map((row) => Object.assign({}, row, { id: wholeId(row.id, provider) }))
      .map((row) => withoutMaker(row, provider))
      .map((row) => withWholeCacheWrites(row, provider));
    return [{ source, rows }];
  });
}

function withoutMaker(row: SourceRow, { makerPrefix }: WideProvider): SourceRow {
  if (!isMatch(makerPrefix, row.id)) return row;
  const id = row.id.replace(new RegExp(makerPrefix ?? ''), '');
  return { ...row, id, aliases: [...row.aliases, row.id] };
}

function wholeId(id: string, { idPrefix }: WideProvider): string {
  // The id of another maker's model is whole: nomic-ai/nomic-embed-text-v1.5.
  if (idPrefix === undefined || id.includes('/') || id.startsWith(idPrefix)) return id;
  return idPrefix + id.replaceAll('.', 'p');
}

/** A row whose price was also read at its vendor, which then is its first source. */
function readAtVendor(row: ModelRow, provider: string, hand: WideHand): ModelRow {
  const read = hand.vendorReads[provider];
  const day = read && hand.sources[read.source]?.checked;
  if (!read?.models.includes(row.id) || day === undefined) return row;
  const index = row.periods.findLastIndex(({ from }) => from === null || from.slice(0, 10) <= day);
  const periods = row.periods.map((period, place) => {
    if (place !== index) return period;
    const { from, to, source, checked: _, alsoIn = [], ...rest } = period;
    return Object.assign({ from, to, source: read.source, alsoIn: [source].concat(alsoIn) }, rest);
  });
  return { ...row, periods };
}

/** A row with the end that the hand-kept file states; that of an id is also that of its dated ids. */
function endedRow(row: ModelRow, ends: WideHand['ends'][string]): ModelRow {
  const ids = [row.id, row.id.replace(DATE, '')];
  const end = ends.find(({ models }) => ids.some((id) => models.includes(id)));
  const last = row.periods.at(-1);
  if (!end || !last) return row;
  const {
    id,
    name,
    kind,
    hosted,
    weights,
    aliases,
    unlistedIn: _,
    tokenizer,
    factors,
    ...rest
  } = row;
  return Object.assign(
    { id, name },
    kind !== undefined && { kind },
    hosted !== undefined && { hosted },
    weights !== undefined && { weights },
    aliases !== undefined && { aliases },
    rest,
    { endSource: end.source, tokenizer },
    factors !== undefined && { factors },
    { periods: [...row.periods.slice(0, -1), { ...last, to: end.day }] },
  );
}

/** A row with the factors that the hand-kept file states for its id, unless it has others. */
function withFactors(row: ModelRow, stated: WideHand['factors'][string]): ModelRow {
  const found = stated.find(({ models }) => isMatch(models, row.id));
  if (!found || row.factors !== undefined) return row;
  const { periods, ...rest } = row;
  return Object.assign(rest, { factors: found.factors, periods });
}

/** The other ids that a source has for such a model are of the same unit, unless a rule says otherwise. */
function otherwiseBilled(
  rows: readonly SourceRow[],
  subscribed: readonly string[],
  stated: WideHand['notPricedByTokens'][string],
): NonNullable<ProviderRow['notPricedByTokens']> {
  const units = new Map<string, BillingUnit | undefined>();
  for (const { id, aliases } of rows) {
    const unit = otherUnit(id);
    const others = unit === undefined ? [] : aliases;
    for (const name of others) units.set(name, otherUnit(name) ?? unit);
    units.set(id, unit);
  }
  for (const id of subscribed) units.set(id, 'subscription');
  for (const [unit, ids] of Object.entries(stated)) {
    for (const id of ids) units.set(id, unit as BillingUnit);
  }
  return [...units]
    .flatMap(([id, unit]) => (unit === undefined ? [] : [{ id, unit }]))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
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
