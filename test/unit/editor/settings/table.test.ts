import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formerSetting, scenarioSetting } from '../../../../src/core/scenario/fields';
import { DEFAULT_SCENARIO } from '../../../../src/core/scenario/scenario';
import {
  ALL_KEYS,
  checkSettings,
  isOfWindow,
  isSettingValue,
  SETTINGS,
} from '../../../../src/editor/settings/table';
import { projectRoot, readManifest } from '../../../support/priceTables';
import { schemaOf, type Json } from '../../../support/ruleSchema';

const properties: Readonly<Record<string, Json>> = Object.assign(
  {},
  ...readManifest().contributes.configuration.map((section) => section.properties),
);

function defaultOf(key: string): unknown {
  return properties[`apiSpend.${key}`]?.['default'];
}

/** Checks the manifest's defaults with some settings changed. */
function check(changes: Json): ReturnType<typeof checkSettings> {
  const read = (key: string): unknown => (key in changes ? changes[key] : defaultOf(key));
  return checkSettings(read, defaultOf, (name) => {
    const former = formerSetting(name);
    const key = former !== undefined && former in changes ? former : scenarioSetting(name);
    return { key, value: read(key) };
  });
}

const CHECKS = new Set(['type', 'enum', 'minimum', 'maximum', 'items', 'uniqueItems', 'pattern']);

describe('the table of settings', () => {
  it('has exactly the settings of the manifest', () => {
    assert.deepStrictEqual(
      ALL_KEYS.map((key) => `apiSpend.${key}`).toSorted(),
      Object.keys(properties).toSorted(),
    );
  });

  it('has the scopes of the manifest', () => {
    for (const [key, { scope = 'window' }] of Object.entries(properties))
      assert.equal(isOfWindow(key.replace(/^apiSpend\./, '')), scope !== 'resource', key);
  });

  it('has the rules of the manifest, which allow its defaults', () => {
    for (const [key, setting] of Object.entries(SETTINGS)) {
      if (!('rule' in setting)) continue;
      const schema = Object.entries(properties[`apiSpend.${key}`] ?? {}).filter(([name]) =>
        CHECKS.has(name),
      );
      const message = `package.json: apiSpend.${key} does not follow from src/editor/settings/table.ts`;
      assert.deepStrictEqual(Object.fromEntries(schema), schemaOf(setting.rule), message);
      assert.ok(isSettingValue(setting.rule, defaultOf(key)), message);
    }
  });

  it('takes a share in percent, and one of the former setting as it was: 80 is 0.8, and 0.8 stays 0.8', () => {
    for (const changes of [{ 'scenario.cachedPercent': 80 }, { 'scenario.cachedShare': 0.8 }]) {
      const { scenario, wrong } = check(changes);
      assert.deepStrictEqual(wrong, []);
      assert.equal(scenario['cachedShare'], 0.8);
    }
    assert.equal(check({ 'scenario.cachedShare': 1 }).scenario['cachedShare'], 1);
    assert.equal(check({ 'scenario.cachedPercent': 1 }).scenario['cachedShare'], 0.01);
  });

  it('names the setting whose share is not allowed, with the bounds of that setting', () => {
    for (const [key, value, kind] of [
      ['scenario.cachedPercent', 101, 'percent'],
      ['scenario.cachedPercent', '80%', 'percent'],
      ['scenario.cachedShare', 80, 'share'],
    ] as const) {
      const { scenario, wrong } = check({ [key]: value });
      assert.deepStrictEqual(wrong, [{ key, rule: { kind }, value, isVital: true }]);
      assert.equal(scenario['cachedShare'], 0);
    }
  });

  it('keeps valid values', () => {
    const { values, scenario, wrong } = check({
      model: 'o1',
      'budget.perCall': 0.5,
      'scenario.callsPerDay': 7,
      treatTextAs: 'output',
    });
    assert.deepStrictEqual(wrong, []);
    assert.equal(values.model, 'o1');
    assert.equal(values['budget.perCall'], 0.5);
    assert.deepStrictEqual(scenario, {
      ...DEFAULT_SCENARIO,
      callsPerDay: 7,
      treatTextAs: 'output',
    });
  });

  it('takes priority for the service tier fast', () => {
    const { scenario, wrong } = check({ 'scenario.serviceTier': 'priority' });
    assert.deepStrictEqual([scenario['serviceTier'], wrong], ['fast', []]);
  });

  it('replaces invalid values by defaults, and reports which are vital', () => {
    const wrongValues: Json = {
      model: ' ',
      baselineModel: 1,
      pinnedModels: ['a', 1],
      ignoredLanguages: 'log',
      'statusBar.visible': 'yes',
      'statusBar.show': 'all',
      'budget.perCall': -1,
      'budget.perMonth': 0.1234567891,
      'codeLens.enabled': null,
      'codeLens.files': {},
      'pricing.staleAfterDays': 0.5,
      'scenario.batch': 1,
    };
    const { values, scenario, wrong } = check(wrongValues);
    assert.deepStrictEqual(
      wrong.map(({ key }) => key),
      Object.keys(wrongValues),
    );
    assert.deepStrictEqual(
      wrong.filter(({ isVital }) => isVital).map(({ key }) => key),
      ['model', 'scenario.batch'],
    );
    for (const key of Object.keys(SETTINGS)) {
      assert.equal((values as Json)[key], defaultOf(key), key);
    }
    assert.deepStrictEqual(scenario, DEFAULT_SCENARIO);
  });

  it('has no setting that is never read', () => {
    const code = readFileSync(join(projectRoot, 'src/editor/settings/settings.ts'), 'utf8');
    const unread = Object.keys(SETTINGS).filter(
      (key) => !code.includes(`values.${key}`) && !code.includes(`'${key}'`),
    );
    assert.deepStrictEqual(unread, []);
  });
});
