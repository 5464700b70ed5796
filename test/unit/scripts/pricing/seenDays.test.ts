import assert from 'node:assert/strict';
import { firstSeenIn, otherBeforeIn } from '../../../../scripts/pricing/sources/seenPrices';
import type { PriceSource } from '../../../../scripts/pricing/sources/row';
import type { Reading } from '../../../../scripts/pricing/wide/entries';
import { withFormerPrices } from '../../../../scripts/pricing/wide/days/former';
import { withEarliestDays, withSeenDay } from '../../../../scripts/pricing/wide/days/seenDays';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import { sourceRow } from '../../../support/sourceRows';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';

const PRICE = { input: 1, output: 2 };
const OTHER = { input: 3, output: 4 };

function period(more: Partial<PeriodRow> = {}): PeriodRow {
  return { from: null, to: null, source: 'new', usdPerMillionTokens: PRICE, ...more };
}

function reading(id: string, day: string, rates = PRICE, lookedAt?: string): Reading {
  const source: PriceSource = {
    id,
    day,
    lineage: id,
    isDated: false,
    isPartial: false,
    rows: () => [],
  };
  return { source, row: sourceRow('m', rates, { lookedAt }) };
}

function provider(periods: readonly PeriodRow[], more: Partial<ModelRow> = {}): ProviderRow {
  const model = { id: 'm', name: 'M', tokenizer: 't', periods: [...periods], ...more };
  return { id: 'acme', name: 'Acme', models: [model] };
}

function periodsIn(rows: readonly ProviderRow[]): readonly PeriodRow[] {
  return rows[0]?.models[0]?.periods ?? [];
}

describe('the first day on which a price was seen', () => {
  it('is the earliest day of a source that has it', () => {
    const seen = (...readings: readonly Reading[]): string | undefined =>
      withSeenDay([period()], readings)[0]?.seen;
    assert.equal(seen(reading('new', '2026-11-01'), reading('old', '2025-09-05')), '2025-09-05');
    assert.equal(
      seen(reading('new', '2026-11-01'), reading('old', '2025-09-05', OTHER)),
      '2026-11-01',
    );
    assert.equal(seen(reading('new', '2026-11-01', PRICE, '2025-07-04')), '2025-07-04');
  });

  it('is not noted where a person or a source with days states the beginning', () => {
    const readings = [reading('new', '2026-11-01')];
    assert.equal(withSeenDay([period({ source: 'page' })], readings)[0]?.seen, undefined);
    const changed = [period({ to: '2026-01-01' }), period({ from: '2026-01-01' })];
    assert.deepEqual(
      withSeenDay(changed, readings).map(({ seen }) => seen),
      [undefined, undefined],
    );
    // A change ahead says nothing of the past.
    const ahead = [period({ to: '2027-01-01' }), period({ from: '2027-01-01' })];
    assert.equal(withSeenDay(ahead, readings)[0]?.seen, '2026-11-01');
  });

  it('may be that of a collection of the past, under any of its names, for the same price', () => {
    const firstSeen = firstSeenIn({
      providers: {
        acme: {
          'm-1.5': [
            ['2024-03-25', 3, 4],
            ['2024-06-05', 1, 2],
          ],
          vectors: [['2024-03-25', 1, null]],
        },
      },
    });
    const seen = (more: Partial<ModelRow>, from: string | null = null): string | undefined =>
      periodsIn(
        withEarliestDays([provider([period({ from, seen: '2026-11-01' })], more)], firstSeen),
      )[0]?.seen;
    assert.equal(seen({}), '2026-11-01');
    assert.equal(seen({ id: 'm-1-5' }), '2024-06-05');
    assert.equal(seen({ aliases: ['m-1.5'] }), '2024-06-05');
    assert.equal(seen({ id: 'm-1.5-2024-04-01' }), '2024-06-05');
    assert.equal(firstSeen('acme', ['vectors'], { input: 1 }), '2024-03-25');
    assert.equal(firstSeen('other', ['m-1.5'], PRICE), undefined);
    // 100 days after 2024-02-26 is 2024-06-05: hardly another price before.
    assert.equal(seen({ id: 'm-1.5' }, '2024-02-26'), undefined);
    assert.equal(seen({ id: 'm-1.5' }, '2024-02-25'), '2024-06-05');
  });
});

describe('another price before', () => {
  const otherBefore = otherBeforeIn({
    providers: {
      acme: {
        m: [
          ['2026-01-01', 3, 4],
          ['2026-03-01', 1, 2],
        ],
        short: [['2026-02-15', 3, 4]],
        swapped: [['2026-01-01', 2, 1]],
        perToken: [['2026-01-01', 1e-6, 2e-6]],
        same: [['2026-01-01', 1.00000001, 2]],
      },
    },
  });

  it('stood for weeks, and is no error of the collection', () => {
    const had = (id: string): boolean => otherBefore('acme', [id], PRICE, '2026-03-01');
    assert.deepEqual(['m', 'short', 'swapped', 'perToken', 'same', 'none'].map(had), [
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('keeps the day of a price that was seen soon after the release', () => {
    const rows = [provider([period({ from: '2025-12-31', seen: '2026-03-01' })])];
    const seen = (...more: [] | [typeof otherBefore]): string | undefined =>
      periodsIn(withEarliestDays(rows, () => undefined, ...more))[0]?.seen;
    assert.equal(seen(otherBefore), '2026-03-01');
    assert.equal(seen(), undefined);
  });
});

describe('former prices kept by hand', () => {
  const former = {
    acme: {
      m: [
        { to: '2023-06-13', source: 'page', usdPerMillionTokens: OTHER },
        { to: '2024-02-16', source: 'page', usdPerMillionTokens: { input: 2, output: 2 } },
      ],
    },
  };

  it('stand before those of the sources, from the first day of the model on', () => {
    const days = (from: string | null): unknown =>
      periodsIn(withFormerPrices([provider([period({ from, seen: '2026-11-01' })])], former)).map(
        (each) => [each.from, each.to, each.source, each.seen],
      );
    const known = ['2023-06-13', '2024-02-16', 'page', undefined];
    const last = ['2024-02-16', null, 'new', undefined];
    assert.deepEqual(days('2023-03-01'), [
      ['2023-03-01', '2023-06-13', 'page', undefined],
      known,
      last,
    ]);
    assert.deepEqual(days('2024-06-01'), [[null, '2023-06-13', 'page', undefined], known, last]);
  });

  it('are also those of another provider that has the same, unless it has its own', () => {
    const rows = [period({ from: '2023-03-01' })];
    const cloud = { ...provider(rows), id: 'cloud' };
    const endsAt = (own: typeof former | object, of?: string): unknown => {
      const both = withFormerPrices([provider(rows), cloud], { ...former, ...own }, (id) =>
        id === 'cloud' ? of : undefined,
      );
      return both[1]?.models[0]?.periods.map(({ to }) => to);
    };
    assert.deepEqual(endsAt({}, 'acme'), ['2023-06-13', '2024-02-16', null]);
    assert.deepEqual(endsAt({}), [null]);
    const own = [{ to: '2024-01-01', source: 'page', usdPerMillionTokens: OTHER }];
    assert.deepEqual(endsAt({ cloud: { m: own } }, 'acme'), ['2024-01-01', null]);
  });

  it('name a model of the table, and no time of which it has prices', () => {
    assert.throws(() => withFormerPrices([provider([], { id: 'x' })], former), /acme has no m/);
    const rows = [provider([period({ to: '2024-01-01' }), period({ from: '2024-01-01' })])];
    assert.throws(() => withFormerPrices(rows, former), /other prices until 2024-02-16/);
  });
});
