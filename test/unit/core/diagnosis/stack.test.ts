import assert from 'node:assert/strict';
import { errorLines } from '../../../../src/core/diagnosis/stack';
import { errorWith } from '../../../support/errors';

describe('the lines of an error in the log', () => {
  it('are its message and its stack, without folders', () => {
    const error = errorWith("no file '/home/My Secret/a.md'", '    at f (/home/ada/dist/a.js:1:2)');
    assert.deepStrictEqual(errorLines(error), ["Error: no file '…/a.md'", '    at f (…/a.js:1:2)']);
  });

  it('are those of its causes too, the first five', () => {
    const cause = errorWith('wrong checksum', '    at read (/home/ada/dist/b.js:1:2)');
    const error = Object.assign(errorWith('Install again.'), { cause });
    assert.deepStrictEqual(errorLines(error), [
      'Error: Install again.',
      '    at f (…/a.js:1:2)',
      'Caused by Error: wrong checksum',
      '    at read (…/b.js:1:2)',
    ]);
    Object.assign(cause, { cause: error });
    assert.equal(errorLines(error).filter((line) => line.startsWith('Caused by')).length, 5);
  });

  it('keep a message of several lines together, so that a folder on two is found', () => {
    assert.deepStrictEqual(errorLines(errorWith('no /home/My\nSecret/a.md')).slice(0, 1), [
      'Error: no …/a.md',
    ]);
    assert.deepStrictEqual(errorLines(errorWith('')), ['Error', '    at f (…/a.js:1:2)']);
  });

  it('are those of an error without a stack, or whose message was changed', () => {
    const error = errorWith('old');
    error.message = 'new';
    assert.deepStrictEqual(errorLines(error), ['Error: new', '    at f (…/a.js:1:2)']);
    Object.assign(error, { stack: undefined });
    assert.deepStrictEqual(errorLines(error), ['Error: new']);
  });
});
