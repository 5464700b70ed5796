import { ThemeIcon, type QuickInputButton } from 'vscode';
import type { Estimate } from '../../core/estimate/estimate';
import type { RankedEstimate } from '../../core/estimate/ranking';
import { hostsOf } from '../../core/pricing/selection/hosts';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { isModelOfFile, type CountedSubject } from '../live/counted';
import { plainText } from '../../core/figures/plainText';
import {
  comparisonButton,
  describeAgainst,
  describeFit,
  describeTimes,
} from '../../wording/comparison';
import { describeCost } from '../../wording/cost';
import { describeBand } from '../../wording/count';
import { describeMarks, isYours } from '../../wording/marks';
import { eachOnItsModel, fileNamesIt } from '../../wording/views/fileCall';
import { sharesNotes } from '../../wording/requests/models';
import { wordsOf } from '../words';
import { listModels, type ListQuestion } from '../picks/listing';
import { modelRows, type ModelRow } from '../picks/modelRows';

/** The model that all models are compared with. */
export type Yardstick = 'cheapest' | 'baseline';

export type ComparisonRow = ModelRow;

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
): readonly ComparisonRow[] {
  const { table, settings, atMs } = result;
  const pinnedIds = idsOf(table, settings.pinnedNames, atMs);
  const timesOf = multiples(result, yardstick);
  const row = (estimate: RankedEstimate): ComparisonRow => ({
    ...rowOf(estimate, result, timesOf(estimate), question.query !== ''),
    buttons: buttonsOf(estimate, result, pinnedIds.includes(estimate.model.id)),
  });
  const rows = modelRows(listModels(result, question), question, result.isComplete, row);
  const isSearch = question.query !== '' || question.scope.kind === 'hosts';
  return result.ownModels && !isSearch ? [ownRow(result), ...rows] : rows;
}

/** The cost as it is, where each request is on the model that it names; the rows below have all on one. */
function ownRow(result: CountedSubject): ComparisonRow {
  const words = wordsOf(result.settings);
  const current = result.current();
  const details = [
    describeBand(words, current.count),
    ...describeFit(words, current),
    ...sharesNotes(words, current),
  ];
  return {
    key: 'own models',
    label: describeCost(words, current),
    description: plainText(eachOnItsModel(words)),
    detail: plainText(details.join(' · ')),
    alwaysShow: true,
  };
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
    ...describeFit(words, estimate),
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
