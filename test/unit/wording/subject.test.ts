import assert from 'node:assert/strict';
import {
  cellNotes,
  describeSubject,
  describeUnreadable,
  nameWithSide,
  type NamedSubject,
} from '../../../src/wording/subject';
import { placeholderNote } from '../../../src/wording/views/templates';
import { ENGLISH } from '../../../src/wording/words';

const names: readonly [kind: NamedSubject['kind'], one: string, many: string][] = [
  ['document', 'a', 'a'],
  ['selections', 'the selection in a', '1,200 selections in a'],
  ['notebook', 'a (1 cell)', 'a (1,200 cells)'],
  ['cells', '1 cell of a', '1,200 cells of a'],
  ['files', '1 file in a', '1,200 files in a'],
];

describe('the name of a subject', () => {
  for (const [kind, one, many] of names) {
    it(`names ${kind}, one and several`, () => {
      assert.equal(describeSubject(ENGLISH, { kind, name: 'a', count: 1 }), one);
      assert.equal(describeSubject(ENGLISH, { kind, name: 'a', count: 1200 }), many);
    });
  }

  it('has the side of a diff editor', () => {
    assert.equal(nameWithSide(ENGLISH, 'a', 'original'), 'a (original)');
    assert.equal(nameWithSide(ENGLISH, 'a', 'modified'), 'a (modified)');
    assert.equal(nameWithSide(ENGLISH, 'a', undefined), 'a');
  });
});

describe('the notes on a subject', () => {
  it('give the reason why a file has no price', () => {
    assert.equal(
      describeUnreadable(ENGLISH, 'a.png', 'image'),
      'API Spend cannot price a.png: its size cannot be read. Perhaps it is damaged; a copy as PNG or JPEG has one.',
    );
    assert.match(
      describeUnreadable(ENGLISH, 'a.txt', 'tooLarge'),
      / files over 50 MB\. .*“Estimate Token Count and Cost of Files” reads it in ranges\.$/,
    );
  });

  it('name the first four placeholders', () => {
    assert.equal(
      placeholderNote(ENGLISH, ['{{a}}']),
      'The placeholder {{a}} is counted as written, not as the text that replaces it.',
    );
    assert.equal(
      placeholderNote(ENGLISH, ['{{a}}', '{{b}}', '{{c}}', '{{d}}', '{{e}}']),
      '5 placeholders ({{a}}, {{b}}, {{c}}, {{d}}, …) are counted as written, not as the text that replaces them.',
    );
  });

  it('state the parts of a notebook that are not counted', () => {
    assert.deepStrictEqual(cellNotes(ENGLISH, 0), [
      'The code and text of the cells are counted, but not their outputs.',
    ]);
    assert.deepStrictEqual(cellNotes(ENGLISH, 3).slice(1), [
      'Cells left out by the setting apiSpend.ignoredLanguages: 3',
    ]);
  });
});
