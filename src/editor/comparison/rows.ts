import { QuickPickItemKind, ThemeIcon, type QuickInputButton } from 'vscode';
import type { Estimate } from '../../core/estimate/estimate';
import { findCheapest, groupPinned, type RankedEstimate } from '../../core/estimate/ranking';
import { hostsOf } from '../../core/pricing/selection/hosts';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { CountedSubject } from '../live/counted';
import { plainText } from '../../core/figures/plainText';
import {
  comparisonButton,
  comparisonGroup,
  describeAgainst,
  describeFit,
  describeTimes,
  moreFound,
  noModelMatches,
  otherModels,
} from '../../wording/comparison';
import { describeCost } from '../../wording/cost';
import { describeBand } from '../../wording/count';
import { describeMarks, inStatusBar } from '../../wording/marks';
import { wordsOf } from '../words';
import type { SteadyRow } from '../picks/steadyRows';
import { listModels, type ListQuestion } from './listing';

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

/** The rows: pinned models, then the others. The cheapest that can be bought is active at first. */
export function comparisonRows(
  result: CountedSubject,
  yardstick: Yardstick,
  question: ListQuestion,
): ComparisonRow[] {
  const { ranked, more } = listModels(result, question);
  const start = findCheapest(ranked);
  const { table, settings, atMs } = result;
  const pinnedIds = idsOf(table, settings.pinnedNames, atMs);
  // In a search, a row stays where it is when it is pinned.
  const firstIds = question.query === '' ? pinnedIds : [];
  const { pinned, others } = groupPinned(ranked, firstIds);
  const timesOf = multiples(result, yardstick);
  const row = (estimate: RankedEstimate): ComparisonRow => ({
    ...rowOf(estimate, result, timesOf(estimate)),
    isStart: estimate === start,
    buttons: buttonsOf(estimate, result, pinnedIds.includes(estimate.model.id)),
  });
  return [
    ...groupsOf(pinned.map(row), others.map(row)),
    // Until all models are counted, the number of the others is not known.
    ...(result.isComplete ? notesBelow(ranked.length, more, question) : []),
  ];
}

function groupsOf(pinned: readonly ComparisonRow[], rows: readonly ComparisonRow[]) {
  if (pinned.length === 0) return rows;
  const words = wordsOf();
  const headings = (['pinned', 'others'] as const).map((group) =>
    separator(comparisonGroup(words, group)),
  );
  return [...headings.slice(0, 1), ...pinned, ...headings.slice(1), ...rows];
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

/** The row that says which models are not listed, or that no model is. */
function notesBelow(listed: number, more: number, { query, scope }: ListQuestion): ComparisonRow[] {
  const words = wordsOf();
  if (query !== '') {
    if (listed > 0) return more > 0 ? [note('typeMore', moreFound(words, more))] : [];
    return [note('noMatch', noModelMatches(words))];
  }
  return scope.kind === 'current' && more > 0 ? [note('all', otherModels(words, more))] : [];
}

function note(
  leadsTo: NonNullable<ComparisonRow['leadsTo']>,
  [label, description]: readonly [string, string],
): ComparisonRow {
  return { key: `note ${leadsTo}`, isLast: true, leadsTo, label, description, alwaysShow: true };
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
): ComparisonRow {
  const { id } = estimate.model;
  const { atMs, settings } = result;
  const words = wordsOf(settings);
  const age = { atMs, staleAfterDays: settings.staleAfterDays };
  const details = [
    ...(times === undefined ? [] : [times]),
    describeBand(words, estimate.count),
    ...describeMarks(words, estimate, age),
    ...describeFit(words, estimate.fit),
    ...(id === result.model.id ? [inStatusBar(words)] : []),
  ];
  return {
    key: id,
    modelId: id,
    label: describeCost(words, estimate),
    description: plainText(id),
    detail: plainText(details.join(' · ')),
    // The list is filtered here, with words in any order.
    alwaysShow: true,
  };
}

function separator(label: string): ComparisonRow {
  return { key: `separator ${label}`, label, kind: QuickPickItemKind.Separator };
}
