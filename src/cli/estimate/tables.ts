import { distributionOf, misfits } from '../../core/estimate/counts/distribution';
import { adviseOn } from '../../core/estimate/context/advice';
import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import { ownAnswers } from '../../core/estimate/own/calls';
import type { Budgets } from '../../core/estimate/budget';
import type { ExportReport } from '../../core/export/report';
import type { NamedModels } from '../../core/pricing/selection/search';
import type { RequestFacts } from '../../core/requests/facts';
import { describeMixedFiles, requestsTitle } from '../../wording/documents/requests';
import { describeAssumedFiles } from '../../wording/documents/terminal';
import { describeAdvice } from '../../wording/views/together';
import { distributionNote, misfitsNote } from '../../wording/views/requests';
import { capitalize, ENGLISH } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { Together } from '../files/together';
import type { Input } from '../files/read';
import type { Prices } from '../prices';
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
  result: Result,
  { currency, budgets }: Pick<Prices, 'currency'> & { readonly budgets: Budgets },
  options: EstimateOptions,
): string {
  const { report } = result;
  const { showsAll, filter, modelNames } = options;
  const title = titleOf(result, options);
  const text = renderText(
    { ...report, titleOfSum: title },
    {
      currency,
      budgets,
      maxRows: showsAll || filter !== undefined || modelNames.length > 0 ? Infinity : FIRST_ROWS,
    },
  );
  const [row, ...others] = report.rows;
  if (title === undefined || !row || others.length > 0) return text;
  const fileTable = renderFiles(listed(result), row, {
    currency,
    maxRows: showsAll ? Infinity : FIRST_ROWS,
    areRequests: result.input.kind === 'requests',
  });
  return [text, fileTable, ...requestLines(result, row), ...adviceLines(result, row)].join('\n');
}

/** The parts of the one call with their headers, then requests. */
function listed({ files, together }: Result): readonly CountedFile[] {
  if (!together) return files;
  return [...together.parts, ...files.filter(({ requests }) => requests)];
}

/** What to leave out of the one call, if it exceeds its model. */
function adviceLines({ together }: Result, row: Estimate): readonly string[] {
  if (!together || together.parts.length < 2) return [];
  const { model, counts, scenario, atMs } = row;
  const one = estimateTexts(model, counts.slice(0, 1), scenario, atMs);
  const parts = together.parts.map(({ path, countFor }) => ({ path, count: countFor(model) }));
  const advice = adviseOn(one, parts);
  return advice ? [describeAdvice(ENGLISH, advice, one), ''] : [];
}

/** Undefined: each text has a table of its own. */
function titleOf(result: Result, { paths, filesAs }: EstimateOptions): string | undefined {
  const { report, files, input } = result;
  const { scenario } = report;
  if (input.kind === 'requests') {
    const calls = report.rows[0]?.calls ?? [];
    const stated = calls.filter(({ outputTokens }) => outputTokens !== undefined).length;
    const outputs = { stated, all: files.length, assumed: scenario.outputTokens };
    return requestsTitle(paths, outputs, scenario.batch === true);
  }
  const requests = files.flatMap((file) => file.requests ?? []);
  if (requests.length > 0) return scannedTitle(requests, result, paths);
  if (filesAs !== 'one' && files.length <= paths.length) return undefined;
  return describeAssumedFiles(files.length, paths, filesAs, scenario);
}

/** Above a table of files of which some hold requests. */
function scannedTitle(
  requests: readonly RequestFacts[],
  { files, together, report: { scenario, rows } }: Result,
  paths: readonly string[],
): string {
  if (requests.length < files.length) {
    const number = together ? together.parts.length : files.length;
    return describeMixedFiles(number, paths, together !== undefined, scenario);
  }
  const sumOf = (field: 'requests' | 'stated'): number =>
    requests.reduce((sum, facts) => sum + facts[field], 0);
  const calls = rows[0]?.calls ?? [];
  const outputs = {
    stated: ownAnswers(calls) === 'none' ? 0 : sumOf('stated'),
    all: sumOf('requests'),
    assumed: scenario.outputTokens,
  };
  return requestsTitle(
    paths,
    outputs,
    calls.every(({ batch }) => batch === true),
  );
}

/** How large the requests are, and which do not fit. */
function requestLines({ files }: Result, row: Estimate): readonly string[] {
  const areRequests = files.every(({ call }) => call !== undefined);
  if (!areRequests || row.counts.length !== files.length) return [];
  if (files.reduce((sum, { requests }) => sum + (requests?.requests ?? 1), 0) < 2) return [];
  const many = misfits(row);
  const notes = [
    distributionNote(ENGLISH, distributionOf(row)),
    ...(many > 0 ? [misfitsNote(ENGLISH, many)] : []),
  ];
  return [...notes.map((note) => capitalize(ENGLISH, note)), ''];
}
