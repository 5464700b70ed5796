import type { FileNode } from '../../core/charts/fileTree';
import type { Rest } from '../../core/charts/treemap';
import { moneyRatio, type Money } from '../../core/pricing/money';
import { visibleText } from '../../core/figures/visibleText';
import type { FullScenario } from '../../core/scenario/scenario';
import { describeUnit } from '../call';
import { costHeading, noPrice, showCost } from '../cost';
import { describeTokens } from '../count';
import { showNumber, showShare } from '../numbers';
import type { Words } from '../words';
import { columnLabel } from './table';

// The files of the report: treemap and table.

export type FilesLabel = 'treemap' | 'folders';

export function filesLabel({ l10n }: Words, label: FilesLabel): string {
  switch (label) {
    case 'treemap':
      return l10n.t('Cost by file, as areas');
    case 'folders':
      return l10n.t('Shown folder');
  }
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

/** "≈$0.0123 (12.3%), ≈1,234 tokens". @param whole the cost of all files. */
function fileFigures(
  words: Words,
  { cost, count }: Pick<FileNode, 'cost' | 'count'>,
  whole: Money | undefined,
): string {
  const { l10n } = words;
  const tokens = describeTokens(words, count);
  const shown = describeNodeCost(words, { cost, count });
  const share = cost && whole ? moneyRatio(cost, whole) : undefined;
  return share === undefined
    ? l10n.t('{0}, {1}', shown, tokens)
    : l10n.t('{0} ({1}), {2}', shown, showShare(words, share), tokens);
}

/** "≈$0.0123" or "no price". */
export function describeNodeCost(
  words: Words,
  { cost, count }: Pick<FileNode, 'cost' | 'count'>,
): string {
  return cost ? showCost(words, count, cost) : noPrice(words);
}

/** "prompts/a.md: ≈$0.0123 (12.3%), ≈1,234 tokens", for a reader who sees no areas. */
export function describeFile(words: Words, node: FileNode, whole: Money | undefined): string {
  return `${visibleText(node.path)}: ${fileFigures(words, node, whole)}`;
}

/** "and 14 more, $0.006": files and folders that are too small for tiles of their own. */
export function restOfFiles(words: Words, { files, cost, count }: Rest): string {
  const { l10n } = words;
  return l10n.t('and {0} more, {1}', showNumber(words, files), showCost(words, count, cost));
}

export function openFile({ l10n }: Words, path: string): string {
  return l10n.t('Open {0}', path);
}

/** The files of a report can no longer be found: it is older than the window. */
export function cannotOpenFile({ l10n }: Words): string {
  return l10n.t('This report does not know its files any more. Estimate them again to open them.');
}
