import { scaleLinear, scaleLog } from 'd3-scale';
import { moneyToDecimal, type Money } from '../pricing/money';

export type ScaleKind = 'linear' | 'log';

/** USD as a double, precise enough to draw. */
export function drawnUsd(amount: Money): number {
  return Number(moneyToDecimal(amount));
}

/** Maps amounts to positions on an axis. */
export interface ChartScale {
  readonly kind: ScaleKind;
  /** Position from 0 to 1; amounts outside the domain are clamped. */
  readonly place: (amount: number) => number;
  readonly ticks: readonly number[];
}

/**
 * A scale for amounts of at least 0. A logarithmic scale begins and ends at a power of ten; over less than two decades
 * at 1, 2 or 5 times one, so that it has more than a tick or two (N. Robbins, "How Should I Label Log Scales in Charts
 * and Graphs?", 2012). Zero is placed at its start.
 */
export function makeScale(
  kind: ScaleKind,
  amounts: readonly number[],
  maxTicks: number,
): ChartScale {
  const positive = amounts.filter((amount) => amount > 0);
  const most = Math.max(...positive, 0) || 1;
  if (kind === 'linear') {
    const scale = scaleLinear().domain([0, most]).nice(maxTicks).clamp(true);
    return { kind, place: scale, ticks: scale.ticks(maxTicks) };
  }
  const least = positive.length === 0 ? most / 10 : Math.min(...positive);
  const { from, to, ticks } =
    most / least < SHORT_AXIS ? shortAxis(least, most, maxTicks) : longAxis(least, most, maxTicks);
  const scale = scaleLog().domain([from, to]).clamp(true);
  return { kind, place: (amount) => (amount > from ? scale(amount) : 0), ticks };
}

/** A linear scale around some numbers, from and to a round number; it need not begin at 0, so that only places count. */
export function makeRange(values: readonly number[], maxTicks: number): ChartScale {
  const scale = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .nice(maxTicks)
    .clamp(true);
  return { kind: 'linear', place: scale, ticks: scale.ticks(maxTicks) };
}

/** A logarithmic scale from one power of ten to another, without space at its ends. */
export function makeSpan(from: number, to: number, maxTicks: number): ChartScale {
  const { ticks } =
    to / from < SHORT_AXIS ? { ticks: roundsIn(from, to, maxTicks) } : longAxis(from, to, maxTicks);
  return { kind: 'log', place: scaleLog().domain([from, to]).clamp(true), ticks };
}

/** An axis over less than this multiple has ticks between the powers of ten. */
const SHORT_AXIS = 100;

interface LogAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Powers of ten, at most `maxTicks` + 1: of more than that, only every second, third and so on. */
function longAxis(least: number, most: number, maxTicks: number): LogAxis {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const step = Math.max(1, Math.ceil((to - from) / Math.max(1, maxTicks)));
  const ticks: number[] = [];
  for (let exponent = from; exponent <= to; exponent += step) ticks.push(decimal(1, exponent));
  return { from: decimal(1, from), to: decimal(1, to), ticks };
}

/** Round numbers, with some space before the least and after the most. */
function shortAxis(least: number, most: number, maxTicks: number): LogAxis {
  const all = roundsAround(least, most, [1, 2, 5]);
  const from = all.findLast((round) => round < least) ?? least;
  const to = all.find((round) => round > most) ?? most;
  return { from, to, ticks: roundsIn(from, to, maxTicks) };
}

/** At most `maxTicks` + 1 round numbers between two amounts, or the two. */
function roundsIn(from: number, to: number, maxTicks: number): readonly number[] {
  const inside = (steps: readonly number[]): readonly number[] =>
    roundsAround(from, to, steps).filter((round) => from <= round && round <= to);
  const ticks = [[1, 2, 5], [1, 5], [1]].map(inside).find(({ length }) => length <= maxTicks + 1);
  return ticks && ticks.length > 1 ? ticks : [from, to];
}

/** The steps times powers of ten, from before an amount to after another. */
function roundsAround(from: number, to: number, steps: readonly number[]): readonly number[] {
  const [low, high] = [Math.floor(Math.log10(from)) - 1, Math.ceil(Math.log10(to)) + 1];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index).flatMap((exponent) =>
    steps.map((step) => decimal(step, exponent)),
  );
}

/** 10 ** -3 differs from 0.001 in its last digits. */
function decimal(step: number, exponent: number): number {
  return Number(`${step}e${exponent}`);
}
