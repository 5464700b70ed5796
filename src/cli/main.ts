import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './countCommand';
import { countTexts } from './countTexts';
import { loadPrices, modelNamed, type Prices } from './prices';
import { root } from './root';
import { readTexts, type Text } from './texts';
import { UsageError } from './usageError';
import { describeCurrency } from '../core/figures/currency';
import { countingSources } from '../core/export/countingSources';
import { describeCounting } from '../wording/count';
import { ENGLISH_EXPORT } from '../wording/export';
import { ENGLISH } from '../wording/words';
import { estimateTexts, type Estimate } from '../core/estimate/estimate';
import { exportCsv } from '../core/export/csv';
import { exportJson } from '../core/export/json';
import { exportMarkdown, type MarkdownReport } from '../core/export/markdown';
import { estimatesByFile, priceSources, type ExportReport } from '../core/export/report';
import { estimateToJson } from '../core/export/estimateJson';
import { languageOfPath } from '../core/files/languageOfPath';
import { findPlaceholders, isTemplate } from '../core/files/placeholders';
import { placeholderNote } from '../wording/subject';
import { completeScenario, type Scenario } from '../core/scenario/scenario';
import {
  parseScenarioOptions,
  SCENARIO_OPTIONS,
  type OptionValues,
} from '../core/scenario/options';
import { describeOptionProblem, describeOptions } from '../wording/scenarioOptions';
import { renderTextTable } from './table';
import { parseInstant } from '../core/pricing/instant';
import { ENCODINGS } from '../core/tokens/encodings';

const USAGE = `What a text costs at every LLM provider.

  api-spend estimate FILE... [--model ID]... [--at DAY] [--format FORMAT] [assumptions]
  api-spend count (--model ID | --encoding NAME) [--jsonl]

estimate   prints what one call with each file's text costs, cheapest model first
           (a file named - is standard input)
count      prints the tokens of standard input; with --jsonl, where each line is a JSON
           string, one count for each line; says on standard error what an estimate
           rests on and how far off it may be

--model ID            only this model (provider/model, or the model alone where it is unique)
--at DAY              with the prices of a day (2025-01-27) or an instant in UTC
                      (2025-02-26T16:30:00Z); default now
--prices FILE         with a newer price table; what was checked later in the bundled one stays
--settings FILE       with the prices and the currency of a settings.json
--encoding NAME       one of ${ENCODINGS.join(', ')}
--format FORMAT       a report as csv, json or markdown instead of a table (docs/exports.md)
--json                the estimates alone as JSON, amounts in US dollars as decimal strings

Assumptions:
${describeOptions()}`;

async function main(args: readonly string[]): Promise<string> {
  const [command, ...rest] = args;
  switch (command) {
    case 'estimate':
      return estimate(rest);
    case 'count':
      return count(rest);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return USAGE;
    case '--version':
      return `${await version()}\n`;
    default:
      throw new UsageError(`unknown command: ${command} (estimate, count or help)`);
  }
}

async function estimate(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      format: { type: 'string' },
      model: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      prices: { type: 'string' },
      settings: { type: 'string' },
      ...SCENARIO_OPTIONS,
    },
  });
  if (positionals.length === 0)
    throw new UsageError('estimate needs a file (- for standard input)');
  const scenario = parseScenario(values);
  const atMs = values.at === undefined ? Date.now() : parseTime(values.at);
  const prices = await loadPrices(values.prices, values.settings);
  const { table } = prices;
  const models = values.model.length
    ? [...new Set(values.model.map((name) => modelNamed(table, name)))]
    : table.models;
  const texts = await readTexts(positionals);
  const counts = await countTexts(texts, models);
  const rows = models.map((model) => {
    const ofModel = counts.map((countFor) => countFor(model));
    return estimateTexts(model, ofModel, scenario, atMs);
  });
  for (const note of texts.flatMap(placeholderNotes)) process.stderr.write(`api-spend: ${note}\n`);
  for (const warning of prices.warnings) process.stderr.write(`api-spend: ${warning}\n`);
  const { format } = values;
  const paths = texts.map(({ path }) => path);
  const report: ExportReport = { version: await version(), atMs, scenario, paths, rows };
  if (values.json) {
    if (format !== undefined) throw new UsageError('choose either --json or --format');
    return renderJson(report);
  }
  if (format === undefined) return renderText(report, prices);
  return renderReport(format, {
    ...report,
    baselineId: values.model.length > 0 ? (models[0]?.id ?? '') : '',
  });
}

