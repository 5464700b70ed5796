import { idsOf } from '../../core/pricing/names/resolveModel';
import { currentSelection, type Selection } from '../../core/pricing/selection/current';
import type { CountedSubject } from './counted';

/** The models that a comparison shows first: what can be bought now, and those that the user works with. */
export function selectionOf(
  { table, settings, model, atMs }: Pick<CountedSubject, 'table' | 'settings' | 'model' | 'atMs'>,
  usedIds: readonly string[],
): Selection {
  const named = idsOf(table, [...settings.pinnedNames, settings.baselineName], atMs);
  return currentSelection(table, atMs, [model.id, ...named, ...usedIds]);
}
