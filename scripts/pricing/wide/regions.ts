import type { ModelRow } from '../../../src/core/pricing/table/schema';
import { inModelOrder } from './rowOrder';

/** Bedrock's regional ids of a model; that of all regions is the cheapest and comes first. */
export const REGIONS = ['global', 'us', 'eu', 'apac', 'jp', 'au', 'ca', 'in', 'us-gov'];
export const REGION = new RegExp(`^(${REGIONS.join('|')})\\.`);

/** Gives regional ids the end of the plain one: AWS ends a model in all regions on one day. */
export function withPlainEnds(models: readonly ModelRow[]): readonly ModelRow[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  return models.map((model) => {
    const plain = REGION.test(model.id) ? byId.get(model.id.replace(REGION, '')) : undefined;
    return plain ? endingAs(model, plain) : model;
  });
}

function endingAs(model: ModelRow, plain: ModelRow): ModelRow {
  const { periods, endSource } = model;
  const [last, end] = [periods.at(-1), plain.periods.at(-1)?.to];
  if (endSource !== undefined || plain.endSource === undefined || !last || !end) return model;
  return inModelOrder({
    ...model,
    unlistedIn: undefined,
    endSource: plain.endSource,
    periods: [...periods.slice(0, -1), { ...last, to: end }],
  });
}
