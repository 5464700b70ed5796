import assert from 'node:assert/strict';
import { lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import type { Rates } from '../../../../src/core/pricing/table/schema';
import { bundledModel, readPricingJson } from '../../../support/priceTables';
import type { PriceTableFile } from '../../../../src/core/pricing/table/schema';

const NOW = Date.parse('2026-11-27T12:00:00Z');

function ratesOf(id: string, promptTokens = 1000): Rates {
  const found = lookUpRates(bundledModel(id), NOW, promptTokens);
  assert.equal(found.kind, 'rates', id);
  return found.rates;
}

/** Rates that a review of the wide table found wrong, with the right values. */
describe('rates of gateways', () => {
  // openrouter.ai/docs/guides/best-practices/prompt-caching: input, and 5 of the 60 minutes of an hour of storage.
  it('have whole cache writes of Gemini at OpenRouter', () => {
    for (const [model, promptTokens, cacheWrite] of [
      // 0.3 + 1 x 5/60; 1.25 + 4.5 x 5/60; 2.5 + 4.5 x 5/60
      ['gemini-2.5-flash', 1000, 0.383333],
      ['gemini-2.5-pro', 1000, 1.625],
      ['gemini-2.5-pro', 200_001, 2.875],
      // 3 + 1 x 5/60
      ['gemini-4-neon', 1000, 3.083333],
    ] as const)
      assert.equal(ratesOf(`openrouter/google/${model}`, promptTokens).cacheWrite, cacheWrite);
  });

  it('have no cache write that costs less than its input, where the vendor does not say so', () => {
    const { providers } = readPricingJson() as PriceTableFile;
    const cheap = providers.flatMap((provider) =>
      provider.models.flatMap(({ id, periods }) =>
        periods
          .flatMap((period) => [period, ...(period.tiers ?? []), ...(period.windows ?? [])])
          .flatMap(({ usdPerMillionTokens: { input = 0, cacheWrite = input } }) =>
            cacheWrite < input ? [`${provider.id}/${id}`] : [],
          ),
      ),
    );
    // platform.minimax.io/docs/guides/pricing-paygo: input 0.6, cache writes 0.375.
    const stated = /minimax.*-highspeed$/i;
    assert.deepEqual(
      cheap.filter((id) => !stated.test(id)),
      [],
    );
  });
});
