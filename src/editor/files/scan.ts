import type { Uri } from 'vscode';
import type { CountGroups } from '../../core/estimate/counts/groups';
import { countContent, type FileCount, type FileCounters } from '../../core/fileCounts/fileCount';
import { countLargeFile } from '../../core/fileCounts/largeFile';
import { languageOfPath } from '../../core/files/languageOfPath';
import { scanFiles, type Scan, type ScanHost } from '../../core/files/scan';
import type { Slices } from '../../core/scheduling/slices';
import type { Counters } from '../../core/tokens/counters';
import { withCounters } from '../counting/leased';
import { readRanges } from './ranges';
import { workspaceTree } from './tree';
import { readParts, utf8ByFolder } from '../subject/fileText';
import { hostSlices } from '../slices';

export type FileScan = Scan<Uri, FileCount>;

/** The caller of a scan. */
export interface ScanListener {
  readonly signal: AbortSignal;
  readonly progress: ScanHost<Uri, FileCount>['progress'];
}

/**
 * Counts files and folders for each group of models, in slices.
 *
 * @returns undefined if cancelled.
 */
export async function scanUris(
  chosen: readonly Uri[],
  groups: CountGroups,
  counters: Counters,
  listener: ScanListener,
): Promise<FileScan | undefined> {
  const slices = hostSlices();
  const { signal } = listener;
  return withCounters(counters, groups.encodings, { slices, signal }, async (loaded) =>
    scanFiles(chosen, scanHost({ groups, counters: loaded }, slices, listener), signal),
  );
}

function scanHost(
  by: FileCounters,
  slices: Slices,
  { signal, progress }: ScanListener,
): ScanHost<Uri, FileCount> {
  const isUtf8 = utf8ByFolder();
  return {
    ...workspaceTree(slices),
    progress,
    read: async (file, maxBytes) => readParts(file, maxBytes, isUtf8),
    async count(content) {
      const counts = await slices.run(countContent(content, by), signal);
      return typeof counts === 'object' ? { counts, form: counts.form } : counts;
    },
    async countLarge(uri, countsText, report) {
      // Other encodings are decoded by VS Code, as a whole.
      if (!isUtf8(uri)) return 'tooLarge';
      const file = {
        path: uri.path,
        languageId: languageOfPath(uri.path),
        read: () => readRanges(uri),
        countsRequests: true,
        countsText,
      };
      const counts = await countLargeFile(file, { ...by, slices, signal, progress: report });
      return typeof counts === 'object' ? { counts, form: counts.form } : counts;
    },
  };
}
