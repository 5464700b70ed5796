import assert from 'node:assert/strict';
import type { Beside, BesideTokens } from '../../../../../src/core/estimate/counts/beside';
import { sentOn } from '../../../../../src/core/estimate/counts/sent';
import { estimateTexts, type Estimate } from '../../../../../src/core/estimate/estimate';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import type { OwnCall } from '../../../../../src/core/estimate/modelScenario';
import { partBands } from '../../../../../src/core/estimate/partBands';
import {
  canBeBought,
  compareEstimates,
  findCheapest,
} from '../../../../../src/core/estimate/ranking';
import { costOfText } from '../../../../../src/core/estimate/textShare';
import { NO_TOKENS, exactTokens, tokensBetween } from '../../../../../src/core/media/sum';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import { DEFAULT_SCENARIO } from '../../../../../src/core/scenario/scenario';
import { bundledModel } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

const AT_MS = Date.parse('2026-11-23T12:00:00Z');

const r1 = bundledModel('deepseek/deepseek-r1');

const SENT = { treatTextAs: 'input', messages: 0 } as const;

function beside(tokens: BesideTokens): Beside {
  return { kinds: ['image'], familyOf: ({ id }) => id, on: () => tokens };
}

function priced(texts: readonly number[], calls: readonly OwnCall[], scenario = {}) {
  return estimateTexts(
    r1,
    texts.map(exact),
    { ...DEFAULT_SCENARIO, outputTokens: 0, ...scenario },
    AT_MS,
    calls,
  );
}

function totalOf({ price }: Estimate): string | undefined {
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : undefined;
}

describe('what is sent beside a text', () => {
  it('is input like the text', () => {
    const estimate = priced([1000], [{ beside: beside(exactTokens(3000)) }]);
    // (1,000 + 3,000) x 0.55 millionths.
    assert.equal(totalOf(estimate), '0.0022');
    assert.deepEqual(estimate.count, exact(4000));
    assert.deepEqual(estimate.texts, [exact(1000)]);
    assert.equal(estimate.fit.promptTokens, 4000);
    assert.deepEqual(
      partBands(estimate)?.map(({ expected }) => 'tokens' in expected && expected.tokens),
      [4000, 0],
    );
  });

  it('widens the band, of tokens, cost and fit', () => {
    const estimate = priced([100], [{ beside: beside(tokensBetween(1500, 3000)) }]);
    assert.deepEqual(estimate.count, { tokens: 2350, low: 1600, high: 3100, method: 'estimated' });
    assert.equal(estimate.fit.promptTokens, 3100);
    assert.ok(estimate.price.kind === 'priced');
    // 1,600 and 3,100 x 0.55 millionths.
    assert.equal(moneyToDecimal(estimate.price.low), '0.00088');
    assert.equal(moneyToDecimal(estimate.price.high), '0.001705');
  });

  it('is of each of many calls, and stays when they are priced one by one', () => {
    const calls = [{ beside: beside(exactTokens(3000)) }, {}, { beside: beside(exactTokens(500)) }];
    const estimate = priced([1000, 1000, 1000], calls);
    assert.equal(estimate.count.tokens, 6500);
    const each = estimateEach(estimate);
    assert.deepEqual(
      each.map(({ count }) => count.tokens),
      [4000, 1000, 1500],
    );
    assert.equal(each[0]?.beside?.tokens, 3000);
    assert.equal(each[1]?.beside, undefined);
    assert.deepEqual(each.map(totalOf), ['0.0022', '0.00055', '0.000825']);
    assert.equal(totalOf(estimate), '0.003575');
  });

  it('is part of what the subject adds to the cost', () => {
    const estimate = priced([0], [{ beside: beside(exactTokens(1000)) }], { outputTokens: 500 });
    const added = costOfText(estimate);
    assert.equal(added && moneyToDecimal(added), '0.00055');
  });

  it('has no price on a model that does not take it', () => {
    const refused = { ...NO_TOKENS, refused: 'audio' as const };
    const estimate = priced([1000, 10], [{ beside: beside(refused) }, {}]);
    assert.deepEqual(estimate.price, { kind: 'unpriced', reason: 'noAudio' });
    assert.deepEqual(
      estimateEach(estimate).map(({ price }) => price.kind),
      ['unpriced', 'priced'],
    );
  });

  it('makes the price a lower limit where nobody documents its tokens', () => {
    const unknown = { ...exactTokens(85), unknown: ['video' as const] };
    const calls = [{ beside: beside(unknown) }, { beside: beside(exactTokens(85)) }];
    const estimate = priced([1000, 10], calls);
    assert.deepEqual(estimate.beside, { ...exactTokens(170), unknown: ['video'] });
  });

  it('is not written by the model', () => {
    const calls = [{ beside: beside(exactTokens(3000)) }];
    const estimate = priced([1000], calls, { treatTextAs: 'output' });
    // 1,000 x 2.19 millionths.
    assert.equal(totalOf(estimate), '0.00219');
    assert.deepEqual(estimate.beside?.unknown, ['image']);
  });

  it('is added once for the models of a family, and calls that are alike stay alike', () => {
    const texts = [exact(1), exact(2)];
    const calls = [
      { outputTokens: 5, beside: beside(exactTokens(1)) },
      { outputTokens: 5, beside: beside(exactTokens(2)) },
    ];
    const sent = sentOn(r1, texts, calls, SENT);
    assert.equal(sentOn(r1, texts, calls, SENT).counts, sent.counts);
    assert.equal(sent.calls[0], sent.calls[1]);
    const none = [{}, {}];
    assert.equal(sentOn(r1, texts, none, SENT).counts, texts);
    assert.equal(sentOn(r1, texts, none, SENT).calls, none);
  });
});

describe('a cost that is a lower limit', () => {
  const unknown = { ...NO_TOKENS, unknown: ['image' as const] };

  it('has no price if nothing at all can be counted', () => {
    const { price } = priced([0], [{ beside: beside(unknown) }]);
    assert.deepEqual(price, { kind: 'unpriced', reason: 'noFormula' });
  });

  it('is the cheapest only if all are', () => {
    const sold = bundledModel('openai/gpt-6-sol');
    const limit = estimateTexts(sold, [exact(10)], DEFAULT_SCENARIO, AT_MS, [
      { beside: beside(unknown) },
    ]);
    const known = estimateTexts(sold, [exact(1000)], DEFAULT_SCENARIO, AT_MS, []);
    assert.equal(canBeBought(limit), false);
    assert.equal(findCheapest([limit, known]), known);
    assert.equal(findCheapest([limit]), limit);
    assert.deepEqual([limit, known].toSorted(compareEstimates), [known, limit]);
  });
});
