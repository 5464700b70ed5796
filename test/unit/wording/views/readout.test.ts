import assert from 'node:assert/strict';
import { completeScenario } from '../../../../src/core/scenario/scenario';
import { plainModel } from '../../../../src/core/pricing/table/rows/tableModel';
import { moneyOfUsd } from '../../../../src/core/pricing/money';
import { comparisonTitle, describeAgainst, describeFit } from '../../../../src/wording/comparison';
import { describeCost } from '../../../../src/wording/cost';
import {
  describeChange,
  describeContext,
  describeCopy,
  describeEstimate,
  describeSplit,
  describeWarnings,
} from '../../../../src/wording/views/readout';
import { ENGLISH } from '../../../../src/wording/words';
import { exact, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

const [o1, r1] = seedModels().map((model) => rowOf(model, [exact(1000)]));
assert.ok(o1 && r1);
const scenario = completeScenario({ outputTokens: 500 });
const age = { atMs: SEED_DAY_MS, staleAfterDays: 10_000 };
const estimated = { tokens: 1000, low: 900, high: 1200, method: 'estimated' } as const;

// 1,000 tokens at 15 and 500 at 60 USD per million are 0.045 USD.
describe('the sentences of the status bar', () => {
  it('describe the estimate for screen readers, with all warnings', () => {
    assert.equal(
      describeEstimate(ENGLISH, 'a.md', o1, scenario, age, []),
      'API Spend: one call with a.md costs $0.0450 on OpenAI o1, 1,000 tokens. $0.0450, of it $0.0150 for this text; the rest is assumed.',
    );
    assert.equal(
      describeEstimate(ENGLISH, 'a.md', { ...o1, count: estimated }, scenario, age, ['too long']),
      'API Spend: one call with a.md costs about $0.0450 on OpenAI o1, about 1,000 tokens. ≈$0.0450, of it ≈$0.0150 for this text; the rest is assumed. Note: too long.',
    );
    const unpriced = { ...o1, price: { kind: 'unpriced', reason: 'noBatch' } as const };
    assert.equal(
      describeEstimate(ENGLISH, 'a.md', unpriced, scenario, age, []),
      'API Spend: a.md, 1,000 tokens. No price: the price table has no batch price for this model.',
    );
    assert.equal(describeCost(ENGLISH, unpriced), 'no price');
  });

  it('copy one line with the day of the price, once', () => {
    const line = describeCopy(ENGLISH, 'a.md', o1, scenario, age);
    const start = 'a.md: $0.0450 on openai/o1 (1,000 tokens in, 500 tokens out assumed)';
    assert.match(
      line.replace(start, ''),
      /^, price equal in 3 independent sources, listed on 2026-\d\d-\d\d$/,
    );
    const old = { atMs: Date.parse('2040-01-01'), staleAfterDays: 120 };
    assert.match(
      describeCopy(ENGLISH, 'a.md', o1, scenario, old).replace(start, ''),
      /^, price equal in 3 independent sources, old price, listed on 2026-\d\d-\d\d$/,
    );
  });

  it('say in a copied line that there is no text', () => {
    const line = describeCopy(ENGLISH, 'a.md', rowOf(o1.model, [exact(0)]), scenario, age);
    assert.match(line, /^a\.md \(no text\): \$0\.0300 on openai\/o1 \(0 tokens in, 500 tokens out/);
  });

  it('say in a copied line that the call cannot be made', () => {
    const tooLong = { ...o1, fit: { ...o1.fit, fitsWindow: false } };
    const line = describeCopy(ENGLISH, 'a.md', tooLong, scenario, age);
    assert.match(line, /500 tokens out assumed\).*, does not fit the context window/);
  });

  it('name limits and budgets that the call exceeds', () => {
    const fit = {
      promptTokens: 1,
      answerTokens: 1,
      share: 1,
      taken: 1.2,
      fitsWindow: false,
      fitsAnswer: true,
    };
    const [budget, cost, excess] = [0.04, 0.045, 0.005].map(moneyOfUsd);
    assert.ok(budget && cost && excess);
    const over = (of: 'perCall' | 'perMonth') => ({ of, budget, cost, excess });
    assert.deepStrictEqual(
      describeWarnings(
        ENGLISH,
        { fit, count: estimated, counts: [estimated] },
        [over('perCall'), over('perMonth')],
        scenario,
      ),
      [
        'does not fit the context window',
        'one call is ≈$0.00500 over the budget of $0.0400',
        '≈$0.0450 a month is ≈$0.00500 over the budget of $0.0400',
      ],
    );
  });

  it('state the change since the last save with its sign', () => {
    const more = { tokens: 1, cost: { sign: 1, amount: moneyOfUsd(0.000015) } } as const;
    assert.equal(describeChange(ENGLISH, more, o1.count), '+1 token, +$0.0000150 since last save');
    const less = { tokens: -1200, cost: undefined };
    assert.equal(describeChange(ENGLISH, less, estimated), '≈−1,200 tokens since last save');
  });

  it('state the share of the context window near its limit', () => {
    assert.equal(describeContext(ENGLISH, o1), undefined);
    assert.equal(
      describeContext(ENGLISH, rowOf(o1.model, [exact(120_000)])),
      'Prompt and answer: 120,500 of 200,000 tokens, 60.3% of the context window.',
    );
  });
});

describe('the split of a cost that is mostly assumed', () => {
  it('is of the text, or of the texts of all files', () => {
    const split = (tokens: readonly number[]) =>
      describeSplit(ENGLISH, rowOf(o1.model, tokens.map(exact), { outputTokens: 500 }));
    assert.deepEqual(split([100]), ['$0.0315, of it $0.00150 for this text; the rest is assumed.']);
    assert.deepEqual(split([100, 300]), [
      '$0.0660, of it $0.00600 for the texts of the files; the rest is assumed.',
    ]);
    assert.deepEqual(split([2000, 3000]), []);
  });
});

describe('a model against the baseline', () => {
  it('is cheaper, dearer, the same or the baseline itself', () => {
    // 0.045 USD / 0.001645 USD = 27.36.
    assert.equal(describeAgainst(ENGLISH, r1, o1), '1/27.4×');
    assert.equal(describeAgainst(ENGLISH, o1, r1), '27.4×');
    assert.equal(describeAgainst(ENGLISH, o1, o1), 'the baseline');
    const twin = { ...o1, model: { ...plainModel(o1.model), id: 'x/o1' } };
    assert.equal(describeAgainst(ENGLISH, twin, o1), 'about the same cost');
  });

  it('has no multiple if it cannot be bought', () => {
    const tooLong = { ...r1, fit: { ...r1.fit, fitsWindow: false } };
    assert.equal(describeAgainst(ENGLISH, tooLong, o1), undefined);
  });

  it('fills a part of its context window that is said from a half on', () => {
    const at = (share: number) =>
      describeFit(ENGLISH, { ...r1, fit: { ...r1.fit, share, taken: share } });
    assert.deepEqual([at(0.4999), at(0.5)], [[], ['50.0% of its context']]);
  });

  it('is in the title, else the cheapest that can be bought', () => {
    assert.equal(
      comparisonTitle(ENGLISH, 'one call'),
      'Cost of one call; ×: how many times the cheapest that you can buy',
    );
    assert.equal(
      comparisonTitle(ENGLISH, 'one call', 'OpenAI o1'),
      'Cost of one call, compared with OpenAI o1',
    );
  });
});
