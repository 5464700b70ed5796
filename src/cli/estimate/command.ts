import { budgetsOf, overrunsOf, type Budgets } from '../../core/estimate/budget';
import { estimateTexts } from '../../core/estimate/estimate';
import { exportCsv } from '../../core/export/csv';
import { exportJson } from '../../core/export/json';
import { exportMarkdown } from '../../core/export/markdown';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { languageOfPath } from '../../core/files/languageOfPath';
import { hasRoles } from '../../core/files/sentText';
import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { Model } from '../../core/pricing/table/priceTable';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import { notSentNote, placeholderNote } from '../../wording/subject';
import {
  describeOverBudget,
  describeTeam,
  describeUsageProblem,
} from '../../wording/documents/terminal';
import { describeOverrun } from '../../wording/views/readout';
import { ENGLISH } from '../../wording/words';
import { countTexts } from '../countTexts';
import { parseEstimateOptions, type EstimateOptions } from './options';
import { currentSelection } from '../../core/pricing/selection/current';
import { modelsNamed, searchModels, type NamedModels } from '../../core/pricing/selection/search';
import { UsageError } from '../usageError';
import type { Io } from '../io';
import { modelNamed } from '../modelNamed';
import { writeNotice } from '../notice';
import { loadPrices, type Prices } from '../prices';
import { renderEstimates } from './render';
import { readTeam } from '../team';
import { renderText } from '../text';
import { readTexts, sentTexts, type Text } from '../texts';
import { readVersion } from '../version';

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
  const texts = await readTexts(io, options.paths);
  const report = {
    ...(await makeReport(io, texts, models, { ...options, scenario })),
    moreModels: more,
    pinnedIds,
    named: options.filter === undefined ? undefined : modelsNamed(prices.table, options.filter),
  };
  for (const note of texts.flatMap(notSentNotes)) writeNotice(io, note);
  for (const note of texts.flatMap(placeholderNotes)) writeNotice(io, note);
  const budgets = budgetsOf(team?.file.budgets ?? {});
  for (const note of overrunNotes(report, options, budgets)) writeNotice(io, note);
  return render(report, { ...prices, budgets }, options);
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

async function makeReport(
  io: Io,
  texts: readonly Text[],
  models: readonly Model[],
  { scenario, atMs }: Pick<ExportReport, 'scenario' | 'atMs'>,
): Promise<ExportReport> {
  const counts = await countTexts(io, texts, models);
  const rows = models.map((model) => {
    const ofModel = counts.map((countFor) => countFor(model));
    return estimateTexts(model, ofModel, scenario, atMs);
  });
  const paths = texts.map(({ path }) => path);
  return { version: await readVersion(io), atMs, scenario, paths, rows };
}

function notSentNotes(text: Text): readonly string[] {
  if (sentTexts(text)[0] === text.text) return [];
  const part = hasRoles(text) ? 'frontMatterAndRoles' : 'frontMatter';
  return [`${text.path}: ${notSentNote(ENGLISH, part)}`];
}

function placeholderNotes(whole: Text): readonly string[] {
  const { path } = whole;
  const isPrompt = isTemplate(languageOfPath(path), path);
  const found = isPrompt ? findPlaceholders(sentTexts(whole).join('\n')) : [];
  return found.length === 0 ? [] : [`${path}: ${placeholderNote(ENGLISH, found)}`];
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

function render(
  report: ExportReport & ChosenOrder,
  { currency, budgets }: Pick<Prices, 'currency'> & { readonly budgets: Budgets },
  options: EstimateOptions,
): string {
  const { format, modelNames, filter, showsAll } = options;
  switch (format) {
    case 'table':
      return renderText(report, {
        currency,
        budgets,
        maxRows: showsAll || filter !== undefined || modelNames.length > 0 ? Infinity : FIRST_ROWS,
      });
    case 'estimates':
      return renderEstimates(report);
    case 'csv':
      return exportCsv(report, ENGLISH_EXPORT);
    case 'json':
      return exportJson(report, ENGLISH_EXPORT);
    case 'markdown': {
      const baselineId = modelNames.length > 0 ? (report.rows[0]?.model.id ?? '') : '';
      return exportMarkdown({ ...report, baselineId }, ENGLISH_EXPORT);
    }
  }
}
