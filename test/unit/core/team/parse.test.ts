import assert from 'node:assert/strict';
import { parseTeamFile } from '../../../../src/core/team/parse';
import { pricesIn, settingsIn } from '../../../../src/core/team/settings';
import { teamFileProblem } from '../../../../src/wording/documents/team';
import { ENGLISH } from '../../../../src/wording/words';

function problem(text: string): string {
  const result = parseTeamFile(text);
  return result.ok ? 'ok' : teamFileProblem(ENGLISH, '.api-spend.json', result.problem);
}

const COMPLETE = `{
  // negotiated
  "$schema": "x",
  "overrides": { "openai/o1": { "input": 10 } },
  "discounts": { "openai/*": 0.85 },
  "customModels": { "acme/private": { "encoding": "o200k_base", "rates": { "input": 1 } } },
  "scenario": { "outputTokens": 800, "treatTextAs": "output", "batch": true },
  "budgets": { "perCall": 0.05, "perMonth": 900 },
  "pinnedModels": ["openai/o1"],
}`;

describe('the file of a team', () => {
  it('has prices, and the settings whose defaults it replaces', () => {
    const result = parseTeamFile(COMPLETE);
    assert.ok(result.ok);
    assert.deepStrictEqual(settingsIn(result.file), {
      pinnedModels: ['openai/o1'],
      'budget.perCall': 0.05,
      'budget.perMonth': 900,
      treatTextAs: 'output',
      'scenario.outputTokens': 800,
      'scenario.batch': true,
    });
    assert.deepStrictEqual(pricesIn(result.file), {
      overrides: { 'openai/o1': { input: 10 } },
      discounts: { 'openai/*': 0.85 },
      customModels: { 'acme/private': { encoding: 'o200k_base', rates: { input: 1 } } },
      pinnedModels: ['openai/o1'],
    });
    assert.equal(problem('{}'), 'ok');
  });

  it('has the cached share in percent, or as a share, and the percentage wins', () => {
    const shareIn = (scenario: string): unknown => {
      const result = parseTeamFile(`{ "scenario": ${scenario} }`);
      assert.ok(result.ok);
      assert.deepStrictEqual(settingsIn(result.file)['scenario.cachedPercent'], 80);
      return result.file.scenario;
    };
    const expected = { cachedShare: 0.8 };
    assert.deepStrictEqual(shareIn('{ "cachedPercent": 80 }'), expected);
    assert.deepStrictEqual(shareIn('{ "cachedShare": 0.8 }'), expected);
    assert.deepStrictEqual(shareIn('{ "cachedShare": 0.1, "cachedPercent": 80 }'), expected);
    assert.deepStrictEqual(shareIn('{ "cachedPercent": 80, "cachedShare": 0.1 }'), expected);
  });

  const WRONG = [
    ['{\n"discounts": {', 'is not JSON: a closing brace is missing in line 2'],
    ['', 'is not JSON: a value is missing in line 1'],
    ['[]', ' is not an object'],
    ['{"discount": {}}', ': discount is not a known key'],
    ['{"discounts": {"a/*": 15}}', ': discounts.a/* is not a factor above 0 and at most 10'],
    ['{"discounts": {"a/*": 0}}', ': discounts.a/* is not a factor above 0'],
    ['{"discounts": {"a/*": 0.1234567891}}', ': discounts.a/* is not a factor above 0'],
    ['{"discounts": {"a/*": "0.85"}}', ': discounts.a/* is not a number: "0.85"'],
    ['{"overrides": {"o1": {"input": 1e-6}}}', ': overrides.o1.input is below 0.001 US dollars'],
    ['{"overrides": {"o1": {}}}', ': overrides.o1 has no rate'],
    ['{"customModels": {"a/b": {"rates": {}}}}', ': customModels.a/b.encoding is missing'],
    ['{"scenario": {"outputTokens": 1.5}}', ': scenario.outputTokens is not a whole number: 1.5'],
    ['{"scenario": {"callsPerday": 1}}', ': scenario.callsPerday is not a known key'],
    ['{"scenario": {"cachedShare": 2}}', ': scenario.cachedShare is above 1: 2'],
    ['{"scenario": {"cachedPercent": 101}}', ': scenario.cachedPercent is above 100: 101'],
    ['{"scenario": {"cachedShare": -1}}', ': scenario.cachedShare is below 0: -1'],
    [
      '{"scenario": {"serviceTier": "slow"}}',
      ': scenario.serviceTier is not one of "standard", "flex", "fast", "ultrafast", "priority": "slow"',
    ],
    ['{"scenario": {"batch": 1}}', ': scenario.batch is not true or false: 1'],
    ['{"scenario": 5}', ': scenario is not an object: 5'],
    ['{"pinnedModels": "o1"}', ': pinnedModels is not a list: "o1"'],
    ['{"pinnedModels": [1]}', ': pinnedModels.0 is not text: 1'],
    ['{"budgets": {"perCall": -1}}', ': budgets.perCall is not a price of 0 or more'],
    ['{"pinnedModels": [""]}', ': pinnedModels.0 is empty'],
  ] as const;
  for (const [text, message] of WRONG) {
    it(`is refused with the path inside the file: ${JSON.stringify(text)}`, () => {
      const found = problem(text);
      assert.ok(found.startsWith('.api-spend.json') && found.includes(message), found);
    });
  }
});
