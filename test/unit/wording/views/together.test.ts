import assert from 'node:assert/strict';
import { adviseOn } from '../../../../src/core/estimate/context/advice';
import { estimateTexts } from '../../../../src/core/estimate/estimate';
import { sumTokenCounts, type TokenCount } from '../../../../src/core/tokens/tokenCount';
import { describeAdvice } from '../../../../src/wording/views/together';
import { ENGLISH } from '../../../../src/wording/words';
import { modelOf, tableFile } from '../../../support/priceTables';

describe('the advice on files as one call', () => {
  it('names the expected tokens of what is left out, also where the high end of the count decides', () => {
    const wide = (tokens: number): TokenCount => ({
      tokens,
      low: tokens - 1000,
      high: tokens + 1000,
      method: 'estimated',
    });
    const files = [
      { path: 'docs/a.md', count: wide(60_000) },
      { path: 'src/a.ts', count: wide(40_000) },
    ];
    const sum = sumTokenCounts(files.map(({ count }) => count));
    const model = modelOf(tableFile({ contextWindowTokens: 50_000 }));
    const together = estimateTexts(model, [sum], { outputTokens: 0 }, Date.parse('2026-11-23'));
    const advice = adviseOn(together, files);
    assert.ok(advice);
    assert.equal(
      describeAdvice(ENGLISH, advice, together),
      'Without docs/ (≈60,000 tokens) it fits: prompt and answer have at most 50,000 tokens.',
    );
  });
});