function placeholderNotes({ path, text }: Text): readonly string[] {
  const found = isTemplate(languageOfPath(path), path) ? findPlaceholders(text) : [];
  return found.length === 0 ? [] : [`${path}: ${placeholderNote(ENGLISH, found)}`];
}

/** The estimates with what the text is in them; `--format json` adds the assumptions, dates and version of a report. */
function renderJson(report: ExportReport): string {
  const json = {
    schemaVersion: 1,
    treatTextAs: completeScenario(report.scenario).treatTextAs,
    files: estimatesByFile(report).map(({ path, estimates }) => ({
      path,
      estimates: estimates.map((estimate) => estimateToJson(estimate, ENGLISH_EXPORT)),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function renderReport(format: string, report: MarkdownReport): string {
  switch (format) {
    case 'csv':
      return exportCsv(report, ENGLISH_EXPORT);
    case 'json':
      return exportJson(report, ENGLISH_EXPORT);
    case 'markdown':
      return exportMarkdown(report, ENGLISH_EXPORT);
    default:
      throw new UsageError(`--format is not csv, json or markdown: ${format}`);
  }
}

function renderText(report: ExportReport, { currency }: Prices): string {
  const { outputTokens, conversationTurns: turns, treatTextAs } = completeScenario(report.scenario);
  const calls = turns === 1 ? 'one call' : `a conversation of ${turns} turns`;
  const output = treatTextAs === 'output' ? 'this text as output' : `${outputTokens} output tokens`;
  return estimatesByFile(report)
    .map(({ path, estimates }) => {
      const rate = currency ? `, ${describeCurrency(currency)}` : '';
      const title = `${path}: ${calls} with ${output}${rate}`;
      return `${title}\n\n${renderTextTable(estimates, { currency })}\n`;
    })
    .concat(renderCounting(report.rows), renderSources(report.rows))
    .join('\n');
}

/** What the counts that are not exact rest on. */
function renderCounting(estimates: readonly Estimate[]): readonly string[] {
  const models = estimates.map(({ model }) => model);
  const inexact = models.filter(({ tokenizer }) => tokenizer.accuracy !== 'exact');
  const sources = countingSources(inexact, (model) => describeCounting(ENGLISH, model));
  if (sources.length === 0) return [];
  return [sources.map(({ ids, counting }) => `${ids.join(', ')}:\n  ${counting}\n`).join('')];
}

/** Where the prices are from, and the days on which they were checked. */
function renderSources(estimates: readonly Estimate[]): readonly string[] {
  const sources = priceSources(estimates).map(
    ({ url, checked, ids }) => `${ids.join(', ')}:\n  price checked on ${checked}, ${url}\n`,
  );
  return sources.length === 0 ? [] : [sources.join('')];
}

function parseScenario(values: OptionValues): Scenario {
  const result = parseScenarioOptions(values);
  if (result.ok) return result.scenario;
  throw new UsageError(describeOptionProblem(result.problem));
}

function parseTime(text: string): number {
  const atMs = parseInstant(text);
  if (atMs !== undefined) return atMs;
  throw new UsageError(
    `--at is not a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z): ${text}`,
  );
}

async function version(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

function isUsageError(error: unknown): error is Error {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return error instanceof UsageError || (code?.startsWith('ERR_PARSE_ARGS') ?? false);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (output) => process.stdout.write(output),
  (error: unknown) => {
    const message = isUsageError(error)
      ? error.message.replaceAll(/\s*\n\s*/g, ' ')
      : String(error);
    process.stderr.write(`api-spend: ${message}\n`);
    process.exitCode = 2;
  },
);
