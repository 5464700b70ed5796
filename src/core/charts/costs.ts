import type { Estimate, Priced } from '../estimate/estimate';
import { PART_NAMES, type PartName } from './partNames';
import { stackParts } from './partStack';
import { drawnUsd, makeScale, type ChartScale, type ScaleKind } from './scale';

/** A part of a bar, as positions on the axis, 0 to 1. */
export interface BarSegment {
  readonly part: PartName;
  readonly from: number;
  readonly to: number;
}

/** The range of an estimated cost, as positions on the axis, 0 to 1. */
export interface CostBandPlace {
  readonly from: number;
  readonly to: number;
  /** The low end is 0, which a logarithmic axis cannot show: the band has no end mark there. */
  readonly isOpen: boolean;
}

/** One model in the chart. */
export interface CostLine {
  readonly row: Estimate;
  /** Linear axis: parts end to end from 0. Empty without a price. */
  readonly segments: readonly BarSegment[];
  /** Logarithmic axis: position of the total. Undefined without a price, and if the total is 0. */
  readonly dot: number | undefined;
  /** Undefined for an exact count, and on a logarithmic axis if the highest cost is 0. */
  readonly band: CostBandPlace | undefined;
}

export interface CostChart {
  readonly scale: ChartScale;
  readonly lines: readonly CostLine[];
  /** The parts of all bars in stacking order; empty on a logarithmic axis. */
  readonly parts: readonly PartName[];
}

/**
 * Lays out the cost of each row. A linear axis begins at 0, so the length of a segment is proportional to the cost of
 * its part. A logarithmic axis has no 0, so lengths have no meaning there: a dot marks the total.
 */
export function layOutCosts(
  rows: readonly Estimate[],
  kind: ScaleKind,
  maxTicks: number,
): CostChart {
  const prices = rows.flatMap(({ price }) => (price.kind === 'priced' ? [price] : []));
  const amounts = prices.flatMap(({ low, high }) => [drawnUsd(low), drawnUsd(high)]);
  const scale = makeScale(kind, amounts, maxTicks);
  const lines = rows.map((row) => layOutLine(row, scale));
  const used = new Set(lines.flatMap(({ segments }) => segments.map(({ part }) => part)));
  return { scale, lines, parts: PART_NAMES.filter((name) => used.has(name)) };
}

function layOutLine(row: Estimate, scale: ChartScale): CostLine {
  const { price, count } = row;
  if (price.kind === 'unpriced') return { row, segments: [], dot: undefined, band: undefined };
  return {
    row,
    segments: scale.kind === 'linear' ? layOutSegments(price, scale) : [],
    dot: scale.kind === 'log' ? placeDot(price, scale) : undefined,
    band: count.method === 'estimated' ? placeBand(price, scale) : undefined,
  };
}

function layOutSegments({ expected }: Priced, scale: ChartScale): readonly BarSegment[] {
  return stackParts(expected).flatMap(({ part, ...ends }) => {
    const from = scale.place(drawnUsd(ends.from));
    const to = scale.place(drawnUsd(ends.to));
    return to > from ? [{ part, from, to }] : [];
  });
}

function placeDot({ expected }: Priced, scale: ChartScale): number | undefined {
  const total = drawnUsd(expected.total);
  return total > 0 ? scale.place(total) : undefined;
}

function placeBand({ low, high }: Priced, scale: ChartScale): CostBandPlace | undefined {
  const [least, most] = [drawnUsd(low), drawnUsd(high)];
  if (scale.kind === 'log' && most === 0) return undefined;
  return {
    from: scale.place(least),
    to: scale.place(most),
    isOpen: scale.kind === 'log' && least === 0,
  };
}
