import assert from 'node:assert/strict';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { exportSvg } from '../../../../src/core/export/svg';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

function draw(subject: string, scale: 'linear' | 'log' = 'linear'): string {
  const rows = seedModels().map((model) => rowOf(model, [exact(1000)]));
  return exportSvg(
    {
      version: '1.2.3',
      atMs: SEED_DAY_MS,
      scenario: { outputTokens: 500 },
      subject,
      rows,
      scale,
    },
    ENGLISH_EXPORT,
  );
}

describe('exportSvg', () => {
  it('names models, amounts, assumptions and dates', () => {
    const svg = draw('prompt.md');
    for (const text of ['openai/o1', '$0.0450', '$0.00165', '500 output tokens']) {
      assert.ok(svg.includes(text), text);
    }
    assert.match(svg, /priced for 2025-01-27T00:00:00\.000Z · API Spend 1\.2\.3/);
  });

  it('gives the same bytes again, and different ones for another scale', () => {
    assert.equal(draw('a'), draw('a'));
    assert.notEqual(draw('a'), draw('a', 'log'));
  });

  for (const name of HOSTILE_NAMES) {
    it(`is well-formed with the name ${JSON.stringify(name)}`, () => {
      const svg = draw(name);
      assert.doesNotMatch(svg, /<img|\u202e|&(?!amp;|lt;|gt;|quot;)/);
      assert.equal(svg.match(/<text/g)?.length, svg.match(/<\/text>/g)?.length);
    });
  }
});
