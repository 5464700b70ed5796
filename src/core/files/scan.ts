import type { FileCall } from './fileCall';
import type { TextPart } from './notebook';
import type { TemplateFacts } from './templates/facts';
import { walkFiles, type FileTree, type Place } from './walk';

/** Bounds of a scan: a folder chosen by mistake must not take hours. */
export interface ScanLimits {
  readonly files: number;
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly bytesPerFile: number;
}

/** VS Code gives extensions no text of larger files. */
export const LARGEST_TEXT_MB = 50;

export const LARGEST_TEXT_BYTES = LARGEST_TEXT_MB * 1024 * 1024;

export const SCAN_LIMITS: ScanLimits = {
  files: 20_000,
  bytes: 200_000_000,
  bytesPerFile: LARGEST_TEXT_BYTES,
};

/**
 * What of a file was counted: the cells of a notebook, or its whole file because it could not be parsed; what a prompt
 * file sends; API requests as the one text that their file is.
 */
export type FileForm = 'cells' | 'stored' | 'sent' | 'requests';

/** The text of a template with its values. */
export interface TemplateContent {
  /** The parts with each sample; they are counted in place of the parts as written. */
  readonly samples: readonly (readonly TextPart[])[];
  readonly template: TemplateFacts;
}

/** The result of reading a file. Without a `form`, all of it is counted. */
export type FileContent =
  | ({
      readonly kind: 'text';
      readonly parts: readonly TextPart[];
      readonly bytes: number;
      readonly form?: FileForm | undefined;
      readonly call?: FileCall | undefined;
    } & Partial<TemplateContent>)
  | { readonly kind: 'binary' | 'tooLarge' };

export interface ScanHost<P extends Place, Counts> extends FileTree<P> {
  /** Rejects if the file cannot be read. */
  read(file: P, maxBytes: number): Promise<FileContent>;
  /** Undefined if cancelled. */
  count(
    parts: readonly TextPart[],
    samples?: TemplateContent['samples'],
  ): Promise<Counts | undefined>;
  /** Called with each file once it is counted. */
  onCounted?(file: ScannedFile<P, Counts>): void;
  /** `done` of `total` files are counted; while listing, `done` files are found and `total` is undefined. */
  progress(done: number, total: number | undefined): void;
}

/** `empty`: nothing would be sent. `git`: git reads it, no model does. */
export type SkipReason = 'empty' | 'git' | 'binary' | 'tooLarge' | 'link' | 'other' | 'unreadable';

export interface Skipped<P extends Place> {
  readonly place: P;
  readonly reason: SkipReason;
  /** The cause of `unreadable`. */
  readonly error?: unknown;
}

export interface ScannedFile<P extends Place, Counts> {
  readonly place: P;
  readonly counts: Counts;
  readonly form: FileForm | undefined;
  /** What a prompt file names: its model, its longest answer. */
  readonly call: FileCall | undefined;
  readonly template: TemplateFacts | undefined;
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
  const findings: Findings<P> = { files: [], skipped: new Map(), ignored: 0, limit: undefined };
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
  const { files, skipped } = findings;
  const named = new Set(chosen.map(String));
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
  let bytes = 0;
  for await (const [index, place, content] of readAhead(findings.files, host, limits)) {
    if (signal.aborted) return undefined;
    host.progress(index, findings.files.length);
    const skipped = skippedFile(place, content);
    if (skipped) findings.skipped.set(place.toString(), skipped);
    if (skipped || content.kind !== 'text') continue;
    bytes += content.bytes;
    if (bytes > limits.bytes) {
      findings.limit = 'bytes';
      break;
    }
    const counts = await host.count(content.parts, content.samples);
    if (counts === undefined) return undefined;
    const { form, call, template } = content;
    const file = { place, counts, form, call, template };
    counted.push(file);
    host.onCounted?.(file);
    await host.yieldToHost();
  }
  return signal.aborted ? undefined : counted;
}

/** .gitignore, .gitattributes, .gitmodules, .gitkeep, .git-blame-ignore-revs. */
function isOfGit({ path }: Place): boolean {
  return /\/\.git[a-z-]+$/.test(path);
}

/** Why a file is not counted; undefined if it is. */
function skippedFile<P extends Place>(place: P, content: ReadFile): Skipped<P> | undefined {
  switch (content.kind) {
    case 'text':
      return content.parts.every(({ text }) => text === '')
        ? { place, reason: 'empty' }
        : undefined;
    case 'unreadable':
      return { place, reason: 'unreadable', error: content.error };
    case 'binary':
    case 'tooLarge':
      return { place, reason: content.kind };
  }
}

type ReadFile = FileContent | { readonly kind: 'unreadable'; readonly error: unknown };

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
