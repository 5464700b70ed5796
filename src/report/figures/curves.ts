import {
  findCrossovers,
  sampleCurves,
  type CostAt,
  type CostCurve,
  type Crossover,
} from '../../core/charts/curves';
import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import { canBeBought } from '../../core/estimate/ranking';
import { completeScenario, type Scenario } from '../../core/scenario/scenario';
import type { Model } from '../../core/pricing/table/priceTable';
import { compareMoney, type Money } from '../../core/pricing/money';
import { estimateMark } from '../../core/tokens/tokenCount';
import type { View } from './view';

/** A crossing of two costs. `mark`: "≈" if either count is estimated, because then the place is, too. */
export interface MarkedCrossover extends Crossover {
  readonly mark: string;
}

/** The content of a line chart: only models whose lines cross. */
export interface Curves {
  readonly curves: readonly CostCurve[];
  readonly crossovers: readonly MarkedCrossover[];
  /** Number of models that were compared. */
  readonly compared: number;
  /** x of the current scenario. */
  readonly now: number;
  /** The largest x. */
  readonly most: number;
}

export type CurveKind = 'calls' | 'output';

/** Readers cannot tell more lines apart. */
export const MAX_CURVES = 4;

/** Pricing more files at each point of a line takes too long. */
export const MAX_CURVE_FILES = 50;

/** Texts that are priced to find the models that cross the user's: some milliseconds. */
const MAX_RIVAL_TEXTS = 500;

const STEPS_PER_DECADE = [1, 1.5, 2, 3, 5, 7] as const;

/**
 * The lines that cross, from 1 to ten times the current assumption. Those of the user's model come first, then those
 * that cross near the assumption.
 *
 * @param charted rows of the chart of costs.
 */
export function makeCurves(view: View, charted: readonly Estimate[], kind: CurveKind): Curves {
  const full = completeScenario(view.scenario);
  const now = kind === 'calls' ? full.callsPerDay : full.outputTokens;
  const xs = roundNumbers(Math.max(1000, now * 10));
  const most = xs.at(-1) ?? 1;
  const costAt = remember((model, x) =>
    costOf(view, model, scenarioAt(view.scenario, kind, x), kind),
  );
  const compared = comparedModels(view, charted, most, costAt);
  const found = findCrossovers(compared, xs, costAt);
  const models = chooseModels(found, view.headline.yours?.model, now);
  const crossovers = found
    .filter(({ cheaper, dearer }) => models.includes(cheaper) && models.includes(dearer))
    .map((crossover) => Object.assign(crossover, { mark: markOf(view, crossover) }));
  return {
    curves: sampleCurves(models, aroundCrossings(xs, crossovers, now), costAt),
    crossovers,
    compared: compared.length,
    now,
    most,
  };
}

function scenarioAt(scenario: Scenario, kind: CurveKind, x: number): Scenario {
  return kind === 'calls' ? { ...scenario, callsPerDay: x } : { ...scenario, outputTokens: x };
}

function costOf(view: View, model: Model, scenario: Scenario, kind: CurveKind): Money | undefined {
  const row = rowOf(view, model);
  const price = row && estimateTexts(model, row.counts, scenario, view.atMs, row.calls).price;
  if (price?.kind !== 'priced') return undefined;
  return kind === 'calls' ? price.perMonth.expected : price.expected.total;
}

function markOf(view: View, { cheaper, dearer }: Crossover): string {
  const counts = [cheaper, dearer].flatMap((model) => rowOf(view, model)?.count ?? []);
  return estimateMark(...counts);
}

function rowOf({ rows, otherRows }: View, model: Model): Estimate | undefined {
  const isOf = (row: Estimate): boolean => row.model === model;
  return rows.find(isOf) ?? otherRows.find(isOf);
}

/** Caches costs: the line and each pair that may cross there ask for the same point. */
function remember(costAt: CostAt): CostAt {
  const known = new Map<string, Money | undefined>();
  return (model, x) => {
    const key = `${model.id} ${x}`;
    if (!known.has(key)) known.set(key, costAt(model, x));
    return known.get(key);
  };
}

/** The models of the chart of costs, and those whose order with the user's model changes up to `most`. */
function comparedModels(
  { rows, headline, subject }: View,
  charted: readonly Estimate[],
  most: number,
  costAt: CostAt,
): readonly Model[] {
  const models = charted.filter(canBeBought).map(({ model }) => model);
  const { yours } = headline;
  if (!yours || !canBeBought(yours)) return models;
  if (rows.length * subject.files.length > MAX_RIVAL_TEXTS) return models;
  const isRival = ({ model }: Estimate): boolean => {
    const [first, last] = [1, most].map((x) => orderAt(yours.model, model, x, costAt));
    return first !== last;
  };
  const rivals = rows.filter((row) => canBeBought(row) && isRival(row));
  return [...new Set([...models, ...rivals.map(({ model }) => model)])];
}

/** -1, 0 or 1; undefined without a price. */
function orderAt(a: Model, b: Model, x: number, costAt: CostAt): number | undefined {
  const [costA, costB] = [costAt(a, x), costAt(b, x)];
  return costA && costB && compareMoney(costA, costB);
}

/** The models of the crossings that matter most, at most `MAX_CURVES`. */
function chooseModels(
  crossovers: readonly Crossover[],
  yours: Model | undefined,
  now: number,
): readonly Model[] {
  const isOthers = ({ cheaper, dearer }: Crossover): number =>
    Number(cheaper !== yours && dearer !== yours);
  const distance = ({ x }: Crossover): number => Math.abs(Math.log(x / Math.max(1, now)));
  const chosen = new Set<Model>();
  for (const { cheaper, dearer } of crossovers.toSorted(
    (a, b) => isOthers(a) - isOthers(b) || distance(a) - distance(b),
  )) {
    const added = [cheaper, dearer].filter((model) => !chosen.has(model));
    if (chosen.size + added.length > MAX_CURVES) continue;
    for (const model of added) chosen.add(model);
  }
  return [...chosen];
}

/** From a tenth of the first crossing, or of the assumption, to ten times the last: farther away nothing happens. */
function aroundCrossings(
  xs: readonly number[],
  crossovers: readonly Crossover[],
  now: number,
): readonly number[] {
  const places = [...crossovers.map(({ x }) => x), ...(now > 0 ? [now] : [])];
  const [from, to] = [Math.min(...places) / 10, Math.max(...places) * 10];
  return xs.filter((x) => from <= x && x <= to);
}

/** 1, 2, 3, 5, 7, 10, 15 … up to a limit. */
function roundNumbers(limit: number): readonly number[] {
  const numbers = [1];
  for (let decade = 1; ; decade *= 10) {
    for (const step of STEPS_PER_DECADE) {
      const number = Math.floor(decade * step);
      if (number > limit) return numbers;
      if (number > (numbers.at(-1) ?? 0)) numbers.push(number);
    }
  }
}
