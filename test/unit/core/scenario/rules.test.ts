import assert from 'node:assert/strict';
import {
  choice,
  FLAG,
  isAllowed,
  meantValue,
  SHARE,
  whole,
  type FieldRule,
} from '../../../../src/core/scenario/rules';

const CASES: readonly (readonly [FieldRule, readonly unknown[], readonly unknown[]])[] = [
  [whole(1, 1000), [1, 2, 1000], [0, 1001, -1, 1.5, NaN, Infinity, '1', null, undefined]],
  [SHARE, [0, 0.5, 1], [-0.001, 1.001, NaN, '0.5', null, undefined]],
  [FLAG, [true, false], [0, 1, 'true', null, undefined]],
  [choice(['none', 'short']), ['none', 'short'], ['', 'long', 'None', 0, null, undefined]],
];

describe('the rules of assumptions', () => {
  it('take another name of a choice for the choice, and nothing else', () => {
    const rule = choice(['standard', 'fast'], { priority: 'fast' });
    assert.deepStrictEqual(
      ['priority', 'fast', 'Priority', 'toString', 1].map((value) => meantValue(rule, value)),
      ['fast', 'fast', 'Priority', 'toString', 1],
    );
    assert.equal(isAllowed(rule, 'priority'), false, 'only once its meaning was taken');
    assert.equal(meantValue(FLAG, 'priority'), 'priority');
  });

  for (const [rule, allowed, refused] of CASES) {
    it(`${rule.kind}: allow values up to both bounds, and nothing else`, () => {
      for (const value of allowed) assert.equal(isAllowed(rule, value), true, String(value));
      for (const value of refused) assert.equal(isAllowed(rule, value), false, String(value));
    });
  }
});
