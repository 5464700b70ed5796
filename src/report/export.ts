import { exportCsv } from '../core/export/csv';
import { exportJson } from '../core/export/json';
import { exportMarkdown } from '../core/export/markdown';
import type { ExportReport } from '../core/export/report';
import { exportSvg } from '../core/export/svg';
import type { Estimate } from '../core/estimate/estimate';
import { compareEstimates } from '../core/estimate/ranking';
import { completeScenario } from '../core/scenario/scenario';
import type { ExportFormat, FromPage } from '../protocol/messages';
import { callsOnFiles, isConversation } from '../wording/call';
import { ENGLISH_EXPORT } from '../wording/documents/export';
import { describeSubject } from '../wording/subject';
import { ENGLISH } from '../wording/words';
import { namedSubject } from './subject';
import type { View } from './view';

/** More lines than this make no report; the user is asked to filter. */
const MAX_LINES = 100_000;

export interface TakeAway {
  readonly version: string;
  readonly view: View;
  /** The rows that the table shows. */
  readonly rows: readonly Estimate[];
  readonly scale: 'linear' | 'log';
}

/** How many lines an export of all files and models has, and whether that is too many. */
export function isTooLong({ view, rows }: TakeAway): boolean {
  return view.subject.files.length * rows.length > MAX_LINES;
}

/** The export as the editor takes it, under the name of its own subject: a pinned report is not about the current text. */
export function exportMessage(
  format: ExportFormat,
  to: 'file' | 'clipboard',
  takeAway: TakeAway,
): FromPage {
  const { name } = takeAway.view.subject;
  return { type: 'export', format, to, name, text: makeExport(format, takeAway) };
}

/** The export's text. Its language is English, so that it is the same on every machine. */
export function makeExport(format: ExportFormat, takeAway: TakeAway): string {
  const { view, scale, version } = takeAway;
  const rows = takeAway.rows.toSorted(compareEstimates);
  const { atMs, scenario, staleAfterDays } = view;
  const baselineId = view.answer.baseline?.model.id ?? '';
  const paths = pathsOf(view);
  const report: ExportReport = { version, atMs, scenario, paths, rows, staleAfterDays };
  switch (format) {
    case 'csv':
      return exportCsv(report, ENGLISH_EXPORT);
    case 'json':
      return exportJson(report, ENGLISH_EXPORT);
    case 'md':
      return exportMarkdown({ ...report, baselineId }, ENGLISH_EXPORT);
    case 'svg':
      return exportSvg(
        { version, atMs, scenario, scale, rows, subject: subjectTitle(view) },
        ENGLISH_EXPORT,
      );
  }
}

/** A part of a file, or a file in parts, goes by a description in place of its path. */
function pathsOf(view: View): readonly string[] {
  const { kind, files } = view.subject;
  return files.map(({ path }) => (kind === 'files' ? path : subjectTitle(view)));
}

function subjectTitle({ subject, scenario }: View): string {
  const named = describeSubject(ENGLISH, namedSubject(subject));
  return subject.kind === 'files'
    ? callsOnFiles(ENGLISH, named, isConversation(completeScenario(scenario)))
    : named;
}
