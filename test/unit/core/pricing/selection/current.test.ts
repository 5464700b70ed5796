import assert from 'node:assert/strict';
import { currentSelection } from '../../../../../src/core/pricing/selection/current';
import { hostsOf, inputRange } from '../../../../../src/core/pricing/selection/hosts';
import { withoutModes } from '../../../../../src/core/pricing/selection/modes';
import { parsePriceTable } from '../../../../../src/core/pricing/table/parse';
import { plainModel } from '../../../../../src/core/pricing/table/rows/tableModel';
import type { PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { ENCODINGS } from '../../../../../src/core/tokens/encodings';
import { bundledTable } from '../../../../support/priceTables';

const NOW = Date.parse('2026-11-27');

interface Row {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly weights?: string;
  readonly kind?: string;
  readonly input?: number;
  readonly servedBy?: object;
}

function model({ id, from, to, weights, kind, input = 1, servedBy }: Row): object {
  const rates = kind === undefined ? { input, output: 1 } : { input };
  return {
    id,
    name: id,
    ...(weights === undefined ? {} : { weights }),
    ...(kind === undefined ? {} : { kind }),
    tokenizer: { encoding: 'o200k_base', accuracy: 'exact', evidence: 'test' },
    periods: [
      {
        from: from ?? null,
        to: to ?? null,
        source: 'page',
        ...(servedBy ? { servedBy } : {}),
        usdPerMillionTokens: rates,
      },
    ],
  };
}

function tableOf(
  providers: Readonly<Record<string, { readonly kind: string; readonly rows: readonly Row[] }>>,
): PriceTable {
  const result = parsePriceTable(
    {
      schemaVersion: 2,
      currency: 'USD',
      sources: { page: { url: 'https://example.com', checked: '2026-11-01' } },
      providers: Object.entries(providers).map(([id, { kind, rows }]) => ({
        id,
        name: id,
        kind: kind === 'vendor' ? undefined : kind,
        models: rows.map(model),
      })),
    },
    ENCODINGS,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.table;
}

const table = tableOf({
  acme: {
    kind: 'vendor',
    rows: [
      { id: 'live' },
      { id: 'over', to: '2026-11-27' },
      { id: 'last-day', to: '2026-11-28' },
      { id: 'first-day', from: '2026-11-27' },
      { id: 'coming', from: '2026-11-28' },
      { id: 'redirected', servedBy: { model: 'live', source: 'page' } },
      { id: 'vectors', kind: 'embedding' },
      { id: 'open', weights: 'open-7b', input: 5 },
    ],
  },
  host: {
    kind: 'host',
    rows: [
      { id: 'open', weights: 'open-7b', input: 2 },
      { id: 'llama', weights: 'llama-70b', input: 2 },
      { id: 'gone', weights: 'llama-70b', input: 0.1, to: '2026-01-01' },
      { id: 'closed' },
    ],
  },
  third: { kind: 'host', rows: [{ id: 'llama', weights: 'llama-70b', input: 3 }] },
  cheap: { kind: 'host', rows: [{ id: 'llama', weights: 'llama-70b', input: 0.5 }] },
  gate: { kind: 'gateway', rows: [{ id: 'llama', weights: 'llama-70b', input: 0.2 }] },
});

describe('the current selection', () => {
  it('has one row for each model that a vendor sells now, and the cheapest of three hosts of open weights', () => {
    const { models, more } = currentSelection(table, NOW, []);
    assert.deepStrictEqual(
      models.map(({ id }) => id),
      ['acme/live', 'acme/last-day', 'acme/first-day', 'acme/open', 'cheap/llama'],
    );
    assert.equal(more, table.models.length - 5);
  });

  it('leaves out what the maker of open weights no longer sells, and what is dated beside the undated id', () => {
    const hosts = ['one', 'two', 'three'].map((host) => [
      host,
      {
        kind: 'host',
        rows: [
          { id: 'old', weights: 'old-7b' },
          { id: 'dated', weights: 'new-7b-0813' },
          { id: 'free', weights: 'free-7b' },
        ],
      },
    ]);
    const { models } = currentSelection(
      tableOf({
        maker: {
          kind: 'vendor',
          rows: [
            { id: 'old', weights: 'old-7b', to: '2026-01-01' },
            { id: 'new', weights: 'new-7b' },
            { id: 'pro' },
            { id: 'pro-2025-10-06' },
            { id: 'large-2512' },
          ],
        },
        ...(Object.fromEntries(hosts) as Record<string, { kind: string; rows: Row[] }>),
      }),
      NOW,
      [],
    );
    assert.deepStrictEqual(
      models.map(({ id }) => id),
      ['maker/new', 'maker/pro', 'maker/large-2512', 'one/free'],
    );
  });

  it('has one row of GPT-5 Pro and of GPT-4o, and no model of old that its maker has given up', () => {
    const { models } = currentSelection(bundledTable(), NOW, []);
    const ids = models.map(({ id }) => id);
    assert.deepStrictEqual(
      ids.filter((id) => /gpt-5-pro|gpt-4o(-20|$)|minimax-m2$|kimi-k2-thinking/.test(id)),
      ['openai/gpt-4o', 'openai/gpt-5-pro'],
    );
  });

  it('has one row of a model that its vendor sells in several modes', () => {
    const { models } = currentSelection(
      tableOf({
        maker: {
          kind: 'vendor',
          rows: [
            { id: 'pro' },
            { id: 'pro-0309-reasoning' },
            { id: 'pro-multi-agent-0309' },
            { id: 'pro-customtools' },
            { id: 'pro-thinking', input: 2 },
            { id: 'pro-1' },
            { id: 'pro-codex' },
            { id: 'flash-non-reasoning' },
            { id: 'code', weights: 'code-7b' },
            { id: 'Code-highspeed', weights: 'code-7b', input: 2 },
            { id: 'code-plus', weights: 'code-70b' },
          ],
        },
        other: { kind: 'vendor', rows: [{ id: 'pro-reasoning' }] },
      }),
      NOW,
      ['maker/pro-customtools'],
    );
    assert.deepStrictEqual(
      models.map(({ id }) => id),
      [
        'maker/pro',
        'maker/pro-customtools',
        'maker/pro-thinking',
        'maker/pro-1',
        'maker/pro-codex',
        'maker/flash-non-reasoning',
        'maker/code',
        'maker/code-plus',
        'other/pro-reasoning',
      ],
    );
  });

  it('hides no other model of the bundled table as a mode', () => {
    const vendors = bundledTable().models.filter(({ providerKind }) => providerKind === 'vendor');
    const kept = new Set(withoutModes(vendors, NOW));
    const hidden = vendors.filter((model) => !kept.has(model)).map(({ id }) => id);
    // Each was looked at: it is the model whose id ends before this, in a mode, or as of a day.
    const modes =
      /-(customtools|reasoning|multi-agent-\d{4}|highspeed|thinking-turbo|v3\.1-thinking|0314|0125|0825|2603)$/;
    assert.deepStrictEqual(
      hidden.filter((id) => !modes.test(id)),
      [],
    );
    assert.ok(hidden.includes('google/gemini-3.1-pro-preview-customtools'));
    assert.equal(hidden.filter((id) => id.startsWith('xai/grok-4.20-')).length, 3);
    const ids = new Set(currentSelection(bundledTable(), NOW, []).models.map(({ id }) => id));
    for (const id of ['gpt-5', 'gpt-5-mini', 'gpt-5-pro', 'gpt-5.3-codex', 'gpt-5.3-codex-spark'])
      assert.ok(ids.has(`openai/${id}`), id);
  });

  it('leaves out models that have no price, but for those that are kept', () => {
    const [live] = table.models;
    assert.ok(live);
    const [period] = live.periods;
    const models = [
      { ...plainModel(live), periods: [{ ...period, unknownFees: ['searches'] }] as const },
    ];
    const count = (kept: readonly string[]): number =>
      currentSelection({ models }, NOW, kept).models.length;
    assert.deepStrictEqual([count([]), count(['acme/live'])], [0, 1]);
  });

  it('leaves out weights that fewer than three hosts sell', () => {
    const models = table.models.filter(({ provider }) => provider !== 'third');
    const { models: current } = currentSelection({ models }, NOW, []);
    assert.ok(!current.some(({ id }) => id === 'cheap/llama'));
  });

  it('leaves out what the newest list of a provider lacks, from the day of that list on', () => {
    const [live] = table.models;
    assert.ok(live);
    const list = { ...live.periods[0].source, checked: '', published: '2026-11-20' };
    const models = [{ ...plainModel(live), unlistedIn: list }];
    const count = (day: string): number =>
      currentSelection({ models }, Date.parse(day), []).models.length;
    assert.deepStrictEqual(['2026-11-19T23:59:59Z', '2026-11-20'].map(count), [1, 0]);
  });

  it("keeps the user's models", () => {
    const { models } = currentSelection(table, NOW, ['acme/over', 'gate/llama', 'none/such']);
    const ids = models.map(({ id }) => id);
    assert.ok(ids.includes('acme/over') && ids.includes('gate/llama'));
    assert.equal(ids.length, 7);
  });

  it('is a part of the bundled table that a person can read', () => {
    const { models, more } = currentSelection(bundledTable(), Date.now(), []);
    assert.equal(models.length + more, bundledTable().models.length);
    assert.ok(models.some(({ id }) => id === 'openai/gpt-6.2-sol'));
    assert.ok(!models.some(({ id }) => id === 'openai/o1'));
  });
});

describe('hosts of the same weights', () => {
  const llama = table.models.find(({ id }) => id === 'cheap/llama');
  assert.ok(llama);

  it('are those that sell them now, cheapest first', () => {
    const hosts = hostsOf(table, llama, NOW);
    assert.deepStrictEqual(
      hosts.map(({ id }) => id),
      ['gate/llama', 'cheap/llama', 'host/llama', 'third/llama'],
    );
    assert.deepStrictEqual(inputRange(hosts, NOW), { low: 0.2, high: 3 });
  });

  it('are none for a model that only one sells, and for closed models', () => {
    const before = hostsOf(table, llama, Date.parse('2025-01-01'));
    assert.equal(before.length, 5, 'a host that has ended counted then');
    for (const id of ['acme/live', 'host/closed']) {
      const closed = table.models.find((each) => each.id === id);
      assert.ok(closed);
      assert.deepStrictEqual(hostsOf(table, closed, NOW), []);
    }
    assert.equal(inputRange([], NOW), undefined);
  });
});
