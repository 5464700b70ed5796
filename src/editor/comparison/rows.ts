import { QuickPickItemKind, ThemeIcon, type QuickInputButton } from 'vscode';
import {
  compareEstimates,
  groupPinned,
  type ComparisonEntry,
} from '../../core/estimate/comparison';
import type { Estimate } from '../../core/estimate/estimate';
import { idsOf } from '../../core/pricing/findModel';
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

/** What the comparison measures each model against. */
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

/** All models that are counted, cheapest first. */
export function comparisonOf({ models, estimate }: CountedSubject): readonly ComparisonEntry[] {
  return compareEstimates(models.map(estimate));
}

/** The rows of the comparison: pinned models, then the others, cheapest first. */
export function comparisonRows(result: CountedSubject, yardstick: Yardstick): ComparisonRow[] {
  const words = wordsOf(result.settings);
  const pinnedIds = idsOf(result.table, result.settings.pinnedNames);
  const baseline = baselineOf(result);
  const timesOf = (entry: ComparisonEntry): string | undefined => {
    if (yardstick === 'cheapest') return describeTimes(words, entry);
    return baseline && describeAgainst(words, entry.estimate, baseline);
  };
  const { pinned, others } = groupPinned(comparisonOf(result), pinnedIds);
  const row = (entry: ComparisonEntry, isPinned: boolean): ComparisonRow => ({
    ...rowOf(entry, result, timesOf(entry)),
    buttons: [isPinned ? unpinButton : pinButton, priceSheetButton],
  });
  const rows = others.map((entry) => row(entry, false));
  if (pinned.length === 0) return rows;
  return [
    separator(comparisonGroup(words, 'pinned')),
    ...pinned.map((entry) => row(entry, true)),
    separator(comparisonGroup(words, 'others')),
    ...rows,
  ];
}

/** The estimate of the baseline, once it is counted. */
export function baselineOf({
  table,
  settings,
  models,
  estimate,
}: CountedSubject): Estimate | undefined {
  const [id] = idsOf(table, [settings.baselineName]);
  const model = models.find((each) => each.id === id);
  return model && estimate(model);
}

/** Cost as the label: VS Code keeps the order of cost while the user filters by description. */
function rowOf(
  entry: ComparisonEntry,
  result: CountedSubject,
  times: string | undefined,
): ComparisonRow {
  const { estimate, fit } = entry;
  const { id } = estimate.model;
  const { atMs, settings } = result;
  const words = wordsOf(settings);
  const age = { atMs, staleAfterDays: settings.staleAfterDays };
  const details = [
    ...(times === undefined ? [] : [times]),
    describeBand(words, estimate.count),
    ...describeMarks(words, estimate, age),
    ...describeFit(words, fit),
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
