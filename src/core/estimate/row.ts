import { compareMoney, moneyRatio, type Money } from '../pricing/money';
import type { Model } from '../pricing/table/priceTable';
import { lookUpCard } from '../pricing/rates/lookup';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import type { CostPart } from './callCost';
import { fitContext, fits } from './contextFit';
import {
  estimator,
  isSameBand,
  writesCache,
  type CostBand,
  type Estimate,
  type Priced,
  type Unpriced,
} from './estimate';
import { DAYS_PER_MONTH, projectCost, type PricePerCall } from './projection';
import { completeScenario, termsOf, type Scenario } from '../scenario/scenario';
import { TextsCost } from './textsCost';

/** What a subject of one or several files costs on one model; the parts sum to the total. */
export interface RowPrice {
  readonly kind: 'priced';
  readonly parts: readonly CostPart[];
  readonly total: Money;
  /** Total at the low and at the high end of the token bands. */
  readonly low: Money;
  readonly high: Money;
  /** One later call of a day on each file, where it reads from the cache what the first writes. */
  readonly later: PricePerCall | undefined;
  readonly perDay: Money;
  readonly perMonth: Money;
  /** Rates of the file with the longest prompt. */
  readonly example: Priced;
}

/** One model's line in the report. */
export interface ReportRow {
  readonly model: Model;
  /** Tokens of all files together. */
  readonly count: TokenCount;
  readonly price: RowPrice | Unpriced;
  /** What each file's estimate rests on, beside the model; the counts are in the order of the files. */
  readonly counts: readonly TokenCount[];
  readonly scenario: Scenario;
  readonly atMs: number;
  /** Largest prompt as a share of the context window; undefined where the window is not known. */
  readonly contextShare: number | undefined;
  /** Whether prompt and answer fit the model's context window and longest answer, as far as they are known. */
  readonly fits: boolean;
}

/** Files that are priced between two pauses: a millisecond's work. */
const FILES_PER_STEP = 200;

/** The line of a model; one file without a price leaves the sum without one. */
export function makeRow(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
): ReportRow {
  const steps = makeRowInSteps(model, counts, scenario, atMs);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses: pricing thousands of files would stop a page. */
export function* makeRowInSteps(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
): Generator<undefined, ReportRow> {
  const largest = estimator(model, scenario, atMs)(longestOf(counts));
  const fit = fitContext(largest);
  return {
    model,
    count: sumTokenCounts(counts),
    price: yield* sumPrices(largest, counts, atMs),
    counts,
    scenario,
    atMs,
    contextShare: fit.share,
    fits: fits(fit),
  };
}

/** A row's estimate of each file. */
export function estimateFiles({ model, counts, scenario, atMs }: ReportRow): readonly Estimate[] {
  return counts.map(estimator(model, scenario, atMs));
}

/** The price of the row's largest file, with the rates that applied; or why the row has none. */
export function examplePrice({ price }: ReportRow): Priced | Unpriced {
  return price.kind === 'priced' ? price.example : price;
}

function longestOf(counts: readonly TokenCount[]): TokenCount {
  const [first, ...others] = counts;
  if (!first) throw new RangeError('no file to price');
  return others.reduce((longest, count) => (count.high > longest.high ? count : longest), first);
}

function* sumPrices(
  { model, price: example, scenario }: Estimate,
  counts: readonly TokenCount[],
  atMs: number,
): Generator<undefined, RowPrice | Unpriced> {
  // The largest of one file is the sum.
  if (counts.length === 1 && example.kind === 'priced') {
    return rowPrice(example, example.later, scenario, example);
  }
  const full = completeScenario(scenario);
  const card = lookUpCard(model, atMs, termsOf(full));
  if (card.kind === 'none') return { kind: 'unpriced', reason: card.reason };
  const first = new TextsCost(model, full, card, 'empty');
  const later = writesCache(full) ? new TextsCost(model, full, card, 'written') : undefined;
  for (const [index, count] of counts.entries()) {
    const unpriced = first.add(count) ?? later?.add(count);
    if (unpriced) return unpriced;
    if ((index + 1) % FILES_PER_STEP === 0) yield;
  }
  if (example.kind === 'unpriced') return example;
  return rowPrice(first.cost(), later?.cost(), scenario, example);
}

function rowPrice(
  first: CostBand,
  laterCalls: CostBand | undefined,
  scenario: Scenario,
  example: Priced,
): RowPrice {
  const later = laterCalls && !isSameBand(first, laterCalls) ? laterCalls : undefined;
  const sum = { ...first, later };
  const { low, expected, high } = first;
  return {
    kind: 'priced',
    parts: expected.parts,
    total: expected.total,
    low,
    high,
    later,
    perDay: projectCost(sum, scenario, 1).expected,
    perMonth: projectCost(sum, scenario, DAYS_PER_MONTH).expected,
    example,
  };
}

/** Cheapest first; without a price last; equal costs by id. */
export function compareRows(a: ReportRow, b: ReportRow): number {
  if (a.price.kind === 'unpriced' || b.price.kind === 'unpriced') {
    const order = Number(a.price.kind === 'unpriced') - Number(b.price.kind === 'unpriced');
    return order || compareIds(a, b);
  }
  return compareMoney(a.price.total, b.price.total) || compareIds(a, b);
}

export function compareIds(a: ReportRow, b: ReportRow): number {
  return a.model.id < b.model.id ? -1 : a.model.id > b.model.id ? 1 : 0;
}

/** How many times the baseline a row costs; undefined where either has no price or the baseline is free. */
export function timesOf(row: ReportRow, baseline: ReportRow | undefined): number | undefined {
  if (row.price.kind !== 'priced' || baseline?.price.kind !== 'priced') return undefined;
  return moneyRatio(row.price.total, baseline.price.total);
}
