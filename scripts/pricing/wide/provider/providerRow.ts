import type { ProviderRow } from '../../../../src/core/pricing/table/schema';
import type { PriceSource } from '../../sources/row';
import { collectEntries, type Entry } from '../entries';
import { describeRefused, isAbsurdReading, siftEntry, type Market, type Sifted } from '../floating';
import { foldVariants } from '../fold';
import type { IsBatchPrice } from '../makers/batchPrice';
import { buildModelRow, type AtProvider } from '../modelRow';
import { withPlainEnds } from '../regions';
import { isMatch, type WideHand, type WideProvider } from '../wideHand';
import { withVersionsEnds } from './lifeCycle';
import { withOtherIds } from './otherIds';
import { otherwiseBilled } from './otherwiseBilled';
import { readSources, type Read } from './readSources';
import { endedRow, readAtVendor, withCacheMinimum, withFactors } from './statedByHand';

/** What the rows of all providers are made from. */
export interface Known {
  readonly sources: readonly PriceSource[];
  readonly hand: WideHand;
  /** The provider's row of the hand-kept table. */
  readonly base: (provider: string) => ProviderRow | undefined;
  /** Ids at a provider that are names of another row. */
  readonly namesAt: (provider: string) => readonly string[];
  /** Is told each price of a gateway's list that is not believed. */
  readonly onRefused: (line: string) => void;
}

/** What others ask for the models of a gateway. */
export interface Others {
  readonly market: Market;
  readonly isBatchPrice: IsBatchPrice;
}

/** A provider with its models. @param others of a gateway, whose prices are compared with theirs. */
export function providerRow(
  provider: WideProvider,
  others: Others | undefined,
  known: Known,
): ProviderRow {
  const { id, name, kind } = provider;
  const { hand } = known;
  const base = known.base(id);
  const read = readSources(provider, known.sources, hand.leftOut[id] ?? []);
  const movingAliases = base?.movingAliases ?? [];
  const moving = movingAliases.map((alias) => alias.id);
  const handModels = [...(base?.models ?? []), ...(hand.models[id] ?? [])];
  const entries = collectEntries(handModels, [...moving, ...known.namesAt(id)], read);
  const sifted = siftedOf(provider, entries, others, known.onRefused);
  const at = atProvider(provider, read, hand);
  const rows = sifted.map(({ entry, refused }) => {
    const built = withCacheMinimum(buildModelRow(entry, at, refused), provider.cacheMinimumTokens);
    const row = readAtVendor(built, id, hand);
    return withFactors(endedRow(row, hand.ends[id] ?? {}), hand.factors[id] ?? []);
  });
  const handKept = new Set(handModels.map((model) => model.id));
  const folded = foldVariants(withVersionsEnds(withPlainEnds(rows)), (model) =>
    handKept.has(model.id),
  );
  const cachedTokens = base?.cachedTokens ?? provider.cachedTokens;
  const unpriced = unpricedIds(provider, read, known);
  return {
    id,
    name,
    ...(kind !== undefined && { kind }),
    ...(cachedTokens !== undefined && { cachedTokens }),
    ...(movingAliases.length > 0 && { movingAliases }),
    ...(unpriced.length > 0 && { notPricedByTokens: unpriced }),
    models: withOtherIds(
      folded,
      sifted.map(({ entry }) => entry),
      moving,
    ),
  };
}

/** The models of a provider; of a gateway, those whose price is believed. */
function siftedOf(
  { id, ownList = false }: WideProvider,
  entries: readonly Entry[],
  others: Others | undefined,
  onRefused: (line: string) => void,
): readonly Sifted[] {
  const sifted = entries.map((entry) =>
    siftEntry(
      entry,
      (reading) =>
        others !== undefined &&
        (others.isBatchPrice(reading) || (ownList && isAbsurdReading(reading, others.market))),
    ),
  );
  for (const line of sifted.flatMap((each) => describeRefused(id, each))) onRefused(line);
  return sifted.filter(({ entry }) => entry.hand !== undefined || entry.readings.length > 0);
}

function atProvider(
  { name, kind, hosted, listed = {}, ownList = false }: WideProvider,
  read: readonly Read[],
  { lineages }: WideHand,
): AtProvider {
  const lists = read.filter(({ rows, source }) => rows.length > 0 && !source.isPartial);
  return {
    hostName: kind === undefined ? undefined : name,
    isHosted: (model) => isMatch(hosted, model),
    listOf: (model) =>
      lists.find(({ source: { id } }) => listed[id] === undefined || isMatch(listed[id], model))
        ?.source,
    ownList,
    lineages,
  };
}

function unpricedIds(
  provider: WideProvider,
  read: readonly Read[],
  { sources, hand }: Known,
): NonNullable<ProviderRow['notPricedByTokens']> {
  const subscribed = sources.flatMap(
    (source) => source.subscribed?.(provider.in[source.id] ?? '') ?? [],
  );
  const rows = read.flatMap((each) => each.rows);
  return otherwiseBilled(rows, subscribed, hand.notPricedByTokens[provider.id] ?? {});
}
