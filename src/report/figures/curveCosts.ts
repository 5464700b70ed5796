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
  const bandAt = (model: Model, x: number): Projection | undefined => bandOf(view, kind, model, x);
  const equal =
    (end: End): CostAt =>
    (model, x) =>
      bandOf(view, kind, model, x, end)?.expected;
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

/** Each point of a line asks for the row of its model. */
const byModel = new WeakMap<View, ReadonlyMap<Model, Estimate>>();

export function rowOf(view: View, model: Model): Estimate | undefined {
  const rows =
    byModel.get(view) ?? new Map([...view.otherRows, ...view.rows].map((row) => [row.model, row]));
  byModel.set(view, rows);
  return rows.get(model);
}

/** What is known along both axes, by place on an axis. */
type Known = Map<string, Projection | undefined>;

/**
 * The line and each pair that may cross there ask for the same point, and so does each drawing. A row is of one call: it
 * stays where the page lists other models, as with each key of a filter.
 */
const known = new WeakMap<Estimate, Known>();

/** The cost at an x over the band of the count; undefined where the model cannot be bought. @param end the number of tokens. */
function bandOf(
  view: View,
  kind: CurveKind,
  model: Model,
  x: number,
  end?: End,
): Projection | undefined {
  const row = rowOf(view, model);
  if (!row) return undefined;
  const ofRow: Known = known.get(row) ?? new Map();
  known.set(row, ofRow);
  const place = `${kind} ${x} ${end}`;
  if (!ofRow.has(place)) ofRow.set(place, priceAt(estimateAt(view, kind, row, x, end), kind));
  return ofRow.get(place);
}

/** A line ends where the answer exceeds the model's limits. */
function priceAt(estimate: Estimate, kind: CurveKind): Projection | undefined {
  if (estimate.price.kind !== 'priced' || !canBeBought(estimate)) return undefined;
  const { low, high, expected, perMonth } = estimate.price;
  return kind === 'calls' ? perMonth : { low, high, expected: expected.total };
}

function estimateAt(view: View, kind: CurveKind, row: Estimate, x: number, end?: End): Estimate {
  const { model, texts, contents } = row;
  const scenario = scenarioAt(view.scenario, kind, x);
  // Along the axis of answers, none has one of its own.
  const calls = kind === 'calls' ? view.calls : callsOf(view.subject, false);
  if (!end) return estimateTexts(model, texts, scenario, view.atMs, calls);
  // These include what is sent beside the texts.
  const ends = contents.map((count) => mapTexts(count, (each) => exactCount(each[end])));
  return estimateTexts(model, ends, scenario, view.atMs, withoutBeside(calls));
}

function scenarioAt(scenario: Scenario, kind: CurveKind, x: number): Scenario {
  return kind === 'calls' ? { ...scenario, callsPerDay: x } : { ...scenario, outputTokens: x };
}
