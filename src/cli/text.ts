import type { Estimate } from '../core/estimate/estimate';
import { groupFound, rowsOf } from '../core/estimate/found';
import { rankEstimates } from '../core/estimate/ranking';
import { hasNoText } from '../core/estimate/textShare';
import { NONE_NAMED, type NamedModels } from '../core/pricing/selection/search';
import { countingSources } from '../core/export/countingSources';
import {
  estimatesByText,
  priceSources,
  tellsCaching,
  type EstimatedText,
  type ExportReport,
} from '../core/export/report';
import { visibleText } from '../core/figures/visibleText';
import { completeScenario } from '../core/scenario/scenario';
import { describeCounting } from '../wording/count';
import { describeAssumedCall } from '../wording/call';
import { cachingDetails } from '../wording/page/cachingDetails';
import { describeHiddenRows, describeSources, tableTitle } from '../wording/documents/terminal';
import { nameWithoutText } from '../wording/subject';
import { withMean } from '../wording/views/templates';
import { capitalize, type Words } from '../wording/words';
import { renderTextTable, type TextTableOptions } from './estimate/table';

export interface TextOptions extends TextTableOptions {
  /** Maximum rows of each table, pinned ones apart; a line below it has the number of hidden rows. */
  readonly maxRows?: number;
}

interface TextReport extends ExportReport {
  /** Models that come first. */
  readonly pinnedIds?: readonly string[];
  /** Models that come first by a search; undefined: nothing was searched for. */
  readonly named?: NamedModels | undefined;
  /** The title of one table for all texts together; undefined: each text has a table of its own. */
  readonly titleOfSum?: string | undefined;
}

/**
 * A report as monospaced text: a table for each file, how the tokens were counted, the sources of the prices.
 */
export function renderText(
  report: TextReport,
  { words, maxRows = Infinity, budgets }: TextOptions,
): string {
  const scenario = completeScenario(report.scenario);
  const hasCaching = tellsCaching(report);
  const shownIds = new Set<string>();
  const tables = textsOf(report).map(({ path, call, template, estimates }) => {
    const isEmpty = estimates[0] !== undefined && hasNoText(estimates[0]);
    const shownPath = withMean(words, visibleText(path), template?.samples);
    const name = isEmpty ? nameWithoutText(words, shownPath) : shownPath;
    const about = report.titleOfSum ?? describeAssumedCall(words, name, { ...scenario, ...call });
    const title = capitalize(words, tableTitle(words, about));
    const groups = groupFound(estimates, report.named ?? NONE_NAMED, report);
    const shown = rowsOf({ ...groups, others: groups.others.slice(0, maxRows) });
    for (const { model } of shown) shownIds.add(model.id);
    const hidden = estimates.length - shown.length + (report.moreModels ?? 0);
    const more = hidden === 0 ? '' : `\n${describeHiddenRows(words, hidden)}\n`;
    const table = renderTextTable(shown, { words, budgets, asksCaching: report.asksCaching });
    return `${title}\n\n${table}\n${more}${hasCaching ? renderCaching(words, shown) : ''}`;
  });
  const shownRows = report.rows.filter(({ model, shares }) => shares || shownIds.has(model.id));
  const rows = shownRows.flatMap((row) => row.shares?.map(({ estimate }) => estimate) ?? row);
  return tables.concat(renderCounting(words, rows), renderSources(words, rows)).join('\n');
}

/** Of one model, also how it is calculated. */
function renderCaching(words: Words, [row, ...others]: readonly Estimate[]): string {
  if (!row || row.shares || others.length > 0) return '';
  const lines = cachingDetails(words, row);
  return `\n${lines.map((line) => `${line}\n`).join('')}`;
}

type TableOfText = Omit<EstimatedText, 'customId' | 'ownModelId' | 'requests'>;

function textsOf(report: TextReport): readonly TableOfText[] {
  if (report.titleOfSum === undefined) return estimatesByText(report);
  return [{ path: '', call: {}, template: undefined, estimates: rankEstimates(report.rows) }];
}

/** How counts that are not exact were made. */
function renderCounting(words: Words, estimates: readonly Estimate[]): readonly string[] {
  const models = estimates.map(({ model }) => model);
  const inexact = models.filter(({ tokenizer }) => tokenizer.accuracy !== 'exact');
  const sources = countingSources(inexact, (model) => describeCounting(words, model));
  if (sources.length === 0) return [];
  return [
    sources
      .map(({ ids, counting }) => `${visibleText(ids.join(', '))}:\n  ${visibleText(counting)}\n`)
      .join(''),
  ];
}

/** How each price is known, and the day on which it was looked at. */
function renderSources(words: Words, estimates: readonly Estimate[]): readonly string[] {
  const sources = priceSources(estimates).map((source) => describeSources(words, source));
  return sources.length === 0 ? [] : [sources.join('')];
}
