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
 * A scale for amounts of at least 0. A logarithmic scale starts at the power of ten at or below the smallest positive
 * amount; zero is placed at its start.
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
  const scale = scaleLog().domain([least, most]).nice().clamp(true);
  const [from = least] = scale.domain();
  const place = (amount: number) => (amount > from ? scale(amount) : 0);
  return { kind, place, ticks: logTicks(scale.domain(), maxTicks) };
}

/** Powers of ten, at most `maxTicks` + 1: of more than that, only every second, third and so on. */
function logTicks(domain: readonly number[], maxTicks: number): readonly number[] {
  const exponents = domain.map((end) => Math.round(Math.log10(end)));
  const [from = 0, to = 0] = exponents;
  const step = Math.max(1, Math.ceil((to - from) / Math.max(1, maxTicks)));
  const ticks: number[] = [];
  // 10 ** -3 differs from 0.001 in its last digits.
  for (let exponent = from; exponent <= to; exponent += step) ticks.push(Number(`1e${exponent}`));
  return ticks;
}
