import assert from 'node:assert/strict';
import { dayLookedAt } from '../../../../scripts/pricing/sources/checkedDays';
import { readGenaiPrices } from '../../../../scripts/pricing/sources/genaiPrices';
import { withFirstDays } from '../../../../scripts/pricing/wide/days/firstDays';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { bundledTable } from '../../../support/priceTables';

function row(id: string, more: Partial<ModelRow> = {}, to: string | null = null): ModelRow {
  const period = { from: null, to, source: 'list', usdPerMillionTokens: { input: 1, output: 2 } };
  return { id, name: id, tokenizer: 'unknown', periods: [period], ...more };
}

const released = {
  models: {
    'maker-1': '2025-02',
    'maker-2': '2025-03-01',
    'maker-2-0430': '2025-04-30',
    'old-1': '2025-06-01',
    'late-10-2024': '2025-06-01',
    'late-11-2024': '2024-11-07',
    // The day of the model without the version.
    'coder-2507': '2025-04-28',
    'coder-2508': '2025-07-30',
    'shop-import': '2024-04-01',
    code: '2024-05-29',
    'code-2501': '2025-01-13',
  },
  byHand: { 'maker-2': { day: '2025-05-01', source: 'a page' } },
};

function firstDays(providers: readonly ProviderRow[]): Record<string, string | null | undefined> {
  const dated = withFirstDays(providers, released, (provider, id) =>
    `${provider}/${id}` === 'host/stated' ? '2024-03-02' : undefined,
  );
  const rows = dated.flatMap(({ id, models }) =>
    models.map((model) => [`${id}/${model.id}`, model.periods[0]?.from] as const),
  );
  return Object.fromEntries(rows);
}

