import { fitContext, fits } from '../contextFit';
import type { Estimate } from '../estimate';
import { scenarioOfOneAnswer } from '../modelScenario';
import { calledTexts } from './many';
import { longestOf } from './sampled';

/** How large the texts of an estimate are, in tokens. */
export interface Distribution {
  readonly smallest: number;
  readonly median: number;
  /** 95 of 100 texts have no more. */
  readonly high: number;
  readonly largest: number;
}

/**
 * The nearest rank of each share.
 *
 * Worked example: of 1, 2, …, 20 tokens the median is 10, and 19 are no more than 95 %.
 */
export function distributionOf({ counts }: Pick<Estimate, 'counts'>): Distribution {
  const texts = [...calledTexts(counts.map(longestOf), [])].toSorted(
    (a, b) => a.count.tokens - b.count.tokens,
  );
  const all = texts.reduce((sum, { times }) => sum + times, 0);
  const at = (share: number): number => {
    let rank = Math.ceil(share * all);
    return texts.find(({ times }) => (rank -= times) <= 0)?.count.tokens ?? 0;
  };
  return {
    smallest: texts[0]?.count.tokens ?? 0,
    median: at(0.5),
    high: at(0.95),
    largest: texts.at(-1)?.count.tokens ?? 0,
  };
}

/** Number of texts that do not fit the model. */
export function misfits({ model, counts, scenario, calls, fit, shares }: Estimate): number {
  if (fits(fit)) return 0;
  if (shares) return shares.reduce((sum, { estimate }) => sum + misfits(estimate), 0);
  const scenarioOf = scenarioOfOneAnswer(model, scenario);
  let found = 0;
  for (const { count, times, own } of calledTexts(counts.map(longestOf), calls)) {
    if (!fits(fitContext(model, count, scenarioOf(own)))) found += times;
  }
  return found;
}
