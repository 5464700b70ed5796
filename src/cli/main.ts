import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './countCommand';
import { countTexts } from './countTexts';
import { loadPrices, modelNamed } from './prices';
import { root } from './root';
import { readTexts, type Text } from './texts';
import { UsageError } from './usageError';
import { ENGLISH_EXPORT } from '../wording/export';
import { ENGLISH } from '../wording/words';
import { estimateTexts } from '../core/estimate/estimate';
import { exportCsv } from '../core/export/csv';
import { exportJson } from '../core/export/json';
import { exportMarkdown, type MarkdownReport } from '../core/export/markdown';
import { estimatesByFile, type ExportReport } from '../core/export/report';
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
import { describeOptionProblem } from '../wording/scenarioOptions';
import { describeUsageProblem, USAGE } from '../wording/terminal';
import { renderText } from './text';
import { parseInstant } from '../core/pricing/instant';

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
      throw new UsageError(describeUsageProblem({ kind: 'command', value: command }));
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
  if (positionals.length === 0) throw new UsageError(describeUsageProblem({ kind: 'noFile' }));
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
    if (format !== undefined) {
      throw new UsageError(describeUsageProblem({ kind: 'jsonAndFormat' }));
    }
    return renderJson(report);
  }
  if (format === undefined) return renderText(report, prices.currency);
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
      throw new UsageError(describeUsageProblem({ kind: 'format', value: format }));
  }
}

function parseScenario(values: OptionValues): Scenario {
  const result = parseScenarioOptions(values);
  if (result.ok) return result.scenario;
  throw new UsageError(describeOptionProblem(result.problem));
}

function parseTime(text: string): number {
  const atMs = parseInstant(text);
  if (atMs !== undefined) return atMs;
  throw new UsageError(describeUsageProblem({ kind: 'time', value: text }));
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
