import assert from 'node:assert/strict';
import { ENCODINGS } from '../../../../../src/core/tokens/encodings';
import { CHUNK_LENGTH } from '../../../../../src/core/tokens/document/incrementalDocument';
import type { TokenCounter } from '../../../../../src/core/tokens/engine/tokenCounter';
import { finish, SLICE_WORK } from '../../../../../src/core/scheduling/sliced';
import { adversarialDocument, seededRandom } from '../support/adversarialText';
import { counterOf } from '../support/counters';
import {
  assertEditsKeepCounts,
  assertEndlessPiecesKeepCounts,
  EditedText,
} from '../support/editing';

const LINE = 'const total = items.reduce((sum, item) => sum + item.price, 0);\n';

describe('IncrementalDocument', function () {
  this.timeout(20_000);

  for (const encoding of ENCODINGS) {
    it(`${encoding}: equals a full count after each of 200 random edits`, () => {
      assertEditsKeepCounts(encoding, 200);
    });
  }

  it('recounts only the chunks around an edit', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE.repeat(16_000));
    edited.settle();
    edited.takeReads();
    for (const [index, key] of Array.from('return').entries()) {
      const before = edited.document.recountedLength;
      edited.edit(500_000 + index, 0, key);
      assert.equal(edited.document.step(), true, 'one slice is enough');
      assert.ok(edited.document.recountedLength - before <= 2 * CHUNK_LENGTH);
      assert.ok(edited.takeReads() <= 2 * CHUNK_LENGTH + 4);
    }
    edited.assertCountIsRight('typed');
  });

  it('has no count, but the uncounted length, while a part is uncounted', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE.repeat(2000));
    assert.equal(edited.document.count, undefined);
    assert.equal(edited.document.pendingLength, edited.text.length);
    edited.document.step();
    assert.ok(edited.document.pendingLength < edited.text.length);
    edited.settle();
    assert.equal(edited.document.pendingLength, 0);
    edited.edit(5, 1, '');
    assert.equal(edited.document.count, undefined);
  });

  it('accepts edits during the first count without starting over', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE.repeat(8000));
    let slices = 0;
    while (!edited.document.step()) {
      edited.edit((slices * 104_729) % edited.text.length, 0, 'x');
      slices++;
      assert.ok(slices < 400, 'it must come to an end');
    }
    const { recountedLength } = edited.document;
    assert.ok(recountedLength < edited.text.length * 1.5, `${recountedLength} counted`);
    edited.assertCountIsRight('edited while counting');
  });

  it('accepts simultaneous changes, the last one first', () => {
    const edited = new EditedText(counterOf('qwen3'), LINE.repeat(100));
    edited.settle();
    edited.text = `A${edited.text.slice(0, 3000)}BB${edited.text.slice(3001, 6000)}`;
    edited.document.applyChange(6000, LINE.length * 100 - 6000, 0);
    edited.document.applyChange(3000, 1, 2);
    edited.document.applyChange(0, 0, 1);
    edited.assertCountIsRight('three changes');
  });

  it('does nothing for the empty change of a save', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE);
    edited.settle();
    edited.document.applyChange(10, 0, 0);
    assert.notEqual(edited.document.count, undefined);
  });

  it('starts over when the whole text is replaced', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE.repeat(50));
    edited.settle();
    edited.text = edited.text.replaceAll('\n', '\r\n');
    edited.document.reset(edited.text.length);
    edited.assertCountIsRight('other line ends');
  });

  it('counts an emptied and refilled text', () => {
    const edited = new EditedText(counterOf('gemma3'), LINE.repeat(50));
    edited.edit(0, edited.text.length, '');
    edited.assertCountIsRight('empty');
    assert.deepEqual(edited.document.count?.tokens, 0);
    edited.edit(0, 0, 'Hello');
    edited.assertCountIsRight('one word');
    edited.edit(5, 0, LINE.repeat(100));
    edited.settle();
    edited.edit(0, 3000, '');
    edited.assertCountIsRight('without its start');
  });

  it('rejects a change outside the text', () => {
    const edited = new EditedText(counterOf('o200k_base'), 'abc');
    const changes: [number, number, number][] = [
      [4, 0, 1],
      [2, 2, 0],
      [-1, 0, 0],
      [0, -1, 0],
    ];
    for (const change of changes) {
      assert.throws(() => edited.document.applyChange(...change), RangeError);
    }
  });

  it('counts a large range without reading it', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE.repeat(16_000));
    edited.settle();
    edited.takeReads();
    const [start, end] = [1234, edited.text.length - 777];
    const { tokens } = finish(edited.document.countRange(start, end));
    assert.equal(tokens, edited.counter.count(edited.text.slice(start, end)));
    assert.ok(edited.takeReads() <= 4 * CHUNK_LENGTH);
  });

  it('throws if the text changes while a range is counted', () => {
    const edited = new EditedText(counterOf('o200k_base'), LINE.repeat(4000));
    const range = edited.document.countRange(0, 100_000);
    range.next();
    edited.edit(3, 0, 'x');
    assert.throws(() => finish(range), /changed/);
  });

  for (const [where, before, after] of [
    ['before', 50, 0],
    ['behind', 0, 50],
  ] as const) {
    it(`counts one endless word in slices, and edits ${where} it meanwhile`, () => {
      const word = 'a'.repeat(300_000);
      const text = `${LINE.repeat(before)}${word} ${LINE.repeat(after)}`;
      const edited = new EditedText(counterOf('o200k_base'), text);
      let slices = 0;
      while (!edited.document.step()) {
        const offset = before > 0 ? 100 : edited.text.length - 100;
        if (slices++ % 10 === 5) edited.edit(offset, 0, 'y ');
        assert.ok(slices < 2000, 'it must come to an end');
      }
      assert.ok(slices > word.length / SLICE_WORK, `${slices} slices`);
      edited.assertCountIsRight('one word');
    });
  }

  // All encodings: npm run test:exhaustive.
  for (const encoding of ['o200k_base', 'gemma3'] as const) {
    it(`${encoding}: equals a full count after edits within endless pieces`, () => {
      assertEndlessPiecesKeepCounts(encoding);
    });
  }

  it('checks the boundaries around an edit at any place', () => {
    for (const encoding of ['o200k_base', 'qwen3', 'deepseek_v3', 'gemma3'] as const) {
      const edited = new EditedText(counterOf(encoding), 'a b, c1\n'.repeat(400));
      edited.settle();
      assert.ok(edited.document.chunkCount > 2);
      // All offsets around the first boundary, with inserted text that can remove a boundary on either side.
      for (let offset = CHUNK_LENGTH - 8; offset < CHUNK_LENGTH + 16; offset++) {
        for (const inserted of ['x', ' ', '\n', '\u0301', '1', '/', "'s", '\u2581']) {
          edited.edit(offset, 0, inserted);
          edited.assertCountIsRight(`${encoding}: ${inserted} in at ${offset}`);
          edited.edit(offset, inserted.length, '');
          edited.assertCountIsRight(`${encoding}: ${inserted} out at ${offset}`);
        }
        edited.edit(offset, 1, '');
        edited.assertCountIsRight(`${encoding}: one out at ${offset}`);
        edited.edit(offset, 0, 'z');
        edited.assertCountIsRight(`${encoding}: one in at ${offset}`);
      }
    }
  });

  it('searches a text without boundaries only once', () => {
    const counter = counterOf('o200k_base');
    let searched = 0;
    const watched: TokenCounter = {
      encoding: counter.encoding,
      work: counter.work,
      count: (text) => counter.count(text),
      countSliced: (text) => counter.countSliced(text),
      countUnbroken: (length, read) => counter.countUnbroken(length, read),
      isSafeBoundary: (before, after) => counter.isSafeBoundary(before, after),
      findSafeBoundary: (text, from, to) => {
        searched += to - from;
        return counter.findSafeBoundary(text, from, to);
      },
    };
    const edited = new EditedText(watched, 'a'.repeat(200_000));
    edited.settle();
    assert.ok(searched <= edited.text.length, `${searched} places`);
  });

  it('joins small chunks', () => {
    // Boundaries are only before spaces, so each word with its space is a chunk.
    const word = `${'a'.repeat(1100)} `;
    const edited = new EditedText(counterOf('o200k_base'), word.repeat(60));
    edited.settle();
    const { chunkCount } = edited.document;
    assert.equal(chunkCount, 60);
    for (let chunk = 59; chunk > 0; chunk--) edited.edit(chunk * word.length + 10, 1070, '');
    edited.assertCountIsRight('small rests');
    assert.ok(edited.document.chunkCount < 15, `${edited.document.chunkCount} chunks`);
  });

  it('equals a full count of documents with all kinds of text', () => {
    const random = seededRandom(31);
    for (const encoding of ENCODINGS) {
      const edited = new EditedText(counterOf(encoding), adversarialDocument(random, 60_000));
      edited.assertCountIsRight(encoding);
    }
  });
});
