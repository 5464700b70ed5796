import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareEstimates } from './core/estimate/comparison';
import { estimateCall, type Estimate } from './core/estimate/estimate';
import { estimateToJson } from './core/estimate/estimateJson';
import { countForModel } from './core/estimate/modelCount';
import { completeScenario, DEFAULT_SCENARIO, type Scenario } from './core/estimate/scenario';
import {
  parseScenarioOptions,
  SCENARIO_OPTIONS,
  type OptionValues,
} from './core/estimate/scenarioOptions';
import { renderTextTable } from './core/estimate/textTable';
import { findModel } from './core/pricing/findModel';
import { parseInstant } from './core/pricing/instant';
import { parsePriceTable, type Model, type PriceTable } from './core/pricing/priceTable';
import { CALIBRATIONS } from './core/tokens/calibration';
import { Counters } from './core/tokens/counters';
import { ENCODINGS, isEncodingName, type EncodingName } from './core/tokens/encodings';
import type { TokenCount } from './core/tokens/tokenCount';
import type { TokenCounter } from './core/tokens/tokenCounter';

const USAGE = `What a text costs at every LLM provider.

  api-spend estimate FILE... [--model ID]... [--at DAY] [--json] [assumptions]
  api-spend count --model ID [--jsonl]

estimate   prints what one call with each file's text costs, cheapest model first
           (a file named - is standard input)
count      prints the tokens of standard input; with --jsonl, where each line is a JSON
           string, one count for each line

--model ID            only this model (provider/model, or the model alone where it is unique)
--at DAY              with the prices of a day (2025-01-27) or an instant in UTC
                      (2025-02-26T16:30:00Z); default now
--json                the estimates as JSON, amounts in US dollars as decimal strings

Assumptions:
--output-tokens N     tokens that the model is expected to write (default ${DEFAULT_SCENARIO.outputTokens})
--reasoning-tokens N  hidden tokens that the model thinks before it writes
--cached-share S      share of the prompt that is read from the cache, 0 to 1
--cache-write TIME    write the rest to the cache: none, short or long
--batch               as a batch
--service-tier TIER   standard, flex, fast, priority or ultrafast
--regional            processed in a region of your choice
--messages N          messages that the prompt is made of
--turns N             calls of a conversation that sends its history again
--turn-tokens N       tokens that you add in each turn
--cache-history       each turn reads the turn before from the cache
--calls-per-day N     adds what so many calls cost in a day
`;

/** An error whose message is meant for the person at the terminal: one line that says what to do. */
class UsageError extends Error {}

const root = join(__dirname, '..');

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
      model: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      ...SCENARIO_OPTIONS,
    },
  });
  if (positionals.length === 0)
    throw new UsageError('estimate needs a file (- for standard input)');
  const scenario = parseScenario(values);
  const atMs = values.at === undefined ? Date.now() : parseTime(values.at);
  const table = await loadPriceTable();
  const models = values.model.length
    ? values.model.map((name) => modelNamed(table, name))
    : table.models;
  const texts = await readTexts(positionals);
  const counts = await countTexts(
    texts.map(({ text }) => text),
    models,
  );
  const files = counts.map((countFor, index) => ({
    path: texts[index]?.path ?? '',
    estimates: models.map((model) => estimateCall(model, countFor(model), scenario, atMs)),
  }));
  return values.json ? renderJson(files) : renderText(files, scenario);
}

interface FileEstimates {
  readonly path: string;
  readonly estimates: readonly Estimate[];
}

