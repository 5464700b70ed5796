import assert from 'node:assert/strict';
import type { EncodingName } from '../../../../../src/core/tokens/encodings';
import type { TokenCounter } from '../../../../../src/core/tokens/engine/tokenCounter';
import { SLICE_WORK } from '../../../../../src/core/scheduling/sliced';
import { newCounter } from './counters';
import { EditedText } from './editing';

/** Texts that are expensive to count, by the length wanted. */
export const HARD_TEXTS: Record<string, (length: number) => string> = {
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

/** Work to count `text`, in units. */
function workFor(counter: TokenCounter, text: string): number {
  const before = counter.work.units;
  counter.count(text);
  return counter.work.units - before;
}

/** A text `times` as long takes `times` the work, where a square would take `times` squared. */
export function assertWorkGrowsWithLength(encoding: EncodingName, times: number): void {
  const counter = newCounter(encoding);
  for (const [name, make] of Object.entries(HARD_TEXTS)) {
    const small = workFor(counter, make(3000));
    const large = workFor(counter, make(3000 * times));
    assert.ok(large < 100 * 3000 * times, `${name}: ${large} units`);
    // The heap's logarithm may add a half.
    assert.ok(large < 1.5 * times * small, `${name}: ${small} units, then ${large}`);
  }
}

/** New pieces too short to pause within take several units of work for each byte. */
const MOST_UNITS = 6 * SLICE_WORK;

/** The most work of one call of `step`, which is called until it returns true. */
function largestSlice(counter: TokenCounter, step: () => boolean): number {
  let largest = 0;
  for (let isDone = false; !isDone;) {
    const before = counter.work.units;
    isDone = step();
    largest = Math.max(largest, counter.work.units - before);
  }
  return largest;
}

/** Every slice of a text counted at once is small. */
export function assertSlicesAreSmall(encoding: EncodingName): void {
  const counter = newCounter(encoding);
  for (const [name, make] of Object.entries(HARD_TEXTS)) {
    const work = counter.countSliced(make(60_000));
    const largest = largestSlice(counter, () => work.next().done === true);
    assert.ok(largest <= MOST_UNITS, `${name}: a slice of ${largest} units`);
  }
}

/** Every slice of a document is small, also after an edit within a piece without a safe boundary. */
export function assertDocumentSlicesAreSmall(encoding: EncodingName): void {
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
}
