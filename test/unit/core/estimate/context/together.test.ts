import assert from 'node:assert/strict';
import fc from 'fast-check';
import { estimateTexts, type Estimate } from '../../../../../src/core/estimate/estimate';
import { costOfText } from '../../../../../src/core/estimate/textShare';
import { compareMoney, moneyToDecimal } from '../../../../../src/core/pricing/money';
import type { Model } from '../../../../../src/core/pricing/table/priceTable';
import type { Scenario } from '../../../../../src/core/scenario/scenario';
import { sumTokenCounts } from '../../../../../src/core/tokens/tokenCount';
import { bundledTable, modelOf, tableFile } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

const AT_MS = Date.parse('2026-11-23T12:00:00Z');

function each(model: Model, tokens: readonly number[], scenario: Scenario): Estimate {
  return estimateTexts(model, tokens.map(exact), scenario, AT_MS);
}

function together(model: Model, tokens: readonly number[], scenario: Scenario): Estimate {
  return estimateTexts(model, [sumTokenCounts(tokens.map(exact))], scenario, AT_MS);
}

function total({ price }: Estimate): string {
  assert.ok(price.kind === 'priced');
  return moneyToDecimal(price.expected.total);
}

/** At 1 / 2 USD per million; from 1,000 prompt tokens at 3 / 4. Caches prompts of 200 tokens and more. */
const TIERED = modelOf(
  tableFile({
    contextWindowTokens: 2000,
    cacheMinimumTokens: 200,
    periods: [
      {
        from: null,
        to: null,
        source: 'page',
        usdPerMillionTokens: { input: 1, cachedInput: 0.5, output: 2 },
        tiers: [
          {
            fromPromptTokens: 1000,
            usdPerMillionTokens: { input: 3, cachedInput: 1.5, output: 4 },
          },
        ],
      },
    ],
  }),
);

describe('several files as one call', () => {
  it('have the rates of the sum: the tier begins where the sum does, not a file', () => {
    // 999 × 1 + 100 × 2 = 1,199; each pays the answer: 999 × 1 + 200 × 2 = 1,399.
    assert.equal(total(together(TIERED, [499, 500], { outputTokens: 100 })), '0.001199');
    assert.equal(total(each(TIERED, [499, 500], { outputTokens: 100 })), '0.001399');
    // 1,000 × 3 + 100 × 4 = 3,400; each: 1,000 × 1 + 200 × 2 = 1,400.
    assert.equal(total(together(TIERED, [500, 500], { outputTokens: 100 })), '0.0034');
    assert.equal(total(each(TIERED, [500, 500], { outputTokens: 100 })), '0.0014');
  });

  it('are long enough to be cached, though each is not', () => {
    const scenario = { outputTokens: 0, cachedShare: 1 };
    // 200 × 0.5 = 100; below the minimum each of the 200 is fresh.
    assert.equal(total(together(TIERED, [100, 100], scenario)), '0.0001');
    assert.equal(total(each(TIERED, [100, 100], scenario)), '0.0002');
    assert.equal(total(together(TIERED, [100, 99], scenario)), '0.000199');
  });

  it('fill one context window', () => {
    const scenario = { outputTokens: 100 };
    assert.equal(together(TIERED, [900, 1000], scenario).fit.fitsWindow, true);
    assert.equal(together(TIERED, [901, 1000], scenario).fit.fitsWindow, false);
    assert.equal(each(TIERED, [901, 1000], scenario).fit.fitsWindow, true);
  });

  it('cost for their texts what each costs, on every model whose price has no tiers', () => {
    const flat = bundledTable().models.filter(({ periods }) =>
      periods.every(({ tiers, windows }) => tiers.length === 0 && windows.length === 0),
    );
    assert.ok(flat.length > 100);
    const tokens = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 });
    const model = fc.constantFrom(...flat);
    fc.assert(
      fc.property(model, tokens, fc.nat(4), (chosen, sizes, messages) => {
        const scenario = { outputTokens: 500, messages };
        const one = together(chosen, sizes, scenario);
        const many = each(chosen, sizes, scenario);
        const [a, b] = [costOfText(one), costOfText(many)];
        if (a === undefined || b === undefined) {
          assert.deepEqual(one.price, many.price);
          return;
        }
        assert.equal(compareMoney(a, b), 0);
      }),
    );
  });
});