function renderJson(files: readonly FileEstimates[]): string {
  const json = {
    schemaVersion: 1,
    files: files.map(({ path, estimates }) => ({
      path,
      estimates: compareEstimates(estimates).map((entry) => estimateToJson(entry.estimate)),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function renderText(files: readonly FileEstimates[], scenario: Scenario): string {
  const { outputTokens, conversationTurns: turns } = completeScenario(scenario);
  const calls = turns === 1 ? 'one call' : `a conversation of ${turns} turns`;
  return files
    .map(({ path, estimates }) => {
      const title = `${path}: ${calls} with ${outputTokens} output tokens`;
      return `${title}\n\n${renderTextTable(compareEstimates(estimates))}\n`;
    })
    .join('\n');
}

async function count(args: string[]): Promise<string> {
  const { values } = parseArgs({
    args,
    options: { model: { type: 'string' }, jsonl: { type: 'boolean', default: false } },
  });
  if (values.model === undefined) throw new UsageError('count needs --model ID');
  const model = modelNamed(await loadPriceTable(), values.model);
  const [input] = await readTexts(['-']);
  const text = input?.text ?? '';
  const texts = values.jsonl ? parseJsonLines(text) : [text];
  const counts = await countTexts(texts, [model]);
  return counts.map((countFor) => `${countFor(model).tokens}\n`).join('');
}

function parseJsonLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const value = parseJson(line);
    if (typeof value === 'string') return value;
    throw new UsageError(`standard input, line ${index + 1}: not a JSON string`);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function parseScenario(values: OptionValues): Scenario {
  const result = parseScenarioOptions(values);
  if (result.ok) return result.scenario;
  throw new UsageError(result.problem);
}

function parseTime(text: string): number {
  const atMs = parseInstant(text);
  if (atMs !== undefined) return atMs;
  throw new UsageError(
    `--at is not a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z): ${text}`,
  );
}

function modelNamed(table: PriceTable, name: string): Model {
  const search = findModel(table, name);
  if (search.kind === 'found') return search.model;
  if (search.kind === 'ambiguous') {
    const ids = search.candidates.map(({ id }) => id).join(', ');
    throw new UsageError(`${name} is the name of several models, say which: ${ids}`);
  }
  const ids = table.models.map(({ id }) => id).join(', ');
  throw new UsageError(`unknown model: ${name} (known: ${ids})`);
}

async function loadPriceTable(): Promise<PriceTable> {
  const json: unknown = JSON.parse(await readFile(join(root, 'pricing.json'), 'utf8'));
  const result = parsePriceTable(json, ENCODINGS, Object.keys(CALIBRATIONS));
  if (result.ok) return result.table;
  const [{ path, problem }] = result.problems;
  throw new UsageError(`pricing.json: ${path} ${problem}`);
}

/** Counts texts with one vocabulary after another, each read when a model first needs it. */
async function countTexts(
  texts: readonly string[],
  models: readonly Model[],
): Promise<readonly ((model: Model) => TokenCount)[]> {
  const counters = new Counters((name) => readFile(join(root, 'media', 'vocabularies', name)));
  const loaded = new Map<string, TokenCounter>();
  for (const { tokenizer } of models) {
    loaded.set(tokenizer.encoding, await counters.get(encodingNamed(tokenizer.encoding)));
  }
  return texts.map((text) => {
    const counts = new Map([...loaded].map(([name, counter]) => [name, counter.count(text)]));
    return (model) => countForModel(model, counts.get(model.tokenizer.encoding) ?? 0);
  });
}

function encodingNamed(name: string): EncodingName {
  if (isEncodingName(name)) return name;
  throw new UsageError(`unknown encoding: ${name} (known: ${ENCODINGS.join(', ')})`);
}

async function readTexts(paths: readonly string[]): Promise<{ path: string; text: string }[]> {
  const texts: { path: string; text: string }[] = [];
  for (const path of paths) texts.push({ path, text: decode(path, await readBytes(path)) });
  return texts;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await readStandardInput() : await readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: ${readProblem(error)}`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a directory; name the files in it';
  if (code === 'EACCES') return 'may not be read';
  return message;
}

/** UTF-8 to text; the byte order mark is dropped, as VS Code does. */
function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path}: is not UTF-8 text (or larger than a text can be)`);
  }
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
