import { estimateEach, estimateTexts, type Estimate } from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { onOwnModels } from '../../core/estimate/own/models';
import { groupOf } from '../../core/estimate/counts/groups';
import { countsByGroup, type Question } from './question';

/**
 * The files as they are used: each on the model that it names, the others on the user's. Undefined if no file names
 * another model.
 *
 * @param yours the estimate of all files on the user's model.
 */
export function eachOnOwn(question: Question, yours: Estimate): Estimate | undefined {
  const { files } = question.subject;
  const places = new Map<string, number[]>();
  for (const [index, { own }] of files.entries()) {
    if (own?.modelId === undefined || own.modelId === yours.model.id) continue;
    const others = places.get(own.modelId);
    if (others) others.push(index);
    else places.set(own.modelId, [index]);
  }
  if (places.size === 0) return undefined;
  const onYours = estimateEach(yours);
  const onOwn = new Map<number, Estimate>();
  for (const [modelId, indices] of places) {
    const estimates = estimatesOn(question, modelId, indices);
    for (const [at, index] of indices.entries()) {
      const estimate = estimates?.[at] ?? unpriced(onYours[index] ?? yours);
      onOwn.set(index, estimate);
    }
  }
  return onOwnModels(
    yours,
    onYours.map((estimate, index) => onOwn.get(index) ?? estimate),
  );
}

/** A report that was restored can name a model that a newer price table lacks. */
function unpriced(estimate: Estimate): Estimate {
  return { ...estimate, price: { kind: 'unpriced', reason: 'notYetSold' } };
}

/** Undefined if the table lacks the model, or its counts. */
function estimatesOn(
  { table, subject, scenario, calls, atMs }: Question,
  modelId: string,
  indices: readonly number[],
): readonly Estimate[] | undefined {
  const model = table.models.find(({ id }) => id === modelId);
  const counts = model && countsByGroup(subject)(groupOf(model));
  if (!counts) return undefined;
  const pick = <T>(items: readonly T[]): T[] => indices.flatMap((index) => items[index] ?? []);
  const own: readonly OwnCall[] = pick(calls);
  return estimateEach(estimateTexts(model, pick(counts), scenario, atMs, own));
}
