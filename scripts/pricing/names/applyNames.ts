import type {
  ModelRow,
  MovingAliasRow,
  PriceTableFile,
  ProviderRow,
} from '../../../src/core/pricing/table/schema';
import { isSameModel } from './sameModel';

/** What is known of names beside the sources of prices: `aliases.json`. */
export interface NamesFile {
  readonly sources: PriceTableFile['sources'];
  /** By id of the provider. */
  readonly providers: Readonly<Record<string, ProviderNames>>;
}

interface ProviderNames {
  /** Names of a model that its sources lack, or that differ from its id in more than a day. By id of the model. */
  readonly same?: Readonly<Record<string, readonly string[]>>;
  /** Names that have meant several models. They replace rows and aliases with the same name. */
  readonly moving?: readonly MovingAliasRow[];
}

/**
 * Gives the models of a table their names. Aliases from packages stay only where they are the same model; names that
 * move lose their rows.
 *
 * @param isHandKept whether somebody has looked up that this is a name of a model.
 * @throws {Error} if a name has a row of its own, or its model has none.
 */
export function applyNames(
  table: PriceTableFile,
  { sources, providers }: NamesFile,
  isHandKept: (provider: string, name: string) => boolean,
): PriceTableFile {
  const unknown = Object.keys(providers).filter((id) => !table.providers.some((p) => p.id === id));
  if (unknown.length > 0) throw new Error(`aliases.json: no provider ${unknown.join(', ')}`);
  return {
    ...table,
    sources: Object.fromEntries(
      Object.entries({ ...table.sources, ...sources }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    providers: table.providers.map((provider) =>
      nameModels(provider, providers[provider.id] ?? {}, (name) => isHandKept(provider.id, name)),
    ),
  };
}

function nameModels(
  provider: ProviderRow,
  { same = {}, moving = [] }: ProviderNames,
  isHandKept: (name: string) => boolean,
): ProviderRow {
  const movingIds = new Set(moving.map(({ id }) => id));
  const models = provider.models.filter(({ id }) => !movingIds.has(id));
  checkNames(provider.id, models, { same, moving });
  const others = (provider.movingAliases ?? []).filter(({ id }) => !movingIds.has(id));
  const { movingAliases: _old, models: _all, ...rest } = provider;
  const allMoving = [...others, ...moving];
  return {
    ...rest,
    ...(allMoving.length > 0 && { movingAliases: allMoving }),
    models: models.map((model) => {
      const kept = (model.aliases ?? []).filter(
        (name) => !movingIds.has(name) && (isHandKept(name) || isSameModel(model.id, name)),
      );
      return withAliases(model, [...new Set([...kept, ...(same[model.id] ?? [])])]);
    }),
  };
}

function checkNames(
  provider: string,
  models: readonly ModelRow[],
  { same = {}, moving = [] }: ProviderNames,
): void {
  const ids = new Set(models.map(({ id }) => id));
  const meant = moving.flatMap(({ meanings }) => meanings.flatMap((meaning) => meaning.models));
  const lacking = [...Object.keys(same), ...meant].filter((id) => !ids.has(id));
  if (lacking.length > 0) throw new Error(`aliases.json: ${provider} has no ${lacking.join(', ')}`);
  const own = Object.values(same).flat().filter((id) => ids.has(id));
  if (own.length > 0) throw new Error(`aliases.json: ${provider} has rows of ${own.join(', ')}`);
}

/** The properties stay in their order, so that a change of aliases is a small one. */
function withAliases(model: ModelRow, aliases: string[]): ModelRow {
  if (aliases.length === 0) {
    const { aliases: _none, ...rest } = model;
    return rest;
  }
  const { id, name, ...rest } = model;
  return { id, name, ...rest, aliases };
}
