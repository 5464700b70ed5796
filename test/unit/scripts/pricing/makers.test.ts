import assert from 'node:assert/strict';
import { readMakers } from '../../../../scripts/pricing/sources/makers';
import { withMakersChanges } from '../../../../scripts/pricing/wide/makers/passThrough';
import type { WideProvider } from '../../../../scripts/pricing/wide/wideHand';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type {
  ModelRow,
  PriceTableFile,
  ProviderRow,
} from '../../../../src/core/pricing/table/schema';

const PROMOTION = { input: 1, output: 5 };
const LIST = { input: 2, output: 10 };

function period(from: string | null, to: string | null, rates = PROMOTION): PeriodRow {
  return { from, to, source: 'page', usdPerMillionTokens: rates };
}

function model(id: string, periods: PeriodRow[]): ModelRow {
  return { id, name: id, tokenizer: 't', contextWindowTokens: 8, periods };
}

const maker: ProviderRow = {
  id: 'acme',
  name: 'Acme',
  models: [
    model('m-1', [period('2026-01-01', '2027-01-01'), period('2027-01-01', '2028-01-01', LIST)]),
  ],
};

describe("models that a host sells at their maker's prices", () => {
  it('have the periods of the maker, without its end', () => {
    const table: PriceTableFile = {
      schemaVersion: 2,
      currency: 'USD',
      sources: {},
      providers: [maker],
    };
    const file = { page: { provider: 'cloud', maker: 'acme', models: ['m-1'] } };
    const [source] = readMakers(table, file, () => '2026-11-27');
    assert.deepEqual(source?.rows('acme'), []);
    const [row] = source.rows('cloud');
    assert.deepEqual(row?.periods, [
      { from: '2026-01-01', to: '2027-01-01', usdPerMillionTokens: PROMOTION },
      { from: '2027-01-01', to: null, usdPerMillionTokens: LIST },
    ]);
    assert.equal(row.contextWindowTokens, 8);
    const missing = { page: { ...file.page, models: ['m-2'] } };
    const [other] = readMakers(table, missing, () => '2026-11-27');
    assert.throws(() => other?.rows('cloud'), /no maker has m-2/);
  });
});

describe('changes ahead at a reseller', () => {
  const passesThrough = { source: 'faq', models: '^acme/' };
  const reseller: WideProvider = { id: 'shop', name: 'Shop', in: {}, passesThrough };
  const periodsAtShop = (
    own: PeriodRow,
    { provider = reseller, id = 'acme/M-1', day = '2026-11-20', from = maker } = {},
  ): readonly PeriodRow[] => {
    const shop: ProviderRow = {
      id: 'shop',
      name: 'Shop',
      kind: 'gateway',
      models: [model(id, [own])],
    };
    const [, row] = withMakersChanges([from, shop], [provider], () => day);
    return row?.models[0]?.periods ?? [];
  };
  const own = period(null, null);

  it("are the maker's where it passes list prices on and has the same price", () => {
    assert.deepEqual(periodsAtShop(own), [
      { ...own, to: '2027-01-01' },
      { from: '2027-01-01', to: '2028-01-01', source: 'faq', usdPerMillionTokens: LIST },
    ]);
  });

  it('come after the former prices of the maker, from the last one that differs on', () => {
    const periods = [
      period('2025-01-01', '2025-06-01', LIST),
      period('2025-06-01', '2026-01-01'),
      period('2026-01-01', null),
    ];
    const from = { ...maker, models: [model('m-1', periods)] };
    const at = (own: PeriodRow) => periodsAtShop(own, { from });
    const former = { from: '2025-01-01', to: '2025-06-01', source: 'faq' };
    const seen = { ...own, seen: '2026-03-01' };
    assert.deepEqual(at(seen), [
      { ...former, usdPerMillionTokens: LIST },
      { ...own, from: '2025-06-01' },
    ]);
    const dearer = period(null, null, { input: 3, output: 5 });
    assert.deepEqual(at(dearer), [dearer]);
  });

  it('are unknown elsewhere', () => {
    const alone = [own];
    const markedUp = period(null, null, { input: 1.1, output: 5.5 });
    assert.deepEqual(periodsAtShop(markedUp), [markedUp]);
    assert.deepEqual(periodsAtShop(own, { id: 'other/M-1' }), alone);
    assert.deepEqual(periodsAtShop(own, { provider: { id: 'shop', name: 'Shop', in: {} } }), alone);
    assert.deepEqual(periodsAtShop(own, { day: '2027-06-01' }), alone, 'a list after the change');
    const servedBy = { model: 'm-2', source: 'page' };
    const later = { ...period('2027-01-01', null, LIST), servedBy };
    const moved = { ...maker, models: [model('m-1', [period(null, '2027-01-01'), later])] };
    assert.deepEqual(periodsAtShop(own, { from: moved }), alone, 'another model answers');
  });
});
