import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SCENARIO } from '../../../../src/core/scenario/scenario';
import {
  ALL_KEYS,
  checkSettings,
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
  return checkSettings((key) => (key in changes ? changes[key] : defaultOf(key)), defaultOf);
}

const CHECKS = new Set(['type', 'enum', 'minimum', 'maximum', 'items', 'uniqueItems', 'pattern']);

describe('the table of settings', () => {
  it('has exactly the settings of the manifest', () => {
    assert.deepStrictEqual(
      ALL_KEYS.map((key) => `apiSpend.${key}`).toSorted(),
      Object.keys(properties).toSorted(),
    );
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
