import { FileSystemError, l10n, type Uri } from 'vscode';
import type { CountGroups } from '../../core/estimate/countGroups';
import { commonFolder, lastName, pathBelow } from '../../core/files/paths';
import {
  SCAN_LIMITS,
  type NotebookForm,
  type Skipped,
  type SkipReason,
} from '../../core/files/scan';
import type { Subject } from '../../protocol/messages';
import type { FileScan } from './scan';
import { showTokens as showNumber } from '../wording/numbers';

/** So many of what is not counted are listed one by one; the notes say how many there are. */
const MAX_LISTED = 500;

/** The report's subject from a scan of what was chosen; the scan must have counted a file. */
export function scanSubject(
  chosen: readonly Uri[],
  scan: FileScan,
  groups: CountGroups,
  atMs: number,
): Subject {
  const home = homeOf(chosen, scan);
  return {
    kind: 'files',
    name: lastName(home.path),
    selections: 0,
    atMs,
    groups: { ...groups.indexes },
    files: scan.files.map(({ place, counts }) => ({
      path: pathFrom(home, place),
      counts: counts.map(({ tokens, low, high, method }) => [tokens, low, high, method]),
    })),
    skipped: scan.skipped
      .slice(0, MAX_LISTED)
      .map((skipped) => ({ path: pathFrom(home, skipped.place), reason: reasonOf(skipped) })),
    notes: scanNotes(scan),
  };
}

/** What is to be known about a scan beside its figures. */
export function scanNotes({ files, skipped, ignored, limit }: FileScan): string[] {
  const notes: string[] = [];
  if (limit === 'files') {
    const files = showNumber(SCAN_LIMITS.files);
    notes.push(l10n.t('Stopped at the limit of {0} files: the rest is not in the sum.', files));
  }
  if (limit === 'bytes') {
    const megabytes = showNumber(SCAN_LIMITS.bytes / 1_000_000);
    notes.push(l10n.t('Stopped at the limit of {0} MB: the rest is not in the sum.', megabytes));
  }
  const inForm = (form: NotebookForm): number =>
    files.filter(({ notebook }) => notebook === form).length;
  const [cells, stored] = [inForm('cells'), inForm('stored')];
  if (cells > 0) {
    notes.push(
      l10n.t('Notebooks, counted by their cells, without outputs: {0}', showNumber(cells)),
    );
  }
  if (stored > 0) {
    const count = showNumber(stored);
    notes.push(l10n.t('Notebooks that are broken, counted as they are stored: {0}', count));
  }
  if (ignored > 0) {
    const entries = showNumber(ignored);
    notes.push(l10n.t('Left out by .gitignore and files.exclude: {0}', entries));
  }
  const counts = new Map<SkipReason, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const [reason, count] of counts) notes.push(skipNote(reason, showNumber(count)));
  if (skipped.length > MAX_LISTED) {
    notes.push(l10n.t('Listed as not in the sum are the first {0}.', showNumber(MAX_LISTED)));
  }
  return notes;
}

function skipNote(reason: SkipReason, count: string): string {
  switch (reason) {
    case 'binary':
      return l10n.t('Binary files, skipped: {0}', count);
    case 'tooLarge':
      return l10n.t('Files over 50 MB, skipped: {0}', count);
    case 'link':
      return l10n.t('Symbolic links, not followed: {0}', count);
    case 'other':
      return l10n.t('Neither files nor folders, skipped: {0}', count);
    case 'unreadable':
      return l10n.t('Could not be read: {0}', count);
  }
}

function reasonOf({ reason, error }: Skipped<Uri>): string {
  switch (reason) {
    case 'binary':
      return l10n.t('binary file');
    case 'tooLarge':
      return l10n.t('over 50 MB');
    case 'link':
      return l10n.t('symbolic link');
    case 'other':
      return l10n.t('neither a file nor a folder');
    case 'unreadable':
      return errorReason(error);
  }
}

function errorReason(error: unknown): string {
  const code = error instanceof FileSystemError ? error.code : '';
  if (code === 'NoPermissions') return l10n.t('no permission to read it');
  if (code === 'FileNotFound') return l10n.t('not found');
  return error instanceof Error ? error.message : String(error);
}

/** The chosen folder, or the one that everything chosen is in: what paths are shown from. */
function homeOf(chosen: readonly Uri[], { files, skipped }: FileScan): Uri {
  // A folder that all of the rest is in has the shortest path.
  const [first] = chosen.toSorted((a, b) => a.path.length - b.path.length);
  if (!first) throw new RangeError('nothing was chosen');
  const isFolder = [...files, ...skipped].every(
    ({ place }) => pathBelow(first.path, place.path) !== undefined,
  );
  return isFolder ? first : first.with({ path: commonFolder(chosen.map(({ path }) => path)) });
}

/** The whole address of what is in another file system than the rest. */
function pathFrom(home: Uri, place: Uri): string {
  const isSame = place.scheme === home.scheme && place.authority === home.authority;
  const path = isSame ? pathBelow(home.path, place.path) : undefined;
  return path ?? (isSame ? lastName(place.path) : place.toString(true));
}
