// Compares random rows of the table with a collection of prices that the table is not made from: npm's model-bank, or
// ai-sdk-cost-calculator.
// Usage: npm install --prefix out/sample model-bank zod ai-sdk-cost-calculator, and
//   npx tsx scripts/pricing/sample/compare.ts out/sample/node_modules/model-bank DAY [seeds, such as 1 2 3, or all]
// DAY is that of the collection, YYYY-MM-DD.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { ModelRow, PriceTableFile } from '../../../src/core/pricing/table/schema';
import { HumanError } from '../../humanError.mjs';
import { showRates } from '../showRates';
import { hasRates, sameRates } from '../wide/compareRates';
import { keyOf } from '../wide/entries';
import { readCostCalculator } from './costCalculator';
import { readModelBank } from './modelBank';
import type { SampleRow } from './sampleRow';

const ROWS_IN_A_DRAW = 100;

const READERS: Readonly<Record<string, (folder: string) => Promise<readonly SampleRow[]>>> = {
  'model-bank': readModelBank,
  'ai-sdk-cost-calculator': readCostCalculator,
};

interface Pair {
  readonly id: string;
  readonly period: PeriodRow;
  readonly theirs: SampleRow;
}

const [folder = '', day = '', ...seeds] = process.argv.slice(2);
void compare(resolve(folder), day, seeds);

async function compare(from: string, at: string, drawn: readonly string[]): Promise<void> {
  const { name } = readJson(join(from, 'package.json')) as { name: string };
  const read = READERS[name];
  if (!read || !/^\d{4}-\d\d-\d\d$/.test(at))
    throw new HumanError('Name the folder of model-bank or ai-sdk-cost-calculator, and its day.');
  const pairs = pairsOf(await read(from), at);
  print(`rows in both: ${describe(pairs)}`);
  if (drawn.includes('all')) return pairs.forEach(printDifference);
  for (const seed of drawn) {
    const sample = draw(pairs, Number(seed));
    print(`draw ${seed}: ${describe(sample)}`);
    sample.forEach(printDifference);
  }
}

/** The rows that both have, at the prices of a day. */
function pairsOf(theirs: readonly SampleRow[], at: string): readonly Pair[] {
  const rows = rowsByName(readJson('pricing.json') as PriceTableFile);
  const pairs = new Map<string, Pair>();
  for (const each of theirs) {
    const row = rows.get(`${each.provider}/${keyOf(each.id)}`);
    const period = row && atDay(row, at);
    const id = `${each.provider}/${row?.id ?? ''}`;
    if (period && !pairs.has(id)) pairs.set(id, { id, period, theirs: each });
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

function atDay({ periods }: ModelRow, at: string): PeriodRow | undefined {
  return periods.findLast(({ from }) => from === null || from.slice(0, 10) <= at) ?? periods[0];
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

function isEqual(pair: Pair): boolean {
  return hasRates(pair.period, pair.theirs.rates) && hasLongPrompts(pair);
}

/** A collection that has no long prompts does not differ in them. */
function hasLongPrompts({ period, theirs: { longPrompts } }: Pair): boolean {
  if (!longPrompts) return true;
  const tier = tierOf(period, longPrompts.fromPromptTokens);
  return tier !== undefined && sameRates(tier.usdPerMillionTokens, longPrompts.rates);
}

function tierOf({ tiers = [] }: PeriodRow, from: number) {
  return tiers.find(({ fromPromptTokens }) => fromPromptTokens === from);
}

function printDifference(pair: Pair): void {
  const { id, period, theirs } = pair;
  if (isEqual(pair)) return;
  print(
    `  ${id}: ${showRates(period.usdPerMillionTokens)} (${period.source}), theirs ${showRates(theirs.rates)}`,
  );
  if (hasLongPrompts(pair) || !theirs.longPrompts) return;
  const { fromPromptTokens: from, rates } = theirs.longPrompts;
  const own = tierOf(period, from)?.usdPerMillionTokens;
  print(`    from ${from} tokens: ${own ? showRates(own) : 'none'}, theirs ${showRates(rates)}`);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
