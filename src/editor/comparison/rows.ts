import { QuickPickItemKind, ThemeIcon, type QuickInputButton } from 'vscode';
import type { Estimate } from '../../core/estimate/estimate';
import { groupRows, type ListGroups, type RankedEstimate } from '../../core/estimate/ranking';
import { hostsOf } from '../../core/pricing/selection/hosts';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { isModelOfFile, type CountedSubject } from '../live/counted';
import { plainText } from '../../core/figures/plainText';
import {
  comparisonButton,
  describeAgainst,
  describeFit,
  describeTimes,
  listGroup,
  moreFound,
  noModelMatches,
  otherModels,
  similarBelow,
  type ListGroup,
} from '../../wording/comparison';
import { describeCost } from '../../wording/cost';
import { describeBand } from '../../wording/count';
import { describeMarks, isYours } from '../../wording/marks';
import { fileNamesIt } from '../../wording/views/fileCall';
import { wordsOf } from '../words';
import type { SteadyRow } from '../picks/steadyRows';
import { listModels, type Listing, type ListQuestion } from './listing';

/** The model that all models are compared with. */
export type Yardstick = 'cheapest' | 'baseline';

export interface ComparisonRow extends SteadyRow {
  /** Undefined for a separator or a note. */
  readonly modelId?: string;
  /** The list that a note opens, or why there is no such list. */
  readonly leadsTo?: 'all' | 'typeMore' | 'noMatch';
}

export const pinButton: QuickInputButton = {
  iconPath: new ThemeIcon('pin'),
  tooltip: comparisonButton(wordsOf(), 'pin'),
};
export const unpinButton: QuickInputButton = {
  iconPath: new ThemeIcon('pinned'),
  tooltip: comparisonButton(wordsOf(), 'unpin'),
};
export const hostsButton: QuickInputButton = {
  iconPath: new ThemeIcon('server'),
  tooltip: comparisonButton(wordsOf(), 'hosts'),
};
export const priceSheetButton: QuickInputButton = {
  iconPath: new ThemeIcon('book'),
  tooltip: comparisonButton(wordsOf(), 'priceSheet'),
};

/** The rows: the user's model, which is active at first, pinned models, then the others. */
export function comparisonRows(
  result: CountedSubject,
  yardstick: Yardstick,
  question: ListQuestion,
): ComparisonRow[] {
  const listing = listModels(result, question);
  const { table, settings, atMs } = result;
  const pinnedIds = idsOf(table, settings.pinnedNames, atMs);
  const timesOf = multiples(result, yardstick);
  const row = (estimate: RankedEstimate): ComparisonRow => ({
    ...rowOf(estimate, result, timesOf(estimate), question.query !== ''),
    buttons: buttonsOf(estimate, result, pinnedIds.includes(estimate.model.id)),
  });
  if (listing.isNearest) return nearestRows(listing.ranked.map(row), question);
  // In a search, a row stays where it is when it is pinned.
  const first = question.query === '' ? { userId: result.model.id, pinnedIds } : {};
  const groups = groupRows(listing.ranked, first);
  return [
    ...rowsOf(groups, row),
    // Until all models are counted, the number of the others is not known.
    ...(result.isComplete ? notesBelow(listing, question) : []),
  ];
}

/** Without headings: VS Code shows none while something is typed. */
function nearestRows(rows: readonly ComparisonRow[], { query }: ListQuestion): ComparisonRow[] {
  const words = wordsOf();
  const [label, advice] = noModelMatches(words, query);
  const description = rows.length === 0 ? advice : similarBelow(words, advice);
  return [note('noMatch', [plainText(label), description]), ...rows];
}

function rowsOf(
  { users, pinned, others }: ListGroups<RankedEstimate>,
  row: (estimate: RankedEstimate) => ComparisonRow,
): readonly ComparisonRow[] {
  const group = (name: ListGroup, estimates: readonly RankedEstimate[]) =>
    estimates.length === 0 ? [] : [separator(name), ...estimates.map(row)];
  const isOneGroup = users.length === 0 && pinned.length === 0;
  return isOneGroup
    ? others.map(row)
    : [...group('users', users), ...group('pinned', pinned), ...group('others', others)];
}

function multiples(result: CountedSubject, yardstick: Yardstick) {
  const words = wordsOf(result.settings);
  const baseline = baselineOf(result);
  return (estimate: RankedEstimate): string | undefined => {
    if (yardstick === 'cheapest') return describeTimes(words, estimate);
    return baseline && describeAgainst(words, estimate, baseline);
  };
}

function buttonsOf(
  { model }: RankedEstimate,
  { table, atMs }: CountedSubject,
  isPinned: boolean,
): QuickInputButton[] {
  const hosts = hostsOf(table, model, atMs).length > 0 ? [hostsButton] : [];
  return [...hosts, isPinned ? unpinButton : pinButton, priceSheetButton];
}

/** The row that says how many models are not listed. */
function notesBelow({ more }: Listing, { query, scope }: ListQuestion): ComparisonRow[] {
  const words = wordsOf();
  if (query !== '') return more > 0 ? [note('typeMore', moreFound(words, more))] : [];
  return scope.kind === 'current' && more > 0 ? [note('all', otherModels(words, more))] : [];
}

function note(
  leadsTo: NonNullable<ComparisonRow['leadsTo']>,
  [label, description]: readonly [string, string],
): ComparisonRow {
  // Models that are counted later come above what the list says of the others.
  const isLast = leadsTo !== 'noMatch';
  return { key: `note ${leadsTo}`, isLast, leadsTo, label, description, alwaysShow: true };
}

/** The estimate of the baseline; undefined without a baseline, or until it is counted. */
export function baselineOf({
  table,
  settings,
  atMs,
  models,
  estimate,
}: CountedSubject): Estimate | undefined {
  const [id] = idsOf(table, [settings.baselineName], atMs);
  const model = models.find((each) => each.id === id);
  return model && estimate(model);
}

/** The cost is the label, so that VS Code keeps the rows in order of cost when the user filters them. */
function rowOf(
  estimate: RankedEstimate,
  result: CountedSubject,
  times: string | undefined,
  isSearch: boolean,
): ComparisonRow {
  const { id, name } = estimate.model;
  const isMarked = isSearch && id === result.model.id;
  const { atMs, settings } = result;
  const words = wordsOf(settings);
  const age = { atMs, staleAfterDays: settings.staleAfterDays };
  const details = [
    ...(isMarked ? [isYours(words)] : []),
    ...(id === result.model.id && isModelOfFile(result) ? [fileNamesIt(words)] : []),
    ...(times === undefined ? [] : [times]),
    describeBand(words, estimate.count),
    ...describeMarks(words, estimate, age),
    ...describeFit(words, estimate.fit),
    // At the end, because an id may be longer than the row.
    ...(name === id ? [] : [id]),
  ];
  return {
    key: id,
    modelId: id,
    label: describeCost(words, estimate),
    description: plainText(name),
    detail: plainText(details.join(' · ')),
    // The list is filtered here, with words in any order.
    alwaysShow: true,
  };
}

function separator(group: ListGroup): ComparisonRow {
  const label = listGroup(wordsOf(), group);
  return { key: `separator ${group}`, label, kind: QuickPickItemKind.Separator };
}
