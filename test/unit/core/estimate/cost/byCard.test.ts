import assert from 'node:assert/strict';
import { countMany, type FileCalls } from '../../../../../src/core/estimate/counts/many';
import { estimateTexts, type Estimate } from '../../../../../src/core/estimate/estimate';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import { partBands } from '../../../../../src/core/estimate/partBands';
import { costOfText } from '../../../../../src/core/estimate/textShare';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';
import { bundledModel } from '../../../../support/priceTables';

const AT = Date.UTC(2026, 10, 27);

const SCENARIO = { outputTokens: 500 };

/** Two requests with 100 tokens and one with 300. */
const REQUESTS = countMany([
  { count: exactCount(100), times: 2, call: 0 },
  { count: exactCount(300), times: 1, call: 1 },
]);

const CALLS: FileCalls = {
  each: [
    { conversationTurns: 1, messages: 0, outputTokens: 10, reasoningTokens: 0 },
    { conversationTurns: 1, messages: 0 },
  ],
  batch: true,
};

function usd({ price }: Estimate): string {
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

describe('files of requests beside texts', () => {
  const gpt4o = bundledModel('gpt-4o');

  it('cost the sum: requests of a batch at its price, texts at theirs', () => {
    const row = estimateTexts(gpt4o, [exactCount(1000), REQUESTS], SCENARIO, AT, [{}, CALLS]);
    // Text: 1,000 × 2.5 + 500 × 10 = 7,500. Requests: (500 × 2.5 + (2 × 10 + 500) × 10) / 2 = 3,225 millionths.
    assert.equal(usd(row), '0.010725');
    assert.equal(row.count.tokens, 1500);
    assert.deepStrictEqual(estimateEach(row).map(usd), ['0.0075', '0.003225']);
  });

  it('have parts with the factors of their own card', () => {
    const { price } = estimateTexts(gpt4o, [exactCount(1000), REQUESTS], SCENARIO, AT, [{}, CALLS]);
    assert.ok(price.kind === 'priced');
    assert.deepStrictEqual(
      price.expected.parts.map((part) => [
        part.name,
        'tokens' in part && part.tokens,
        'factors' in part && part.factors.length,
        moneyToDecimal(part.amount),
      ]),
      [
        ['input', 1000, 0, '0.0025'],
        ['output', 500, 0, '0.005'],
        ['input', 500, 1, '0.000625'],
        ['output', 520, 1, '0.0026'],
      ],
    );
  });

  it('are told apart again, with later calls that read the cache', () => {
    const scenario = { ...SCENARIO, cachedShare: 0.5, cacheWrite: 'short' as const };
    const long = countMany([{ count: exactCount(10_000), times: 3, call: 1 }]);
    const row = estimateTexts(gpt4o, [long], scenario, AT, [{ ...CALLS, batch: false }]);
    const one = estimateTexts(gpt4o, [exactCount(10_000)], scenario, AT);
    assert.ok(row.price.kind === 'priced' && one.price.kind === 'priced');
    assert.equal(Number(usd(row)), 3 * Number(usd(one)));
    assert.ok(row.price.later && one.price.later);
    assert.equal(
      Number(moneyToDecimal(row.price.later.expected.total)).toFixed(9),
      (3 * Number(moneyToDecimal(one.price.later.expected.total))).toFixed(9),
    );
  });

  it('add to the cost their own tokens', () => {
    const row = estimateTexts(gpt4o, [REQUESTS], SCENARIO, AT, [CALLS]);
    const added = costOfText(row);
    // 500 × 2.5 / 2 millionths.
    assert.equal(added && moneyToDecimal(added), '0.000625');
    const [band] = partBands(row) ?? [];
    assert.deepStrictEqual(
      [band?.low.amount, band?.high.amount],
      [band?.expected.amount, band?.expected.amount],
    );
    assert.ok(band);
  });

  it('for fine-tuning are left out of the sum, and have no price alone', () => {
    const training: FileCalls = { each: [{}, {}], isTraining: true };
    const row = estimateTexts(gpt4o, [exactCount(1000), REQUESTS], SCENARIO, AT, [{}, training]);
    assert.equal(usd(row), '0.0075');
    assert.equal(row.count.tokens, 1500);
    assert.deepStrictEqual(estimateEach(row).map(usd), ['0.0075', 'training']);
    assert.equal(usd(estimateTexts(gpt4o, [REQUESTS], SCENARIO, AT, [training])), 'training');
  });

  it('have no price where the model has no batches', () => {
    const model = bundledModel('perplexity/sonar');
    const row = estimateTexts(model, [exactCount(1000), REQUESTS], SCENARIO, AT, [{}, CALLS]);
    assert.equal(usd(row), 'noBatch');
  });
});
