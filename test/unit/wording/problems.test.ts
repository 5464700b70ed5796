import assert from 'node:assert/strict';
import { parseCurrency } from '../../../src/core/figures/currency';
import { addCustomModels } from '../../../src/core/pricing/own/customModels';
import { applyOverrides } from '../../../src/core/pricing/own/overrides';
import { parsePriceTable } from '../../../src/core/pricing/table/parse';
import { PROBLEM_CODES, type Problem } from '../../../src/core/pricing/table/problem';
import { parseTeamFile } from '../../../src/core/team/parse';
import { describeProblem } from '../../../src/wording/problems';
import {
  priceSettingProblem,
  settingProblem,
  wrongSetting,
} from '../../../src/wording/views/settings';
import { notPriceTable } from '../../../src/wording/views/prices';
import { ENGLISH } from '../../../src/wording/words';
import { bundledTable, tableFile } from '../../support/priceTables';

const TEAM_FILE = {
  overrides: { 'openai/o1': { input: 10 } },
  discounts: { 'openai/*': 0.85 },
  customModels: { 'acme/private': { encoding: 'o200k_base', rates: { input: 1 } } },
  scenario: { outputTokens: 800, treatTextAs: 'output', batch: true, cachedShare: 0.5 },
  budgets: { perCall: 0.05 },
  pinnedModels: ['openai/o1'],
};

/** Each format with a valid value and its check. */
const FORMATS: readonly (readonly [string, unknown, (value: unknown) => readonly Problem[]])[] = [
  [
    'a price table',
    tableFile(),
    (value) => {
      const result = parsePriceTable(value, ['o200k_base', 'cl100k_base']);
      return result.ok ? [] : result.problems;
    },
  ],
  [
    "a team's file",
    TEAM_FILE,
    (value) => {
      const result = parseTeamFile(JSON.stringify(value));
      if (result.ok) return [];
      return result.problem.kind === 'value' ? [result.problem.problem] : [];
    },
  ],
  ['a currency', { code: 'EUR', rate: 0.9, asOf: '2026-11-01' }, (v) => parseCurrency(v).problems],
  [
    'own models',
    [{ id: 'acme/x', name: 'X', encoding: 'o200k_base', rates: { input: 1 }, maxOutputTokens: 5 }],
    (value) =>
      addCustomModels(
        bundledTable(),
        value,
        { encodings: ['o200k_base'], calibrations: {} },
        'user',
      ).problems,
  ],
  [
    'own rates',
    { 'openai/o1': { input: 1, output: 2 } },
    (value) => applyOverrides(bundledTable(), value, 'user', 0).problems,
  ],
];

/** The value with another one in each place in turn, with each entry left out, and with one too many. */
function variationsOf(value: unknown): readonly unknown[] {
  const others = [null, 7, -1, 1.5, 'text', '', true, [], {}, [1], { x: 1 }];
  if (typeof value !== 'object' || value === null) return others;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const built = (changed: readonly (readonly [string, unknown])[]): unknown =>
    isList ? changed.map(([, each]) => each) : Object.fromEntries(changed);
  return [
    ...others,
    built([...entries, ['surplus', 1]]),
    ...entries.map(([left]) => built(entries.filter(([key]) => key !== left))),
    ...entries.flatMap(([place, inner]) =>
      variationsOf(inner).map((other) =>
        built(entries.map(([key, each]) => [key, key === place ? other : each] as const)),
      ),
    ),
  ];
}

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

  it('say what was expected where a key is missing or not known', () => {
    const refused = (json: unknown): string => {
      const result = parsePriceTable(json, ['o200k_base']);
      assert.ok(!result.ok);
      return notPriceTable(ENGLISH, 'a.json', result.problems[0]);
    };
    const { schemaVersion: _version, ...unversioned } = tableFile() as Record<string, unknown>;
    assert.equal(
      refused(unversioned),
      'a.json is not a price table: schemaVersion is missing; it must be 2',
    );
    assert.equal(refused([]), 'a.json is not a price table: it is not an object');
    assert.equal(
      refused(tableFile({ contextWindow: 5 })),
      'a.json is not a price table. Of acme/one, providers.0.models.0.contextWindow is not a known key; the nearest is contextWindowTokens',
    );
    assert.match(refused(tableFile({ periods: [{ from: 5 }] })), /\.from is not a day .*: 5$/);
    const parsed = parseTeamFile('{ "model": "openai/o1" }');
    assert.ok(!parsed.ok && parsed.problem.kind === 'value');
    assert.match(
      describeProblem(ENGLISH, parsed.problem.problem),
      /^model is not a known key; known are .*overrides, discounts/,
    );
    const day = { code: 'EUR', rate: 1, asOf: 'May' };
    assert.deepStrictEqual(
      [{ code: 'EUR' }, day].flatMap((value) =>
        parseCurrency(value).problems.map((each) => describeProblem(ENGLISH, each)),
      ),
      [
        'rate is missing; it must be a number above 0 and at most 1,000,000,000, with up to 9 decimals',
        'asOf is missing; it must be a day such as 2025-01-27',
        'asOf is not a day such as 2025-01-27: "May"',
      ],
    );
  });

  it('are our own for whatever stands in the place of a value', () => {
    const seen = new Set<string>();
    for (const [name, valid, problemsOf] of FORMATS) {
      assert.deepStrictEqual(problemsOf(valid), [], name);
      for (const wrong of variationsOf(valid)) {
        for (const problem of problemsOf(wrong)) {
          const sentence = describeProblem(ENGLISH, problem);
          seen.add(problem.code);
          assert.notEqual(problem.code, 'notValid', `${name}: ${sentence}`);
          // The path may name keys such as __proto__; the rest is ours.
          assert.doesNotMatch(
            sentence.replace(problem.path, ''),
            /undefined|Expected|Invalid|Object|Array|[<>]=| {2}|NaN/,
            `${name}: ${JSON.stringify(wrong)}`,
          );
        }
      }
    }
    for (const code of ['missing', 'unknownKey', 'notObject', 'notList', 'notText', 'notFlag']) {
      assert.ok(seen.has(code), code);
    }
  });

  it('cut a long value', () => {
    const result = parseTeamFile(JSON.stringify({ scenario: { batch: 'x'.repeat(5000) } }));
    assert.ok(!result.ok && result.problem.kind === 'value');
    const sentence = describeProblem(ENGLISH, result.problem.problem);
    assert.match(sentence, /^scenario\.batch is not true or false: "x{79}…$/);
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
