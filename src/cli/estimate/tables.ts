import { distributionOf, misfits } from '../../core/estimate/counts/distribution';
import { isForTraining } from '../../core/estimate/counts/many';
import { countedBeside } from '../../core/estimate/own/usage';
import type { Model } from '../../core/pricing/table/priceTable';
import { adviseOn } from '../../core/estimate/context/advice';
import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import { misfitsOf } from '../../core/estimate/own/byCost';
import { ownAnswers } from '../../core/estimate/own/calls';
import type { Budgets } from '../../core/estimate/budget';
import type { ExportReport } from '../../core/export/report';
import type { NamedModels } from '../../core/pricing/selection/search';
import type { RequestFacts } from '../../core/requests/facts';
import { describeTokenRange } from '../../wording/count';
import {
  describeMixedFiles,
  examplesTitle,
  requestsTitle,
  serversTitle,
} from '../../wording/documents/requests';
import { describeAssumedFiles } from '../../wording/documents/terminal';
import { describeAdvice } from '../../wording/views/together';
import { distributionNote, misfitsNote, type NamedMisfit } from '../../wording/requests/notes';
import { besideUsageNotes } from '../../wording/requests/usage';
import { serverNotes } from '../../wording/requests/servers';
import { missingTierNotes } from '../../wording/requests/options';
import { capitalize, type Words } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { Together } from '../files/together';
import type { Input } from '../files/read';
import { visibleText } from '../../core/figures/visibleText';
import { renderText } from '../text';
import { renderFiles } from './fileTable';
import type { EstimateOptions } from './options';

/** Rows that fit into a terminal window. */
const FIRST_ROWS = 10;

/** The estimates, and what they are of. */
export interface Result {
  readonly report: ExportReport & {
    readonly pinnedIds: readonly string[];
    readonly named: NamedModels | undefined;
  };
  readonly files: readonly CountedFile[];
  /** Undefined: each file is a call of its own. */
  readonly together: Together | undefined;
  readonly input: Input;
}

/**
 * Requests, files that were found in a folder, or that are one call, are one table of models; of one model, also of
 * files.
 */
export function renderTables(
  words: Words,
  result: Result,
  budgets: Budgets,
  options: EstimateOptions,
): string {
  const { report } = result;
  const { showsAll, filter, modelNames } = options;
  const title = titleOf(words, result, options);
  const text = renderText(
    { ...report, titleOfSum: title },
    {
      words,
      budgets,
      maxRows: showsAll || filter !== undefined || modelNames.length > 0 ? Infinity : FIRST_ROWS,
    },
  );
  const [row, ...others] = report.rows;
  const servers = serverLines(words, result);
  if (title === undefined || !row || others.length > 0) return [text, ...servers].join('\n');
  const fileTable = renderFiles(words, listed(result), row, {
    maxRows: showsAll ? Infinity : FIRST_ROWS,
    areRequests: result.input.kind === 'requests',
  });
  const lines = [
    ...servers,
    ...requestLines(words, result, row),
    ...adviceLines(words, result, row),
  ];
  return [text, fileTable, ...lines].join('\n');
}

/** The parts of the one call with their headers, then requests. */
function listed({ files, together }: Result): readonly CountedFile[] {
  if (!together) return files;
  return [...together.parts, ...files.filter(({ requests }) => requests)];
}

/** What to leave out of the one call, if it exceeds its model. */
function adviceLines(words: Words, { together }: Result, row: Estimate): readonly string[] {
  if (!together || together.parts.length < 2) return [];
  const { model, contents, scenario, atMs } = row;
  const one = estimateTexts(model, contents.slice(0, 1), scenario, atMs);
  const parts = together.parts.map(({ path, countFor }) => ({ path, count: countFor(model) }));
  const advice = adviseOn(one, parts);
  return advice ? [describeAdvice(words, advice, one), ''] : [];
}

