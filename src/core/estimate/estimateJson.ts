import { moneyToDecimal } from '../pricing/money';
import type { Estimate, NoPriceReason } from './estimate';

/**
 * One estimate as it leaves the program, in a terminal's JSON and in exports. Amounts are US dollars as
 * decimal strings, or null with the reason why there is no price.
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
  readonly reason?: NoPriceReason;
}

export function estimateToJson({ model, count, price }: Estimate): EstimateJson {
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
  };
}
