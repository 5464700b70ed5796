import { budgetsOf, overrunsOf, type Budgets } from '../../core/estimate/budget';
import { exportCsv } from '../../core/export/csv';
import { exportJson } from '../../core/export/json';
import { exportMarkdown } from '../../core/export/markdown';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { Model } from '../../core/pricing/table/priceTable';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import {
  describeFiles,
  describeOverBudget,
  describeTeam,
  describeUsageProblem,
} from '../../wording/documents/terminal';
import { describeOverrun } from '../../wording/views/readout';
import { ENGLISH } from '../../wording/words';
import { textCounter } from '../countTexts';
import { countFiles } from '../files/count';
import type { CountedFile } from '../files/counted';
import { parseEstimateOptions, type EstimateOptions } from './options';
import { currentSelection } from '../../core/pricing/selection/current';
import { modelsNamed, searchModels, type NamedModels } from '../../core/pricing/selection/search';
import { UsageError } from '../usageError';
import type { Io } from '../io';
import { modelNamed } from '../modelNamed';
import { writeNotice } from '../notice';
import { loadPrices, type Prices } from '../prices';
import { renderFiles } from './fileTable';
import { renderEstimates } from './render';
import { makeReport } from './report';
import { readTeam } from '../team';
import { renderText } from '../text';

/** Rows that fit into a terminal window. */
const FIRST_ROWS = 10;

/** `estimate`: the cost of one call with each file on each model. */
export async function estimate(args: string[], io: Io): Promise<string> {
  const options = parseEstimateOptions(args, io.now());
  const team = await readTeam(io, options.paths, options.team);
  if (team) writeNotice(io, describeTeam(team.path));
  const scenario = options.scenarioOver(team?.file.scenario ?? {});
  const prices = await loadPrices(io, { ...options, team });
  // Before an unknown model is refused: its own entry may be why.
  for (const warning of prices.warnings) writeNotice(io, warning);
  const pinnedIds = idsOf(prices.table, team?.file.pinnedModels ?? [], options.atMs);
  const { models, more } = chooseModels(io, prices, options, pinnedIds);
  const count = await textCounter(io, models);
  const { files, notes } = await countFiles(io, options.paths, prices.filesExclude, count);
  const report = {
    ...(await makeReport(io, files, { ...options, models, scenario })),
    moreModels: more,
    pinnedIds,
    named: options.filter === undefined ? undefined : modelsNamed(prices.table, options.filter),
  };
  for (const note of notes) writeNotice(io, note);
  const budgets = budgetsOf(team?.file.budgets ?? {});
  for (const note of overrunNotes(report, options, budgets)) writeNotice(io, note);
  return render({ report, files }, { ...prices, budgets }, options);
}

/** The models that a table has first. */
interface ChosenOrder {
  readonly pinnedIds: readonly string[];
  readonly named: NamedModels | undefined;
}

interface ChosenModels {
  readonly models: readonly Model[];
  /** Models that are not shown; undefined if the user named those that are. */
  readonly more?: number;
}

/** @throws {UsageError} if no model has a name, or all words of the filter. */
function chooseModels(
  io: Io,
  { table }: Prices,
  options: EstimateOptions,
  pinnedIds: readonly string[],
): ChosenModels {
  const { modelNames, filter, showsAll, atMs } = options;
  if (modelNames.length > 0) {
    return { models: [...new Set(modelNames.map((name) => modelNamed(io, table, name, atMs)))] };
  }
  if (filter !== undefined) {
    const { models, nearest } = searchModels(table, filter, atMs);
    if (models.length > 0) return { models };
    const ids = nearest.map(({ id }) => id);
    throw new UsageError(describeUsageProblem({ kind: 'noMatch', value: filter, ids }));
  }
  if (showsAll) return { models: table.models, more: 0 };
  return currentSelection(table, atMs, pinnedIds);
}

/** The table has these notes in its rows; a list of all models would be one of notes. */
function overrunNotes(
  report: ExportReport,
  { modelNames, format }: EstimateOptions,
  budgets: Budgets,
): readonly string[] {
  if (format === 'table') return [];
  const found = estimatesByText(report).flatMap(({ path, estimates }) =>
    estimates.flatMap((row) => overrunsOf(row, budgets).map((overrun) => ({ path, row, overrun }))),
  );
  if (found.length > 0 && modelNames.length === 0) {
    const models = new Set(found.map(({ row }) => row.model.id));
    return [describeOverBudget(models.size, report.rows.length)];
  }
  return found.map(({ path, row: { model, count, scenario }, overrun }) => {
    const sentence = describeOverrun(ENGLISH, overrun, count, scenario);
    return `${path}: ${model.id}: ${sentence}`;
  });
}

interface Result {
  readonly report: ExportReport & ChosenOrder;
  readonly files: readonly CountedFile[];
}

function render(
  { report, files }: Result,
  prices: Pick<Prices, 'currency'> & { readonly budgets: Budgets },
  options: EstimateOptions,
): string {
  switch (options.format) {
    case 'table':
      return renderTables({ report, files }, prices, options);
    case 'estimates':
      return renderEstimates(report);
    case 'csv':
      return exportCsv(report, ENGLISH_EXPORT);
    case 'json':
      return exportJson(report, ENGLISH_EXPORT);
    case 'markdown': {
      const baselineId = options.modelNames.length > 0 ? (report.rows[0]?.model.id ?? '') : '';
      return exportMarkdown({ ...report, baselineId }, ENGLISH_EXPORT);
    }
  }
}

/** Files that were found in a folder, or that are one call, are one table of models; of one model, also of files. */
function renderTables(
  { report, files }: Result,
  { currency, budgets }: Pick<Prices, 'currency'> & { readonly budgets: Budgets },
  { paths, filesAs, showsAll, filter, modelNames }: EstimateOptions,
): string {
  const isSum = filesAs === 'one' || files.length > paths.length;
  const text = renderText(
    { ...report, sumOf: isSum ? describeFiles(files.length, paths, filesAs) : undefined },
    {
      currency,
      budgets,
      maxRows: showsAll || filter !== undefined || modelNames.length > 0 ? Infinity : FIRST_ROWS,
    },
  );
  const [row, ...others] = report.rows;
  if (!isSum || !row || others.length > 0) return text;
  return `${text}\n${renderFiles(files, row, { currency, maxRows: showsAll ? Infinity : FIRST_ROWS })}`;
}
