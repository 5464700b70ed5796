import { moneyToDecimal } from '../pricing/money';
import type { Estimate, NoPriceReason } from '../estimate/estimate';
import { projectCost } from '../estimate/projection';

/**
 * One estimate as it leaves the program, in a terminal's JSON and in exports. Amounts are US dollars as
 * decimal strings, or null with the reason why there is no price.
 *
 * `inputUsd` is what the prompt costs: fresh and cached input, cache writes and fees for requests;
 * `outputUsd` what the answer costs: output and reasoning. Both sum to `totalUsd`. `laterUsd` stands there
 * where later calls of a day read from the cache what the first one writes; `dailyUsd` when calls a day
 * are assumed.
 */
export interface EstimateJson {
  readonly provider: string;
  readonly model: string;
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'exact' | 'estimated';
  readonly inputUsd: string | null;
  readonly outputUsd: string | null;
  readonly totalUsd: string | null;
  readonly lowUsd: string | null;
  readonly highUsd: string | null;
  readonly laterUsd?: string;
  readonly dailyUsd?: string;
  readonly reason?: NoPriceReason;
}

export function estimateToJson({ model, count, scenario, price }: Estimate): EstimateJson {
  const subject = { provider: model.provider, model: model.model, ...count };
  if (price.kind === 'unpriced') {
    const none = { inputUsd: null, outputUsd: null, totalUsd: null, lowUsd: null, highUsd: null };
    return { ...subject, ...none, reason: price.reason };
  }
  return {
    ...subject,
    inputUsd: moneyToDecimal(price.expected.input),
    outputUsd: moneyToDecimal(price.expected.output),
    totalUsd: moneyToDecimal(price.expected.total),
    lowUsd: moneyToDecimal(price.low),
    highUsd: moneyToDecimal(price.high),
    ...(price.later ? { laterUsd: moneyToDecimal(price.later.expected.total) } : {}),
    ...(scenario.callsPerDay === undefined
      ? {}
      : { dailyUsd: moneyToDecimal(projectCost(price, scenario, 1).expected) }),
  };
}
