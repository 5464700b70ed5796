import { join, resolve } from 'node:path';
import { decodeBytes, detectEncoding } from '../../core/files/bytes';
import { fileParts } from '../../core/files/fileParts';
import { languageOfPath } from '../../core/files/languageOfPath';
import { pathBelow } from '../../core/files/paths';
import {
  scanFiles,
  type FileContent,
  type Scan,
  type ScannedFile,
  type Skipped,
} from '../../core/files/scan';
import { finish } from '../../core/scheduling/sliced';
import { describeSkippedFile } from '../../wording/documents/terminal';
import {
  describeScan,
  describeSkipped,
  filesCounted,
  nothingToEstimate,
  scanFacts,
} from '../../wording/views/files';
import { ENGLISH } from '../../wording/words';
import type { CountFor, TextCounter } from '../countTexts';
import type { Io } from '../io';
import { readProblem } from '../texts';
import { UsageError } from '../usageError';
import type { CountedFile, CountedFiles, CountOptions, UseOfCalls } from './counted';
import { FilePlace } from './filePlace';
import { templateContent, type TemplateOptions } from './templates';
import { diskTree } from './tree';

type FileScan = Scan<FilePlace, CountFor>;

/**
 * Counts files and folders as the editor does: what .gitignore and `files.exclude` leave out is not counted, nor are
 * binary files.
 *
 * @param paths as given on the command line.
 * @throws {UsageError} if a path that was given is not counted itself, or if there is nothing to count.
 */
export async function countScanned(
  io: Io,
  paths: readonly string[],
  excludes: unknown,
  count: TextCounter,
  options: CountOptions,
): Promise<CountedFiles> {
  const given = paths.map((path) => ({ path, place: new FilePlace(absolute(io, path)) }));
  const shown = ({ place, counts, call, form }: ScannedFile<FilePlace, CountFor>): CountedFile => {
    const path = shownPath(place, given);
    return { path, countFor: counts, named: call, isRequests: form === 'requests' };
  };
  const scan = await scanDisk(
    io,
    given.map(({ place }) => place),
    excludes,
    count,
    { templates: options.templates, onCounted: (file) => options.onCounted(shown(file)) },
  );
  for (const { path, place } of given) {
    const skipped = scan.skipped.find((each) => each.place.native === place.native);
    if (skipped && skipped.reason !== 'empty') throw new UsageError(whyNotCounted(path, skipped));
  }
  if (scan.files.length === 0) {
    throw new UsageError([nothingToEstimate(ENGLISH), ...notesOf(scan, options)].join(' '));
  }
  return { files: scan.files.map(shown), notes: notesOf(scan, options) };
}

interface DiskOptions extends Pick<CountOptions, 'templates'> {
  readonly onCounted: (file: ScannedFile<FilePlace, CountFor>) => void;
}

async function scanDisk(
  io: Io,
  places: readonly FilePlace[],
  excludes: unknown,
  count: TextCounter,
  { templates, onCounted }: DiskOptions,
): Promise<FileScan> {
  const host = {
    ...diskTree(io, excludes),
    read: async (place: FilePlace, maxBytes: number) => readContent(io, place, maxBytes, templates),
    count: async (...texts: Parameters<TextCounter>) => Promise.resolve(count(...texts)),
    onCounted,
    progress(done: number, total: number | undefined) {
      io.showProgress?.(filesCounted(ENGLISH, done, total));
    },
  };
  const scan = await scanFiles(places, host, new AbortController().signal);
  io.showProgress?.('');
  if (!scan) throw new Error('a scan that nobody cancels ends');
  return scan;
}

async function readContent(
  io: Io,
  { native, path }: FilePlace,
  maxBytes: number,
  templates: TemplateOptions,
): Promise<FileContent> {
  if ((await io.stat(native, true)).bytes > maxBytes) return { kind: 'tooLarge' };
  const bytes = await io.readFile(native);
  const detected = detectEncoding(bytes);
  if (detected === 'binary') return { kind: 'binary' };
  const text = finish(decodeBytes(bytes, detected === 'unknown' ? 'utf8' : detected));
  const file = { path, languageId: languageOfPath(path) };
  const sent = fileParts(text, file);
  const template = await templateContent(io, native, { ...sent, text, file }, templates);
  return { kind: 'text', bytes: bytes.length, ...sent, ...template };
}

function absolute(io: Io, path: string): string {
  return resolve(io.workingDirectory(), path);
}

/** The path of a file as the user would write it: below the path that was given. */
function shownPath(
  { native, path: filePath }: FilePlace,
  given: readonly { readonly path: string; readonly place: FilePlace }[],
): string {
  for (const { path, place } of given) {
    if (place.native === native) return path;
    const below = pathBelow(place.path, filePath);
    if (below !== undefined) return join(path, below);
  }
  return native;
}

function whyNotCounted(path: string, { reason, error }: Skipped<FilePlace>): string {
  if (reason === 'unreadable') return readProblem(path, error);
  return describeSkippedFile(path, reason);
}

function notesOf(scan: FileScan, use: UseOfCalls): readonly string[] {
  const facts = scanFacts(scan, Infinity, use.usesFileModels ? usedOf(scan, use) : []);
  // Where the models are used, the table of files names them.
  const ofModels = use.usesFileModels ? { onYours: 0, onOwn: 0 } : {};
  return [
    ...describeScan(ENGLISH, { ...facts, ...ofModels }, '--file-models'),
    ...describeSkipped(
      ENGLISH,
      scan.skipped.map(({ reason }) => reason),
    ),
  ];
}

function usedOf({ files }: FileScan, { givesOutputTokens }: UseOfCalls) {
  return files.map(({ call }) => ({
    modelId: call?.modelName,
    outputTokens: givesOutputTokens ? undefined : call?.maxOutputTokens,
  }));
}
