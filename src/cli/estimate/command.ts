import { budgetsOf, overrunsOf, type Budgets } from '../../core/estimate/budget';
import { assumesCache } from '../../core/estimate/caching/caching';
import { exportCsv } from '../../core/export/csv';
import { exportJson } from '../../core/export/json';
import { exportMarkdown } from '../../core/export/markdown';
import { estimateTexts } from '../../core/estimate/estimate';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { namedModels } from '../../core/estimate/own/requestModels';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { hasUnknownTools } from '../../core/requests/request';
import { completeScenario } from '../../core/scenario/scenario';
import { visibleText } from '../../core/figures/visibleText';
import { describeCount, tokensOf } from '../../wording/count';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import { trainingProblem } from '../../wording/documents/requests';
import { describeOverBudget, describeTeam } from '../../wording/documents/terminal';
import { addedTokensNote, requestsAloneNote } from '../../wording/views/together';
import { describeOverrun } from '../../wording/views/readout';
import { about, type Words } from '../../wording/words';
import { textCounter } from '../countTexts';
import { countInput } from '../files/count';
import { notPricedNotes } from '../files/requestNotes';
import { joinFiles, type Together } from '../files/together';
import { readInput, type Input } from '../files/read';
import { readValues } from '../files/templates';
import type { CountedFile } from '../files/counted';
import { badLinesIn, badLinesOf, partsOf } from './exported';
import { namedPaths, parseEstimateOptions, type EstimateOptions } from './options';
import { modelsNamed } from '../../core/pricing/selection/search';
import { UsageError } from '../usageError';
import type { Io } from '../io';
import { writeNotice } from '../notice';
import { loadPrices } from '../prices';
import { JsonRows, renderEstimates, renderNothing } from './rows';
import { chooseModels } from './models';
import { makeOwnReport } from './ownReport';
import { callsOf, makeReport, type Question } from './report';
import { stableBeginning } from './beginning';
import { callNotes, scenarioOf } from './requestScenario';
import { sampleNotes } from './sampleNotes';
import { renderTables, type Result } from './tables';
import { readTeam } from '../team';

/** `estimate`: the cost of one call with each file, or of each request, on each model. */
export async function estimate(args: string[], io: Io): Promise<string> {
  const parsed = parseEstimateOptions(args, io.now());
  const options = { ...parsed, paths: namedPaths(parsed) };
  const team = await readTeam(io, options.paths, options.team);
  if (team) writeNotice(io, describeTeam(io.words, team.path));
  const prices = await loadPrices(io, { ...options, team });
  // Before an unknown model is refused: its own entry may be why.
  for (const warning of prices.warnings) writeNotice(io, warning);
  const { table, currency } = prices;
  const words = { ...io.words, currency };
  const input = await readInput(io, parsed);
  const pinnedIds = idsOf(table, team?.file.pinnedModels ?? [], options.atMs);
  const stating = withKnownTools(input);
  const { models, more, areOwn } = chooseModels(io, { table, options, input: stating, pinnedIds });
  const usesOwn = options.usesFileModels || areOwn === true;
  const count = await textCounter(io, modelsToCount(table, input, models, options));
  const templates = {
    given: await readValues(io, options.values),
    usesSamples: options.usesSamples && options.filesAs !== 'text',
  };
  const given = options.scenarioOver(team?.file.scenario ?? {});
  const scenario = scenarioOf(given, stating, options);
  const full = completeScenario(scenario);
  const requests = exportedRequests(input, options);
  const asked = { ...options, models, scenario, requests };
  // Where each text is on the model that it names, which these are depends on all others.
  const rows =
    !usesOwn && areStreamed(options)
      ? new JsonRows((text) => io.writeOutput(text), { ...asked, badLines: badLinesIn(input) })
      : undefined;
  const counted = await countInput(io, input, prices.filesExclude, count, {
    ...options,
    countsBeginning: options.stableBeginning || options.asksCaching || assumesCache(full),
    templates,
    comparesModels: options.modelNames.length === 0,
    onCounted: (file) => rows?.add(file),
  });
  const { files, notes, toolsUnknown } = counted;
  const beginning = options.stableBeginning
    ? stableBeginning(counted, input.kind, words, asked)
    : undefined;
  const question = { ...asked, scenario: { ...scenario, ...beginning?.scenario } };
  const together =
    options.filesAs === 'one'
      ? joinFiles(options.paths.join(', '), files, options.headers, count)
      : undefined;
  const budgets = budgetsOf(team?.file.budgets ?? {});
  const all = [
    ...notes,
    ...(beginning?.notes ?? []),
    ...callNotes(words, stating, files, given, options),
    ...trainingNotes(words, input, files, asked),
    ...notesOfTogether(words, together, options),
  ];
  // Where there is nothing to price, they are the table.
  const isNothing = files.length === 0 && options.format === 'table';
  for (const note of isNothing ? [] : all) writeNotice(io, note);
  const hasSamples = files.some(({ template }) => template && template.samples > 1);
  const badLines = badLinesIn(input) ?? badLinesOf(files, toolsUnknown);
  if (files.length === 0) return withoutFiles(notes, options, badLines);
  if (rows && !hasSamples && !hasBudget(budgets)) return rows.end(badLines);
  const base = baseOf(models, options);
  const priced = usesOwn
    ? await makeOwnReport(io, files, { table, options, base, scenario: question.scenario })
    : {
        report: await makeReport(io, together ? { files: together.texts } : counted, question),
        files,
        notPriced: [],
      };
  for (const note of notPricedNotes(words, priced.notPriced)) writeNotice(io, note);
  const report = {
    ...priced.report,
    requests,
    badLines: badLines && [...badLines, ...priced.notPriced],
    parts: together && partsOf(together),
    asksCaching: options.asksCaching,
    moreModels: usesOwn ? undefined : more,
    pinnedIds,
    named: options.filter === undefined ? undefined : modelsNamed(table, options.filter),
  };
  for (const note of sampleNotes(report, words)) writeNotice(io, note);
  for (const note of overrunNotes(io.words, report, options, budgets)) writeNotice(io, note);
  const result = { report, files: priced.files, together, input };
  return rows?.end(badLines) ?? render(words, result, budgets, options);
}

