import { exportCsv } from '../../core/export/csv';
import { exportJson } from '../../core/export/json';
import { exportMarkdown } from '../../core/export/markdown';
import type { ExportReport } from '../../core/export/report';
import { exportSvg } from '../../core/export/svg';
import { hasNoText } from '../../core/estimate/textShare';
import type { Estimate } from '../../core/estimate/estimate';
import { compareEstimates } from '../../core/estimate/ranking';
import { completeScenario } from '../../core/scenario/scenario';
import type { ExportFormat, RequestBody } from '../../protocol/requests';
import { callsOnFiles, isConversation } from '../../wording/call';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import { describeSubject, nameWithoutText } from '../../wording/subject';
import { ENGLISH } from '../../wording/words';
import { namedSubject } from '../subject';
import type { PageState } from '../state/pageState';
import { chartedRows } from './charted';
import { exportedParts } from './files/parts';
import { shownRows } from './columns';
import type { View } from './view';

/** The user is asked to filter longer exports: nobody reads them. */
const MAX_LINES = 100_000;

export interface ExportContent {
  readonly version: string;
  readonly view: View;
  /** Decides which rows the table and the chart have, and the form of the chart. */
  readonly state: PageState;
}

/** Whether the export has too many lines, one for each file and model; in CSV also for each file of one call. */
export function isTooLong(format: ExportFormat, { view, state }: ExportContent): boolean {
  const parts = format === 'csv' ? (exportedParts(view)?.paths.length ?? 0) : 0;
  return (view.subject.files.length + parts) * shownRows(state, view).length > MAX_LINES;
}

/** The body of the request, under the name of the report's own subject: a frozen report is not on the current text. */
export function exportRequest(
  format: ExportFormat,
  to: 'file' | 'clipboard',
  content: ExportContent,
): RequestBody<'export'> {
  const { name } = content.view.subject;
  return { format, to, name, text: makeExport(format, content) };
}

/** The text of the export, in English, so that it is the same on every machine. */
export function makeExport(format: ExportFormat, content: ExportContent): string {
  const { view, state, version } = content;
  const rows = shownRows(state, view).toSorted(compareEstimates);
  const { atMs, scenario, staleAfterDays } = view;
  const moreModels = view.table.total - rows.length;
  const baselineId = view.headline.baseline?.model.id ?? '';
  const paths = pathsOf(view);
  const badLines = badLinesOf(view);
  const shared = { version, atMs, scenario, rows, moreModels, staleAfterDays, badLines };
  const ownModelIds = view.subject.files.map(({ own }) => own?.modelId);
  const requests = requestsOf(view);
  const parts = exportedParts(view);
  const templates = view.subject.files.map(({ template }) => template);
  const report: ExportReport = { ...shared, paths, ownModelIds, requests, templates, parts };
  switch (format) {
    case 'csv':
      return exportCsv(report, ENGLISH_EXPORT);
    case 'json':
      return exportJson(report, ENGLISH_EXPORT);
    case 'md':
      return exportMarkdown(
        { ...report, baselineId, eachOnOwn: eachOnOwnOf(view) },
        ENGLISH_EXPORT,
      );
    case 'svg':
      return exportSvg({ ...shared, ...chartOf(content) }, ENGLISH_EXPORT);
  }
}

/** What is said of requests; undefined: the subject is none. */
function requestsOf({ subject }: View): ExportReport['requests'] {
  const { kind, name } = subject;
  return kind === 'requests' ? { name } : undefined;
}

/** The lines that are none, of the file of requests, or of each one in the folder; undefined: there is no such file. */
function badLinesOf({ subject }: View): ExportReport['badLines'] {
  const { kind, name, badLines = [], files } = subject;
  const named = (path: string, lines: typeof badLines) =>
    lines.map(({ line, reason }) => ({ path, line, reason }));
  if (kind === 'requests') return named(name, badLines);
  const ofRequests = files.flatMap(({ path, requests }) => (requests ? { path, requests } : []));
  if (ofRequests.length === 0) return undefined;
  return ofRequests.flatMap(({ path, requests }) => named(path, requests.badLines ?? []));
}

/** Undefined if all files are on one model. */
function eachOnOwnOf({ headline: { current } }: View): Estimate | undefined {
  return current?.shares ? current : undefined;
}

/** What the picture of the chart has in common with the page's. */
function chartOf({ view, state }: ExportContent) {
  const charted = chartedRows(view, state);
  const rows = charted.kind === 'rows' ? charted.rows : [];
  const scale = state.chart === 'parts' ? ('linear' as const) : ('log' as const);
  const moreModels = view.table.total - rows.length;
  return { rows, scale, moreModels, yourId: view.modelId, subject: chartTitle(view) };
}

function chartTitle(view: View): string {
  const title = subjectTitle(view);
  const [row] = view.rows;
  return row && hasNoText(row) ? nameWithoutText(ENGLISH, title) : title;
}

function hasPaths(kind: View['subject']['kind']): boolean {
  return kind === 'files' || kind === 'requests';
}

/** Selections, cells and files that are one call have a description in place of a path. */
function pathsOf(view: View): readonly string[] {
  const { kind, files, choice } = view.subject;
  const isAll = (path: string): boolean => choice?.as === 'one' && path === choice.whole.name;
  return files.map(({ path }) => (hasPaths(kind) && !isAll(path) ? path : subjectTitle(view)));
}

function subjectTitle({ subject, scenario }: View): string {
  const named = describeSubject(ENGLISH, namedSubject(subject));
  return subject.kind === 'files' && subject.choice?.as !== 'one'
    ? callsOnFiles(ENGLISH, named, isConversation(completeScenario(scenario)))
    : named;
}
