import { idsOf } from '../../core/pricing/names/resolveModel';
import type { Selection } from '../../core/pricing/selection/current';
import { LastSelection } from '../../core/pricing/selection/last';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { Settings } from '../settings/settings';

/** A key typed in the list, or in the text, asks for the same selection again. */
const selections = new LastSelection();

/** What decides on the selection. */
interface Selecting {
  readonly table: PriceTable;
  readonly settings: Pick<Settings, 'pinnedNames' | 'baselineName'>;
  /** The user's, if the setting names one. */
  readonly model: Model | undefined;
  readonly atMs: number;
}

/** The models that a comparison shows first: what can be bought now, and those that the user works with. */
export function selectionOf(
  { table, settings, model, atMs }: Selecting,
  usedIds: readonly string[],
): Selection {
  const named = idsOf(table, [...settings.pinnedNames, settings.baselineName], atMs);
  return selections.of(table, atMs, [...(model ? [model.id] : []), ...named, ...usedIds]);
}
