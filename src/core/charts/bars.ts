import { moneyRatio, moneyToDecimal, type Money } from '../pricing/money';
import { makeScale, type ChartScale, type ScaleKind } from './scale';
import { PART_NAMES, type PartName } from './partNames';
import type { Estimate, Priced } from '../estimate/estimate';

/** One part of a bar, from 0 to 1 of the plot's width. */
export interface BarSegment {
  readonly part: PartName;
  readonly from: number;
  readonly to: number;
}

export interface Bar {
  readonly row: Estimate;
  /** Empty without a price. */
  readonly segments: readonly BarSegment[];
  /** The band from the lowest to the highest cost, 0 to 1; undefined for an exact count. */
  readonly band: { readonly from: number; readonly to: number } | undefined;
}

export interface BarChart {
  readonly scale: ChartScale;
  readonly bars: readonly Bar[];
  /** The parts that any bar has, in the order in which they are stacked. */
  readonly parts: readonly PartName[];
}

/** USD as a number that is good enough to draw. */
export function drawnUsd(amount: Money): number {
  return Number(moneyToDecimal(amount));
}

/**
 * Stacked bars of what each row costs. On a linear axis a segment is as long as it costs. On a logarithmic
 * one the bar is as long as its total, and the segments divide it by their shares.
 */
export function layOutBars(rows: readonly Estimate[], kind: ScaleKind, maxTicks: number): BarChart {
  const prices = rows.flatMap(({ price }) => (price.kind === 'priced' ? [price] : []));
  const amounts = prices.flatMap(({ low, high }) => [drawnUsd(low), drawnUsd(high)]);
  const scale = makeScale(kind, amounts, maxTicks);
  const used = new Set(
    prices.flatMap(({ expected }) =>
      expected.parts.filter(({ amount }) => amount.numerator > 0n).map(({ name }) => name),
    ),
  );
  return {
    scale,
    bars: rows.map((row) => layOutBar(row, scale)),
    parts: PART_NAMES.filter((name) => used.has(name)),
  };
}

function layOutBar(row: Estimate, scale: ChartScale): Bar {
  const { price } = row;
  if (price.kind === 'unpriced') return { row, segments: [], band: undefined };
  const band = { from: scale.place(drawnUsd(price.low)), to: scale.place(drawnUsd(price.high)) };
  return {
    row,
    segments: layOutSegments(price, scale.place(drawnUsd(price.expected.total))),
    band: row.count.method === 'estimated' ? band : undefined,
  };
}

/** On both axes a segment takes its share of the bar: on a linear one that is its own length too. */
function layOutSegments({ expected }: Priced, length: number): readonly BarSegment[] {
  const { parts, total } = expected;
  let end = 0;
  const segments: BarSegment[] = [];
  for (const name of PART_NAMES) {
    for (const part of parts.filter((part) => part.name === name)) {
      const from = end;
      end += (moneyRatio(part.amount, total) ?? 0) * length;
      if (end > from) segments.push({ part: name, from, to: end });
    }
  }
  return segments;
}
