import assert from 'node:assert/strict';
import { nextIndex } from '../../../../../src/report/parts/comboBox/keys';

describe('the keys of a combo box', () => {
  it('move by one and go round, or by a page and stop', () => {
    const moves = (active: number) =>
      ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) => nextIndex(key, active, 20));
    assert.deepEqual(moves(0), [1, 19, 8, 0]);
    assert.deepEqual(moves(19), [0, 18, 19, 11]);
  });

  it('leave all other keys, and an empty list, alone', () => {
    for (const key of ['Home', 'End', 'Enter', 'a']) assert.equal(nextIndex(key, 1, 20), undefined);
    assert.equal(nextIndex('ArrowDown', 0, 0), undefined);
  });
});
