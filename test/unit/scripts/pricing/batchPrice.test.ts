// Prices of batches in the lists of gateways.
import assert from 'node:assert/strict';
import type { Reading } from '../../../../scripts/pricing/wide/entries';
import { batchPrices } from '../../../../scripts/pricing/wide/makers/batchPrice';
import type { Rates } from '../../../../src/core/pricing/table/rateSchema';
import type { ModelRow, PriceTableFile } from '../../../../src/core/pricing/table/schema';
import { readPricingJson } from '../../../support/priceTables';
import { sourceRow } from '../../../support/sourceRows';

const HALF = { batch: { numerator: 1, denominator: 2, source: 'page' } };
const FACTORS = { half: HALF };

function maker(more: Partial<ModelRow> = {}): ModelRow {
  const price = { source: 'page', usdPerMillionTokens: { input: 2.5, output: 10 } };
  return {
    id: 'gpt-4o',
    name: 'GPT-4o',
    tokenizer: 't',
    factors: 'half',
    periods: [{ from: null, to: null, ...price }],
    ...more,
  };
}

function isBatch(rates: Rates, model = maker(), id = 'openai/gpt-4o'): boolean {
  const row = sourceRow(id, rates);
  const source = { id: 'list', day: '2026-11-20', lineage: 'list', isDated: false };
  const reading: Reading = { source: { ...source, isPartial: false, rows: () => [row] }, row };
  return batchPrices([{ id: 'openai', name: 'OpenAI', models: [model] }], FACTORS)(reading);
}

describe("the price of a maker's batches at a gateway", () => {
  it("is half of the maker's for input and output", () => {
    assert.equal(isBatch({ input: 1.25, cachedInput: 0.625, output: 5 }), true);
    assert.equal(isBatch({ input: 1.25, output: 10 }), false);
    assert.equal(isBatch({ input: 2, output: 8 }), false);
  });

  it('is none of a model that its maker does not sell in batches, or at that price now and then', () => {
    const promotion = { source: 'page', usdPerMillionTokens: { input: 1.25, output: 5 } };
    const [list] = maker().periods;
    assert.ok(list);
    const rates = { input: 1.25, output: 5 };
    assert.equal(isBatch(rates, maker({ factors: undefined })), false);
    const periods = [
      { ...promotion, from: null, to: '2026-09-01' },
      { ...list, from: '2026-09-01' },
    ];
    assert.equal(isBatch(rates, maker({ periods })), false);
    assert.equal(isBatch(rates, maker(), 'openai/gpt-4o-mini'), false);
  });

  it('is not in the table', () => {
    const { providers } = readPricingJson() as PriceTableFile;
    const cloudflare = providers.find(({ id }) => id === 'cloudflare-ai-gateway');
    const inputs = cloudflare?.models
      .filter(({ id }) => /gpt-4o(-mini)?$/.test(id))
      .map(({ periods }) => periods.at(-1)?.usdPerMillionTokens.input);
    assert.deepEqual(inputs, []);
  });
});