/** Without files of servers whose tools are unknown, which are no calls. */
function withKnownTools(input: Input): Input {
  if (input.kind !== 'requests') return input;
  return { ...input, files: input.files.filter((file) => !hasUnknownTools(file)) };
}

/** The requests of files that were read name their models; which ones other files name is known once they are counted. */
function modelsToCount(
  table: PriceTable,
  input: Input,
  models: readonly Model[],
  { usesFileModels, atMs }: EstimateOptions,
): readonly Model[] {
  if (!usesFileModels) return models;
  if (input.kind !== 'requests') return table.models;
  const requests = input.files.flatMap((file) => file.requests);
  const named = namedModels(table, requests, atMs).filter((model) => model !== undefined);
  return [...new Set([...models, ...named])];
}

function hasBudget({ perCall, perMonth }: Budgets): boolean {
  return perCall !== undefined || perMonth !== undefined;
}

/** Whether each text is written once it is counted: not where its call depends on all others. */
function areStreamed({
  format,
  filesAs,
  stableBeginning: hasBeginning,
  asksCaching,
}: EstimateOptions): boolean {
  return format === 'estimates' && filesAs !== 'one' && !hasBeginning && !asksCaching;
}

/**
 * All files name servers whose tools are unknown: there is nothing to price, and that is not 0.
 *
 * @throws {UsageError} if a report is asked for, which would have no row.
 */
function withoutFiles(
  notes: readonly string[],
  { format }: EstimateOptions,
  badLines: ExportReport['badLines'],
): string {
  if (format === 'estimates') return renderNothing(badLines);
  const text = notes.map((note) => visibleText(note)).join('\n');
  if (format === 'table') return `${text}\n`;
  throw new UsageError(() => text);
}

/** That tokens are added where texts meet, and which files are no parts of the one call. */
function notesOfTogether(
  words: Words,
  together: Together | undefined,
  { headers }: EstimateOptions,
): readonly string[] {
  if (!together) return [];
  const { parts, texts } = together;
  const requests = texts.length - (parts.length > 0 ? 1 : 0);
  return [
    ...(parts.length > 1 ? [addedTokensNote(words, headers)] : []),
    ...(requests > 0 ? [requestsAloneNote(words, requests)] : []),
  ];
}

/** What exports say of requests. */
function exportedRequests(input: Input, { paths }: EstimateOptions): ExportReport['requests'] {
  return input.kind === 'requests' ? { name: paths.join(', ') } : undefined;
}

/** The model of files that name none; undefined without --model. */
function baseOf([model]: readonly Model[], { modelNames }: EstimateOptions): Model | undefined {
  return modelNames.length > 0 ? model : undefined;
}

/** Examples for fine-tuning have tokens, and no price. */
function trainingNotes(
  words: Words,
  input: Input,
  files: readonly CountedFile[],
  { models: [model], scenario, atMs }: Question,
): readonly string[] {
  if (input.kind !== 'requests' || !model) return [];
  return input.files.flatMap(({ path, kind, requests }) => {
    const own = files.filter((file) => file.path.startsWith(`${path}:`));
    if (kind !== 'training' || own.length === 0) return [];
    const counts = own.map(({ countFor }) => countFor(model));
    const { count } = estimateTexts(model, counts, scenario, atMs, callsOf(own));
    const tokens = tokensOf(words, count.tokens, describeCount(words, count));
    return [trainingProblem(words, path, requests.length, tokens, model.id)];
  });
}

/** The table has these notes in its rows; a list of all models would be one of notes. */
function overrunNotes(
  words: Words,
  report: ExportReport,
  { modelNames, format }: EstimateOptions,
  budgets: Budgets,
): readonly string[] {
  if (format === 'table' || !hasBudget(budgets)) return [];
  const found = estimatesByText(report).flatMap(({ path, estimates }) =>
    estimates.flatMap((row) => overrunsOf(row, budgets).map((overrun) => ({ path, row, overrun }))),
  );
  if (found.length > 0 && modelNames.length === 0) {
    const models = new Set(found.map(({ row }) => row.model.id));
    return [describeOverBudget(words, models.size, report.rows.length)];
  }
  return found.map(({ path, row: { model, count, scenario }, overrun }) => {
    const sentence = describeOverrun(words, overrun, count, scenario);
    return about(words, path, about(words, model.id, sentence));
  });
}

function render(words: Words, result: Result, budgets: Budgets, options: EstimateOptions): string {
  const { report } = result;
  switch (options.format) {
    case 'table':
      return renderTables(words, result, budgets, options);
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
