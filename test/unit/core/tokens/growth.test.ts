import assert from 'node:assert/strict';
import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import { finish, SLICE_WORK } from '../../../../src/core/tokens/sliced';
import type { TokenCounter } from '../../../../src/core/tokens/engine/tokenCounter';
import { newCounter } from './support/counters';
import { EditedText } from './support/editing';

const HARD_TEXTS: Record<string, (length: number) => string> = {
  'words of 1,500 letters': (length) => `${'a'.repeat(1499)} `.repeat(length / 1500),
  'one letter': (length) => 'a'.repeat(length),
  'no pattern': (length) => {
    const letters = 'etaoinshrdlucmfwypvbgkjqxz';
    let state = 1;
    return Array.from({ length }, () => {
      state = Math.imul(state, 1_103_515_245) + 12_345;
      return letters.charAt((state >>> 16) % letters.length);
    }).join('');
  },
  spaces: (length) => ' '.repeat(length),
  'line feeds': (length) => '\n'.repeat(length),
  symbols: (length) => '=-'.repeat(length / 2),
  'Han without punctuation': (length) =>
    '人工智能技术的发展'.repeat(length / 9).padEnd(length, '的'),
  'many new words': (length) => {
    let state = 7;
    return Array.from({ length }, (_, index) => {
      state = Math.imul(state, 1_103_515_245) + 12_345;
      const letter = String.fromCharCode(97 + ((state >>> 16) % 26));
      return index % 7 === 0 ? letter.toUpperCase() : letter;
    }).join('');
  },
  'mixed cases': (length) => 'aBcDE中'.repeat(length / 6).padEnd(length, 'x'),
};

/** Pieces that are new, but not long enough to pause within, take some steps for each of their bytes. */
const MOST_UNITS = 6 * SLICE_WORK;

/** The most work that one call of `step` does until it says that all is done. */
function largestSlice(counter: TokenCounter, step: () => boolean): number {
  let largest = 0;
  for (let isDone = false; !isDone;) {
    const before = counter.work.units;
    isDone = step();
    largest = Math.max(largest, counter.work.units - before);
  }
  return largest;
}

/** Work for one text of `length`, in a counter that has seen nothing yet. */
function workFor(counter: ReturnType<typeof newCounter>, text: string): number {
  const before = counter.work.units;
  counter.count(text);
  return counter.work.units - before;
}

describe('work grows nearly with the length of the text', function () {
  this.timeout(20_000);

  for (const encoding of ENCODINGS) {
    it(encoding, () => {
      const counter = newCounter(encoding);
      for (const [name, make] of Object.entries(HARD_TEXTS)) {
        const small = workFor(counter, make(3000));
        const large = workFor(counter, make(48_000));
        // Sixteen times the text; the heap's logarithm may add a half. A square would be 256 times.
        assert.ok(large < 100 * 48_000, `${name}: ${large} units`);
        assert.ok(large < 16 * 1.5 * small, `${name}: ${small} units, then ${large}`);
      }
    });
  }
});

/** Texts that NFC has to look at, by what they repeat. */
const NORMALIZED_TEXTS = [
  '\u{1f600}',
  '\u{12000}',
  '\u{10400}',
  '\u{20000}',
  '\ud801',
  '\udc01',
  '\udc01\ud801',
  '\u1112\u1161\u11ab',
  'e\u0301',
  '\ufb1d',
];

/** The longest text that the host normalizes meanwhile. */
function longestNormalized(run: () => void): number {
  const method = Object.getOwnPropertyDescriptor(String.prototype, 'normalize');
  const normalize = method?.value as (this: string, form?: string) => string;
  let longest = 0;
  const watched = function (this: string, form?: string): string {
    longest = Math.max(longest, this.length);
    return Reflect.apply(normalize, this, [form]);
  };
  Object.assign(String.prototype, { normalize: watched });
  try {
    run();
  } finally {
    Object.assign(String.prototype, { normalize });
  }
  return longest;
}

describe('normalization', function () {
  this.timeout(20_000);

  for (const encoding of ENCODINGS) {
    it(`${encoding}: is asked for a block at a time`, () => {
      const counter = newCounter(encoding);
      const longest = longestNormalized(() => {
        for (const part of NORMALIZED_TEXTS) {
          const text = part.repeat(100_000 / part.length);
          finish(counter.countUnbroken(text.length, (start, end) => text.slice(start, end)));
        }
      });
      assert.ok(longest <= SLICE_WORK, `${longest} code units at once`);
    });
  }
});

describe('slices', function () {
  this.timeout(20_000);

  for (const encoding of ENCODINGS) {
    it(`${encoding}: are small whatever the text is`, () => {
      const counter = newCounter(encoding);
      for (const [name, make] of Object.entries(HARD_TEXTS)) {
        const work = counter.countSliced(make(60_000));
        const largest = largestSlice(counter, () => work.next().done === true);
        assert.ok(largest <= MOST_UNITS, `${name}: a slice of ${largest} units`);
      }
    });

    it(`${encoding}: are small in a document too, and after an edit within an endless piece`, () => {
      const counter = newCounter(encoding);
      for (const [name, make] of Object.entries(HARD_TEXTS)) {
        const edited = new EditedText(counter, make(60_000));
        const first = largestSlice(counter, () => edited.document.step());
        assert.ok(first <= MOST_UNITS, `${name}: a slice of ${first} units`);
        edited.edit(30_000, 1, 'x');
        assert.ok(edited.document.pendingLength > 0, 'nothing is counted before the next slice');
        const second = largestSlice(counter, () => edited.document.step());
        assert.ok(second <= MOST_UNITS, `${name}: a slice of ${second} units after an edit`);
        assert.ok(edited.takeLongestRead() <= 2 * SLICE_WORK, 'read by ranges');
        assert.equal(edited.document.count?.tokens, counter.count(edited.text), name);
      }
    });
  }

  it('leave room for other texts, and for the end of interest', () => {
    const counter = newCounter('qwen3');
    const first = `${'a'.repeat(6000)} ${'é'.repeat(40_000)}`;
    const second = `${'b'.repeat(6000)} ${'c'.repeat(50_000)}`;
    const whole = [counter.count(first), counter.count(second)];
    const works = [counter.countSliced(first), counter.countSliced(second)];
    const abandoned = counter.countSliced(first);
    const results: number[] = [];
    for (let round = 0; works.some((_, index) => results[index] === undefined); round++) {
      if (round < 5) abandoned.next();
      for (const [index, work] of works.entries()) {
        if (results[index] !== undefined) continue;
        const step = work.next();
        if (step.done === true) results[index] = step.value;
      }
      counter.count('something else entirely');
    }
    assert.deepEqual(results, whole);
  });
});
