import type { FullScenario } from '../../core/scenario/scenario';
import { callsADay, describeUnit, isConversation, outputTokens } from '../call';
import { fieldWords } from '../scenario/fields';
import { costHeading } from '../cost';
import { tokensOf } from '../count';
import { showNumber } from '../numbers';
import { columnLabel } from './table';
import type { Words } from '../words';

export type ChartLabel =
  | 'heading'
  | 'choice'
  | 'logarithmic'
  | 'bars'
  | 'dot'
  | 'band'
  | 'fewer'
  | 'noCrossovers'
  | 'treemap';

export function chartLabel({ l10n }: Words, label: ChartLabel): string {
  switch (label) {
    case 'heading':
      return l10n.t('Charts');
    case 'choice':
      return l10n.t('Chart');
    case 'logarithmic':
      return l10n.t('Logarithmic');
    case 'bars':
      return l10n.t('Cost by model');
    case 'dot':
      return l10n.t('Total cost; the linear axis shows its parts');
    case 'band':
      return l10n.t('Range of an estimated count');
    case 'fewer':
      return l10n.t('Show fewer');
    case 'noCrossovers':
      return l10n.t('None of these lines cross: the order of the models does not change.');
    case 'treemap':
      return l10n.t('Cost by file, as areas');
  }
}

export function chartName(
  { l10n }: Words,
  chart: 'call' | 'calls' | 'output',
  scenario: FullScenario,
): string {
  const ofConversations = isConversation(scenario);
  switch (chart) {
    case 'call':
      return ofConversations ? l10n.t('Cost per conversation') : l10n.t('Cost per call');
    case 'calls':
      return ofConversations
        ? l10n.t('Cost per month by conversations per day')
        : l10n.t('Cost per month by calls per day');
    case 'output':
      return l10n.t('Cost by output tokens');
  }
}

export function showAllBars(words: Words, models: number): string {
  const { l10n } = words;
  return l10n.t('Show all {0} models', showNumber(words, models));
}

/** The horizontal axis of a line chart. */
export type CurveAxis = 'calls' | 'output';

export function axisName(words: Words, axis: CurveAxis, scenario: FullScenario): string {
  const { l10n } = words;
  if (axis === 'calls' && isConversation(scenario)) return l10n.t('Conversations per day');
  return fieldWords(words)[axis === 'calls' ? 'callsPerDay' : 'outputTokens'].label;
}

export function assumedNow(words: Words, value: number): string {
  const { l10n } = words;
  return l10n.t('Assumed now: {0}', showNumber(words, value));
}

export function tooManyCurveFiles(words: Words, most: number): string {
  const { l10n } = words;
  return l10n.t('Lines are drawn for up to {0} files.', showNumber(words, most));
}

/** The value of the axis from which a model costs less than another. */
export interface NamedCrossover {
  readonly from: number;
  readonly cheaper: string;
  readonly dearer: string;
}

/** "From 2,000 calls a day, o3 costs less than o1." */
export function describeCrossover(
  words: Words,
  axis: CurveAxis,
  { from, cheaper, dearer }: NamedCrossover,
  scenario: FullScenario,
): string {
  const { l10n } = words;
  const at =
    axis === 'calls'
      ? callsADay(words, { ...scenario, callsPerDay: from })
      : outputTokens(words, from);
  return l10n.t('From {0}, {1} costs less than {2}.', at, cheaper, dearer);
}

export function fileHeading({ l10n }: Words): string {
  return l10n.t('File');
}

/** "Files, one call each with openai/o1". */
export function filesHeading(words: Words, modelId: string, scenario: FullScenario): string {
  const { l10n } = words;
  return l10n.t('Files, {0} each with {1}', describeUnit(words, scenario), modelId);
}

export function fileColumn(words: Words, column: 'file' | 'tokens' | 'cost' | 'share'): string {
  const { l10n } = words;
  switch (column) {
    case 'file':
      return fileHeading(words);
    case 'tokens':
      return columnLabel(words, 'tokens', false);
    case 'cost':
      return costHeading(words);
    case 'share':
      return l10n.t('Share');
  }
}

export function fileCount(words: Words, files: number): string {
  const { l10n } = words;
  const number = showNumber(words, files);
  return files === 1 ? l10n.t('{0} file', number) : l10n.t('{0} files', number);
}

/** "All 12 files", or "1 file". */
export function allFiles(words: Words, files: number): string {
  const { l10n } = words;
  return files === 1 ? fileCount(words, files) : l10n.t('All {0} files', showNumber(words, files));
}

/** The entries of a folder that are not shown. */
export function moreEntries(words: Words, entries: number): string {
  const { l10n } = words;
  return l10n.t('… and {0} more, none more expensive', showNumber(words, entries));
}

/** "$0.0123 (12.3%), 1,234 tokens", on a tile of the treemap. */
export function tileFigures(words: Words, cost: string, share: string, tokens: number): string {
  const { l10n } = words;
  const shown = tokensOf(words, tokens, showNumber(words, tokens));
  return l10n.t('{0} ({1}), {2}', cost, share, shown);
}
