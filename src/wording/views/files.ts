import type { FileCount } from '../../core/fileCounts/fileCount';
import type { Scan } from '../../core/files/scan';
import { LARGEST_TEXT_MB, SCAN_LIMITS } from '../../core/files/scanned/limits';
import type { FileForm, Skipped, SkipReason } from '../../core/files/scanned/content';
import type { Place } from '../../core/files/walk';
import { commas } from '../language/lists';
import { showNumber, showShare } from '../numbers';
import { isRendered } from '../../core/files/templates/facts';
import type { BrokenFile } from '../../core/files/templates/resolve';
import { counted } from '../language/forms';
import type { Words } from '../words';
import { brokenNote } from './templates';

// "Estimate Token Count and Cost of Files" on files and folders.

export function filesDialog({ l10n }: Words): {
  readonly title: string;
  readonly openLabel: string;
} {
  return { title: l10n.t('Files and folders to estimate'), openLabel: l10n.t('Estimate') };
}

export type FileChoice = 'file' | 'folder' | 'workspace' | 'dialog';

/** What the palette's command can be about; follows the name of a file or folder, except for the dialog. */
export function chooseFiles({ l10n }: Words, choice: FileChoice): string {
  switch (choice) {
    case 'file':
      return l10n.t('this file');
    case 'folder':
      return l10n.t('the folder of this file');
    case 'workspace':
      return l10n.t('the workspace');
    case 'dialog':
      return l10n.t('Other files and folders…');
  }
}

/**
 * The progress of a scan; `total` is undefined while files are being listed.
 *
 * @param share of the file that is being counted, if it is a large one.
 */
export function filesCounted(
  words: Words,
  done: number,
  total: number | undefined,
  share?: number,
): string {
  const { l10n } = words;
  const files = showNumber(words, done);
  if (total === undefined) {
    return counted(words, done, l10n.t('[one]{0} file found[other]{0} files found'), files);
  }
  const forms = l10n.t('[one]{0} of {1} file[other]{0} of {1} files');
  const ofAll = counted(words, total, forms, files, showNumber(words, total));
  return share === undefined
    ? ofAll
    : l10n.t('{0}, {1} of the next one', ofAll, showShare(words, share));
}

export function estimatingCancelled({ l10n }: Words): string {
  return l10n.t('The estimate was cancelled. The report is unchanged.');
}

export function nothingToEstimate({ l10n }: Words): string {
  return l10n.t(
    'There is no text to estimate in what you chose. Choose files with text, or a folder that has some.',
  );
}

/** The button beside `nothingToEstimate`. */
export function otherFilesButton({ l10n }: Words): string {
  return l10n.t('Choose Others…');
}

/** "There is no text to estimate in docs.": of paths that were typed. */
export function nothingToEstimateIn(words: Words, paths: readonly string[]): string {
  const { l10n } = words;
  return l10n.t('There is no text to estimate in {0}.', commas(words, paths));
}

/** Broken files that are named. */
const MOST_BROKEN = 5;

/** Facts about a scan, in addition to its counts. */
export interface ScanFacts {
  readonly limit: 'files' | 'bytes' | undefined;
  /** Entries that ignore rules leave out. */
  readonly ignored: number;
  /** Number of files that are not in the sum. */
  readonly skipped: number;
  readonly notebookCells: number;
  readonly notebooksAsStored: number;
  /** Files of API requests, priced request by request. */
  readonly requestFiles: number;
  /** Files that seem to hold API requests, and are counted as texts. */
  readonly requestsAsText: number;
  /** Files of examples for fine-tuning, which have no price. */
  readonly trainingFiles: number;
  /** Counted without what of them is not sent. */
  readonly promptFiles: number;
  /** Templates that are counted with values. */
  readonly templates: number;
  /** Templates of which placeholders are counted as written. */
  readonly openTemplates: number;
  /** Templates with loops, conditions or comments, which are counted as written. */
  readonly structuredTemplates: number;
  /** Files with values that are not used, each once. */
  readonly broken: readonly BrokenFile[];
  /** Prompt files that name a model of their own, and are priced on the user's all the same. */
  readonly onYours: number;
  /** Prompt files that are priced on the model that they name. */
  readonly onOwn: number;
  /** Prompt files that have the longest answer that they name in place of the assumed one. */
  readonly withCeiling: number;
  /** Pictures, PDFs and recordings among the skipped files. */
  readonly media: number;
  /** The report lists at most this many skipped files. */
  readonly listed: number;
}

