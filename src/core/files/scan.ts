import type { Counted, FileContent, ScannedFile, Skipped, TextContent } from './scanned/content';
import { SCAN_LIMITS, type ScanLimits } from './scanned/limits';
import { LargeFiles, type LargeFileHost } from './scanned/largeFiles';
import { SamplesBeside } from './scanned/samplesBeside';
import { walkFiles, type FileTree, type Place } from './walk';

export interface ScanHost<P extends Place, Counts> extends FileTree<P>, LargeFileHost<P, Counts> {
  /** Rejects if the file cannot be read. */
  read(file: P, maxBytes: number): Promise<FileContent>;
  /** Undefined if cancelled. */
  count(content: TextContent): Promise<Counted<Counts> | 'toolsUnknown' | undefined>;
  /** Called with each file once it is counted. */
  onCounted?(file: ScannedFile<P, Counts>): void;
  /**
   * `done` of `total` files are counted; while listing, `done` files are found and `total` is undefined. Of a file that is
   * read in ranges, `share` is counted.
   */
  progress(done: number, total: number | undefined, share?: number): void;
}

export interface Scan<P extends Place, Counts> {
  readonly files: readonly ScannedFile<P, Counts>[];
  readonly skipped: readonly Skipped<P>[];
  /** Entries left out by ignore rules and excludes; a folder counts as one. */
  readonly ignored: number;
  /** The limit that ended the scan early. */
  readonly limit: 'files' | 'bytes' | undefined;
}

interface Findings<P extends Place> {
  /** `toString()` of what the user has chosen. */
  readonly named: ReadonlySet<string>;
  readonly files: P[];
  readonly skipped: Map<string, Skipped<P>>;
  ignored: number;
  limit: 'files' | 'bytes' | undefined;
}

/**
 * Lists all files, then reads and counts one after another, without keeping their texts.
 *
 * @returns undefined if cancelled.
 */
export async function scanFiles<P extends Place, Counts>(
  chosen: readonly P[],
  host: ScanHost<P, Counts>,
  signal: AbortSignal,
  limits: ScanLimits = SCAN_LIMITS,
): Promise<Scan<P, Counts> | undefined> {
  const named = new Set(chosen.map(String));
  const findings: Findings<P> = {
    named,
    files: [],
    skipped: new Map(),
    ignored: 0,
    limit: undefined,
  };
  await listFiles(chosen, host, signal, limits, findings);
  if (signal.aborted) return undefined;
  const files = await countFiles(host, signal, limits, findings);
  if (!files) return undefined;
  const { skipped, ignored, limit } = findings;
  return { files, skipped: [...skipped.values()], ignored, limit };
}

async function listFiles<P extends Place>(
  chosen: readonly P[],
  host: ScanHost<P, unknown>,
  signal: AbortSignal,
  limits: ScanLimits,
  findings: Findings<P>,
): Promise<void> {
  const { files, skipped, named } = findings;
  for await (const found of walkFiles(chosen, host)) {
    if (signal.aborted) return;
    const { kind, place } = found;
    if (kind === 'folder') continue;
    if (kind === 'ignored') findings.ignored++;
    else if (kind !== 'file') skipped.set(place.toString(), { ...found, reason: kind });
    else if (isOfGit(place) && !named.has(place.toString())) {
      skipped.set(place.toString(), { place, reason: 'git' });
    } else if (files.length < limits.files) host.progress(files.push(place), undefined);
    else {
      findings.limit = 'files';
      return;
    }
  }
}

async function countFiles<P extends Place, Counts>(
  host: ScanHost<P, Counts>,
  signal: AbortSignal,
  limits: ScanLimits,
  findings: Findings<P>,
): Promise<Scan<P, Counts>['files'] | undefined> {
  const counted: ScannedFile<P, Counts>[] = [];
  const add = (file: ScannedFile<P, Counts>): void => {
    counted.push(file);
    host.onCounted?.(file);
  };
  let bytes = 0;
  const large = new LargeFiles(host, limits.bytesInRanges);
  const samples = new SamplesBeside(findings.files, (file) => findings.named.has(String(file)));
  for await (const [index, place, content] of readAhead(samples.order, host, limits)) {
    if (signal.aborted) return undefined;
    host.progress(index, findings.files.length);
    if (samples.isOfTemplate(place)) {
      findings.skipped.set(place.toString(), { place, reason: 'samples' });
      continue;
    }
    if (content.kind === 'tooLarge') {
      const report = (share: number): void => host.progress(index, findings.files.length, share);
      const read = await large.count(place, content.bytes, limits.bytes - bytes, report);
      if (read === undefined) return undefined;
      if (read.kind === 'skipped') findings.skipped.set(place.toString(), read.skipped);
      else add(read.file);
      bytes += read.textBytes;
      continue;
    }
    if (content.kind === 'text') samples.note(place, content);
    const skipped = skippedFile(place, content);
    if (skipped) findings.skipped.set(place.toString(), skipped);
    if (skipped || content.kind !== 'text') continue;
    bytes += content.bytes;
    if (bytes > limits.bytes) {
      findings.limit = 'bytes';
      break;
    }
    const result = await host.count(content);
    if (result === undefined) return undefined;
    const { call, template } = content;
    if (result === 'toolsUnknown')
      findings.skipped.set(place.toString(), { place, reason: result });
    else add({ place, ...result, call, template });
    await host.yieldToHost();
  }
  return signal.aborted ? undefined : counted;
}

/** .gitignore, .gitattributes, .gitmodules, .gitkeep, .git-blame-ignore-revs. */
function isOfGit({ path }: Place): boolean {
  return /\/\.git[a-z-]+$/.test(path);
}

/** Why a file is not counted; undefined if it is. */
function skippedFile<P extends Place>(place: P, content: SmallFile): Skipped<P> | undefined {
  switch (content.kind) {
    case 'text':
      return content.parts.every(({ text }) => text === '')
        ? { place, reason: 'empty' }
        : undefined;
    case 'unreadable':
      return { place, reason: 'unreadable', error: content.error };
    case 'binary':
      return { place, reason: content.kind };
  }
}

type SmallFile = Exclude<FileContent, { readonly kind: 'tooLarge' }> | UnreadableFile;
type ReadFile = FileContent | UnreadableFile;

interface UnreadableFile {
  readonly kind: 'unreadable';
  readonly error: unknown;
}

/**
 * Files read while another one is counted. Reads from a remote file system mostly wait; but each file read ahead
 * takes memory, up to `bytesPerFile`.
 */
const READS_AHEAD = 8;

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
