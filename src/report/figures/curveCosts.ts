import type { CostAt } from '../../core/charts/curves';
import { groupOf } from '../../core/estimate/counts/groups';
import { mapTexts } from '../../core/estimate/counts/many';
import { withoutBeside } from '../../core/estimate/counts/sent';
import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import type { Projection } from '../../core/estimate/projection';
import { canBeBought } from '../../core/estimate/ranking';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Scenario } from '../../core/scenario/scenario';
import { exactCount } from '../../core/tokens/tokenCount';
import { callsOf } from './ownCalls';
import type { View } from './view';

export type CurveKind = 'calls' | 'output';

type End = 'low' | 'high';

/** The costs along an axis. */
export interface CurveCosts {
  readonly expected: CostAt;
  /** The costs of two models at each end of what their counts allow. */
  readonly endsOf: (a: Model, b: Model) => readonly CostAt[];
}

/**
 * Two models of one encoding and calibration have one unknown number of tokens: both have the low one, or both the high
 * one. Otherwise one may have the low and the other the high number: calibrations were measured apart, and the error of
 * one says nothing of that of another, though both are factors on a count in the same encoding.
 */
export function curveCosts(view: View, kind: CurveKind): CurveCosts {
  const bandAt = remember((model, x) => bandOf(view, kind, model, x));
  const equal = (end: End): CostAt =>
    remember((model, x) => bandOf(view, kind, model, x, end)?.expected);
  const together = [equal('low'), equal('high')];
  const apart =
    (lower: Model): CostAt =>
    (model, x) =>
      bandAt(model, x)?.[model === lower ? 'low' : 'high'];
  return {
    expected: (model, x) => bandAt(model, x)?.expected,
    endsOf: (a, b) => (haveOneCount(view, a, b) ? together : [apart(a), apart(b)]),
  };
}

/** Equal bands, too: what is sent beside the text may have other tokens on each. */
function haveOneCount(view: View, a: Model, b: Model): boolean {
  const [countA, countB] = [rowOf(view, a)?.count, rowOf(view, b)?.count];
  return groupOf(a) === groupOf(b) && countA?.low === countB?.low && countA?.high === countB?.high;
}

export function rowOf({ rows, otherRows }: View, model: Model): Estimate | undefined {
  const isOf = (row: Estimate): boolean => row.model === model;
  return rows.find(isOf) ?? otherRows.find(isOf);
}

/** The cost at an x over the band of the count; undefined where the model cannot be bought. @param end the number of tokens. */
function bandOf(
  view: View,
  kind: CurveKind,
  model: Model,
  x: number,
  end?: End,
): Projection | undefined {
  const row = rowOf(view, model);
  const estimate = row && estimateAt(view, kind, row, x, end);
  // A line ends where the answer exceeds the model's limits.
  if (estimate?.price.kind !== 'priced' || !canBeBought(estimate)) return undefined;
  const { low, high, expected, perMonth } = estimate.price;
  return kind === 'calls' ? perMonth : { low, high, expected: expected.total };
}

function estimateAt(view: View, kind: CurveKind, row: Estimate, x: number, end?: End): Estimate {
  const { model, texts, counts } = row;
  const scenario = scenarioAt(view.scenario, kind, x);
  // Along the axis of answers, none has one of its own.
  const calls = kind === 'calls' ? view.calls : callsOf(view.subject, false);
  if (!end) return estimateTexts(model, texts, scenario, view.atMs, calls);
  // These include what is sent beside the texts.
  const ends = counts.map((count) => mapTexts(count, (each) => exactCount(each[end])));
  return estimateTexts(model, ends, scenario, view.atMs, withoutBeside(calls));
}

function scenarioAt(scenario: Scenario, kind: CurveKind, x: number): Scenario {
  return kind === 'calls' ? { ...scenario, callsPerDay: x } : { ...scenario, outputTokens: x };
}

/** The line and each pair that may cross there ask for the same point. */
function remember<T>(at: (model: Model, x: number) => T | undefined): typeof at {
  const known = new Map<string, T | undefined>();
  return (model, x) => {
    const key = `${model.id} ${x}`;
    if (!known.has(key)) known.set(key, at(model, x));
    return known.get(key);
  };
}
