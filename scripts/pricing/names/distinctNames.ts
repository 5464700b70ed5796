import type { ModelRow, PriceTableFile, ProviderRow } from '../../../src/core/pricing/table/schema';

/**
 * Gives the models of a table names that differ for a reader. What is not sold by its maker has the name of its seller;
 * models of one seller that would still read alike have their ids behind the name, except one with which the other ids
 * begin.
 *
 * Worked example: GPT-6 Sol, which OpenAI and Amazon Bedrock sell, is "GPT-6 Sol" and "GPT-6 Sol on Amazon Bedrock";
 * OpenRouter's `openai/gpt-oss-120b` and `openai/gpt-oss-120b:exacto` are "gpt-oss-120b on OpenRouter" and "gpt-oss-120b
 * on OpenRouter (gpt-oss-120b:exacto)".
 *
 * @throws {Error} if two names are equal all the same.
 */
export function withDistinctNames(table: PriceTableFile): PriceTableFile {
  const providers = table.providers.map(withSeller).map(withIdsWhereAlike);
  const [alike] = alikeNames(providers.flatMap(({ models }) => models.map(({ name }) => name)));
  if (alike) throw new Error(`two models are called ${alike.join(' and ')}`);
  return { ...table, providers };
}

/** Groups of names that a reader takes for one. An id behind the name, where two ids differ in a hyphen, is read as written. */
export function alikeNames(names: readonly string[]): readonly (readonly string[])[] {
  const groups = groupBy(names, (name) => (name.endsWith(')') ? name.toLowerCase() : readAs(name)));
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Capitals, spaces and punctuation do not tell two names apart. */
function readAs(name: string): string {
  return name.toLowerCase().replaceAll(/[\s()_-]+/g, '');
}

function withSeller(provider: ProviderRow): ProviderRow {
  const isSellers = ({ hosted }: ModelRow): boolean =>
    hosted === true || provider.kind !== undefined;
  const ending = ` on ${provider.name}`;
  return renamed(provider, (model) =>
    isSellers(model) && !model.name.includes(ending) ? model.name + ending : model.name,
  );
}

function withIdsWhereAlike(provider: ProviderRow): ProviderRow {
  const groups = groupBy(provider.models, ({ name }) => readAs(name));
  return renamed(provider, ({ id, name }) => {
    const alike = groups.get(readAs(name)) ?? [];
    if (alike.every((model) => model.id.startsWith(id))) return name;
    const leaves = new Set(alike.map((model) => leafOf(model.id)));
    return `${name} (${leaves.size === alike.length ? leafOf(id) : id})`;
  });
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, readonly T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

function leafOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function renamed(provider: ProviderRow, nameOf: (model: ModelRow) => string): ProviderRow {
  const { models, ...rest } = provider;
  return {
    ...rest,
    models: models.map((model) => Object.assign({}, model, { name: nameOf(model) })),
  };
}
