// What version 0.1.0 left on a machine, and this version reads: settings, loaded price tables, the state of the page.
// Version 0.1.0 kept nothing else: its memory had no keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCurrency } from '../../src/core/figures/currency';
import { resolveModel } from '../../src/core/pricing/names/resolveModel';
import { resolvePrices } from '../../src/core/pricing/resolve';
import { parsePriceTable } from '../../src/core/pricing/table/parse';
import { formerSetting, scenarioSetting } from '../../src/core/scenario/fields';
import { KNOWN_TOKENIZERS } from '../../src/core/tokens/knownTokenizers';
import { ALL_KEYS, checkSettings } from '../../src/editor/settings/table';
import { INITIAL_STATE, restoreState } from '../../src/report/state/pageState';
import { bundledTable, projectRoot, readManifest, tableFile } from '../support/priceTables';

/** Each setting of 0.1.0, with a value that it allowed. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  model: 'anthropic/claude-sonnet-4-5',
  baselineModel: 'openai/gpt-4o',
  pinnedModels: ['openai/o1', 'deepseek/deepseek-r1'],
  treatTextAs: 'output',
  ignoredLanguages: ['log'],
  'statusBar.visible': false,
  'statusBar.show': 'costTokensAndModel',
  'budget.perCall': 0.05,
  'budget.perMonth': 100,
  'codeLens.enabled': true,
  'codeLens.files': ['**/*.prompt.md', '**/.github/copilot-instructions.md'],
  'scenario.outputTokens': 800,
  'scenario.reasoningTokens': 2000,
  'scenario.cachedShare': 0.8,
  'scenario.cacheWrite': 'long',
  'scenario.batch': true,
  'scenario.serviceTier': 'priority',
  'scenario.regional': true,
  'scenario.callsPerDay': 1000,
  'scenario.messages': 3,
  'scenario.conversationTurns': 10,
  'scenario.turnInputTokens': 200,
  'scenario.cacheHistory': true,
  'pricing.overrides': { 'openai/o1': { input: 10, output: 40 } },
  'pricing.customModels': [
    { id: 'acme/llama', encoding: 'cl100k_base', rates: { input: 0.2, output: 0.6 } },
  ],
  'pricing.staleAfterDays': 60,
  currency: { code: 'EUR', rate: 0.93, asOf: '2026-11-01' },
};

describe('what version 0.1.0 left', () => {
  it('as settings is known, allowed, and means the same', () => {
    assert.deepEqual(
      Object.keys(SETTINGS).filter((key) => !ALL_KEYS.includes(key)),
      [],
    );
    const { configuration } = readManifest().contributes;
    const properties = Object.assign({}, ...configuration.map((each) => each.properties)) as Record<
      string,
      { readonly default?: unknown }
    >;
    const read = (key: string): unknown =>
      key in SETTINGS ? SETTINGS[key] : properties[`apiSpend.${key}`]?.default;
    const { values, scenario, wrong } = checkSettings(read, read, (name) => {
      const former = formerSetting(name);
      const key = former !== undefined && former in SETTINGS ? former : scenarioSetting(name);
      return { key, value: read(key) };
    });
    assert.deepEqual(wrong, []);
    for (const [key, value] of Object.entries(values))
      if (key in SETTINGS) assert.deepEqual(value, SETTINGS[key], key);
    for (const [name, value] of Object.entries(scenario)) {
      const was = SETTINGS[`scenario.${name}`] ?? SETTINGS[name];
      if (was !== undefined) assert.deepEqual(value, was === 'priority' ? 'fast' : was, name);
    }
    assert.equal(scenario['cachedShare'], 0.8);
  });

  it('as own prices, models and a currency applies', () => {
    const { table, problems } = resolvePrices(
      {
        bundled: bundledTable(),
        loaded: [],
        team: {},
        settings: {
          overrides: SETTINGS['pricing.overrides'],
          customModels: SETTINGS['pricing.customModels'],
        },
      },
      KNOWN_TOKENIZERS,
      Date.UTC(2026, 10, 28),
    );
    assert.deepEqual(problems, []);
    assert.ok(table.models.some(({ id }) => id === 'acme/llama'));
    assert.deepEqual(parseCurrency(SETTINGS['currency']).problems, []);
  });

  it('as the id of a model still means that model', () => {
    const file = join(projectRoot, 'test/fixtures/since010/modelIds.json');
    const ids = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
    assert.equal(ids.length, 111);
    const others = ids.filter((id) => {
      const found = resolveModel(bundledTable(), id, Date.UTC(2026, 10, 28));
      return found.kind !== 'found' || found.model.id !== id;
    });
    assert.deepEqual(others, []);
  });

  it('as a loaded price table of version 1 of the format keeps its prices', () => {
    const factor = { numerator: 1, denominator: 2, source: 'page' };
    const { encodings, calibrations } = KNOWN_TOKENIZERS;
    const rates = { input: 1, output: 2 };
    const period = { from: null, to: null, source: 'page', usdPerMillionTokens: rates };
    const two = tableFile({
      factors: { priority: factor },
      periods: [{ ...period, factors: { batch: factor, priority: factor } }],
    }) as { readonly providers: readonly object[] };
    const [provider] = two.providers;
    const movingAliases = [{ id: 'latest', models: ['one'] }];
    const one = { ...two, schemaVersion: 1, providers: [{ ...provider, movingAliases }] };
    const result = parsePriceTable(one, encodings, calibrations);
    assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems));
    const [model] = result.table.models;
    assert.deepEqual(Object.keys(model?.periods[0]?.factors ?? {}).toSorted(), ['batch', 'fast']);
    const alias = resolveModel(result.table, 'latest', Date.UTC(2026, 10, 28));
    assert.equal(alias.kind === 'found' && alias.model.id, 'acme/one');
  });

  it('as a damaged table of version 1 is refused with the path of the value', () => {
    const { encodings } = KNOWN_TOKENIZERS;
    for (const providers of [undefined, 1, [1], [{ models: 1 }], [{ models: [1] }]]) {
      const result = parsePriceTable({ schemaVersion: 1, providers }, encodings);
      assert.ok(!result.ok && result.problems.length > 0, JSON.stringify(providers));
    }
  });

  it('as the state of the report page is left out as a whole', () => {
    const state = { version: 1, scenario: {}, filter: 'gpt', chart: 'calls', scale: 'log' };
    assert.equal(restoreState(state), INITIAL_STATE);
  });
});
