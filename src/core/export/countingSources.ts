import type { Model } from '../pricing/table/priceTable';

/** Models with the same sentence that says how they are counted. */
export interface CountingSource {
  readonly ids: readonly string[];
  readonly counting: string;
}

/** Groups models by the sentence that says how they are counted. */
export function countingSources(
  models: readonly Model[],
  describe: (model: Model) => string,
): readonly CountingSource[] {
  const sources = new Map<string, string[]>();
  for (const model of models) {
    const counting = describe(model);
    sources.set(counting, [...(sources.get(counting) ?? []), model.id]);
  }
  return [...sources].map(([counting, ids]) => ({ ids, counting }));
}
