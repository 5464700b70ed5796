// Compares random rows of the table with model-bank, a collection of prices that the table is not made from.
// Usage: npm install --prefix out/sample model-bank zod, and
//   npx tsx scripts/pricing/sample.ts out/sample/node_modules/model-bank [seeds, such as 1 2 3, or all]
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type { Rates } from '../../src/core/pricing/table/rateSchema';
import type { ModelRow, PriceTableFile } from '../../src/core/pricing/table/schema';
import { hasRates } from './wide/compareRates';
import { showRates } from './showRates';
import { keyOf } from './wide/entries';

const ROWS_IN_A_DRAW = 100;

/** From a file of model-bank to a provider of the table. */
const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: 'anthropic',
  azure: 'azure',
  bedrock: 'amazon',
  cerebras: 'cerebras',
  cloudflare: 'cloudflare',
  cohere: 'cohere',
  deepseek: 'deepseek',
  fireworksai: 'fireworks',
  githubCopilot: 'github-copilot',
  google: 'google',
  groq: 'groq',
  huggingface: 'huggingface',
  meta: 'meta',
  minimax: 'minimax',
  mistral: 'mistral',
  moonshot: 'moonshot',
  novita: 'novita',
  nvidia: 'nvidia',
  openai: 'openai',
  opencodeZen: 'opencode',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
  qwen: 'alibaba',
  stepfun: 'stepfun',
  togetherai: 'together',
  vercelaigateway: 'vercel',
  vertexai: 'google-vertex',
  xai: 'xai',
  xiaomimimo: 'xiaomi',
  zhipu: 'zai',
};

interface BankUnit {
  readonly name: string;
  readonly unit: string;
  readonly rate?: number;
  /** Shortest prompts first. */
  readonly tiers?: readonly { readonly rate: number }[];
}

interface BankModel {
  readonly id: string;
  readonly pricing?: { readonly currency?: string; readonly units?: readonly BankUnit[] };
}

interface Pair {
  readonly id: string;
  readonly period: PeriodRow;
  readonly theirs: Rates;
}

void compare(process.argv[2] ?? '', process.argv.slice(3));

async function compare(folder: string, seeds: readonly string[]): Promise<void> {
  const pairs = await readPairs(resolve(folder));
  print(`rows in both: ${describe(pairs)}`);
  if (seeds.includes('all')) return pairs.forEach(printDifference);
  for (const seed of seeds) {
    const drawn = draw(pairs, Number(seed));
    print(`draw ${seed}: ${describe(drawn)}`);
    drawn.forEach(printDifference);
  }
}

/** The rows that both have, at the prices of the day on which model-bank was published. */
async function readPairs(folder: string): Promise<readonly Pair[]> {
  const { version } = readJson(join(folder, 'package.json')) as { version: string };
  const day = version.replace(/^.*\.(\d{4})(\d\d)(\d\d)\d*$/, '$1-$2-$3');
  const table = readJson('pricing.json') as PriceTableFile;
  const rows = rowsByName(table);
  const pairs = new Map<string, Pair>();
  for (const [file, provider] of Object.entries(PROVIDERS)) {
    for (const { id, pricing } of await readBank(folder, file)) {
      const row = rows.get(`${provider}/${keyOf(id)}`);
      const theirs = ratesOf(pricing);
      if (!row || !theirs) continue;
      const period = atDay(row, day);
      if (period)
        pairs.set(`${provider}/${row.id}`, { id: `${provider}/${row.id}`, period, theirs });
    }
  }
  return [...pairs.values()];
}

function rowsByName({ providers }: PriceTableFile): ReadonlyMap<string, ModelRow> {
  return new Map(
    providers.flatMap((provider) =>
      provider.models.flatMap((row) =>
        [...(row.aliases ?? []), row.id].map((name): [string, ModelRow] => [
          `${provider.id}/${keyOf(name)}`,
          row,
        ]),
      ),
    ),
  );
}

async function readBank(folder: string, file: string): Promise<readonly BankModel[]> {
  const path = join(folder, 'dist/aiModels', `${file}.mjs`);
  if (!existsSync(path)) return [];
  const { default: models } = (await import(pathToFileURL(path).href)) as { default: BankModel[] };
  return models;
}

/** Undefined if prices are in another currency, or not of text. */
function ratesOf({ currency = 'USD', units = [] }: NonNullable<BankModel['pricing']> = {}):
  Rates | undefined {
  const rate = (name: string): number | undefined => {
    const unit = units.find((each) => each.name === name && each.unit === 'millionTokens');
    return unit?.rate ?? unit?.tiers?.[0]?.rate;
  };
  const rates = {
    input: rate('textInput'),
    cachedInput: rate('textInput_cacheRead'),
    output: rate('textOutput'),
  };
  // 0 is a free offer there.
  if (currency !== 'USD' || !rates.input || !rates.output) return undefined;
  return Object.fromEntries(Object.entries(rates).filter(([, value]) => value !== undefined));
}

function atDay({ periods }: ModelRow, day: string): PeriodRow | undefined {
  return periods.findLast(({ from }) => from === null || from.slice(0, 10) <= day) ?? periods[0];
}

/** Rows at random, the same for the same seed. */
function draw(pairs: readonly Pair[], seed: number): readonly Pair[] {
  const random = mulberry32(seed);
  return pairs
    .map((pair) => ({ pair, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, ROWS_IN_A_DRAW)
    .map(({ pair }) => pair);
}

/** Numbers from 0 to 1: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function describe(pairs: readonly Pair[]): string {
  return `${pairs.filter(isEqual).length} of ${pairs.length} equal`;
}

function isEqual({ period, theirs }: Pair): boolean {
  return hasRates(period, theirs);
}

function printDifference(pair: Pair): void {
  const { id, period, theirs } = pair;
  if (isEqual(pair)) return;
  print(
    `  ${id}: ${showRates(period.usdPerMillionTokens)} (${period.source}), model-bank ${showRates(theirs)}`,
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