/** The tokens of each server's tools, on the models of the table. */
function serverLines(words: Words, { report, files }: Result): readonly string[] {
  const lines = files.flatMap(({ servers = [] }) =>
    serverNotes(
      words,
      servers,
      servers.map(({ countFor }) =>
        describeTokenRange(
          words,
          report.rows.map(({ model }) => countFor(model)),
        ),
      ),
    ),
  );
  return lines.length === 0 ? [] : [...lines, ''];
}

/** Undefined: each text has a table of its own. */
function titleOf(
  words: Words,
  result: Result,
  { paths, filesAs }: EstimateOptions,
): string | undefined {
  const { report, files, input } = result;
  const { scenario } = report;
  const servers = files.flatMap((file) => file.servers ?? []).length;
  if (servers > 0) return serversTitle(words, paths, servers);
  if (input.kind === 'requests') {
    const calls = report.rows[0]?.calls ?? [];
    if (calls.every(isForTraining)) return examplesTitle(words, paths, files.length);
    const stated = calls.filter(({ outputTokens }) => outputTokens !== undefined).length;
    const recorded = stated === 0 ? 0 : files.filter(({ usage }) => usage).length;
    const outputs = { stated, recorded, all: files.length, assumed: scenario.outputTokens };
    return requestsTitle(words, paths, outputs, scenario.batch === true);
  }
  const requests = files.flatMap((file) => file.requests ?? []);
  if (requests.length > 0) return scannedTitle(words, requests, result, paths);
  if (filesAs !== 'one' && files.length <= paths.length) return undefined;
  return describeAssumedFiles(words, files.length, paths, filesAs, scenario);
}

/** Above a table of files of which some hold requests. */
function scannedTitle(
  words: Words,
  requests: readonly RequestFacts[],
  { files, together, report: { scenario, rows } }: Result,
  paths: readonly string[],
): string {
  if (requests.length < files.length) {
    const different = new Set(files.map(({ path }) => path)).size;
    const number = together ? together.parts.length : different;
    return describeMixedFiles(words, number, paths, together !== undefined, scenario);
  }
  const sumOf = (field: 'requests' | 'stated'): number =>
    requests.reduce((sum, facts) => sum + facts[field], 0);
  const calls = rows[0]?.calls ?? [];
  const usesStated = ownAnswers(calls) !== 'none';
  const outputs = {
    stated: usesStated ? sumOf('stated') : 0,
    recorded: usesStated ? requests.filter((file) => file.usage && file.requests === 1).length : 0,
    all: sumOf('requests'),
    assumed: scenario.outputTokens,
  };
  return requestsTitle(
    words,
    paths,
    outputs,
    calls.every(({ batch }) => batch === true),
  );
}

/** How large the requests are, and which do not fit. */
function requestLines(words: Words, { files }: Result, row: Estimate): readonly string[] {
  const areRequests = files.every(({ call, media }) => call !== undefined && !media);
  if (!areRequests || row.counts.length !== files.length) return [];
  const isOne = files.reduce((sum, { requests }) => sum + (requests?.requests ?? 1), 0) < 2;
  const many = isOne ? 0 : misfits(row);
  const answersOn = (model: Model) => files.map(({ answerFor }) => answerFor?.(model));
  const saved = files.map(({ usage }) => ({ usage }));
  const notes = [
    ...besideUsageNotes(words, countedBeside(row, saved, answersOn)),
    ...(isOne ? [] : [distributionNote(words, distributionOf(row))]),
    ...missingTierNotes(words, row),
    ...(many > 0 ? [misfitsNote(words, many, namedMisfits(files, row))] : []),
  ];
  return notes.length === 0 ? [] : [...notes.map((note) => capitalize(words, note)), ''];
}

/** The requests of files in a folder have no names. */
function namedMisfits(files: readonly CountedFile[], row: Estimate): readonly NamedMisfit[] {
  if (!files.every(({ request }) => request)) return [];
  return misfitsOf(row).map(({ index, shareOfCost }) => {
    return { name: visibleText(files[index]?.path ?? ''), shareOfCost };
  });
}
