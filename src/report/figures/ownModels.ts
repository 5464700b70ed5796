import { estimateTexts, type Estimate, type Share } from '../../core/estimate/estimate';
import { itemsAt, onOwnModels, placesByModel } from '../../core/estimate/own/models';
import { groupOf } from '../../core/estimate/counts/groups';
import type { Model } from '../../core/pricing/table/priceTable';
import { plainModel } from '../../core/pricing/table/rows/tableModel';
import { countsByGroup, type Question } from './question';

/**
 * The files or requests as they are used: each on the model that it names, the others on the user's. Undefined if none
 * names another model.
 *
 * @param yours the estimate of all on the user's model.
 */
export function eachOnOwn(question: Question, yours: Estimate): Estimate | undefined {
  const { table, subject } = question;
  const byId = new Map<string, Model>(table.models.map((model) => [model.id, model]));
  const models = subject.files.map(({ own }) => {
    const id = own?.modelId ?? yours.model.id;
    const model = byId.get(id) ?? { ...plainModel(yours.model), id };
    byId.set(id, model);
    return model;
  });
  if (models.every(({ id }) => id === yours.model.id)) return undefined;
  const countsOf = countsByGroup(subject);
  const shares = Array.from(placesByModel(models), ([model, places]): Share => {
    // A report that was restored can name a model that a newer price table lacks, or has no counts for.
    const counts = table.models.includes(model) ? countsOf(groupOf(model)) : undefined;
    const estimate = estimateOn(question, model, counts ?? yours.texts, places);
    return { places, estimate: counts ? estimate : unpriced(estimate) };
  });
  return onOwnModels(yours, shares);
}

function estimateOn(
  { scenario, calls, atMs }: Question,
  model: Model,
  counts: Estimate['counts'],
  places: readonly number[],
): Estimate {
  return estimateTexts(model, itemsAt(counts, places), scenario, atMs, itemsAt(calls, places));
}

function unpriced(estimate: Estimate): Estimate {
  return { ...estimate, price: { kind: 'unpriced', reason: 'notYetSold' } };
}
