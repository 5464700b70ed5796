import {
  findCrossovers,
  rangeOfCrossing,
  sampleCurves,
  type CostAt,
  type CrossingRange,
  type Crossover,
} from '../../core/charts/curves';
import { relativeCurves, type RelativeCurve } from '../../core/charts/relative';
import type { Estimate } from '../../core/estimate/estimate';
import { canBeBought } from '../../core/estimate/ranking';
import { completeScenario } from '../../core/scenario/scenario';
import type { Model } from '../../core/pricing/table/priceTable';
import { estimateMark } from '../../core/tokens/tokenCount';
import { curveCosts, rowOf, type CurveCosts, type CurveKind } from './curveCosts';
import type { View } from './view';

/** A crossing of two costs. `mark`: "≈" if either count is estimated, because then the place is, too. */
export interface MarkedCrossover extends Crossover {
  readonly mark: string;
  /** Where it may be within the bands of the counts; undefined: nowhere else. */
  readonly range: CrossingRange | undefined;
}

/** The content of a line chart: the user's model, and only models whose lines cross its line. */
export interface Curves {
  /** The user's model first; the others as multiples of its cost. */
  readonly curves: readonly RelativeCurve[];
  /** Each of the user's model and another one. */
  readonly crossovers: readonly MarkedCrossover[];
  /** Undefined: neither the user's model nor any other can be bought for this call. */
  readonly yours: Model | undefined;
  /** Number of other models that were compared with it. */
  readonly compared: number;
  /** Of these, the number whose lines cross its line. */
  readonly crossing: number;
  /** x of the current scenario. */
  readonly now: number;
  /** The largest x that was compared. */
  readonly most: number;
  /** The part of the axis on which something happens, between powers of ten. */
  readonly span: Span;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Readers cannot tell more lines apart. */
export const MAX_CURVES = 4;

/** Pricing more files at each point of a line takes too long. */
export const MAX_CURVE_FILES = 50;

/** Texts that are priced to find the models that cross the user's: some milliseconds. */
const MAX_RIVAL_TEXTS = 1000;

const STEPS_PER_DECADE = [1, 1.5, 2, 3, 5, 7] as const;

/**
 * The line of the user's model, or of the cheapest where that is not listed, and the lines that cross it nearest to the
 * current assumption: from 1 to the first power of ten that is ten times the assumption.
 *
 * @param charted rows of the chart of costs.
 */
export function makeCurves(view: View, charted: readonly Estimate[], kind: CurveKind): Curves {
  const full = completeScenario(view.scenario);
  const now = kind === 'calls' ? full.callsPerDay : full.outputTokens;
  const most = powerFrom(Math.max(1000, now * 10));
  const xs = roundNumbers(most);
  const costs = curveCosts(view, kind);
  const costAt = costs.expected;
  const yours = ownModel(view);
  const others = yours ? comparedModels(view, charted, yours) : [];
  const found = yours ? findWith(yours, others, charted, { xs, now, costAt }) : [];
  const rivals = nearest(found, yours, now);
  const crossovers = found
    .filter((crossover) => rivals.includes(otherThan(yours, crossover)))
    .toSorted((a, b) => a.x - b.x)
    .map((crossover) =>
      Object.assign(crossover, {
        mark: markOf(view, crossover),
        range: rangeOf(crossover, startingAt0(xs, kind), costs),
      }),
    );
  const span = spanOf(crossovers, now, most);
  // With the crossings, which are on the lines then.
  const drawn = [...new Set([...xs, ...crossovers.map(({ x }) => x), ...(now > 0 ? [now] : [])])]
    .filter((x) => span.from <= x && x <= span.to)
    .toSorted((a, b) => a - b);
  return {
    curves:
      crossovers.length > 0 && yours
        ? relativeCurves(sampleCurves([yours, ...rivals], drawn, costAt))
        : [],
    crossovers,
    yours,
    compared: others.length,
    crossing: new Set(found.map((crossover) => otherThan(yours, crossover))).size,
    now,
    most,
    span,
  };
}

/** As everywhere in the report: the user's model, or the cheapest. */
function ownModel({ headline: { yours, cheapest } }: View): Model | undefined {
  const row = yours ?? cheapest;
  return row && canBeBought(row) ? row.model : undefined;
}

/** Of the two models of a crossing, the other one. */
export function otherThan(yours: Model | undefined, { cheaper, dearer }: Crossover): Model {
  return cheaper === yours ? dearer : cheaper;
}

function markOf(view: View, { cheaper, dearer }: Crossover): string {
  const counts = [cheaper, dearer].flatMap((model) => rowOf(view, model)?.count ?? []);
  return estimateMark(...counts);
}

function rangeOf(
  crossover: Crossover,
  xs: readonly number[],
  { endsOf }: CurveCosts,
): CrossingRange | undefined {
  const range = rangeOfCrossing(crossover, xs, endsOf(crossover.cheaper, crossover.dearer));
  return range.from === range.to ? undefined : range;
}

/** An answer may be empty; no calls cost nothing on any model. */
function startingAt0(xs: readonly number[], kind: CurveKind): readonly number[] {
  return kind === 'output' ? [0, ...xs] : xs;
}

/** All models that can be bought and answer as the user's does; with many files only those of the chart of costs. */
function comparedModels(
  { rows, subject }: View,
  charted: readonly Estimate[],
  yours: Model,
): readonly Model[] {
  const isLong = rows.length * subject.files.length > MAX_RIVAL_TEXTS;
  return (isLong ? charted : rows)
    .filter((row) => canBeBought(row) && row.model !== yours && row.model.kind === yours.kind)
    .map(({ model }) => model);
}

interface Axis {
  readonly xs: readonly number[];
  readonly now: number;
  readonly costAt: CostAt;
}

/**
 * The crossings of one model with others. Pricing all of them at all places takes too long: a model that is not in the
 * chart of costs is compared there only if the order at powers of ten or at the assumption changes.
 */
function findWith(
  yours: Model,
  others: readonly Model[],
  charted: readonly Estimate[],
  { xs, now, costAt }: Axis,
): readonly Crossover[] {
  const powers = xs.filter((x) => Number.isInteger(Math.log10(x)));
  const few = [...powers, Math.max(1, now)].toSorted((a, b) => a - b);
  const drawn = new Set(charted.map(({ model }) => model));
  return others
    .filter((other) => drawn.has(other) || findCrossovers([yours, other], few, costAt).length > 0)
    .flatMap((other) => findCrossovers([yours, other], xs, costAt));
}

/** The models that cross nearest to the assumption, nearest first. */
function nearest(
  crossovers: readonly Crossover[],
  yours: Model | undefined,
  now: number,
): readonly Model[] {
  const distance = ({ x }: Crossover): number => Math.abs(Math.log(x / Math.max(1, now)));
  const sorted = crossovers.toSorted((a, b) => distance(a) - distance(b));
  const models = sorted.map((crossover) => otherThan(yours, crossover));
  return [...new Set(models)].slice(0, MAX_CURVES - 1);
}

/** At least a doubling before the first place and after the last, of the crossings with their ranges and the assumption. */
function spanOf(crossovers: readonly MarkedCrossover[], now: number, most: number): Span {
  const places = [
    ...crossovers.flatMap(({ x, range }) => [x, range?.from ?? x, range?.to ?? x]),
    ...(now > 0 ? [now] : []),
  ];
  const least = Math.max(1, Math.min(...places, most) / 2);
  const last = Math.min(most, Math.max(...places, 1) * 2);
  return { from: 10 ** Math.floor(Math.log10(least)), to: powerFrom(last) };
}

/** The first power of ten that is not less. */
function powerFrom(value: number): number {
  return 10 ** Math.ceil(Math.log10(value));
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
