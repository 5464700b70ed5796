import assert from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf } from '../../../../src/core/diagnosis/facts';
import { errorWith } from '../../../support/errors';

describe('the facts of an error that others may read', () => {
  it('are its name, its code and its first place in the bundles', () => {
    const error = errorWith(
      'Can\'t read "/home/ada/a.md"',
      ' at node:fs:1:2\n at f (/x/dist/parts/work-A1.js:12:34)\n at /y/dist/z.js:1:1',
    );
    const missing = Object.assign(error, {
      code: 'ENOENT',
      name: 'EntryNotFound (FileSystemError)',
    });
    assert.deepStrictEqual(factsOf(missing), {
      name: 'EntryNotFound (FileSystemError)',
      code: 'ENOENT',
      place: 'work-A1.js:12:34',
    });
    assert.deepStrictEqual(factsOf(errorWith('x', ' at node:fs:1:2')), {
      name: 'Error',
      code: undefined,
      place: undefined,
    });
  });

  it('hold nothing of its message, whatever its quotes and paths', () => {
    for (const message of [
      "Can't read 'Secret Plan'",
      'no file /home/ann/My Secret Project/plan.md',
      'at f (/home/ann/dist/Secret.js:1:2)',
      'x\n at f (/home/ann/dist/Secret.js:1:2)',
    ])
      assert.doesNotMatch(JSON.stringify(factsOf(errorWith(message))), /Secret/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (before, after) => {
        const message = `${before}SECRET${after}`;
        assert.doesNotMatch(JSON.stringify(factsOf(errorWith(message))), /SECRET/);
      }),
    );
  });

  it('are no names and codes that are sentences', () => {
    const error = Object.assign(errorWith('x'), { name: 'My Secret plan', code: '/home/Secret' });
    assert.deepStrictEqual(factsOf(error), { name: 'Error', code: undefined, place: 'a.js:1:2' });
  });
});
