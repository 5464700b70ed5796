import assert from 'node:assert/strict';
import { estimateTexts, type Estimate } from '../../../../../src/core/estimate/estimate';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import { factorsOnPart } from '../../../../../src/core/estimate/cost/parts';
import { onOwnModels } from '../../../../../src/core/estimate/own/models';
import { partBands } from '../../../../../src/core/estimate/partBands';
import { timesMark } from '../../../../../src/core/estimate/ranking';
import { costOfText } from '../../../../../src/core/estimate/textShare';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import type { Scenario } from '../../../../../src/core/scenario/scenario';
import type { TokenCount } from '../../../../../src/core/tokens/tokenCount';
import { bundledModel } from '../../../../support/priceTables';
import { exact, rowOf, seedModels } from '../../../../support/reports';

const [o1, r1] = seedModels();
assert.ok(o1 && r1);
const scenario = { outputTokens: 500, callsPerDay: 10 };
const main = rowOf(o1, [exact(1000), exact(2000)], scenario);
const about: TokenCount = { tokens: 2000, low: 1900, high: 2200, method: 'estimated' };

function mix(second: Estimate, first = rowOf(o1 ?? second.model, [exact(1000)], scenario)) {
  return onOwnModels(main, [
    { estimate: first, places: [0] },
    { estimate: second, places: [1] },
  ]);
}

describe('texts with models of their own', () => {
  const sum = mix(rowOf(r1, [about], scenario));

  it('cost the exact sum, over the bands of all counts', () => {
    assert.ok(sum.price.kind === 'priced');
    const { expected, low, high, perDay, perMonth, later } = sum.price;
    // o1: 1,000 x 15 + 500 x 60; deepseek-r1: 2,000 (1,900, 2,200) x 0.55 + 500 x 2.19 millionths.
    assert.deepEqual(
      [expected.total, low, high, perDay.expected, perMonth.expected].map(moneyToDecimal),
      ['0.047195', '0.04714', '0.047305', '0.47195', '14.1585'],
    );
    assert.equal(later, undefined);
    assert.deepEqual(
      [sum.count.tokens, sum.count.low, sum.count.high, sum.count.method],
      [3000, 2900, 3200, 'estimated'],
    );
    assert.equal(expected.parts.length, 4);
  });

  it('are told apart again', () => {
    assert.deepEqual(
      estimateEach(sum).map(({ model }) => model.id),
      ['openai/o1', 'deepseek/deepseek-r1'],
    );
    assert.equal(partBands(sum), undefined);
  });

  it('add to the cost what each adds on its model', () => {
    const added = costOfText(sum);
    assert.equal(added && moneyToDecimal(added), '0.0161');
  });

  it('have no price if one has none', () => {
    const price = mix(rowOf(r1, [exact(1)], { ...scenario, batch: true })).price;
    assert.deepEqual(price, { kind: 'unpriced', reason: 'noBatch' });
  });

  it('have parts with the factors of their own price, even at one rate', () => {
    const { price } = mix(rowOf(o1, [exact(2000)], { outputTokens: 0, batch: true }));
    assert.ok(price.kind === 'priced');
    // 2,000 x 15 / 2 = 15,000 millionths; without the batch 1,000 x 15.
    assert.deepEqual(
      price.expected.parts
        .filter(({ name }) => name === 'input')
        .map((part) => [
          'tokens' in part && part.tokens,
          factorsOnPart(part, price.applied.factors).map(({ name }) => name),
          moneyToDecimal(part.amount),
        ]),
      [
        [1000, [], '0.015'],
        [2000, ['batch'], '0.015'],
      ],
    );
  });

  it('fit as the one that fits least', () => {
    // The context window of o1 has 200,000 tokens.
    const tooLong = rowOf(o1, [exact(200_000)], scenario);
    assert.equal(mix(tooLong).fit.fitsWindow, false);
  });

  it('cost later calls of a day as each does', () => {
    const haiku = bundledModel('anthropic/claude-haiku-5-5');
    const cached: Scenario = { outputTokens: 0, cachedShare: 0.8, cacheWrite: 'short' };
    const atMs = Date.parse('2026-11-23T12:00:00Z');
    const written = rowOf(haiku, [exact(10_000)], cached, atMs);
    const plain = rowOf(haiku, [exact(10_000)], { outputTokens: 0 }, atMs);
    const { price } = mix(written, plain);
    assert.ok(price.kind === 'priced' && price.later);
    // 10,000 x 0.1; first 2,000 x 0.1 + 8,000 x 0.125, later 2,000 x 0.1 + 8,000 x 0.01 millionths
    assert.equal(moneyToDecimal(price.expected.total), '0.0022');
    assert.equal(moneyToDecimal(price.later.expected.total), '0.00128');
  });

  it('are no more exactly once the cost of all on one model', () => {
    assert.equal(timesMark(main, sum), '≈');
    assert.equal(timesMark(sum, sum), '');
  });
});

describe('texts with answers of their own', () => {
  const calls = [{ outputTokens: 800 }, {}];

  it('add to the cost only their own tokens', () => {
    const row = estimateTexts(o1, [exact(1000), exact(2000)], scenario, main.atMs, calls);
    const added = costOfText(row);
    assert.equal(added && moneyToDecimal(added), '0.045');
    const bands = partBands(estimateTexts(o1, [about, exact(2000)], scenario, main.atMs, calls));
    const output = bands?.find(({ expected }) => expected.name === 'output');
    assert.deepEqual(
      [output?.low, output?.high].map((part) => part && moneyToDecimal(part.amount)),
      ['0.078', '0.078'],
    );
  });
});
