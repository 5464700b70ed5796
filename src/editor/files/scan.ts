import type { Uri } from 'vscode';
import { countFile } from '../../core/estimate/counts/samples';
import { countGroups, type CountGroups } from '../../core/estimate/counts/groups';
import { scanFiles, type Scan } from '../../core/files/scan';
import type { Counters } from '../../core/tokens/counters';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { withCounters } from '../counting/leased';
import { workspaceTree } from './tree';
import { readParts, utf8ByFolder } from '../subject/fileText';
import { hostSlices } from '../slices';

export type FileScan = Scan<Uri, readonly TokenCount[]>;

/** The caller of a scan. */
export interface ScanListener {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | undefined) => void;
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
  { signal, progress }: ScanListener,
): Promise<FileScan | undefined> {
  const slices = hostSlices();
  const isUtf8 = utf8ByFolder();
  return withCounters(counters, groups.encodings, { slices, signal }, async (loaded) =>
    scanFiles(
      chosen,
      {
        ...workspaceTree(slices),
        progress,
        read: async (file, maxBytes) => readParts(file, maxBytes, isUtf8),
        async count(parts, samples) {
          const counted = await slices.run(countFile(parts, samples, loaded), signal);
          return counted && countGroups(groups, counted);
        },
      },
      signal,
    ),
  );
}
