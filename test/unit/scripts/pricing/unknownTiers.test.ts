import assert from 'node:assert/strict';
import { withUnknownTiers } from '../../../../scripts/pricing/wide/makers/unknownTiers';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';

const RATES = { input: 5, output: 30 };
const TIER = { fromPromptTokens: 272_001, usdPerMillionTokens: { input: 10, output: 45 } };
const UNKNOWN = [{ fromPromptTokens: 272_001, usdPerMillionTokens: {} }];

function period(rates: Partial<PeriodRow> = {}): PeriodRow {
  return { from: null, to: null, source: 'list', usdPerMillionTokens: RATES, ...rates };
}

function model(id: string, row: Partial<ModelRow> = {}): ModelRow {
  return { id, name: id, tokenizer: 't', periods: [period()], ...row };
}

const maker: ProviderRow = {
  id: 'openai',
  name: 'OpenAI',
  movingAliases: [
    { id: 'gpt-new', meanings: [{ from: null, to: null, models: ['gpt-5.5'] }] },
    { id: 'gpt-either', meanings: [{ from: null, to: null, models: ['gpt-5.5', 'gpt-4'] }] },
  ],
  models: [model('gpt-5.5', { aliases: ['gpt-5.5-dated'], periods: [period({ tiers: [TIER] })] })],
};

/** The tiers of the last period of models of a host. */
function tiersAt(models: ModelRow[], others: ProviderRow[] = [maker]): unknown[] {
  const host: ProviderRow = { id: 'shop', name: 'Shop', kind: 'gateway', models };
  const sources = {
    list: { url: 'https://a.test', checked: '2026-11-20' },
    old: { url: 'https://b.test', checked: '2026-01-20' },
  };
  const rows = withUnknownTiers({ providers: [...others, host], sources });
  return (rows.at(-1)?.models ?? []).map(({ periods }) => periods.at(-1)?.tiers);
}

describe('a reseller whose lists tell nothing of long prompts', () => {
  it("does not know what they cost from the maker's first tier on, however it writes the model", () => {
    for (const id of [
      'gpt-5.5',
      'openai/gpt-5.5',
      'openai.gpt-5.5',
      'openai-gpt-55',
      'databricks-gpt-5-5',
      'gpt-5.5-dated',
      'gpt-new',
      'openai/gpt-5.5-fast',
    ])
      assert.deepEqual(tiersAt([model(id)]), [UNKNOWN], id);
    for (const id of ['gpt-5.5-mini', 'gpt-5', 'gpt-either', 'claude-5.5'])
      assert.deepEqual(tiersAt([model(id)]), [undefined], id);
  });

  it('is asked for those that the model had itself, where another one answers at the maker', () => {
    const answered = period({
      from: '2026-05-15',
      servedBy: { model: 'gpt-6', source: 'list' },
      tiers: [{ ...TIER, fromPromptTokens: 200_000 }],
    });
    const own = period({ to: '2026-05-15', tiers: [TIER] });
    const redirected = { ...maker, models: [model('gpt-5.5', { periods: [own, answered] })] };
    assert.deepEqual(tiersAt([model('gpt-5.5')], [redirected]), [UNKNOWN]);
  });

  it('keeps a tier that a list states, and has none above its context window', () => {
    const own = [{ fromPromptTokens: 200_001, usdPerMillionTokens: { input: 6, output: 36 } }];
    assert.deepEqual(tiersAt([model('gpt-5.5', { periods: [period({ tiers: own })] })]), [own]);
    const within = (contextWindowTokens: number) =>
      tiersAt([model('gpt-5.5', { contextWindowTokens })]);
    assert.deepEqual([within(272_000), within(272_001)], [[undefined], [UNKNOWN]]);
  });

  it("with open weights passes on the maker's list only if it has the maker's price", () => {
    const weights = 'open-1';
    const openMaker = {
      ...maker,
      models: [model('open-1', { weights, periods: [period({ tiers: [TIER] })] })],
    };
    const at = (rates: typeof RATES) =>
      tiersAt(
        [model('open-1', { weights, periods: [period({ usdPerMillionTokens: rates })] })],
        [openMaker],
      );
    assert.deepEqual(at(RATES), [UNKNOWN]);
    assert.deepEqual(at({ input: 4, output: 30 }), [undefined]);
    const closed = period({ usdPerMillionTokens: { input: 6, output: 33 } });
    assert.deepEqual(tiersAt([model('gpt-5.5', { periods: [closed] })]), [UNKNOWN]);
  });

  it('is compared with another reseller where no maker has the model, if long prompts cost more there', () => {
    const other = (tiers: PeriodRow['tiers']): ProviderRow => ({
      id: 'cloud',
      name: 'Cloud',
      kind: 'host',
      models: [model('gpt-x-pro', { periods: [period({ tiers })] })],
    });
    assert.deepEqual(tiersAt([model('gpt-x-pro')], [other([TIER])]), [UNKNOWN]);
    const same = [{ fromPromptTokens: 272_001, usdPerMillionTokens: RATES }];
    assert.deepEqual(tiersAt([model('gpt-x-pro')], [other(same)]), [undefined]);
  });

  it("is compared with the maker's price on the day of its list", () => {
    const periods = [period({ to: '2026-06-01', tiers: [TIER] }), period({ from: '2026-06-01' })];
    const changed = { ...maker, models: [model('gpt-5.5', { periods })] };
    const at = (source: string) =>
      tiersAt([model('gpt-5.5', { periods: [period({ source })] })], [changed]);
    assert.deepEqual([at('old'), at('list')], [[UNKNOWN], [undefined]]);
  });

  it("is no maker, whose own silence is its price, but one that hosts another's models", () => {
    const cloud = (hosted: boolean): ProviderRow => ({
      id: 'amazon',
      name: 'Amazon',
      models: [model('openai.gpt-5.5', hosted ? { hosted } : {})],
    });
    const tiers = (hosted: boolean): unknown =>
      withUnknownTiers({ providers: [maker, cloud(hosted)], sources: {} }).at(-1)?.models[0]
        ?.periods[0]?.tiers;
    assert.deepEqual([tiers(false), tiers(true)], [undefined, UNKNOWN]);
  });
});
