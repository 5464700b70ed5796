import type { TokenCount } from '../../tokens/tokenCount';
import { fitContext, fits } from '../contextFit';
import type { Estimate } from '../estimate';
import { scenarioOfOneAnswer } from '../modelScenario';

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
  const tokens = Float64Array.from(counts, (count) => count.tokens).toSorted();
  const at = (share: number): number => tokens[Math.ceil(share * tokens.length) - 1] ?? 0;
  return {
    smallest: tokens[0] ?? 0,
    median: at(0.5),
    high: at(0.95),
    largest: tokens.at(-1) ?? 0,
  };
}

/** Number of texts that do not fit the model. */
export function misfits({ model, counts, scenario, calls, fit, shares }: Estimate): number {
  if (fits(fit)) return 0;
  if (shares) return shares.reduce((sum, { estimate }) => sum + misfits(estimate), 0);
  const scenarioOf = scenarioOfOneAnswer(model, scenario);
  const isMisfit = (count: TokenCount, index: number): boolean =>
    !fits(fitContext(model, count, scenarioOf(calls[index])));
  return counts.filter(isMisfit).length;
}
