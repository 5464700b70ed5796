import assert from 'node:assert/strict';
import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import { finish, SLICE_WORK } from '../../../../src/core/scheduling/sliced';
import { counterOf, newCounter } from './support/counters';
import {
  assertDocumentSlicesAreSmall,
  assertSlicesAreSmall,
  assertWorkGrowsWithLength,
} from './support/slices';

describe('work grows nearly with the length of the text', function () {
  this.timeout(20_000);

  for (const encoding of ENCODINGS) {
    it(encoding, () => {
      assertWorkGrowsWithLength(encoding, 8);
    });
  }
});

/** Repeated texts that NFC must examine. */
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
    it(`${encoding}: is called for one block at a time`, () => {
      const counter = counterOf(encoding);
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
    it(`${encoding}: are small for every text`, () => {
      assertSlicesAreSmall(encoding);
    });
  }

  // All encodings: npm run test:exhaustive.
  for (const encoding of ['o200k_base', 'gemma3'] as const) {
    it(`${encoding}: are small in a document too, and after an edit within an endless piece`, () => {
      assertDocumentSlicesAreSmall(encoding);
    });
  }

  it('let other texts be counted, and can be abandoned', () => {
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
