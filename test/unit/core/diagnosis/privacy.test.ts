import assert from 'node:assert/strict';
import { ownPlace, withoutNames } from '../../../../src/core/diagnosis/privacy';

describe('withoutNames', () => {
  it('leaves no place, no quoted value and no name of a file', () => {
    for (const [message, expected] of [
      ["ENOENT: no such file, open '/home/ada/secret.md'", 'ENOENT: no such file, open “…”'],
      ['cannot read /home/ada/x: denied', 'cannot read … denied'],
      ['notes.secret.md is no table', '… is no table'],
      ['Unexpected token "launch codes" in JSON', 'Unexpected token “…” in JSON'],
      ['request to https://prices.example.org/t?key=1 failed', 'request to … failed'],
      ['first\nsecond: the text', 'first'],
    ] as const)
      assert.strictEqual(withoutNames(message), expected);
  });

  it('is short', () => {
    assert.strictEqual(withoutNames('a '.repeat(500)).length, 200);
  });
});

describe('ownPlace', () => {
  it('is the first place of the stack in the bundles, without folders', () => {
    const error = new Error('x');
    error.stack =
      'Error: x\n at node:fs:1:2\n at f (/home/ada/dist/parts/work-A1.js:12:34)\n at /y.js:1:1';
    assert.strictEqual(ownPlace(error), 'work-A1.js:12:34');
    error.stack = 'Error: x\n at node:fs:1:2';
    assert.strictEqual(ownPlace(error), undefined);
  });
});
