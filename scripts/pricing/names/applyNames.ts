import {
  BILLING_UNITS,
  type BillingUnit,
  type ModelRow,
  type MovingAliasRow,
  type PriceTableFile,
  type ProviderRow,
} from '../../../src/core/pricing/table/schema';
import type { HandFile } from '../handFile';
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
  /** Names that have meant several models. They have no price of their own, whatever the sources say. */
  readonly moving?: readonly MovingAliasRow[];
  /** Names of models that bill something else than text tokens, or whose price no source tells, by unit. */
  readonly unpriced?: Readonly<Partial<Record<BillingUnit, readonly string[]>>>;
}

/** The hand-kept file with the aliases that move, so that no source gives them a price of their own. */
export function withMovingAliases(hand: HandFile, names: NamesFile): HandFile {
  return {
    ...hand,
    sources: { ...hand.sources, ...names.sources },
    providers: hand.providers.map((provider) => {
      const { moving } = names.providers[provider.id] ?? {};
      return { ...provider, ...(moving && { movingAliases: [...moving] }) };
    }),
  };
}

/** The names of a provider's models that need no row of their own. */
export function namesAt({ providers }: NamesFile, provider: string): readonly string[] {
  return Object.values(providers[provider]?.same ?? {}).flat();
}

/**
 * Gives the models of a table their names. Aliases from packages stay only where they are the same model.
 *
 * @param hand its aliases were looked up, and stay.
 * @throws {Error} if a name has a row of its own, or its model has none.
 */
export function applyNames(
  table: PriceTableFile,
  { providers }: NamesFile,
  hand: HandFile,
): PriceTableFile {
  const handKept = handKeptNames(hand);
  return {
    ...table,
    providers: table.providers.map((provider) => {
      const names = providers[provider.id] ?? {};
      checkNames(provider, names);
      return {
        ...withUnpriced(provider, names),
        models: provider.models.map((model) => {
          const kept = (model.aliases ?? []).filter(
            (name) => handKept.has(`${provider.id}/${name}`) || isSameModel(model.id, name),
          );
          return withAliases(model, [...new Set([...kept, ...(names.same?.[model.id] ?? [])])]);
        }),
      };
    }),
  };
}

function withUnpriced(provider: ProviderRow, { unpriced = {} }: ProviderNames): ProviderRow {
  const known = provider.notPricedByTokens ?? [];
  const added = BILLING_UNITS.flatMap((unit) =>
    (unpriced[unit] ?? []).map((id) => ({ id, unit })),
  ).filter(({ id }) => !known.some((each) => each.id === id));
  if (added.length === 0) return provider;
  const { models, ...rest } = provider;
  return { ...rest, notPricedByTokens: [...known, ...added], models };
}

function handKeptNames({ providers }: HandFile): ReadonlySet<string> {
  return new Set(
    providers.flatMap(({ id, models }) =>
      models.flatMap(({ aliases = [] }) => aliases.map((name) => `${id}/${name}`)),
    ),
  );
}

function checkNames(
  { id, models }: ProviderRow,
  { same = {}, moving = [], unpriced = {} }: ProviderNames,
): void {
  const ids = new Set(models.map((model) => model.id));
  const meant = moving.flatMap(({ meanings }) => meanings.flatMap((meaning) => meaning.models));
  const lacking = [...Object.keys(same), ...meant].filter((name) => !ids.has(name));
  if (lacking.length > 0) throw new Error(`aliases.json: ${id} has no ${lacking.join(', ')}`);
  const taken = [...Object.values(same), ...Object.values(unpriced)]
    .flat()
    .filter((name) => ids.has(name));
  if (taken.length > 0) throw new Error(`aliases.json: ${id} has rows of ${taken.join(', ')}`);
}

/** The other properties keep their order, so that a change of aliases is a small one. */
function withAliases(model: ModelRow, aliases: string[]): ModelRow {
  const { aliases: _before, ...rest } = model;
  if (aliases.length === 0) return rest;
  const entries = Object.entries(rest);
  // After id and name, where the hand-kept rows have them.
  return Object.fromEntries([
    ...entries.slice(0, 2),
    ['aliases', aliases],
    ...entries.slice(2),
  ]) as ModelRow;
}
