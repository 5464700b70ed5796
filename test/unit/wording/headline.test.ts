import assert from 'node:assert/strict';
import { budgetsOf } from '../../../src/core/estimate/budget';
import { findHeadline } from '../../../src/core/estimate/headline';
import { rankEstimates } from '../../../src/core/estimate/ranking';
import type { TokenCount } from '../../../src/core/tokens/tokenCount';
import { describeAgainst, describeTimes } from '../../../src/wording/comparison';
import { timesCell } from '../../../src/wording/page/table';
import {
  describeFigure,
  describeHeadline,
  describePart,
  describeRatesOf,
} from '../../../src/wording/headline';
import { ENGLISH } from '../../../src/wording/words';
import { bundledModel } from '../../support/priceTables';
import { exact, rowOf, seedModels } from '../../support/reports';

describe('the line below a figure of the headline', () => {
  const [o1] = seedModels();
  assert.ok(o1);

  it('is the accuracy of an exact count', () => {
    assert.equal(describeFigure(ENGLISH, rowOf(o1, [exact(1000)])), 'exact count');
  });

  it('is no range of one amount', () => {
    const about: TokenCount = { tokens: 1000, low: 999, high: 1001, method: 'estimated' };
    assert.equal(describeFigure(ENGLISH, rowOf(o1, [about])), 'estimated count');
    const wide = rowOf(o1, [{ ...about, low: 900 }]);
    assert.equal(describeFigure(ENGLISH, wide), '$0.0435 to $0.0450');
  });

  it('begins with the excess over a budget', () => {
    // 1,000 x 15 + 500 x 60 = 0.045 USD
    const row = rowOf(o1, [exact(1000)]);
    const over = budgetsOf({ perCall: 0.04, perMonth: 1.35 });
    assert.equal(
      describeFigure(ENGLISH, row, over),
      'one call is $0.00500 over the budget of $0.0400 · exact count',
    );
    assert.equal(describeFigure(ENGLISH, row, budgetsOf({ perCall: 0.045 })), 'exact count');
    const files = rowOf(o1, [exact(1000), exact(1000)]);
    assert.equal(
      describeFigure(ENGLISH, files, over),
      '$2.70 a month is $1.35 over the budget of $1.35 · exact count',
    );
  });

  it('begins with the reason why the call is impossible', () => {
    // The context window of o1 has 200,000 tokens.
    const tooLong = rowOf(o1, [exact(199_501)]);
    assert.equal(describeFigure(ENGLISH, tooLong), 'does not fit the context window · exact count');
    // Each file is a call of its own.
    const files = rowOf(o1, [exact(1000), exact(199_501)]);
    assert.equal(
      describeFigure(ENGLISH, files),
      'the longest of 2 does not fit the context window · exact count',
    );
    const retired = rowOf(o1, [exact(1000)], { outputTokens: 500 }, Date.parse('2027-09-01'));
    assert.equal(describeFigure(ENGLISH, retired), 'no longer sold · exact count');
  });
});

describe('the rates below the name of a model', () => {
  it('are those of the longest text, if others are below its tier', () => {
    // Claude Haiku 5.5: $0.10 and $0.50 up to 100,000 tokens of a prompt, $0.50 and $2.50 from 100,001 on.
    const haiku = bundledModel('anthropic/claude-haiku-5-5');
    const rates = (...tokens: readonly number[]): string =>
      describeRatesOf(
        ENGLISH,
        rowOf(haiku, tokens.map(exact), { outputTokens: 500 }, Date.parse('2026-11-28')),
      );
    assert.equal(rates(1000, 2000), '$0.10 in, $0.50 out per million tokens');
    assert.equal(rates(100_001), '$0.50 in, $2.50 out per million tokens');
    assert.equal(rates(100_001, 200_000), '$0.50 in, $2.50 out per million tokens');
    assert.equal(
      rates(1000, 100_001),
      '$0.50 in, $2.50 out per million tokens for the longest of 2',
    );
    // The third turn sends 100,000 and two answers of 500.
    const turns = { outputTokens: 500, conversationTurns: 3 };
    const talk = rowOf(haiku, [exact(100_000)], turns, Date.parse('2026-11-28'));
    assert.equal(describeRatesOf(ENGLISH, talk), '$0.50 in, $2.50 out per million tokens');
  });
});

describe('a multiple of a cost', () => {
  const [o1, r1] = seedModels();
  assert.ok(o1 && r1);
  const about: TokenCount = { tokens: 1000, low: 950, high: 1050, method: 'estimated' };

  /** What every surface says of the two costs. */
  function said(counts: { readonly o1: TokenCount; readonly r1: TokenCount }): readonly string[] {
    assert.ok(o1 && r1);
    const rows = [rowOf(o1, [counts.o1]), rowOf(r1, [counts.r1])] as const;
    const [dear, cheap] = rows;
    const facts = {
      headline: findHeadline(rows, 'openai/o1', ''),
      models: [o1, r1],
      scenario: { outputTokens: 500 },
    };
    const subject = { kind: 'document', name: 'a.md', count: 1 } as const;
    return [
      describeHeadline(ENGLISH, facts, subject),
      describePart(ENGLISH, cheap, dear) ?? '',
      describeAgainst(ENGLISH, cheap, dear) ?? '',
      describeAgainst(ENGLISH, dear, cheap) ?? '',
      timesCell(ENGLISH, cheap, dear),
      timesCell(ENGLISH, dear, dear),
      ...rankEstimates(rows).map((row) => describeTimes(ENGLISH, row) ?? ''),
    ];
  }

  it('is exact if both counts are', () => {
    assert.deepEqual(said({ o1: exact(1000), r1: exact(1000) }), [
      'DeepSeek-R1 costs 1/27.4 of what OpenAI o1 costs for this call.',
      '1/27.4 of your cost',
      '1/27.4×',
      '27.4×',
      '1/27.4×',
      '1.0×',
      '1.0×',
      '27.4×',
    ]);
  });

  it('has one form in a list of cheaper models', () => {
    const cost = (tokens: number) => rowOf(o1, [exact(tokens)], { outputTokens: 0 });
    // 79/1000 = 1/12.66, 119/1000 = 1/8.40, 667/1000 = 1/1.499, 980/1000 = 1/1.02.
    assert.deepEqual(
      [79, 119, 667, 980, 2500].map((tokens) => describePart(ENGLISH, cost(tokens), cost(1000))),
      [
        '1/12.7 of your cost',
        '1/8.4 of your cost',
        '1/1.5 of your cost',
        '1.0× your cost',
        '2.5× your cost',
      ],
    );
  });

  it('is the same in the table and in the headline where the part is small', () => {
    const counts = [exact(1000)];
    const dear = rowOf(o1, counts, { outputTokens: 5000 });
    const cheap = rowOf(r1, [exact(1)], { outputTokens: 1 });
    const part = describePart(ENGLISH, cheap, dear) ?? '';
    assert.match(part, /^1\/[\d,]{5,} of your cost$/);
    assert.equal(timesCell(ENGLISH, cheap, dear).replace('×', ' of your cost'), part);
  });

  it('is marked if either count is estimated, unless it is of the cost itself', () => {
    const marked = [
      'DeepSeek-R1 costs ≈1/27.4 of what OpenAI o1 costs for this call.',
      '≈1/27.4 of your cost',
      '≈1/27.4×',
      '≈27.4×',
      '≈1/27.4×',
      '1.0×',
      '1.0×',
      '≈27.4×',
    ];
    assert.deepEqual(said({ o1: about, r1: exact(1000) }), marked);
    assert.deepEqual(said({ o1: exact(1000), r1: about }), marked);
  });
});
