import { budgetsOf, overrunsOf, type Budgets } from '../../core/estimate/budget';
import { exportCsv } from '../../core/export/csv';
import { exportJson } from '../../core/export/json';
import { exportMarkdown } from '../../core/export/markdown';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Scenario } from '../../core/scenario/scenario';
import { sumTokenCounts } from '../../core/tokens/tokenCount';
import { visibleText } from '../../core/figures/visibleText';
import { describeCount, tokensOf } from '../../wording/count';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import { mixedBatchNote, trainingProblem } from '../../wording/documents/requests';
import { describeOverBudget, describeTeam } from '../../wording/documents/terminal';
import { describeOverrun } from '../../wording/views/readout';
import { ENGLISH } from '../../wording/words';
import { textCounter } from '../countTexts';
import { countInput } from '../files/count';
import { readInput, type Input } from '../files/read';
import type { CountedFile } from '../files/counted';
import { parseEstimateOptions, type EstimateOptions } from './options';
import { modelsNamed } from '../../core/pricing/selection/search';
import { UsageError } from '../usageError';
import type { Io } from '../io';
import { writeNotice } from '../notice';
import { loadPrices, type Prices } from '../prices';
import { renderEstimates } from './render';
import { chooseModels } from './models';
import { makeOwnReport } from './ownReport';
import { makeReport } from './report';
import { renderTables, type Result } from './tables';
import { readTeam } from '../team';

/** `estimate`: the cost of one call with each file, or of each request, on each model. */
export async function estimate(args: string[], io: Io): Promise<string> {
  const options = parseEstimateOptions(args, io.now());
  const team = await readTeam(io, options.paths, options.team);
  if (team) writeNotice(io, describeTeam(team.path));
  const prices = await loadPrices(io, { ...options, team });
  // Before an unknown model is refused: its own entry may be why.
  for (const warning of prices.warnings) writeNotice(io, warning);
  const { table } = prices;
  const input = await readInput(io, options.paths, options.filesAs);
  const pinnedIds = idsOf(table, team?.file.pinnedModels ?? [], options.atMs);
  const { models, more, areOwn } = chooseModels(io, { table, options, input, pinnedIds });
  const usesOwn = options.usesFileModels || areOwn === true;
  // Which models the files name is known once they are read.
  const count = await textCounter(io, options.usesFileModels ? table.models : models);
  const { files, notes } = await countInput(io, input, prices.filesExclude, count, options);
  refuseTraining(input, files, models);
  const scenario = scenarioOf(options.scenarioOver(team?.file.scenario ?? {}), input, options);
  const base = baseOf(models, options);
  const priced = usesOwn
    ? await makeOwnReport(io, files, { table, options, base, scenario })
    : { report: await makeReport(io, files, { ...options, models, scenario }), files };
  const report = {
    ...priced.report,
    requests: exportedRequests(input, options),
    moreModels: usesOwn ? undefined : more,
    pinnedIds,
    named: options.filter === undefined ? undefined : modelsNamed(table, options.filter),
  };
  for (const note of notes.concat(mixedBatches(input, options))) writeNotice(io, note);
  const budgets = budgetsOf(team?.file.budgets ?? {});
  for (const note of overrunNotes(report, options, budgets)) writeNotice(io, note);
  return render({ report, files: priced.files, input }, { ...prices, budgets }, options);
}

/** What exports say of requests. */
function exportedRequests(input: Input, { paths }: EstimateOptions): ExportReport['requests'] {
  if (input.kind !== 'requests') return undefined;
  const badLines = input.files.flatMap(({ path, badLines: lines }) =>
    lines.map(({ line, reason }) => ({ path, line, reason })),
  );
  return { name: paths.join(', '), badLines };
}

/** The model of files that name none; undefined without --model. */
function baseOf([model]: readonly Model[], { modelNames }: EstimateOptions): Model | undefined {
  return modelNames.length > 0 ? model : undefined;
}

/** The requests of a batch have its price. */
function scenarioOf(scenario: Scenario, input: Input, { usesStated }: EstimateOptions): Scenario {
  const isBatch =
    input.kind === 'requests' && usesStated && input.files.every(({ kind }) => kind === 'batch');
  return isBatch ? { ...scenario, batch: true } : scenario;
}

/** That files which are no batch take away the price of those that are. */
function mixedBatches(input: Input, { usesStated }: EstimateOptions): readonly string[] {
  if (input.kind !== 'requests' || !usesStated) return [];
  const batches = input.files.filter(({ kind }) => kind === 'batch').length;
  return batches > 0 && batches < input.files.length ? [mixedBatchNote()] : [];
}

/** @throws {UsageError} if a file has examples for fine-tuning, of which only the tokens are known. */
function refuseTraining(
  input: Input,
  files: readonly CountedFile[],
  [model]: readonly Model[],
): void {
  if (input.kind !== 'requests' || !model) return;
  const training = input.files.find(({ kind }) => kind === 'training');
  if (!training) return;
  const own = files.filter(({ path }) => path.startsWith(`${training.path}:`));
  const count = sumTokenCounts(own.map(({ countFor }) => countFor(model)));
  const tokens = tokensOf(ENGLISH, count.tokens, describeCount(ENGLISH, count));
  throw new UsageError(
    visibleText(trainingProblem(training.path, training.requests.length, tokens, model.id)),
  );
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
  result: Result,
  prices: Pick<Prices, 'currency'> & { readonly budgets: Budgets },
  options: EstimateOptions,
): string {
  const { report } = result;
  switch (options.format) {
    case 'table':
      return renderTables(result, prices, options);
    case 'estimates':
      return renderEstimates(report);
    case 'csv':
      return exportCsv(report, ENGLISH_EXPORT);
    case 'json':
      return exportJson(report, ENGLISH_EXPORT);
    case 'markdown': {
      const baselineId = options.modelNames.length > 0 ? (report.rows[0]?.model.id ?? '') : '';
      const [row] = report.rows;
      const eachOnOwn = row?.shares ? row : undefined;
      return exportMarkdown({ ...report, baselineId, eachOnOwn }, ENGLISH_EXPORT);
    }
  }
}
