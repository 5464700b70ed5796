import assert from 'node:assert/strict';
import {
  keepWidth,
  withoutDigits,
  type FigureWidth,
} from '../../../../src/core/figures/steadyWidth';

/** Consecutive figures; _ is a figure space, ' a punctuation space. */
function shown(...texts: readonly string[]): readonly string[] {
  let before: FigureWidth | undefined;
  return texts.map((each) => {
    const { text, width } = keepWidth(each, before);
    before = width;
    return text.replaceAll('\u2007', '_').replaceAll('\u2008', "'");
  });
}

describe('a figure of steady width', () => {
  it('keeps the space of a digit that disappears and returns', () => {
    assert.deepStrictEqual(shown('$0.0999', '$0.100', '$0.0999', '$0.999', '$0.0999'), [
      '$0.0999',
      '_$0.100',
      '$0.0999',
      '_$0.999',
      '$0.0999',
    ]);
  });

  it('keeps the space of a digit with its comma', () => {
    assert.deepStrictEqual(shown('≈999', '≈1,000', '≈999', '≈1,000'), [
      '≈999',
      '≈1,000',
      "_'≈999",
      '≈1,000',
    ]);
  });

  it('grows with its digits, and shrinks when it loses two', () => {
    assert.deepStrictEqual(shown('9', '10', '100', '10', '9', '10'), [
      '9',
      '10',
      '100',
      '_10',
      '9',
      '10',
    ]);
  });

  it('does not pad a text without digits', () => {
    assert.deepStrictEqual(shown('$75.00', 'no price', '$75.00'), ['$75.00', 'no price', '$75.00']);
  });

  it('pads digits and separators of other locales', () => {
    assert.deepStrictEqual(shown('1\u202f000', '999', '١٬٠٠٠'), ['1\u202f000', "_'999", "'١٬٠٠٠"]);
  });
});

describe('a figure with blank digits', () => {
  it('has their width', () => {
    assert.equal(
      withoutDigits('≈$0.05 · 12 tokens'),
      '≈$\u2007.\u2007\u2007 · \u2007\u2007 tokens',
    );
  });
});
