import type { Bill } from './bill';
import type { BilledCall } from './call';
import type { NoPriceReason } from './unpriced';

/**
 * Why a request has no price: the service tier does not sell it, or the card does not have a rate that it needs. Such a
 * rate is unknown, not zero.
 *
 * Worked examples: 1,000 tokens with a cached share of 0.5 on a card without a cached rate: noCachedInputRate. With a
 * cached share of 0 the card's input rate is enough. On a card at 5 / 30 with a tier from 272,001 tokens that has no
 * rates, 272,000 tokens have a price, and 272,001 have none: noLongPromptRate.
 */
export function findMissingRate(bill: Bill, billed: BilledCall): NoPriceReason | undefined {
  const { factors, tier, window, period } = bill.applied;
  const { longestPromptTokens, split, call } = billed;
  for (const { factor } of factors) {
    if (longestPromptTokens > (factor.maxPromptTokens ?? Infinity))
      return 'serviceTierExcludesLength';
    if (split.cachedTokens > 0 && factor.unknownRates?.includes('cachedInput')) {
      return 'factorUnknownForRate';
    }
  }
  const missing = missingRate(bill, billed);
  if (!missing) return undefined;
  const name = missing === 'cacheWrite' && call.cacheWrite === 'long' ? 'cacheWriteLong' : missing;
  const isKnownBelow = tier !== undefined && (window ?? period).rates[name] !== undefined;
  return isKnownBelow ? 'noLongPromptRate' : NO_RATE_REASONS[missing];
}

type NeededRate = 'input' | 'cachedInput' | 'cacheWrite' | 'output';

const NO_RATE_REASONS: Readonly<Record<NeededRate, NoPriceReason>> = {
  input: 'noInputRate',
  cachedInput: 'noCachedInputRate',
  cacheWrite: 'noCacheWriteRate',
  output: 'noOutputRate',
};

function missingRate(
  { applied: { rates }, writeRate, outputRate }: Bill,
  { call: { outputTokens, reasoningTokens }, split }: BilledCall,
): NeededRate | undefined {
  const { cachedTokens, writtenTokens } = split;
  if (rates.input === undefined) return 'input';
  if (cachedTokens > 0 && rates.cachedInput === undefined) return 'cachedInput';
  if (writtenTokens > 0 && writeRate === undefined) return 'cacheWrite';
  const reasoningAsOutput = rates.reasoning === undefined ? reasoningTokens : 0;
  if (outputTokens + reasoningAsOutput > 0 && outputRate === undefined) return 'output';
  return undefined;
}
