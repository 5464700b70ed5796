import assert from 'node:assert/strict';
import { applyDiscounts } from '../../../../src/core/pricing/own/discounts';
import { applyOverrides } from '../../../../src/core/pricing/own/overrides';
import { changedPrices, listRates } from '../../../../src/core/pricing/priceChange';
import type { PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { describeUsedChanges } from '../../../../src/wording/views/prices';
import { ENGLISH } from '../../../../src/wording/words';
import { modelOf, tableFile } from '../../../support/priceTables';

const AT_MS = Date.parse('2026-11-23T12:00:00Z');

function table(rates: Record<string, number>, period: Record<string, unknown> = {}): PriceTable {
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens: rates, ...period }];
  return { models: [modelOf(tableFile({ periods }))] };
}

function changes(before: PriceTable, after: PriceTable, ids = ['acme/one']): string {
  return describeUsedChanges(ENGLISH, changedPrices(before, after, ids, AT_MS));
}

const NONE = 'The prices of the models that you use have not changed.';

describe('the price changes of the models that a user has used', () => {
  const before = table({ input: 15, cachedInput: 7.5, output: 60 });

  it('have the old and the new rate of each kind that differs', () => {
    assert.equal(
      changes(before, table({ input: 12, output: 60, reasoning: 60 }), ['acme/one', 'acme/one']),
      'Of the models that you use, these have other prices: ' +
        'acme/one (Input: $15.00 → $12.00, Cached input: $7.50 → –, Reasoning: – → $60.00 per million tokens).',
    );
  });

  it('are none where the numbers are equal, and for other models', () => {
    assert.equal(changes(before, table({ input: 15, cachedInput: 7.5, output: 60 })), NONE);
    assert.equal(changes(before, table({ input: 1 }), ['acme/two', 'x']), NONE);
    assert.equal(changes({ models: [] }, before), NONE, 'new to the table');
  });

  it('are of rates that a vendor states: a discount is none, and own rates are none', () => {
    const discounted = applyDiscounts(before, { 'acme/*': 0.5 }, AT_MS).table;
    assert.equal(changes(before, discounted), NONE);
    assert.notEqual(changes(discounted, table({ input: 1 })), NONE);
    const own = applyOverrides(before, { one: { input: 1 } }, 'user', AT_MS).table;
    assert.equal(changes(before, own), NONE);
    const ratesAt = (period: Record<string, unknown>) => {
      const [model] = table({ input: 1 }, period).models;
      return model && listRates(model, AT_MS);
    };
    assert.deepStrictEqual(ratesAt({ to: '2026-01-01' }), { input: 1 });
    assert.equal(ratesAt({ from: '2027-01-01' }), undefined);
  });
});
