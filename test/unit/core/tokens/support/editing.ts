import assert from 'node:assert/strict';
import type { EncodingName } from '../../../../../src/core/tokens/encodings';
import {
  CHUNK_LENGTH,
  IncrementalDocument,
} from '../../../../../src/core/tokens/document/incrementalDocument';
import { tallyScripts } from '../../../../../src/core/tokens/estimates/scriptTally';
import { finish } from '../../../../../src/core/scheduling/sliced';
import type { TokenCounter } from '../../../../../src/core/tokens/engine/tokenCounter';
import {
  adversarialDocument,
  adversarialText,
  between,
  type Random,
  seededRandom,
} from './adversarialText';
import { counterOf } from './counters';

/** A text with its incremental document, edited together. */
export class EditedText {
  text: string;
  readonly document: IncrementalDocument;
  readonly counter: TokenCounter;
  readonly #reads: [number, number][] = [];

  constructor(counter: TokenCounter, text: string) {
    this.text = text;
    this.counter = counter;
    this.document = new IncrementalDocument(counter, text.length, (start, end) => {
      this.#reads.push([start, end]);
      return this.text.slice(start, end);
    });
  }

  edit(offset: number, deleted: number, inserted: string): void {
    this.text = this.text.slice(0, offset) + inserted + this.text.slice(offset + deleted);
    this.document.applyChange(offset, deleted, inserted.length);
  }

  settle(): void {
    while (!this.document.step());
  }

  /** Code units read since the last call. */
  takeReads(): number {
    const reads = this.#reads.splice(0);
    return reads.reduce((sum, [start, end]) => sum + end - start, 0);
  }

  /** The longest range read at once since the last call of either. */
  takeLongestRead(): number {
    return this.#reads.splice(0).reduce((most, [start, end]) => Math.max(most, end - start), 0);
  }

  assertCountIsRight(message: string): void {
    this.settle();
    assert.equal(this.document.length, this.text.length, message);
    assert.equal(this.document.count?.tokens, this.counter.count(this.text), message);
    assert.deepEqual(this.document.count.tally, tallyScripts(this.text), message);
  }
}

/** Up to 40 code units out, an adversarial text in; now and then far more. */
function randomEdit(random: Random, length: number): [number, number, string] {
  const offset = between(random, 0, length + 1);
  const most = random() < 0.02 ? 3000 : 40;
  const deleted = random() < 0.5 ? 0 : Math.min(length - offset, between(random, 0, most));
  const inserted = random() < 0.4 ? '' : adversarialText(random);
  return [offset, deleted, random() < 0.01 ? adversarialDocument(random, 3000) : inserted];
}

/**
 * After each of `edits` random edits the incremental count equals a full one, and the edit counted
 * little more than the chunks it touched.
 */
export function assertEditsKeepCounts(encoding: EncodingName, edits: number): void {
  const random = seededRandom(23);
  const edited = new EditedText(counterOf(encoding), adversarialDocument(random, 6000));
  edited.settle();
  for (let number = 0; number < edits; number++) {
    const [offset, deleted, inserted] = randomEdit(random, edited.text.length);
    const before = edited.document.recountedLength;
    edited.edit(offset, deleted, inserted);
    edited.assertCountIsRight(`edit ${number}`);
    const recounted = edited.document.recountedLength - before;
    assert.ok(recounted <= inserted.length + 6 * CHUNK_LENGTH, `edit ${number}: ${recounted}`);
    if (edited.text.length > 9000) edited.edit(0, 5000, '');
    if (number % 20 === 0) assertRangeIsRight(edited, random);
  }
  edited.assertCountIsRight('the last edit');
}

/** Edits within pieces without a safe boundary, some of them while the piece is still counted. */
export function assertEndlessPiecesKeepCounts(encoding: EncodingName): void {
  const random = seededRandom(61);
  const pieces = [
    'a'.repeat(20_000),
    '\n'.repeat(20_000),
    '中文字'.repeat(7000),
    '\u2581'.repeat(19_000),
  ];
  const edited = new EditedText(counterOf(encoding), pieces.join(' '));
  for (let edit = 0; edit < 12; edit++) {
    edited.edit(...randomEdit(random, edited.text.length));
    for (let slices = between(random, 0, 8); slices > 0; slices--) edited.document.step();
    if (edit % 4 === 3) edited.assertCountIsRight(`edit ${edit}`);
  }
  const [start, end] = [5000, edited.text.length - 5000];
  const { tokens } = finish(edited.document.countRange(start, end));
  assert.equal(tokens, edited.counter.count(edited.text.slice(start, end)));
}

function assertRangeIsRight(edited: EditedText, random: Random): void {
  const start = between(random, 0, edited.text.length + 1);
  const end = between(random, start, edited.text.length + 1);
  const range = edited.text.slice(start, end);
  assert.deepEqual(finish(edited.document.countRange(start, end)), {
    tokens: edited.counter.count(range),
    tally: tallyScripts(range),
  });
}
