import { posix, resolve } from 'node:path';
import { fileCallsOf } from '../../core/estimate/own/fileCalls';
import type { FileCount } from '../../core/fileCounts/fileCount';
import { statedCalls } from '../../core/fileCounts/stated';
import { pathBelow } from '../../core/files/paths';
import { scanFiles, type Scan } from '../../core/files/scan';
import { SCAN_LIMITS, type ScanLimits } from '../../core/files/scanned/limits';
import type { ScannedFile, Skipped } from '../../core/files/scanned/content';
import { toldValues } from '../../core/files/templates/facts';
import type { RequestFacts } from '../../core/requests/facts';
import { describeSkippedFile } from '../../wording/documents/terminal';
import {
  describeScan,
  describeSkipped,
  nothingToEstimateIn,
  scanFacts,
} from '../../wording/views/files';
import { comparedModelsNote, severalModelsNote } from '../../wording/documents/requests';
import { sentences } from '../../wording/language/lists';
import type { Words } from '../../wording/words';
import { countFor, type TextCounter } from '../countTexts';
import type { Io } from '../io';
import { readProblem } from '../texts';
import { UsageError } from '../usageError';
import {
  useOfStated,
  type CountedFile,
  type CountedFiles,
  type CountOptions,
  type UseOfCalls,
} from './counted';
import { FilePlace, slashed } from './filePlace';
import { isFolder } from './folders';
import { notesOfRequestFile } from './requestNotes';
import { scanHost } from './scanHost';

type FileScan = Scan<FilePlace, FileCount>;

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
  const shown = (file: ScannedFile<FilePlace, FileCount>): CountedFile =>
    countedFile(file, shownPath(file.place, given), count, options);
  const scan = await scanDisk(
    io,
    given.map(({ place }) => place),
    excludes,
    count,
    options,
    (file) => options.onCounted(shown(file)),
  );
  for (const { path, place } of given) {
    const skipped = scan.skipped.find((each) => each.place.native === place.native);
    if (skipped && skipped.reason !== 'empty' && skipped.reason !== 'toolsUnknown') {
      throw new UsageError((words) => whyNotCounted(words, path, skipped));
    }
  }
  if (scan.files.length === 0) {
    throw new UsageError((words) =>
      sentences(words, [nothingToEstimateIn(words, paths), ...notesOf(words, scan, options)]),
    );
  }
  const unknown = scan.skipped.filter(({ reason }) => reason === 'toolsUnknown');
  const toolsUnknown = unknown.map(({ place }) => shownPath(place, given));
  return {
    files: scan.files.map(shown),
    toolsUnknown,
    notes: [
      ...notesOf(io.words, scan, options),
      ...toolsUnknown.map((path) => describeSkippedFile(io.words, path, 'toolsUnknown')),
      ...scan.files.flatMap(({ place, counts: { requests } }) =>
        requests ? notesOfScanned(io.words, shownPath(place, given), requests.facts, options) : [],
      ),
    ],
  };
}

function notesOfScanned(
  words: Words,
  path: string,
  facts: RequestFacts,
  { usesStated, usesFileModels, comparesModels }: UseOfCalls,
): readonly string[] {
  const { kind, modelNames } = facts;
  const areLeft = usesStated && !usesFileModels && kind !== 'training' && modelNames.length > 0;
  const left = comparesModels
    ? [comparedModelsNote(words, path, modelNames)]
    : modelNames.length > 1
      ? [severalModelsNote(words, path, modelNames.length)]
      : [];
  return [...notesOfRequestFile(words, path, facts), ...(areLeft ? left : [])];
}

function countedFile(
  { counts: { counts, requests }, call, template }: ScannedFile<FilePlace, FileCount>,
  path: string,
  { groups }: TextCounter,
  use: UseOfCalls,
): CountedFile {
  const shared = { path, countFor: countFor(groups, counts) };
  if (!requests) {
    return { ...shared, named: call, template: toldValues(template) };
  }
  const { facts } = requests;
  const { usesStated } = use;
  return {
    ...shared,
    requests: facts,
    stated: usesStated ? requests.calls : undefined,
    call: fileCallsOf(statedCalls(requests), { ...useOfStated(use), batch: usesStated }),
  };
}

async function scanDisk(
  io: Io,
  places: readonly FilePlace[],
  excludes: unknown,
  count: TextCounter,
  { filesAs, templates }: CountOptions,
  onCounted: (file: ScannedFile<FilePlace, FileCount>) => void,
): Promise<FileScan> {
  const { signal } = new AbortController();
  const use = { countsRequests: filesAs !== 'text', templates };
  const host = { ...scanHost(io, excludes, count, use, signal), onCounted };
  const scan = await scanFiles(places, host, signal, await limitsFor(io, places));
  io.showProgress?.('');
  if (!scan) throw new Error('a scan that nobody cancels ends');
  return scan;
}

/** A folder can be named by mistake; a file is named because it is meant. */
async function limitsFor(io: Io, places: readonly FilePlace[]): Promise<ScanLimits> {
  const areFolders = await Promise.all(places.map(async ({ native }) => isFolder(io, native)));
  return areFolders.includes(true)
    ? SCAN_LIMITS
    : { ...SCAN_LIMITS, bytes: Infinity, bytesInRanges: Infinity };
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
    if (below !== undefined) return posix.join(slashed(path), below);
  }
  return native;
}

function whyNotCounted(words: Words, path: string, { reason, error }: Skipped<FilePlace>): string {
  if (reason === 'unreadable') return readProblem(words, path, error);
  return describeSkippedFile(words, path, reason);
}

function notesOf(words: Words, scan: FileScan, use: UseOfCalls): readonly string[] {
  const facts = scanFacts(scan, Infinity, use.usesFileModels ? usedOf(scan, use) : []);
  // Where the models are used, the table of files names them.
  const ofModels = use.usesFileModels ? { onYours: 0, onOwn: 0 } : {};
  return [
    ...describeScan(words, { ...facts, ...ofModels }, '--file-models'),
    ...describeSkipped(words, scan.skipped),
  ];
}

function usedOf({ files }: FileScan, { givesOutputTokens }: UseOfCalls) {
  return files.map(({ call }) => ({
    modelId: call?.modelName,
    outputTokens: givesOutputTokens ? undefined : call?.maxOutputTokens,
  }));
}
