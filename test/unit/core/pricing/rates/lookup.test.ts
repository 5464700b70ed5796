import assert from 'node:assert/strict';
import { lookUpRates } from '../../../../../src/core/pricing/rates/lookup';
import { bundledModel, modelOf, tableFile } from '../../../../support/priceTables';

/** "input rate, tier, retired" or the reason. */
function lookUp(id: string, at: string, promptTokens = 1): string {
  const result = lookUpRates(bundledModel(id), Date.parse(at), promptTokens);
  if (result.kind === 'none') return result.reason;
  const tier = result.tier ? ` from ${result.tier.fromPromptTokens}` : '';
  return `${result.rates.input}${tier}${result.retired ? ' retired' : ''}`;
}

describe('rate lookup', () => {
  it('finds the period of a time, on both sides of its bounds', () => {
    assert.deepStrictEqual(
      ['2026-08-20T23:59:59.999Z', '2026-08-21T00:00:00Z'].map((at) => lookUp('gpt-5.6-sol', at)),
      ['5', '4'],
    );
  });

  it('has the last rates of a model that is no longer sold, marked as such', () => {
    // At night R1 had its off-peak price to the end.
    assert.deepStrictEqual(
      ['2025-01-27', '2025-08-20T23:59:59.999Z', '2025-08-21T00:00:00Z', '2026-11-23'].map((at) =>
        lookUp('deepseek/deepseek-r1', at),
      ),
      ['0.55', '0.135', '0.55 retired', '0.55 retired'],
    );
    assert.equal(lookUp('o1', '2026-10-22T23:59:59Z'), '15');
    assert.equal(lookUp('o1', '2026-10-23'), '15 retired');
  });

  it('has no price before a model was sold', () => {
    assert.equal(lookUp('deepseek/deepseek-r1', '2025-01-19T23:59:59Z'), 'notYetSold');
  });

  it('reprices the whole request at the tier of the prompt, on both sides of its bound', () => {
    assert.deepStrictEqual(
      [272_000, 272_001].map((tokens) => lookUp('gpt-6-luna', '2026-11-23', tokens)),
      ['0.1', '0.2 from 272001'],
    );
    // xAI says "from 200k on", the others "above".
    assert.deepStrictEqual(
      [199_999, 200_000].map((tokens) => lookUp('grok-4.7', '2026-11-23', tokens)),
      ['2', '4 from 200000'],
    );
  });

  it('uses the highest tier that the prompt reaches', () => {
    const usdPerMillionTokens = { input: 1 };
    const tiers = [10, 20].map((fromPromptTokens) => ({
      fromPromptTokens,
      usdPerMillionTokens: { input: fromPromptTokens },
    }));
    const model = modelOf(
      tableFile({
        periods: [{ from: null, to: null, source: 'page', usdPerMillionTokens, tiers }],
      }),
    );
    const rates = [9, 10, 19, 20, 21].map((tokens) => {
      const result = lookUpRates(model, 0, tokens);
      return result.kind === 'rates' ? result.rates.input : result.reason;
    });
    assert.deepStrictEqual(rates, [1, 10, 10, 20, 20]);
  });
});
