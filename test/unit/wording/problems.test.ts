import assert from 'node:assert/strict';
import { PROBLEM_CODES } from '../../../src/core/pricing/table/problem';
import { describeProblem } from '../../../src/wording/problems';
import { wrongSetting } from '../../../src/wording/views/settings';
import { ENGLISH } from '../../../src/wording/words';

describe('the sentences about rejected values', () => {
  it('exist for each code, and differ', () => {
    const names = ['A', 'B'];
    const sentences = PROBLEM_CODES.map((code) =>
      describeProblem(ENGLISH, { path: '', code, names }),
    );
    assert.equal(new Set(sentences).size, PROBLEM_CODES.length);
    for (const sentence of sentences) assert.doesNotMatch(sentence, /[{}]/);
  });

  it('have the path, the reason and the value', () => {
    const problem = { path: 'rate', code: 'notNumber', value: '"1"' } as const;
    assert.equal(describeProblem(ENGLISH, problem), 'rate is not a number: "1"');
  });

  it('name the values that a setting allows', () => {
    const rule = { kind: 'whole', least: 0, most: 10_000 } as const;
    assert.equal(
      wrongSetting(ENGLISH, 'apiSpend.scenario.messages', rule, -1),
      'The setting apiSpend.scenario.messages is not a whole number from 0 to 10,000: -1',
    );
  });
});
