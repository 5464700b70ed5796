import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ENCODINGS, RECIPES, type EncodingName } from '../../../../../src/core/tokens/encodings';
import { QuickCounter } from '../../../../../src/core/tokens/engine/quick/quickCounter';
import { parseVocabulary, type Vocabulary } from '../../../../../src/core/tokens/engine/vocabulary';
import { adversarialTexts } from '../support/adversarialText';
import { classes, counterOf, readVocabularyFile } from '../support/counters';
import { assertEqualFor } from '../support/differences';

/** Each in texts that only a part of the encodings treats in its own way. */
const PROSE = [
  '',
  'a',
  'What does this call cost?',
  'Grüße aus Köln, 東京から. \u{1F469}\u200d\u{1F4BB}',
  'x\u2581y \u2581\u2581\u2581z',
  'e\u0301 A\u030a \u0958 \ud800 lone',
  '<b>bold</b> <table> <\u2581td>',
  'const x = 10_000;\r\n\t\tif (x) {\n\n\n   return 1234567;\n}',
];

describe('QuickCounter', function () {
  this.timeout(60_000);
  const vocabularies = new Map<EncodingName, Vocabulary>();

  function quick(encoding: EncodingName): QuickCounter {
    const { file, tokenLimit } = RECIPES[encoding];
    const vocabulary =
      vocabularies.get(encoding) ?? parseVocabulary(readVocabularyFile(file), tokenLimit);
    vocabularies.set(encoding, vocabulary);
    return new QuickCounter(encoding, vocabulary, classes);
  }

  for (const encoding of ENCODINGS) {
    it(`${encoding}: a first text is counted as by the whole table`, () => {
      for (const text of [...PROSE, ...adversarialTexts(7, 40)]) {
        assertEqualFor(text, quick(encoding).count(text), counterOf(encoding).count(text));
      }
    });
  }

  it('counts texts after the first, with its pairs of bytes and with others', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'the', '\u2581', 'é', '\n') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const counter = quick('gemma3');
        for (const each of texts) {
          assert.equal(counter.count(each), counterOf('gemma3').count(each), JSON.stringify(each));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts long texts and asks for boundaries with the whole table', () => {
    const long = 'word '.repeat(5000);
    for (const encoding of ['o200k_base', 'gemma3'] as const) {
      const counter = quick(encoding);
      assert.equal(counter.count('word '), counterOf(encoding).count('word '));
      assert.equal(counter.count(long), counterOf(encoding).count(long));
      const other = quick(encoding);
      assert.equal(
        other.findSafeBoundary('one two', 1, 7),
        counterOf(encoding).findSafeBoundary('one two', 1, 7),
      );
    }
  });
});
