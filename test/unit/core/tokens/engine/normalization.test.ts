import assert from 'node:assert/strict';
import {
  beginsNormalization,
  normalizeNfc,
} from '../../../../../src/core/tokens/engine/normalization';
import { between, pick, seededRandom } from '../support/adversarialText';
import { assertEqualFor } from '../support/differences';

describe('normalizeNfc', function () {
  this.timeout(60_000);

  it('is NFC, also of long runs of marks of all combining classes', () => {
    const random = seededRandom(41);
    const marks = Array.from({ length: 0x300 }, (_, index) => String.fromCharCode(0x300 + index))
      .concat(Array.from('\u05b0\u0951\u0903\u3099\u0345\u0334\u{1d165}\u{1e8d0}\u0344'))
      .filter((character) => /\p{M}/u.test(character)) as [string, ...string[]];
    for (let sample = 0; sample < 60; sample++) {
      let text = pick(random, ['e', 'é', 'ệ', 'が', 'x', '\u1100\u1161']);
      const few = Array.from({ length: between(random, 1, 30) }, () => pick(random, marks));
      for (let rest = between(random, 200, 900); rest > 0; rest--) {
        text += pick(random, few as [string, ...string[]]);
      }
      text += `b${text}`;
      assertEqualFor(text, normalizeNfc(text), text.normalize('NFC'));
    }
  });

  it('leaves ordinary texts to the host', () => {
    for (const text of ['', 'abc', 'e\u0301', '\u212b'.repeat(600), 'नमस्ते '.repeat(200)]) {
      assert.equal(normalizeNfc(text), text.normalize('NFC'));
    }
  });
});

/** Whether the character can be normalized independently of the preceding text. */
const begins = (character: string): boolean => beginsNormalization(`x${character}y`, 1);

describe('beginsNormalization', () => {
  it('is false for a character that combines with the previous one', () => {
    let combining = 0;
    for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
      const character = String.fromCodePoint(codePoint);
      const parts = Array.from(character.normalize('NFD'));
      if (parts.length < 2 || parts.join('').normalize('NFC') !== character) continue;
      combining++;
      for (const part of parts.slice(1)) {
        assertEqualFor(character, begins(part), false);
      }
    }
    assert.ok(combining > 11_000);
  });

  it('is false for marks and halves of surrogate pairs', () => {
    for (const no of ['\u0301', '\u0344', '\u1161', '\u11a8', '\u3099', '\u{16d67}', '\u{1d165}']) {
      assertEqualFor(no, begins(no), false);
    }
    assert.equal(beginsNormalization('x\u{12000}', 2), false);
    // With the following text, it may be half of a pair.
    assert.equal(beginsNormalization('x\ud804', 1), false);
  });

  it('is true for every other character, also for lone surrogates', () => {
    const characters = ['a', ' ', 'é', '中', '가', 'が', 'न', '\u1100', '\u{1f600}', '\u{12000}'];
    const changing = ['\u0958', '\ufb1d', '\u212b', '\u{2f800}'];
    for (const yes of [...characters, ...changing, '\u{20000}', '\ud804', '\udc00']) {
      assertEqualFor(yes, begins(yes), true);
    }
  });
});
