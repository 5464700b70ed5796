import type { Model } from '../pricing/table/priceTable';

/** Models that are counted alike, with the sentence that says how. */
export interface CountingSource {
  readonly ids: readonly string[];
  readonly counting: string;
}

/** How several models are counted, those together that are counted alike. */
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
