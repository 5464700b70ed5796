import type { Caching } from '../estimate/caching/caching';
import { drawnUsd } from './scale';

/** What some calls or turns cost together. */
export interface CachingPoint {
  readonly calls: number;
  readonly usd: number;
}

/** The costs of the prompts with the cache and without it, by the number of calls or turns. */
export interface CachingLines {
  /** The last number of calls or turns. */
  readonly most: number;
  readonly without: readonly CachingPoint[];
  readonly cached: readonly CachingPoint[];
  /** The first number that costs less with the cache: a point of `cached`. */
  readonly crossing: CachingPoint;
}

/** As many as there are in a short test; at a later break-even twice as many. */
const LEAST_CALLS = 5;

/** Turns differ, but no more points can be told apart. */
const MAX_POINTS = 60;

/**
 * The two lines up to twice the number of calls from which the cache pays. Undefined if it never pays.
 *
 * Worked example: a prompt of 0.001 USD, written at 1.25 and read at 0.1 times that, pays from 2 calls on: five points
 * from 0.001 to 0.005 without the cache, and from 0.00125 to 0.00165 with it; they cross at 2 calls and 0.00135 USD.
 */
export function layOutCaching({ outcome }: Caching): CachingLines | undefined {
  if (outcome.kind !== 'pays') return undefined;
  const { from, costs } = outcome;
  const most = Math.min(costs.most, Math.max(LEAST_CALLS, 2 * from));
  const sums = numbersUpTo(most, from).map((calls) => ({ calls, sum: costs.sumOf(calls) }));
  const without = sums.map(({ calls, sum }) => ({ calls, usd: drawnUsd(sum.without) }));
  const cached = sums.map(({ calls, sum }) => ({ calls, usd: drawnUsd(sum.cached) }));
  const crossing = cached.find(({ calls }) => calls === from);
  return crossing && { most, without, cached, crossing };
}

/** Whole numbers from 1, with one of them for sure; evenly apart if there are many. */
function numbersUpTo(most: number, wanted: number): readonly number[] {
  const points = Math.min(most, MAX_POINTS);
  const numbers = Array.from({ length: points }, (_, index) =>
    Math.round(1 + (index * (most - 1)) / Math.max(1, points - 1)),
  );
  return [...new Set([...numbers, wanted])].toSorted((a, b) => a - b);
}
