import assert from 'node:assert/strict';
import { adviseOn, type Advice } from '../../../../../src/core/estimate/context/advice';
import { addSampled, sampledCount } from '../../../../../src/core/estimate/counts/sampled';
import { estimateTexts } from '../../../../../src/core/estimate/estimate';
import { fits } from '../../../../../src/core/estimate/contextFit';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import type { Model } from '../../../../../src/core/pricing/table/priceTable';
import type { Scenario } from '../../../../../src/core/scenario/scenario';
import type { TokenCount } from '../../../../../src/core/tokens/tokenCount';
import { modelOf, tableFile } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

/** At 1 / 2 USD per million, from 200,001 prompt tokens at other rates; a window of 400,000. */
function modelWith(long: object = { input: 2, output: 3 }): Model {
  const tiers = [{ fromPromptTokens: 200_001, usdPerMillionTokens: long }];
  const usdPerMillionTokens = { input: 1, output: 2 };
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens, tiers }];
  return modelOf(tableFile({ contextWindowTokens: 400_000, periods }));
}

const FILES = { 'docs/a.md': 60_000, 'docs/b.md': 40_000, 'src/a.ts': 90_000, 'src/b.ts': 70_000 };

function advise(
  sizes: Readonly<Record<string, number | TokenCount>>,
  scenario: Scenario = { outputTokens: 0 },
  model = modelWith(),
): Advice | undefined {
  const files = Object.entries(sizes).map(([path, size]) => ({
    path,
    count: typeof size === 'number' ? exact(size) : size,
  }));
  const sum = addSampled(files.map(({ count }) => count));
  return adviseOn(estimateTexts(model, [sum], scenario, Date.parse('2026-11-23')), files);
}

function pathsOf(advice: Advice | undefined): readonly string[] | undefined {
  return advice?.entries.map(({ path }) => path);
}

describe('advice on a context', () => {
  it('leaves out what brings it below a tier, and says what the rest costs', () => {
    const advice = advise(FILES);
    assert.ok(advice);
    // 260,000 tokens are 60,000 too many: docs/a.md alone, while docs/ has 100,000.
    assert.deepEqual(pathsOf(advice), ['docs/a.md']);
    assert.deepEqual(advice.edge, {
      kind: 'tier',
      tokens: 200_000,
      measure: 'tokens',
      excess: 60_000,
    });
    // 200,000 × 1 / 1e6.
    assert.ok(advice.without.price.kind === 'priced');
    assert.equal(moneyToDecimal(advice.without.price.expected.total), '0.2');
    // One token more, and the least that is enough is src/b.ts.
    assert.deepEqual(pathsOf(advise({ ...FILES, c: 1 })), ['src/b.ts']);
  });

  it('leaves out what is too much in the call with the longest samples', () => {
    const template = (...tokens: readonly number[]) => sampledCount(tokens.map(exact));
    // 90,000 + 1 or 150,000: on average 165,000 tokens, and 40,000 too many in the second call.
    const advice = advise({ a: 90_000, t: template(1, 150_000) });
    assert.deepEqual(pathsOf(advice), ['a']);
    assert.equal(advice?.edge.excess, 40_000);
    // 1 × 1 and 150,000 × 1 millionths.
    assert.ok(advice.without.price.kind === 'priced');
    assert.equal(moneyToDecimal(advice.without.price.expected.total), '0.0750005');
    // Without b, whose sample is too much in the first call, the second call is too long.
    const two = { a: 10_000, b: template(250_000, 1), c: template(1, 240_000) };
    assert.equal(advise(two), undefined);
    assert.equal(advise({ a: 90_000, t: template(1, 110_000) }), undefined);
  });

  it('says nothing below the tier and within the window', () => {
    assert.equal(advise({ a: 100_000, b: 100_000 }), undefined);
    assert.equal(advise({ a: 100_000, b: 100_001 })?.edge.excess, 1);
  });

  it('counts the answer and the turns against the window', () => {
    const sizes = { 'docs/a': 300_000, b: 99_000 };
    assert.equal(advise(sizes, { outputTokens: 1000 })?.edge.kind, 'tier');
    const answer = advise(sizes, { outputTokens: 1001 });
    assert.deepEqual([answer?.edge.kind, answer?.edge.excess], ['window', 1]);
    assert.ok(answer && fits(answer.without.fit));
    // The second turn has 399,000 + 2 × 400 + 600 tokens, and its answer 600: 1,000 too many.
    const turns = { outputTokens: 600, turnInputTokens: 400, conversationTurns: 2 };
    assert.equal(advise(sizes, turns)?.edge.excess, 1000);
  });

  it('takes the high end of an estimated count for the window, and where the rates are unknown', () => {
    const wide = (tokens: number): TokenCount => ({
      tokens,
      low: tokens - 10,
      high: tokens + 10,
      method: 'estimated',
    });
    assert.equal(advise({ a: wide(300_000), b: wide(100_000) })?.edge.excess, 20);
    const unknown = advise(
      { a: wide(150_000), b: wide(50_000) },
      { outputTokens: 0 },
      modelWith({}),
    );
    assert.equal(unknown?.edge.excess, 20);
    assert.equal(unknown.without.price.kind, 'priced');
  });

  it('has none for one file, and none where the text is the answer', () => {
    assert.equal(advise({ a: 500_000 }), undefined);
    assert.equal(
      advise({ a: 300_000, b: 200_000 }, { outputTokens: 0, treatTextAs: 'output' }),
      undefined,
    );
  });
});
