import assert from 'node:assert/strict';
import { PROBLEM_CODES } from '../../../src/core/pricing/table/problem';
import { describeProblem } from '../../../src/wording/problems';
import {
  priceSettingProblem,
  settingProblem,
  wrongSetting,
} from '../../../src/wording/views/settings';
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

  it('name the setting', () => {
    const path = 'customModels.0.id';
    assert.equal(
      priceSettingProblem(ENGLISH, { path, code: 'missing' }),
      'The setting apiSpend.pricing.customModels: 0.id is missing',
    );
    assert.equal(
      priceSettingProblem(ENGLISH, { path: 'overrides', code: 'notOverrides' }),
      'The setting apiSpend.pricing.overrides is not an object from model ids to rates',
    );
    assert.equal(
      priceSettingProblem(ENGLISH, { path: 'overrides.acme/v2.5', code: 'unknownModel' }),
      'The setting apiSpend.pricing.overrides: acme/v2.5 is not a model of the price table',
    );
    assert.equal(
      settingProblem(ENGLISH, 'apiSpend.currency', { path: 'rate', code: 'missing' }),
      'The setting apiSpend.currency: rate is missing',
    );
  });

  it('name the values that a setting allows', () => {
    const rule = { kind: 'whole', least: 0, most: 10_000 } as const;
    assert.equal(
      wrongSetting(ENGLISH, 'apiSpend.scenario.messages', rule, -1),
      'The setting apiSpend.scenario.messages is not a whole number from 0 to 10,000: -1',
    );
  });
});