/** What is used of the calls that files name. */
export interface UsedCall {
  readonly modelId?: string | undefined;
  readonly outputTokens?: number | undefined;
}

/**
 * @param listed at most this many skipped files are listed.
 * @param used in the order of the files; empty: nothing.
 */
export function scanFacts(
  { files, skipped, ignored, limit }: Scan<Place, FileCount>,
  listed: number,
  used: readonly (UsedCall | undefined)[] = [],
): ScanFacts {
  const ofPrompts = used.filter((_, index) => files[index]?.counts.requests === undefined);
  const onOwn = ofPrompts.filter((call) => call?.modelId !== undefined).length;
  const naming = files.filter(({ call }) => call?.modelName !== undefined).length;
  const training = files.filter(({ counts }) => counts.requests?.facts.kind === 'training').length;
  const inForm = (wanted: FileForm): number => files.filter(({ form }) => form === wanted).length;
  return {
    limit,
    ignored,
    skipped: skipped.length,
    notebookCells: inForm('cells'),
    notebooksAsStored: inForm('stored'),
    requestFiles: inForm('requests') - training,
    requestsAsText: inForm('requestsAsText'),
    trainingFiles: training,
    promptFiles: inForm('sent'),
    templates: files.filter(({ template }) => template && isRendered(template)).length,
    openTemplates: files.filter(({ template }) => (template?.open.length ?? 0) > 0).length,
    structuredTemplates: files.filter(({ template }) => (template?.structures.length ?? 0) > 0)
      .length,
    broken: files.flatMap(({ template }) => template?.broken ?? []),
    onYours: naming - onOwn,
    onOwn,
    withCeiling: ofPrompts.filter((call) => call?.outputTokens !== undefined).length,
    media: skipped.filter(isMediaFile).length,
    listed,
  };
}

/** By its name: skipped files are not read again. */
function isMediaFile({ place, reason }: Skipped<Place>): boolean {
  const isRead = reason === 'binary' || reason === 'tooLarge';
  return isRead && MEDIA_NAME.test(place.path);
}

const MEDIA_NAME =
  /\.(?:png|jpe?g|gif|webp|heic|heif|avif|bmp|tiff?|pdf|wav|mp3|m4a|flac|og[ag]|opus|mp4|mov)$/i;

/**
 * Sentences on files that are included in a special way, or left out without being listed.
 *
 * @param switchName the option by which files are priced on the models that they name; undefined: `unusedModels` has
 * the sentence on them.
 */
export function describeScan(words: Words, facts: ScanFacts, switchName?: string): string[] {
  const { l10n } = words;
  const { limit, ignored, media, skipped, listed } = facts;
  const { notebookCells, notebooksAsStored, requestFiles, requestsAsText, trainingFiles } = facts;
  const { promptFiles, onYours, onOwn, withCeiling } = facts;
  const { templates, openTemplates, structuredTemplates, broken } = facts;
  const number = (value: number): string => showNumber(words, value);
  return [
    limit && limitNote(words, limit),
    notebookCells > 0 &&
      l10n.t('Notebooks, counted by their cells without outputs: {0}', number(notebookCells)),
    notebooksAsStored > 0 &&
      l10n.t('Damaged notebooks, counted as stored: {0}', number(notebooksAsStored)),
    requestFiles > 0 &&
      l10n.t('Files of API requests, priced request by request: {0}', number(requestFiles)),
    requestsAsText > 0 &&
      l10n.t(
        'Files that seem to hold API requests, priced as texts because their JSON is not whole, or is one value of over {0} MB: {1}',
        number(LARGEST_TEXT_MB),
        number(requestsAsText),
      ),
    trainingFiles > 0 &&
      l10n.t(
        'Files of examples for fine-tuning, counted, but not in the price, as there are no rates for training: {0}',
        number(trainingFiles),
      ),
    promptFiles > 0 &&
      l10n.t('Prompt files, counted without front matter and role lines: {0}', number(promptFiles)),
    templates > 0 && l10n.t('Templates, counted with sample values: {0}', number(templates)),
    openTemplates > 0 &&
      l10n.t(
        'Templates, of which placeholders without a value are counted as written: {0}',
        number(openTemplates),
      ),
    structuredTemplates > 0 &&
      l10n.t(
        'Templates, of which loops, conditions and comments are counted as written: {0}',
        number(structuredTemplates),
      ),
    ...broken.slice(0, MOST_BROKEN).map((file) => brokenNote(words, file)),
    onOwn > 0 && l10n.t('Prompt files, priced on the model that they name: {0}', number(onOwn)),
    withCeiling > 0 &&
      l10n.t(
        'Prompt files, priced with the longest answer that they name: {0}',
        number(withCeiling),
      ),
    onYours > 0 &&
      switchName !== undefined &&
      l10n.t(
        'Prompt files that name a model, which is not used: {0} ({1} changes that)',
        number(onYours),
        switchName,
      ),
    media > 0 &&
      l10n.t(
        'Pictures, PDFs and recordings, not in the sum: {0} (open one, or name it in a terminal, for its cost as input)',
        number(media),
      ),
    ignored > 0 && l10n.t('Left out by .gitignore and files.exclude: {0}', number(ignored)),
    skipped > listed &&
      counted(
        words,
        listed,
        l10n.t('[other]Only the first {0} files that are not in the sum are listed.'),
        number(listed),
      ),
  ].filter((note) => typeof note === 'string');
}

