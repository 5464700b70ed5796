import { QuickPickItemKind, ThemeIcon, type QuickInputButton } from 'vscode';
import type { Estimate } from '../../core/estimate/estimate';
import {
  findCheapest,
  groupPinned,
  rankEstimates,
  type RankedEstimate,
} from '../../core/estimate/ranking';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { CountedSubject } from '../live/counted';
import { plainText } from '../../core/figures/plainText';
import {
  comparisonButton,
  comparisonGroup,
  describeAgainst,
  describeFit,
  describeTimes,
} from '../../wording/comparison';
import { describeCost } from '../../wording/cost';
import { describeBand } from '../../wording/count';
import { describeMarks, inStatusBar } from '../../wording/marks';
import { wordsOf } from '../words';
import type { SteadyRow } from '../picks/steadyRows';

/** The model that all models are compared with. */
export type Yardstick = 'cheapest' | 'baseline';

export interface ComparisonRow extends SteadyRow {
  /** Undefined for a separator. */
  readonly modelId?: string;
}

export const pinButton: QuickInputButton = {
  iconPath: new ThemeIcon('pin'),
  tooltip: comparisonButton(wordsOf(), 'pin'),
};
export const unpinButton: QuickInputButton = {
  iconPath: new ThemeIcon('pinned'),
  tooltip: comparisonButton(wordsOf(), 'unpin'),
};
export const priceSheetButton: QuickInputButton = {
  iconPath: new ThemeIcon('book'),
  tooltip: comparisonButton(wordsOf(), 'priceSheet'),
};

/** The models counted so far, in order of cost. */
export function comparisonOf({ models, estimate }: CountedSubject): readonly RankedEstimate[] {
  return rankEstimates(models.map(estimate));
}

/** The rows: pinned models, then the others. The cheapest that can be bought is active at first. */
export function comparisonRows(result: CountedSubject, yardstick: Yardstick): ComparisonRow[] {
  const words = wordsOf(result.settings);
  const pinnedIds = idsOf(result.table, result.settings.pinnedNames, result.atMs);
  const baseline = baselineOf(result);
  const timesOf = (estimate: RankedEstimate): string | undefined => {
    if (yardstick === 'cheapest') return describeTimes(words, estimate);
    return baseline && describeAgainst(words, estimate, baseline);
  };
  const ranked = comparisonOf(result);
  const start = findCheapest(ranked);
  const { pinned, others } = groupPinned(ranked, pinnedIds);
  const row = (estimate: RankedEstimate, isPinned: boolean): ComparisonRow => ({
    ...rowOf(estimate, result, timesOf(estimate)),
    isStart: estimate === start,
    buttons: [isPinned ? unpinButton : pinButton, priceSheetButton],
  });
  const rows = others.map((estimate) => row(estimate, false));
  if (pinned.length === 0) return rows;
  return [
    separator(comparisonGroup(words, 'pinned')),
    ...pinned.map((estimate) => row(estimate, true)),
    separator(comparisonGroup(words, 'others')),
    ...rows,
  ];
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
  };
}

function separator(label: string): ComparisonRow {
  return { key: `separator ${label}`, label, kind: QuickPickItemKind.Separator };
}
