import { resolveModel } from '../../pricing/names/resolveModel';
import type { Model, PriceTable } from '../../pricing/table/priceTable';

/** A request, as far as it says on which model it runs. */
export interface Named {
  readonly modelName?: string | undefined;
}

/** The model that each request names, as far as the table has it; undefined: it names none, or another one. */
export function namedModels(
  table: PriceTable,
  requests: readonly Named[],
  atMs: number,
): readonly (Model | undefined)[] {
  const known = new Map<string, Model | undefined>();
  return requests.map(({ modelName: name }) => {
    if (name === undefined) return undefined;
    if (!known.has(name)) known.set(name, modelNamed(table, name, atMs));
    return known.get(name);
  });
}

/**
 * The model of each request of a file: where all that name one name the same, it is that of the others, too. Undefined:
 * the user's.
 */
export function modelsOfFile(
  table: PriceTable,
  requests: readonly Named[],
  atMs: number,
): readonly (Model | undefined)[] {
  const models = namedModels(table, requests, atMs);
  const different = new Set(models.map((model, index) => model ?? requests[index]?.modelName));
  different.delete(undefined);
  const [only, ...others] = different;
  if (others.length > 0) return models;
  return models.map(() => (typeof only === 'object' ? only : undefined));
}

/** How many different models of the table the requests name. */
export function countModels(models: readonly (Model | undefined)[]): number {
  const found = new Set(models);
  found.delete(undefined);
  return found.size;
}

function modelNamed(table: PriceTable, name: string, atMs: number): Model | undefined {
  const resolution = resolveModel(table, name, atMs);
  return resolution.kind === 'found' ? resolution.model : undefined;
}
