import { idsOf } from '../../core/pricing/names/resolveModel';
import type { Selection } from '../../core/pricing/selection/current';
import { LastSelection } from '../../core/pricing/selection/last';
import type { CountedSubject } from './counted';

/** A key typed in the list, or in the text, asks for the same selection again. */
const selections = new LastSelection();

/** The models that a comparison shows first: what can be bought now, and those that the user works with. */
export function selectionOf(
  { table, settings, model, atMs }: Pick<CountedSubject, 'table' | 'settings' | 'model' | 'atMs'>,
  usedIds: readonly string[],
): Selection {
  const named = idsOf(table, [...settings.pinnedNames, settings.baselineName], atMs);
  return selections.of(table, atMs, [model.id, ...named, ...usedIds]);
}
