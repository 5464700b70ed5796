import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { budgetsOf } from '../../../src/core/estimate/budget';
import { parseCurrency } from '../../../src/core/figures/currency';
import { lookAtPrice, parseSeenPrice } from '../../../src/core/pricing/seenPrice';
import { resolvePrices } from '../../../src/core/pricing/resolve';
import { formerSetting, scenarioSetting } from '../../../src/core/scenario/fields';
import { scenarioOf } from '../../../src/core/scenario/scenario';
import { parseTeamFile } from '../../../src/core/team/parse';
import { pricesIn, settingsIn } from '../../../src/core/team/settings';
import { modelNamePlace } from '../../../src/core/settingsText';
import { KNOWN_TOKENIZERS } from '../../../src/core/tokens/knownTokenizers';
import { newestOf } from '../../../src/editor/settings/places';
import { ALL_KEYS, checkSettings } from '../../../src/editor/settings/table';
import { LensHint } from '../../../src/editor/statusBar/lensHint';
import { SeenPrices } from '../../../src/editor/statusBar/seenPrices';
import { scenarioSchema } from '../../../src/protocol/scenario';
import { teamEntryProblem, teamFileProblem } from '../../../src/wording/documents/team';
import { showMoney } from '../../../src/wording/numbers';
import {
  priceSettingProblem,
  settingProblem,
  wrongSetting,
} from '../../../src/wording/views/settings';
import { describeNewPrice } from '../../../src/wording/views/tooltip';
import { ENGLISH } from '../../../src/wording/words';
import { moneyOfUsd } from '../../../src/core/pricing/money';
import {
  assertShown,
  holds,
  hostileJson,
  hostileText,
  jsonText,
  mutated,
} from '../../support/fuzz';
import { bundledModel, modelOf, readManifest, tableFile } from '../../support/priceTables';
import { READER } from '../../support/words';

const NOW_MS = Date.UTC(2026, 10, 28);

const properties = Object.assign(
  {},
  ...readManifest().contributes.configuration.map((section) => section.properties),
) as Readonly<Record<string, { readonly default?: unknown }>>;

const defaultOf = (key: string): unknown => properties[`apiSpend.${key}`]?.default;

const OWN = {
  overrides: { 'acme/one': { input: 2, output: 3 }, one: { cachedInput: 0.1 } },
  customModels: [
    {
      id: 'us/private',
      name: 'Private',
      encoding: 'o200k_base',
      rates: { input: 1, output: 2 },
      contextWindowTokens: 1000,
    },
    {
      id: 'us/other',
      encoding: 'o200k_base',
      calibration: 'claude_new',
      rates: { input: 1 },
    },
  ],
};

const TEAM = {
  ...OWN,
  discounts: { 'acme/*': 0.85, one: 0.5 },
  scenario: { outputTokens: 100, cachedShare: 0.5, batch: true },
  budgets: { perCall: 0.5, perMonth: 100 },
  pinnedModels: ['acme/one'],
};

const table = { models: [modelOf(tableFile())] };

function resolve(sources: Partial<Parameters<typeof resolvePrices>[0]>) {
  const settings = { overrides: undefined, customModels: undefined };
  return resolvePrices(
    { bundled: table, loaded: [], team: {}, settings, ...sources },
    KNOWN_TOKENIZERS,
    NOW_MS,
  );
}

describe('random settings', function () {
  this.timeout(0);

  it('are taken, or replaced by their defaults with a reason', () => {
    const some = fc.dictionary(fc.constantFrom(...ALL_KEYS), hostileJson, { maxKeys: 5 });
    holds(some, (changes) => {
      const read = (key: string): unknown => (key in changes ? changes[key] : defaultOf(key));
      const { values, scenario, wrong } = checkSettings(read, defaultOf, (name) => {
        const former = formerSetting(name);
        const key = former !== undefined && former in changes ? former : scenarioSetting(name);
        return { key, value: read(key) };
      });
      assert.ok(
        v.is(
          scenarioSchema,
          scenarioOf((name) => scenario[name]),
        ),
      );
      budgetsOf({ perCall: values['budget.perCall'], perMonth: values['budget.perMonth'] });
      for (const { key, rule, value } of wrong)
        assertShown(wrongSetting(ENGLISH, `apiSpend.${key}`, rule, value));
    });
  });

  it('of several places are one value', () => {
    const places = fc.dictionary(
      fc.constantFrom('globalValue', 'workspaceValue', 'workspaceFolderValue', 'other'),
      hostileJson,
    );
    holds(fc.tuple(places, places), ([one, other]) => {
      newestOf({ key: 'a', places: one }, { key: 'b', places: other });
    });
  });

  it('of a currency convert, or are refused with a reason', () => {
    holds(mutated({ code: 'EUR', rate: 0.9, asOf: '2026-11-01' }), (setting) => {
      const { currency, problems } = parseCurrency(setting);
      for (const problem of problems)
        assertShown(settingProblem(ENGLISH, 'apiSpend.currency', problem));
      assertShown(showMoney({ ...READER, currency }, moneyOfUsd(0.0123)));
    });
  });

  it('of own prices and models apply, or are refused one by one with a reason', () => {
    holds(mutated(OWN), (json) => {
      const settings = { overrides: undefined, customModels: undefined, ...(json as object) };
      const { table: resolved, problems } = resolve({ settings });
      assert.ok(resolved.models.length > 0);
      for (const problem of problems) assertShown(priceSettingProblem(ENGLISH, problem));
    });
  });

  it('as text have a place for names of models, or none', () => {
    const text = jsonText(mutated({ 'apiSpend.model': 'a', 'apiSpend.pinnedModels': ['b'] }));
    holds(fc.tuple(text, fc.nat({ max: 200 })), ([settings, offset]) => {
      const place = modelNamePlace(settings, offset);
      assert.ok(!place || (place.start <= offset && offset <= place.end));
    });
  });
});

describe('random files of a team', function () {
  this.timeout(0);

  it('apply, or are refused with the path of a value and a reason', () => {
    holds(jsonText(mutated(TEAM)), (text) => {
      const parsed = parseTeamFile(text);
      if (!parsed.ok)
        return assertShown(teamFileProblem(ENGLISH, '.api-spend.json', parsed.problem));
      const { file } = parsed;
      assert.ok(Object.keys(settingsIn(file)).every((key) => ALL_KEYS.includes(key)));
      for (const problem of resolve({ team: pricesIn(file) }).teamProblems)
        assertShown(teamEntryProblem(ENGLISH, '.api-spend.json', problem));
    });
  });

  it('that are no JSON are refused', () => {
    holds(hostileText, (text) => {
      const parsed = parseTeamFile(text);
      if (!parsed.ok) assertShown(teamFileProblem(ENGLISH, '.api-spend.json', parsed.problem));
    });
  });
});

describe('random values in the memory', function () {
  this.timeout(0);

  it('are prices that the user has seen, or forgotten', () => {
    const model = bundledModel('openai/o1');
    const kept = { rates: { input: 1, output: 2 }, day: '2026-11-20', otherSince: '2026-11-21' };
    holds(mutated(kept), (value) => {
      const { news } = lookAtPrice(parseSeenPrice(value), model, NOW_MS);
      if (news) assertShown(describeNewPrice(READER, news));
      const memory = { get: () => value as never, update: async () => Promise.resolve() };
      new SeenPrices(memory).show(model, NOW_MS);
      new LensHint(memory).show('a', NOW_MS);
    });
  });
});
