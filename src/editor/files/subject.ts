import { FileSystemError, workspace, type Uri } from 'vscode';
import type { CountGroups } from '../../core/estimate/counts/groups';
import { commonFolder, lastName, pathBelow } from '../../core/files/paths';
import type { Skipped } from '../../core/files/scanned/content';
import type { ReportSubject, SubjectNote } from '../../protocol/subject';
import { wireCounts, wireTemplate } from '../../protocol/wire';
import type { FileScan } from './scan';
import {
  describeScan,
  describeSkipped,
  scanFacts,
  type ScanFacts,
  skipReason,
  unreadableReason,
} from '../../wording/views/files';
import { missingNotes, moreNotes, noteOnFile } from '../../wording/views/requestFiles';
import type { Words } from '../../wording/words';
import { requestsOnWire, requestsOnYours } from './requests';
import type { UsedOfFile } from './usedCalls';
import { unusedModels } from '../../wording/page/files';
import { wordsOf } from '../words';

/** At most this many skipped files are listed; the notes give their number. */
const MAX_LISTED = 500;

/** The report's subject of a scan; the scan must have counted a file. @param used of the calls that files name. */
export function scanSubject(
  chosen: readonly Uri[],
  scan: FileScan,
  groups: CountGroups,
  used: readonly UsedOfFile[],
  atMs: number,
): ReportSubject {
  const home = homeOf(chosen, scan);
  const ofFiles = used.map(({ own }) => own);
  const facts = scanFacts(scan, MAX_LISTED, ofFiles);
  return {
    kind: 'files',
    name: nameOf(home, chosen),
    identity: chosen.map(String).toSorted().join(' '),
    selections: 0,
    atMs,
    groups: [...groups.keys],
    files: scan.files.map((file, index) => fileOf(home, file, used[index])),
    skipped: scan.skipped
      .slice(0, MAX_LISTED)
      .map((skipped) => ({ path: pathFrom(home, skipped.place), reason: reasonOf(skipped) })),
    notes: [...scanNotes(scan, facts, used), ...settingNotes(facts)],
  };
}

function fileOf(
  home: Uri,
  { place, counts: { counts: counted, requests }, template }: FileScan['files'][number],
  used: UsedOfFile | undefined,
): ReportSubject['files'][number] {
  const path = pathFrom(home, place);
  const known = wireTemplate(template);
  return {
    path,
    ...wireCounts(counted),
    ...(used?.own ? { own: used.own } : {}),
    ...(requests
      ? { requests: requestsOnWire(place, counted, requests, used?.modelIds ?? []) }
      : {}),
    ...(known ? { template: known } : {}),
  };
}

/** Facts about a scan beside its figures and its list of skipped files. */
function scanNotes(scan: FileScan, facts: ScanFacts, used: readonly UsedOfFile[]): string[] {
  const words = wordsOf();
  return [...describeScan(words, facts), ...notesOfRequests(words, scan, used)];
}

/** Facts that a setting changes. */
function settingNotes(facts: ScanFacts): readonly SubjectNote[] {
  const text = unusedModels(wordsOf(), facts);
  return text === undefined ? [] : [{ text, setting: 'useFileModel' }];
}

/** Files of requests of which something is said; more would hide the other notes. */
const MAX_NOTED_FILES = 20;

/** What is not in the price of files of requests. */
function notesOfRequests(
  words: Words,
  { files }: FileScan,
  used: readonly UsedOfFile[],
): readonly string[] {
  const noted = files.flatMap(({ place, counts: { counts, requests } }, index) => {
    if (!requests) return [];
    const onYours = requestsOnYours(counts, requests, used[index]?.modelIds ?? []);
    const notes = missingNotes(words, requests.facts, onYours);
    return notes.map((note) => noteOnFile(wordsOf(), lastName(place.path), note));
  });
  const more = noted.length - MAX_NOTED_FILES;
  return [...noted.slice(0, MAX_NOTED_FILES), ...(more > 0 ? [moreNotes(words, more)] : [])];
}

/** Facts about a scan that found nothing to count. */
export function emptyScanNotes(scan: FileScan): readonly string[] {
  return [
    ...scanNotes(scan, scanFacts(scan, MAX_LISTED), []),
    ...describeSkipped(wordsOf(), scan.skipped),
  ];
}

function reasonOf({ reason, error }: Skipped<Uri>): string {
  return reason === 'unreadable' ? errorReason(error) : skipReason(wordsOf(), reason);
}

function errorReason(error: unknown): string {
  const code = error instanceof FileSystemError ? error.code : '';
  const known = unreadableReason(wordsOf(), code);
  return known ?? (error instanceof Error ? error.message : String(error));
}

/** The folder to which shown paths are relative: the chosen one, or the common parent of all chosen entries. */
function homeOf(chosen: readonly Uri[], { files, skipped }: FileScan): Uri {
  // A folder that holds all the rest has the shortest path.
  const [first] = chosen.toSorted((a, b) => a.path.length - b.path.length);
  if (!first) throw new RangeError('nothing was chosen');
  const isFolder = [...files, ...skipped].every(
    ({ place }) => pathBelow(first.path, place.path) !== undefined,
  );
  return isFolder ? first : first.with({ path: commonFolder(chosen.map(({ path }) => path)) });
}

/** Of a folder of the workspace, its name there; of what lies in no folder or at the top of one, its own. */
function nameOf(home: Uri, [first]: readonly Uri[]): string {
  const folder = workspace.getWorkspaceFolder(home);
  if (folder?.uri.toString() === home.toString()) return folder.name;
  return lastName(home.path === '/' && first ? first.path : home.path);
}

/** The path below `home`; the whole URI if it is in another file system. */
function pathFrom(home: Uri, place: Uri): string {
  const isSame = place.scheme === home.scheme && place.authority === home.authority;
  const path = isSame ? pathBelow(home.path, place.path) : undefined;
  return path ?? (isSame ? lastName(place.path) : place.toString(true));
}
