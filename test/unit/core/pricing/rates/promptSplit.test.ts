import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitPrompt, splitReportedUsage } from '../../../../../src/core/pricing/rates/promptSplit';

/** Tokens that are fresh, cached and written. */
function split(...args: Parameters<typeof splitPrompt>): number[] {
  const { freshTokens, cachedTokens, writtenTokens } = splitPrompt(...args);
  return [freshTokens, cachedTokens, writtenTokens];
}

describe('splitting a prompt', () => {
  it('reads cached tokens and writes the rest, from the minimum on', () => {
    assert.deepStrictEqual(
      [
        split(10_000, 8000, 0, 1024),
        split(10_000, 8000, 2000, 1024),
        split(1500, 1023, 477, 1024),
        split(1500, 1024, 476, 1024),
        split(1023, 0, 1023, 1024),
        split(1024, 0, 1024, 1024),
        split(5, 5, 0),
        split(10_000, 0, 8000, 1024),
        split(10_000, 0, 1023, 1024),
        split(10_000, 1023, 0, 1024),
      ],
      [
        [2000, 8000, 0],
        [0, 8000, 2000],
        [0, 0, 1500],
        [0, 1024, 476],
        [1023, 0, 0],
        [0, 0, 1024],
        [0, 5, 0],
        [2000, 0, 8000],
        [10_000, 0, 0],
        [10_000, 0, 0],
      ],
    );
  });

  it('keeps the number of tokens', () => {
    const tokens = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, (rest, before, toCache, min) => {
        const prompt = rest + before + toCache;
        const parts = splitPrompt(prompt, before, toCache, min);
        assert.equal(parts.freshTokens + parts.cachedTokens + parts.writtenTokens, prompt);
        assert.ok(Object.values(parts).every((part: number) => part >= 0));
      }),
    );
  });

  it('splits usage reports whose input tokens include cached tokens, and those whose do not', () => {
    const inside = { inputTokens: 10_000, cachedTokens: 8000, writtenTokens: 1000 };
    const beside = { inputTokens: 1000, cachedTokens: 8000, writtenTokens: 1000 };
    assert.deepStrictEqual(
      splitReportedUsage(inside, 'inside'),
      splitReportedUsage(beside, 'beside'),
    );
    assert.equal(splitReportedUsage(inside, 'inside').freshTokens, 1000);
    assert.throws(() => splitReportedUsage(beside, 'inside'), RangeError);
  });
});
