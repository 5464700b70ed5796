import type { TextPart } from './notebook';
import { walkFiles, type FileTree, type Place } from './walk';

/** Where a scan stops, so that a folder chosen by mistake keeps nobody waiting for hours. */
export interface ScanLimits {
  readonly files: number;
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly bytesPerFile: number;
}

/** VS Code itself gives extensions no text of larger files: 50 MB, as it counts them. */
export const LARGEST_TEXT_BYTES = 50 * 1024 * 1024;

export const SCAN_LIMITS: ScanLimits = {
  files: 20_000,
  bytes: 200_000_000,
  bytesPerFile: LARGEST_TEXT_BYTES,
};

export type NotebookForm = 'cells' | 'stored';

/** What came of reading a file. */
export type FileContent =
  | {
      readonly kind: 'text';
      readonly parts: readonly TextPart[];
      readonly bytes: number;
      /** Of a notebook: its cells, or all that is stored where the cells are not known. */
      readonly notebook?: NotebookForm | undefined;
    }
  | { readonly kind: 'binary' | 'tooLarge' };

export interface ScanHost<P extends Place, Counts> extends FileTree<P> {
  /** Throws when it cannot be read. */
  read(file: P, maxBytes: number): Promise<FileContent>;
  /** Undefined when nobody waits for it any more. */
  count(parts: readonly TextPart[]): Promise<Counts | undefined>;
  isWanted(): boolean;
  /** So many of so many files are counted; without a total while they are looked for. */
  progress(done: number, total: number | undefined): void;
}

export type SkipReason = 'binary' | 'tooLarge' | 'link' | 'other' | 'unreadable';

export interface Skipped<P extends Place> {
  readonly place: P;
  readonly reason: SkipReason;
  /** What was thrown by what is unreadable. */
  readonly error?: unknown;
}

export interface ScannedFile<P extends Place, Counts> {
  readonly place: P;
  readonly counts: Counts;
  readonly notebook: NotebookForm | undefined;
}

/** What a scan has counted, and what it has not. */
export interface Scan<P extends Place, Counts> {
  readonly files: readonly ScannedFile<P, Counts>[];
  readonly skipped: readonly Skipped<P>[];
  /** Entries left out by rules, a folder as one. */
  readonly ignored: number;
  /** The limit that ended the scan before its end. */
  readonly limit: 'files' | 'bytes' | undefined;
}

interface Finding<P extends Place> {
  readonly files: P[];
  readonly skipped: Map<string, Skipped<P>>;
  ignored: number;
  limit: 'files' | 'bytes' | undefined;
}

/**
 * Looks for all files and then counts one after another; no text is kept.
 *
 * @returns undefined when it was given up.
 */
export async function scanFiles<P extends Place, Counts>(
  chosen: readonly P[],
  host: ScanHost<P, Counts>,
  limits: ScanLimits = SCAN_LIMITS,
): Promise<Scan<P, Counts> | undefined> {
  const finding: Finding<P> = { files: [], skipped: new Map(), ignored: 0, limit: undefined };
  if (!(await findFiles(chosen, host, limits, finding))) return undefined;
  const files = await countFiles(host, limits, finding);
  if (!files) return undefined;
  const { skipped, ignored, limit } = finding;
  return { files, skipped: [...skipped.values()], ignored, limit };
}

async function findFiles<P extends Place>(
  chosen: readonly P[],
  host: ScanHost<P, unknown>,
  limits: ScanLimits,
  finding: Finding<P>,
): Promise<boolean> {
  const { files, skipped } = finding;
  for await (const found of walkFiles(chosen, host)) {
    if (!host.isWanted()) return false;
    const { kind, place } = found;
    if (kind === 'folder') continue;
    if (kind === 'ignored') finding.ignored++;
    else if (kind !== 'file') skipped.set(place.toString(), { ...found, reason: kind });
    else if (files.length < limits.files) host.progress(files.push(place), undefined);
    else {
      finding.limit = 'files';
      break;
    }
  }
  return host.isWanted();
}

async function countFiles<P extends Place, Counts>(
  host: ScanHost<P, Counts>,
  limits: ScanLimits,
  finding: Finding<P>,
): Promise<Scan<P, Counts>['files'] | undefined> {
  const counted: ScannedFile<P, Counts>[] = [];
  let bytes = 0;
  for await (const [index, place, content] of readAhead(finding.files, host, limits)) {
    if (!host.isWanted()) return undefined;
    host.progress(index, finding.files.length);
    if (content.kind !== 'text') {
      const error = content.kind === 'unreadable' ? { error: content.error } : {};
      finding.skipped.set(place.toString(), { place, reason: content.kind, ...error });
      continue;
    }
    bytes += content.bytes;
    if (bytes > limits.bytes) {
      finding.limit = 'bytes';
      break;
    }
    const counts = await host.count(content.parts);
    if (counts === undefined) return undefined;
    counted.push({ place, counts, notebook: content.notebook });
    await host.breathe();
  }
  return host.isWanted() ? counted : undefined;
}

type ReadFile = FileContent | { readonly kind: 'unreadable'; readonly error: unknown };

/**
 * Files that are read while one is counted. Where the file system is in another process or on another
 * machine, each read waits longer than it works; more of them at a time would hold too much of large files.
 */
const READS_AHEAD = 8;

/** Reads the next files while one is counted. */
async function* readAhead<P extends Place>(
  files: readonly P[],
  host: ScanHost<P, unknown>,
  { bytesPerFile }: ScanLimits,
): AsyncGenerator<readonly [number, P, ReadFile], void, undefined> {
  const read = async (place: P): Promise<ReadFile> => {
    try {
      return await host.read(place, bytesPerFile);
    } catch (error) {
      return { kind: 'unreadable', error };
    }
  };
  const reading = files.slice(0, READS_AHEAD).map(read);
  for (const [index, place] of files.entries()) {
    const content = await reading.shift();
    const next = files[index + READS_AHEAD];
    if (next !== undefined) reading.push(read(next));
    if (content) yield [index, place, content];
  }
}
