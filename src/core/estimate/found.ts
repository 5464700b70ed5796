import type { NamedModels } from '../pricing/selection/search';
import type { Estimate } from './estimate';
import { canBeBought, groupRows, isRetired, type FirstModels, type ListGroups } from './ranking';

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

/** The headings of a list, in their order. */
const HEADINGS = [...LIST_GROUPS, 'retired', 'unpriced'] as const;

/** `onlyRetired`: a list has no other models. */
export type ListHeading = (typeof HEADINGS)[number] | 'onlyRetired';

/** Rows below one heading. */
export interface ListSection<Row extends Estimate> {
  /** Undefined: a list of one section needs no heading. */
  readonly heading: ListHeading | undefined;
  readonly rows: readonly Row[];
}

/**
 * The rows of all groups in their order, those without an offer below headings of their own: a price that nobody can pay
 * is not the cheapest, and a list that has nothing else says so before its first row.
 *
 * Worked example: all that "llama groq" finds is retired, so its one section has the heading `onlyRetired`.
 */
export function sectionsOf<Row extends Estimate>(
  groups: FoundGroups<Row>,
): readonly ListSection<Row>[] {
  const retired = groups.others.filter(isRetired);
  const unpriced = groups.others.filter(({ price }) => price.kind === 'unpriced');
  const apart = new Set([...retired, ...unpriced]);
  const others = groups.others.filter((row) => !apart.has(row));
  const rows = { ...groups, others, retired, unpriced };
  const filled = HEADINGS.filter((heading) => rows[heading].length > 0);
  if (filled.length > 1) return filled.map((heading) => ({ heading, rows: rows[heading] }));
  return filled.map((only) => ({
    heading: only === 'retired' ? 'onlyRetired' : undefined,
    rows: rows[only],
  }));
}
