import type { FileNode } from '../../core/charts/fileTree';
import { moneyRatio } from '../../core/pricing/money';
import { visibleText } from '../../core/figures/visibleText';
import { estimateMark } from '../../core/tokens/tokenCount';
import type { FullScenario } from '../../core/scenario/scenario';
import { describeUnit } from '../call';
import { costHeading, noPrice, showCost } from '../cost';
import { describeTokens } from '../count';
import { showNumber, showShare } from '../numbers';
import type { NamedSubject } from '../subject';
import type { ScanFacts } from '../views/files';
import { countOfRequests } from '../views/requestCount';
import { counted } from '../language/forms';
import { commas, inBrackets } from '../language/lists';
import { about, type Words } from '../words';
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

/** Of prompt files that are priced on the user's model all the same; undefined: of none. */
export function unusedModels(words: Words, { onYours }: ScanFacts): string | undefined {
  const { l10n } = words;
  if (onYours === 0) return undefined;
  return l10n.t(
    'Prompt files that name a model, which is not used: {0}.',
    showNumber(words, onYours),
  );
}

/** The button beside that note. */
export function openNotedSetting({ l10n }: Words): string {
  return l10n.t('Open the setting for models that files name');
}

export function fileHeading({ l10n }: Words): string {
  return l10n.t('File');
}

/** "Files, one call each with openai/o1". */
export function filesHeading(words: Words, modelId: string, scenario: FullScenario): string {
  const { l10n } = words;
  return l10n.t('Files, {0} each with {1}', describeUnit(words, scenario), modelId);
}

/** "Files, one call each on its own model". */
export function ownFilesHeading(words: Words, scenario: FullScenario): string {
  const { l10n } = words;
  return l10n.t('Files, {0} each on its own model', describeUnit(words, scenario));
}

/** "on GPT-4o": marks a file that is priced on the model that it names. */
export function onModelNamed({ l10n }: Words, name: string): string {
  return l10n.t('on {0}', name);
}

/** "On the model that each names: GPT-4o (2 files), Claude Sonnet 4.5 (1 file)." Or with requests. */
export function onOwnModelsNote(
  words: Words,
  kind: NamedSubject['kind'],
  models: readonly { readonly name: string; readonly texts: number }[],
): string {
  const { l10n } = words;
  const countOf = kind === 'requests' ? countOfRequests : fileCount;
  const each = models.map(({ name, texts }) => inBrackets(words, name, countOf(words, texts)));
  return l10n.t('On the model that each names: {0}.', commas(words, each));
}

/** "All files on GPT-6 Sol: $0.0123." Or requests. */
export function allOnOneModel(
  { l10n }: Words,
  kind: NamedSubject['kind'],
  name: string,
  cost: string,
): string {
  return kind === 'requests'
    ? l10n.t('All requests on {0}: {1}.', name, cost)
    : l10n.t('All files on {0}: {1}.', name, cost);
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
  return counted(words, files, l10n.t('[one]{0} file[other]{0} files'), number);
}

/** "11 more", the name of what a picture has no room for. */
export function moreFiles(words: Words, files: number): string {
  const { l10n } = words;
  return l10n.t('{0} more', showNumber(words, files));
}

/** "All 12 files", or "1 file". */
export function allFiles(words: Words, files: number): string {
  const { l10n } = words;
  if (files === 1) return fileCount(words, files);
  return counted(words, files, l10n.t('[other]All {0} files'), showNumber(words, files));
}

/** The entries of a folder that are not shown. */
export function moreEntries(words: Words, entries: number): string {
  const { l10n } = words;
  return l10n.t('… and {0} more, none more expensive', showNumber(words, entries));
}

/** "≈$0.0123 (≈12.3%), ≈1,234 tokens". @param whole all that is shown. */
function fileFigures(words: Words, node: FileNode, whole: FileNode): string {
  const tokens = describeTokens(words, node.count);
  const shown = describeNodeCost(words, node);
  const share = shareOfCost(words, node, whole);
  return share === ''
    ? commas(words, [shown, tokens])
    : commas(words, [inBrackets(words, shown, share), tokens]);
}

/** "≈12.3%"; "" without a price. A part of an estimated cost is estimated; the whole is exactly all of it. */
export function shareOfCost(words: Words, node: FileNode, whole: FileNode): string {
  const share = node.cost && whole.cost ? moneyRatio(node.cost, whole.cost) : undefined;
  if (share === undefined) return '';
  return (node === whole ? '' : estimateMark(whole.count)) + showShare(words, share);
}

/** "≈$0.0123" or "no price". */
export function describeNodeCost(
  words: Words,
  { cost, count }: Pick<FileNode, 'cost' | 'count'>,
): string {
  return cost ? showCost(words, count, cost) : noPrice(words);
}

/** "60 files, ≈$0.301", the label of a folder below its name. */
export function describeFolder(words: Words, folder: FileNode): string {
  return withFileCount(words, folder, describeNodeCost(words, folder));
}

function withFileCount(words: Words, { fileCount: files }: FileNode, figures: string): string {
  return commas(words, [fileCount(words, files), figures]);
}

/**
 * "prompts/a.md: ≈$0.0123 (12.3%), ≈1,234 tokens", or "prompts/: 60 files, ≈$0.301 (41.6%), …", for a reader who sees
 * no areas.
 */
export function describeEntry(words: Words, node: FileNode, whole: FileNode): string {
  const figures = fileFigures(words, node, whole);
  const path = visibleText(node.path);
  return node.index === undefined
    ? about(words, `${path}/`, withFileCount(words, node, figures))
    : about(words, path, figures);
}

/** "and 14 more, $0.006": files that have no tiles of their own. */
export function restOfFiles(words: Words, rest: FileNode): string {
  const { l10n } = words;
  const number = showNumber(words, rest.fileCount);
  return l10n.t('and {0} more, {1}', number, describeNodeCost(words, rest));
}

/** "and 14 more, $0.00000600, not drawn", or "mid.md, $0.017, not drawn": too small for a tile beside the others. */
export function undrawnFiles(words: Words, rest: FileNode): string {
  const { l10n } = words;
  const [first] = rest.children;
  const undrawn =
    first && rest.children.length === 1
      ? commas(words, [nameOfEntry(first), describeNodeCost(words, first)])
      : restOfFiles(words, rest);
  return l10n.t('{0}, not drawn', undrawn);
}

/** "mid.md" or "deep/". */
export function nameOfEntry({ name, index }: FileNode): string {
  return visibleText(index === undefined ? `${name}/` : name);
}

export function openFile({ l10n }: Words, path: string): string {
  return l10n.t('Open {0}', path);
}

/** A report names the line of a request that the file may have no longer. */
export function fileMayHaveChanged({ l10n }: Words, name: string): string {
  return l10n.t(
    '{0} has changed since this report was made: another request may be on this line now.',
    name,
  );
}

/** The files of a report can no longer be found: it is older than the window. */
export function cannotOpenFile({ l10n }: Words): string {
  return l10n.t('This report does not know its files any more. Estimate them again to open them.');
}
