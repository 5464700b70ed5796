import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EqualTextsTally } from '../../../../../src/core/estimate/counts/equalTexts';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';

describe('the tally of equal texts', () => {
  it('has one entry for texts of one length whose calls say the same', () => {
    const tally = new EqualTextsTally();
    for (const [tokens, call] of [
      [7, 0],
      [7, 0],
      [7, 1],
      [9, 0],
    ] as const)
      tally.add(exactCount(tokens), call);
    const { texts, tokens } = tally.count();
    assert.equal(tokens, 30);
    assert.deepStrictEqual(
      texts.map(({ count, times, call }) => [count.tokens, times, call]),
      [
        [7, 2, 0],
        [7, 1, 1],
        [9, 1, 0],
      ],
    );
  });

  it('puts texts of nearly one length together if there are too many, at their mean', () => {
    const tally = new EqualTextsTally(2);
    for (const tokens of [100, 101, 101, 101, 20_000, 20_001]) tally.add(exactCount(tokens), 0);
    // 403 = 100 + 3 × 101; long prompts stay apart.
    assert.deepStrictEqual(
      tally.count().texts.map(({ count, times }) => [count.tokens, times]),
      [
        [20_000, 1],
        [20_001, 1],
        [101, 3],
        [100, 1],
      ],
    );
  });

  it('takes the texts of thousands of different calls in a moment', () => {
    const tally = new EqualTextsTally();
    for (let index = 0; index < 20_000; index++) tally.add(exactCount(index % 900), index % 4000);
    const { texts } = tally.count();
    assert.equal(
      texts.reduce((all, { times }) => all + times, 0),
      20_000,
    );
  }).timeout(10_000);

  it('keeps the sums, the number of texts, and each band in order', () => {
    const count = fc
      .record({ tokens: fc.integer({ min: 0, max: 30_000 }), less: fc.nat(9), more: fc.nat(9) })
      .map(({ tokens, less, more }) => ({
        tokens,
        low: Math.max(0, tokens - less),
        high: tokens + more,
        method: 'estimated' as const,
      }));
    const property = fc.property(fc.array(count, { minLength: 1, maxLength: 200 }), (counts) => {
      const tally = new EqualTextsTally(5);
      for (const [index, each] of counts.entries()) tally.add(each, index % 3);
      const { texts, tokens, low, high } = tally.count();
      const sum = (end: 'tokens' | 'low' | 'high') =>
        counts.reduce((all, each) => all + each[end], 0);
      assert.deepStrictEqual([tokens, low, high], [sum('tokens'), sum('low'), sum('high')]);
      assert.equal(
        texts.reduce((all, { times }) => all + times, 0),
        counts.length,
      );
      for (const { count: each } of texts) {
        assert.ok(each.low <= each.tokens && each.tokens <= each.high);
      }
    });
    fc.assert(property);
  });
});
