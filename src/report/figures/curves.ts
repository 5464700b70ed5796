import {
  findCrossovers,
  sampleCurves,
  type CostAt,
  type CostCurve,
  type Crossover,
} from '../../core/charts/curves';
import { estimateTexts } from '../../core/estimate/estimate';
import { completeScenario, type Scenario } from '../../core/scenario/scenario';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Money } from '../../core/pricing/money';
import type { View } from './view';

/** The content of a line chart. */
export interface Curves {
  readonly curves: readonly CostCurve[];
  readonly crossovers: readonly Crossover[];
  /** x of the current scenario. */
  readonly now: number;
}

export type CurveKind = 'calls' | 'output';

/** Readers cannot tell more lines apart. */
export const MAX_CURVES = 6;

/** Pricing more files at each point of a line takes too long. */
export const MAX_CURVE_FILES = 50;

const STEPS_PER_DECADE = [1, 1.5, 2, 3, 5, 7] as const;

/** Lines for the models of the headline and the pinned ones, from 1 to ten times the current assumption. */
export function makeCurves(view: View, kind: CurveKind): Curves {
  const full = completeScenario(view.scenario);
  const now = kind === 'calls' ? full.callsPerDay : full.outputTokens;
  const xs = roundNumbers(Math.max(1000, now * 10));
  const models = chooseModels(view);
  const costAt = remember((model, x) =>
    costOf(view, model, scenarioAt(view.scenario, kind, x), kind),
  );
  return {
    curves: sampleCurves(models, xs, costAt),
    crossovers: findCrossovers(models, xs, costAt),
    now,
  };
}

function scenarioAt(scenario: Scenario, kind: CurveKind, x: number): Scenario {
  return kind === 'calls' ? { ...scenario, callsPerDay: x } : { ...scenario, outputTokens: x };
}

function costOf(view: View, model: Model, scenario: Scenario, kind: CurveKind): Money | undefined {
  const row = view.rows.find((row) => row.model === model);
  const price = row && estimateTexts(model, row.counts, scenario, view.atMs).price;
  if (price?.kind !== 'priced') return undefined;
  return kind === 'calls' ? price.perMonth.expected : price.expected.total;
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

function chooseModels({ headline, rows, pinnedIds }: View): readonly Model[] {
  const pinned = rows.filter(({ model }) => pinnedIds.includes(model.id));
  const named = [
    headline.cheapest,
    headline.yours,
    headline.baseline,
    ...pinned,
    ...rows.slice(0, 3),
  ];
  const models = named.flatMap((row) => (row?.price.kind === 'priced' ? [row.model] : []));
  return [...new Set(models)].slice(0, MAX_CURVES);
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
