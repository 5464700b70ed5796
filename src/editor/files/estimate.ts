import { commands, ProgressLocation, Uri, window, type Disposable, type Progress } from 'vscode';
import type { ReportSubject } from '../../protocol/subject';
import { groupModels, type CountGroups } from '../../core/estimate/counts/groups';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { Counters } from '../../core/tokens/counters';
import { abortSignal } from '../abortSignal';
import { Latest } from '../../core/scheduling/latest';
import { modelOfSetting } from '../live/modelOfSetting';
import { HumanError, type ErrorAction } from '../errors';
import { askForFiles } from './choose';
import { scanUris, type FileScan, type ScanListener } from './scan';
import {
  estimatingCancelled,
  filesCounted,
  nothingToEstimate,
  otherFilesButton,
} from '../../wording/views/files';
import { estimating } from '../../wording/programs/tool';
import { wordsOf } from '../words';
import type { Log } from '../log';
import type { PriceBook } from '../prices/book';
import { emptyScanNotes, scanSubject } from './subject';
import { onDidChangeSettings } from '../settings/changes';
import { readSettings } from '../settings/settings';
import { usedCalls } from './usedCalls';

/** Least time between two changes of the progress notification, in milliseconds. */
const PROGRESS_MS = 100;

interface Parts {
  readonly prices: PriceBook;
  readonly counters: Counters;
  readonly log: Log;
  /** Shows the scanned files. @param scope the file or folder whose prices and settings apply. */
  readonly show: (
    files: { readonly subject: ReportSubject; readonly places: readonly Uri[] },
    scope: Uri | undefined,
  ) => void;
  /** Another use of what the shown files name. */
  readonly change: (subject: ReportSubject) => void;
}

/** Files that were scanned, and what their subject is made of. */
interface Scanned {
  readonly chosen: readonly Uri[];
  readonly scan: FileScan;
  readonly groups: CountGroups;
  readonly table: PriceTable;
  readonly atMs: number;
}

/** Opens the report on files and folders. A new scan cancels the previous one. */
export class FileEstimates implements Disposable {
  readonly #parts: Parts;
  readonly #scans = new Latest();
  readonly #listener: Disposable;
  /** The last scan, if a file in it names its model or its longest answer: whether that is used can change. */
  #last: Scanned | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const change = (): void => {
      if (this.#last) parts.change(subjectOf(this.#last));
    };
    this.#listener = onDidChangeSettings(change);
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /**
   * VS Code's menus pass the clicked file or folder and the whole selection; without them, the user is asked.
   *
   * @throws {HumanError} if there is nothing to show.
   */
  async estimate(clicked: unknown, selected: unknown): Promise<void> {
    const chosen = chosenUris(clicked, selected) ?? (await askForFiles());
    if (chosen.length === 0) return;
    const started = performance.now();
    const scanned = await scanChosen(this.#parts, chosen, this.#scans.begin());
    if (!scanned) return;
    const { files, skipped } = scanned.scan;
    this.#parts.log.took(
      'count files',
      started,
      () => `${files.length} files, ${skipped.length} not counted`,
    );
    this.#last = files.some(saysOfCalls) ? scanned : undefined;
    const places = files.map(({ place }) => place);
    this.#parts.show({ subject: subjectOf(scanned), places }, chosen[0]);
  }
}

/**
 * @param overtaken aborted when a newer scan begins; this one then ends silently.
 * @returns undefined if it was cancelled or overtaken.
 */
async function scanChosen(
  { prices, counters }: Parts,
  chosen: readonly Uri[],
  overtaken: AbortSignal,
): Promise<Scanned | undefined> {
  const [scope] = chosen;
  const table = await prices.table(scope);
  const settings = readSettings(scope);
  const [problem] = settings.problems;
  if (problem) throw problem;
  const model = modelOfSetting(table, settings, Date.now());
  if (model instanceof HumanError) throw model;
  const groups = groupModels(table.models);
  const scan = await scanWithProgress(chosen, groups, counters, overtaken);
  if (overtaken.aborted) return undefined;
  if (!scan) {
    void window.showInformationMessage(estimatingCancelled(wordsOf()));
    return undefined;
  }
  if (scan.files.length === 0) {
    throw new HumanError([nothingToEstimate(wordsOf()), ...emptyScanNotes(scan)].join(' '), {
      actions: [chooseOthers()],
    });
  }
  return { chosen, scan, groups, table, atMs: Date.now() };
}

/** Asks for other files to estimate. */
function chooseOthers(): ErrorAction {
  return {
    title: otherFilesButton(wordsOf()),
    run: async () => commands.executeCommand('apiSpend.estimateFiles'),
  };
}

function subjectOf({ chosen, scan, groups, table, atMs }: Scanned): ReportSubject {
  return scanSubject(chosen, scan, groups, usedCalls(scan.files, table, atMs), atMs);
}

/** Whether a file names its model or its longest answer, or holds requests that state theirs. */
function saysOfCalls({ call, counts }: FileScan['files'][number]): boolean {
  return call !== undefined || counts.requests !== undefined;
}

function chosenUris(clicked: unknown, selected: unknown): readonly Uri[] | undefined {
  if (Array.isArray(selected)) {
    const uris = selected.filter((each) => each instanceof Uri);
    if (uris.length > 0) return uris;
  }
  if (clicked instanceof Uri) return [clicked];
  return undefined;
}

async function scanWithProgress(
  chosen: readonly Uri[],
  groups: CountGroups,
  counters: Counters,
  overtaken: AbortSignal,
): Promise<FileScan | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: estimating(wordsOf()),
  };
  return window.withProgress(options, async (progress, token) => {
    const signal = AbortSignal.any([overtaken, abortSignal(token)]);
    return scanUris(chosen, groups, counters, listenerOf(progress, signal));
  });
}

interface Step {
  readonly message: string;
  readonly increment?: number;
}

function listenerOf(progress: Progress<Step>, signal: AbortSignal): ScanListener {
  let shownAt = -Infinity;
  let shownDone = 0;
  return {
    signal,
    progress(done, total, share) {
      const now = performance.now();
      if (now - shownAt < PROGRESS_MS) return;
      shownAt = now;
      const message = filesCounted(wordsOf(), done, total, share);
      if (total === undefined) {
        progress.report({ message });
        return;
      }
      const doneNow = done + (share ?? 0);
      const increment = ((doneNow - shownDone) / total) * 100;
      shownDone = doneNow;
      progress.report({ message, increment });
    },
  };
}