/** How many files were skipped, for each reason: where they are not listed one by one. */
export function describeSkipped(
  words: Words,
  skipped: readonly Skipped<Place>[],
): readonly string[] {
  const reasons = new Map<SkipReason, number>();
  for (const file of skipped) {
    // Those are told by what they are.
    if (isMediaFile(file)) continue;
    const { reason } = file;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return Array.from(reasons, ([reason, count]) =>
    skipNote(words, reason, showNumber(words, count)),
  );
}

function limitNote(words: Words, limit: 'files' | 'bytes'): string {
  const { l10n } = words;
  return limit === 'files'
    ? counted(
        words,
        SCAN_LIMITS.files,
        l10n.t('[other]Stopped at the limit of {0} files: the rest is not in the sum.'),
        showNumber(words, SCAN_LIMITS.files),
      )
    : l10n.t(
        'Stopped at the limit of {0} MB: the rest is not in the sum.',
        showNumber(words, SCAN_LIMITS.bytes / 1_000_000),
      );
}

function skipNote({ l10n }: Words, reason: SkipReason, count: string): string {
  switch (reason) {
    case 'empty':
      return l10n.t('Empty files, skipped: {0}', count);
    case 'git':
      return l10n.t('Files of git itself, skipped: {0}', count);
    case 'samples':
      return l10n.t('Sample values of templates, counted in these, skipped: {0}', count);
    case 'binary':
      return l10n.t('Binary files, skipped: {0}', count);
    case 'tooLarge':
      return l10n.t('Files over {0} MB, skipped: {1}', LARGEST_TEXT_MB, count);
    case 'toolsUnknown':
      return l10n.t('MCP configurations without the tools of the servers, unknown: {0}', count);
    case 'link':
      return l10n.t('Symbolic links, not followed: {0}', count);
    case 'other':
      return l10n.t('Neither files nor folders, skipped: {0}', count);
    case 'unreadable':
      return l10n.t('Could not be read: {0}', count);
  }
}

/** Why a file was skipped. */
export function skipReason({ l10n }: Words, reason: Exclude<SkipReason, 'unreadable'>): string {
  switch (reason) {
    case 'empty':
      return l10n.t('empty: nothing would be sent');
    case 'git':
      return l10n.t('read by git, not by a model');
    case 'samples':
      return l10n.t('sample values of a template, counted in it');
    case 'binary':
      return l10n.t('binary file');
    case 'tooLarge':
      return l10n.t('over {0} MB', LARGEST_TEXT_MB);
    case 'toolsUnknown':
      return l10n.t('unknown: the file names MCP servers, not their tools');
    case 'link':
      return l10n.t('symbolic link');
    case 'other':
      return l10n.t('neither a file nor a folder');
  }
}

/** @param code of VS Code's `FileSystemError`. @returns undefined for other codes. */
export function unreadableReason(words: Words, code: string): string | undefined {
  const { l10n } = words;
  if (code === 'NoPermissions') return noPermission(words);
  if (code === 'FileNotFound') return l10n.t('not found');
  return undefined;
}

export function noPermission({ l10n }: Words): string {
  return l10n.t('no permission to read it');
}
