import { estimateTexts, type Estimate, type Share } from '../../core/estimate/estimate';
import {
  countsOnModel,
  itemsAt,
  onOwnModels,
  placesByModel,
  type ModelOfText,
} from '../../core/estimate/own/models';
import { groupOf } from '../../core/estimate/counts/groups';
import type { Model } from '../../core/pricing/table/priceTable';
import { plainModel } from '../../core/pricing/table/rows/tableModel';
import { countsByGroup, type Question } from './question';

/**
 * The files or requests as they are used: each on the model that it names, the others on the user's, also the requests
 * of a file. Undefined if none names another model.
 *
 * @param yours the estimate of all on the user's model.
 */
export function eachOnOwn(question: Question, yours: Estimate): Estimate | undefined {
  const { table, subject } = question;
  const byId = new Map<string, Model>(table.models.map((model) => [model.id, model]));
  const modelOf = (id = yours.model.id): Model => {
    const model = byId.get(id) ?? { ...plainModel(yours.model), id };
    byId.set(id, model);
    return model;
  };
  const models = subject.files.map(({ own, requests }): ModelOfText => {
    const calls = requests?.calls ?? [];
    return calls.some(({ modelId }) => modelId !== undefined)
      ? calls.map(({ modelId }) => modelOf(modelId))
      : modelOf(own?.modelId);
  });
  if (models.flat().every(({ id }) => id === yours.model.id)) return undefined;
  const countsOf = countsByGroup(subject);
  const shares = Array.from(placesByModel(models), ([model, places]): Share => {
    // A report that was restored can name a model that a newer price table lacks, or has no counts for.
    const known = table.models.includes(model) ? countsOf(groupOf(model)) : undefined;
    const counts = countsOnModel(model, known ?? yours.texts, models, places);
    const estimate = estimateOn(question, model, counts, places);
    return { places, estimate: known ? estimate : unpriced(estimate) };
  });
  return onOwnModels(yours, shares);
}

function estimateOn(
  { scenario, calls, atMs }: Question,
  model: Model,
  counts: Estimate['counts'],
  places: readonly number[],
): Estimate {
  return estimateTexts(model, counts, scenario, atMs, itemsAt(calls, places));
}

function unpriced(estimate: Estimate): Estimate {
  return { ...estimate, price: { kind: 'unpriced', reason: 'notYetSold' } };
}