describe('the first day of a price', () => {
  it('is that in the id, the release of the model, or what a source states; else unknown', () => {
    const maker = {
      id: 'maker',
      name: 'Maker',
      models: [
        row('maker-1'),
        row('maker-2'),
        row('maker-2-2025-08-07'),
        // The month in the id, where the stated day is that of an import, and where there is none.
        row('late-10-2024'),
        row('late-09-2024'),
        row('late-11-2024'),
        row('coder-2507'),
        row('coder-2508'),
        row('other'),
        // Its price is that of the version, which the name has meant since then.
        row('code', { aliases: ['code-2501'] }),
        // A day after its end is no first day.
        row('old-1', {}, '2025-01-01'),
      ],
    };
    assert.deepStrictEqual(firstDays([maker]), {
      'maker/maker-1': '2025-02-01',
      'maker/maker-2': '2025-05-01',
      'maker/maker-2-2025-08-07': '2025-08-07',
      'maker/late-10-2024': '2024-10-01',
      'maker/late-09-2024': '2024-09-01',
      'maker/late-11-2024': '2024-11-07',
      'maker/coder-2507': '2025-07-01',
      'maker/coder-2508': '2025-07-30',
      'maker/other': null,
      'maker/code': '2025-01-13',
      'maker/old-1': null,
    });
  });

  it("of a host's copy is not before that of the maker's model", () => {
    const known = { from: '2025-04-14', to: null, source: 'page' };
    const maker = {
      id: 'maker',
      name: 'Maker',
      models: [row('maker-3', { periods: [{ ...known, usdPerMillionTokens: { input: 1 } }] })],
    };
    const host = {
      id: 'host',
      name: 'Host',
      kind: 'host' as const,
      models: [
        row('maker/Maker-3'),
        row('maker/maker-3-20250509'),
        row('fast', { weights: 'maker-3' }),
        // A list has the day on which the host imported old models.
        row('shop-import', { weights: 'maker-3' }),
        row('coder-2507'),
        // Its alias is the last of several versions.
        row('code', { aliases: ['maker-3'] }),
        row('stated'),
        row('nothing'),
      ],
    };
    const days = firstDays([host, maker]);
    assert.equal(days['host/maker/Maker-3'], '2025-04-14');
    assert.equal(days['host/maker/maker-3-20250509'], '2025-05-09');
    assert.equal(days['host/fast'], '2025-04-14');
    assert.equal(days['host/shop-import'], '2025-04-14');
    assert.equal(days['host/coder-2507'], '2025-07-01');
    assert.equal(days['host/code'], '2024-05-29');
    assert.equal(days['host/stated'], '2024-03-02');
    assert.equal(days['host/nothing'], null);
  });

  it('is known of models whose days are known elsewhere', () => {
    const first = (id: string): string => {
      const model = bundledTable().models.find((each) => each.id === id);
      const fromMs = model?.periods[0].fromMs ?? Number.NaN;
      return Number.isFinite(fromMs) ? new Date(fromMs).toISOString().slice(0, 10) : String(fromMs);
    };
    assert.deepStrictEqual(
      [
        'openai/gpt-4',
        'openai/o3-deep-research',
        'mistral/mistral-large-4',
        'mistral/codestral-2405',
        'mistral/codestral',
        'perplexity/sonar-reasoning',
        'google/gemini-4-neon',
        'google/gemini-4-hydrogen',
        'azure/gpt-4o',
        'openai/gpt-4-0314',
        'openrouter/openai/gpt-4-0314',
        'openrouter/google/gemini-2.0-flash-001',
        'google/gemini-2.5-computer-use-preview-10-2025',
        'google/deep-research-preview-04-2026',
        'google/gemini-3.5-flash',
        'openai/gpt-4.5-preview',
        'deepinfra/Qwen/Qwen3-235B-A22B-Instruct-2507',
        'together/Qwen/Qwen3-Coder-Next-FP8',
        'venice/zai-org-glm-4.6',
        'azure/Phi-4-reasoning',
        'amazon/amazon.titan-text-express-v1',
        'amazon/mistral.ministral-3-8b-instruct',
        'openrouter/mistralai/mistral-large',
      ].map(first),
      [
        '2023-03-14',
        '2025-06-26',
        '2026-10-06',
        '2024-05-29',
        '2025-01-13',
        '2025-01-29',
        '2026-11-18',
        '2026-11-18',
        '2024-05-13',
        '2023-03-14',
        '2023-03-14',
        '2025-02-05',
        '2025-10-07',
        '2026-04-01',
        '2026-05-19',
        '2025-02-27',
        '2025-07-21',
        '2026-02-03',
        '2025-09-30',
        '2025-04-30',
        '2023-11-29',
        '2025-12-02',
        '2024-02-26',
      ],
    );
  });

  it('is not long before the version in an id', () => {
    const early = bundledTable().models.filter(({ model, periods }) => {
      const [, year, month] = /[-.](2[3-9])(0[1-9]|1[0-2])(?![\d.])/.exec(model) ?? [];
      const first = Date.parse(`20${year}-${month}-01`);
      return first - periods[0].fromMs > 31 * 86_400_000 && periods[0].fromMs !== -Infinity;
    });
    assert.deepStrictEqual(
      early.map(({ id }) => id),
      [],
    );
  });
});

describe('the day on which genai-prices looked at a price', () => {
  const days = { providers: { groq: { one: ['2025-08-12', 0.75, 0.99] } } };

  it('holds for the price that was seen, and for no other', () => {
    const day = (rates: { input?: number; output?: number }, model = 'one'): string | undefined =>
      dayLookedAt(days, 'groq', model, rates);
    assert.equal(day({ input: 0.75, output: 0.99 }), '2025-08-12');
    assert.equal(day({ input: 0.75, output: 0.98 }), undefined);
    assert.equal(day({ input: 0.75 }), undefined);
    assert.equal(day({ input: 0.75, output: 0.99 }, 'two'), undefined);
  });

  it('stands at the rows whose price is its own', () => {
    const [first] = readGenaiPrices('2026-09-23').rows('groq');
    assert.ok(first);
    const { input = null, output = null } = first.periods.at(-1)?.usdPerMillionTokens ?? {};
    const seen = { providers: { groq: { [first.id]: ['2025-08-12', input, output] } } };
    const [looked] = readGenaiPrices('2026-09-23', seen).rows('groq');
    assert.equal(looked?.lookedAt, '2025-08-12');
  });
});
