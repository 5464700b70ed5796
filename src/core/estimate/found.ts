import type { NamedModels } from '../pricing/selection/search';
import type { Estimate } from './estimate';
import { canBeBought, groupRows, type FirstModels, type ListGroups } from './ranking';

/** The groups of what a search finds, in their order. */
export interface FoundGroups<Row extends Estimate> extends ListGroups<Row> {
  /** The models with the typed name, the one with the typed id or its vendor's first. */
  readonly named: readonly Row[];
}

/** The groups, in their order. */
export const LIST_GROUPS = ['named', 'users', 'pinned', 'others'] as const;

export type ListGroup = (typeof LIST_GROUPS)[number];

/** The rows of all groups, in their order. */
export function rowsOf<Row extends Estimate>(groups: FoundGroups<Row>): readonly Row[] {
  return LIST_GROUPS.flatMap((group) => groups[group]);
}

/**
 * What a search finds, in the order of every list: the models with the typed name that can be bought, and the one with
 * the typed id; the user's model; pinned ones; then all others as they come.
 *
 * Worked example: "gpt 5" finds openai/gpt-5, then its hosts, then gpt-5-nano and the others, cheapest first.
 *
 * @param rows in the order of `compareEstimates`, or in the one that the user has chosen.
 * @param isForUse whether the model is chosen to be called. A model to compare with, or whose prices are read, may be one
 * that is no longer sold: "o1" is then OpenAI's, before the hosts that still sell it.
 */
export function groupFound<Row extends Estimate>(
  rows: readonly Row[],
  { withId, meant, models }: NamedModels,
  first: FirstModels,
  isForUse = true,
): FoundGroups<Row> {
  const isMeant = ({ model }: Row): boolean => model === withId || (!isForUse && model === meant);
  const isNamed = (row: Row): boolean =>
    isMeant(row) || (models.has(row.model) && canBeBought(row));
  const place = ({ model }: Row): number => (model === withId ? 0 : model === meant ? 1 : 2);
  const rest = rows.filter((row) => !isNamed(row));
  return {
    named: rows.filter(isNamed).toSorted((a, b) => place(a) - place(b)),
    ...groupRows(rest, first),
  };
}
