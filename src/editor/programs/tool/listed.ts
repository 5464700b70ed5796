import type { Estimate } from '../../../core/estimate/estimate';
import { canBeBought, compareEstimates } from '../../../core/estimate/ranking';
import type { ResolvedName } from '../../../wording/models/names';
import type { Settings } from '../../settings/settings';

/** Empty if the setting names no model, or several. */
export function userIdOf(
  named: readonly ResolvedName[],
  { modelName }: Pick<Settings, 'modelName'>,
): string {
  return named.find(({ name }) => name === modelName)?.model.id ?? '';
}

/** The cheapest models that are sold and that the call fits, and the user's model. */
export function shownEstimates(
  estimates: readonly Estimate[],
  limit: number,
  userId: string,
): readonly Estimate[] {
  const first = new Set(estimates.filter(canBeBought).toSorted(compareEstimates).slice(0, limit));
  return estimates.filter((each) => first.has(each) || each.model.id === userId);
}
