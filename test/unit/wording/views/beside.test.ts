import assert from 'node:assert/strict';
import type { UnknownKind } from '../../../../src/core/media/part';
import { exactTokens } from '../../../../src/core/media/sum';
import { besideNotes } from '../../../../src/wording/views/beside';
import { READER } from '../../../support/words';

describe('what is said of tokens beside a text', () => {
  const notes = (...unknown: readonly UnknownKind[]): readonly string[] =>
    besideNotes(READER, { beside: { ...exactTokens(32), unknown } }).slice(1);

  it('names what the vendor does not document, and what a file does not say', () => {
    assert.deepEqual(notes(), []);
    assert.deepEqual(notes('image', 'tools'), [
      'a lower limit: how many tokens pictures and tools have here is not documented',
    ]);
    assert.deepEqual(notes('length'), [
      'a lower limit: the length of a recording or film is not known',
    ]);
    assert.deepEqual(notes('pages'), ['a lower limit: the number of pages is not known']);
    assert.deepEqual(notes('document', 'pages'), [
      'a lower limit: how many tokens documents have here is not documented',
      'a lower limit: the number of pages is not known',
    ]);
  });
});
