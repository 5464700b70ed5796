import type { Rates } from '../../../src/core/pricing/table/rateSchema';
import { rateOf, type SourceRow } from '../sources/row';
import { isMatch, type WideProvider } from './wideHand';

/** No vendor asks more: Anthropic's, for an hour, cost twice the input, and OpenAI's, for 12 hours, two and a half times. */
const MOST_OF_INPUT = 2.5;

/**
 * A source's row with the whole rates of cache writes. A token that is written to a cache is also read, so a lower rate
 * than that of input is a part of the price, or another price: it is completed where the provider says how, and
 * dropped elsewhere. So is a rate that is that of output, and too high for a write: models.dev has 3 for Kimi K2 at
 * Together, whose input costs 1 and output 3.
 *
 * Worked example: OpenRouter bills a cache write of Gemini as input and 5 minutes of storage, and lists the storage
 * alone. With an input of 1.25, a cache write listed as 0.375 costs 1.625.
 */
export function withWholeCacheWrites(row: SourceRow, provider: WideProvider): SourceRow {
  if (isMatch(provider.cheapCacheWrites, row.id)) return row;
  const addsInput = isMatch(provider.cacheWritesWithoutInput, row.id);
  const periods = row.periods.map((period) => {
    const { tiers } = period;
    return Object.assign({}, period, {
      usdPerMillionTokens: wholeRates(period.usdPerMillionTokens, addsInput),
      ...(tiers && {
        tiers: tiers.map(({ fromPromptTokens, usdPerMillionTokens }) => ({
          fromPromptTokens,
          usdPerMillionTokens: wholeRates(usdPerMillionTokens, addsInput),
        })),
      }),
    });
  });
  return { ...row, periods };
}

function wholeRates(rates: Rates, addsInput: boolean): Rates {
  const { input, cacheWrite, ...others } = rates;
  if (input === undefined || cacheWrite === undefined) return rates;
  const isOutput = cacheWrite === others.output && cacheWrite > MOST_OF_INPUT * input;
  if (isOutput) return { input, ...others };
  if (cacheWrite >= input) return rates;
  if (!addsInput) return { input, ...others };
  return { ...rates, cacheWrite: rateOf(input + cacheWrite) };
}
