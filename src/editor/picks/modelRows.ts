import { QuickPickItemKind, type QuickPick, type QuickPickItem } from 'vscode';
import { sectionsOf, type ListHeading, type ListSection } from '../../core/estimate/found';
import type { RankedEstimate } from '../../core/estimate/ranking';
import { plainText } from '../../core/figures/plainText';
import {
  countingOthers,
  listHeading,
  moreFound,
  noModelMatches,
  otherModels,
  similarBelow,
} from '../../wording/comparison';
import { wordsOf } from '../words';
import type { Listing, ListQuestion } from './listing';
import type { RowOrder, SteadyRow } from './steadyRows';

/** A row of a list of models. */
export interface ModelRow extends SteadyRow {
  /** Undefined for a separator or a note. */
  readonly modelId?: string;
  /** The list that a note opens, or why there is no such list. */
  readonly leadsTo?: 'all' | 'typeMore' | 'noMatch' | 'counting';
}

/**
 * Rows stay as they are listed: VS Code sorts them by label once the user types, unless told not to, by a property that
 * its API does not declare yet: https://github.com/microsoft/vscode/issues/73904.
 */
export function keepOrder(pick: QuickPick<QuickPickItem & ModelRow>): void {
  Object.assign(pick, { sortByLabel: false });
}

/** Of the rows that come when all models are counted: below the user's row, or as what a search finds. */
export function orderWhenCounted(typed: string): RowOrder {
  return typed.trim() === '' ? 'new' : 'filtered';
}

/**
 * The rows of a listing under headings, with a note on what is not listed.
 *
 * @param isComplete whether all models are priced.
 */
export function modelRows<Row extends ModelRow>(
  listing: Listing,
  question: ListQuestion,
  isComplete: boolean,
  rowOf: (estimate: RankedEstimate) => Row,
): readonly (Row | ModelRow)[] {
  if (listing.isNearest) return nearestRows(listing.groups.others.map(rowOf), question);
  return [
    ...sectionsOf(listing.groups).flatMap((section) => sectionRows(section, rowOf)),
    ...(isComplete ? notesBelow(listing, question) : [countingNote()]),
  ];
}

function sectionRows<Row extends ModelRow>(
  { heading, rows }: ListSection<RankedEstimate>,
  rowOf: (estimate: RankedEstimate) => Row,
): readonly (Row | ModelRow)[] {
  return [...(heading === undefined ? [] : [separator(heading)]), ...rows.map(rowOf)];
}

function separator(heading: ListHeading): ModelRow {
  const label = listHeading(wordsOf(), heading);
  return { key: `separator ${heading}`, label, kind: QuickPickItemKind.Separator };
}

function nearestRows<Row extends ModelRow>(
  rows: readonly Row[],
  { query }: ListQuestion,
): readonly (Row | ModelRow)[] {
  const words = wordsOf();
  const [label, advice] = noModelMatches(words, query);
  const description = rows.length === 0 ? advice : similarBelow(words, advice);
  return [note('noMatch', [plainText(label), description]), ...rows];
}

/** The row that says how many models are not listed. */
function notesBelow({ more }: Listing, { query, scope }: ListQuestion): readonly ModelRow[] {
  const words = wordsOf();
  if (query !== '') return more > 0 ? [note('typeMore', moreFound(words, more))] : [];
  return scope.kind === 'current' && more > 0 ? [note('all', otherModels(words, more))] : [];
}

/** In the place of the rows that come all at once, so that none moves. */
function countingNote(): ModelRow {
  return note('counting', [countingOthers(wordsOf()), '']);
}

function note(
  leadsTo: NonNullable<ModelRow['leadsTo']>,
  [label, description]: readonly [string, string],
): ModelRow {
  // Models that are counted later come above what the list says of the others.
  const isLast = leadsTo !== 'noMatch';
  return { key: `note ${leadsTo}`, isLast, leadsTo, label, description, alwaysShow: true };
}
