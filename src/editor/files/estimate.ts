import { ProgressLocation, Uri, window, type Progress } from 'vscode';
import type { ReportSubject } from '../../protocol/subject';
import { groupModels, type CountGroups } from '../../core/estimate/counts/groups';
import type { Counters } from '../../core/tokens/counters';
import { abortSignal } from '../abortSignal';
import { Latest } from '../../core/scheduling/latest';
import { modelOfSetting } from '../live/modelOfSetting';
import { HumanError } from '../errors';
import { askForFiles } from './choose';
import { scanUris, type FileScan, type ScanListener } from './scan';
import { estimatingCancelled, filesCounted, nothingToEstimate } from '../../wording/views/files';
import { estimating } from '../../wording/views/tool';
import { wordsOf } from '../words';
import type { PriceBook } from '../prices/book';
import { emptyScanNotes, scanSubject } from './subject';
import { readSettings } from '../settings/settings';

/** Least time between two changes of the progress notification, in milliseconds. */
const PROGRESS_MS = 100;

interface Parts {
  readonly prices: PriceBook;
  readonly counters: Counters;
  /** Shows the scanned files. @param scope the file or folder whose prices and settings apply. */
  readonly show: (
    files: { readonly subject: ReportSubject; readonly places: readonly Uri[] },
    scope: Uri | undefined,
  ) => void;
}

/** Opens the report on files and folders. A new scan cancels the previous one. */
export class FileEstimates {
  readonly #parts: Parts;
  readonly #scans = new Latest();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * VS Code's menus pass the clicked file or folder and the whole selection; without them, the user is asked.
   *
   * @throws {HumanError} if there is nothing to show.
   */
  async estimate(clicked: unknown, selected: unknown): Promise<void> {
    const chosen = chosenUris(clicked, selected) ?? (await askForFiles());
    if (chosen.length === 0) return;
    await estimateChosen(this.#parts, chosen, this.#scans.begin());
  }
}

/** @param overtaken aborted when a newer scan begins; this one then ends silently. */
async function estimateChosen(
  { prices, counters, show }: Parts,
  chosen: readonly Uri[],
  overtaken: AbortSignal,
): Promise<void> {
  const [scope] = chosen;
  const table = await prices.table(scope);
  const settings = readSettings(scope);
  const [problem] = settings.problems;
  if (problem) throw problem;
  const model = modelOfSetting(table, settings, Date.now());
  if (model instanceof HumanError) throw model;
  const groups = groupModels(table.models);
  const scan = await scanWithProgress(chosen, groups, counters, overtaken);
  if (overtaken.aborted) return;
  if (!scan) {
    void window.showInformationMessage(estimatingCancelled(wordsOf()));
    return;
  }
  if (scan.files.length === 0) {
    throw new HumanError([nothingToEstimate(wordsOf()), ...emptyScanNotes(scan)].join(' '));
  }
  const subject = scanSubject(chosen, scan, groups, Date.now());
  show({ subject, places: scan.files.map(({ place }) => place) }, scope);
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
    progress(done, total) {
      const now = performance.now();
      if (now - shownAt < PROGRESS_MS) return;
      shownAt = now;
      const message = filesCounted(wordsOf(), done, total);
      if (total === undefined) {
        progress.report({ message });
        return;
      }
      const increment = ((done - shownDone) / total) * 100;
      shownDone = done;
      progress.report({ message, increment });
    },
  };
}
