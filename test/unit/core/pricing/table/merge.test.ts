import assert from 'node:assert/strict';
import { formatInstant } from '../../../../../src/core/pricing/instant';
import { mergeTables } from '../../../../../src/core/pricing/table/merge';
import { plainModel } from '../../../../../src/core/pricing/table/rows/tableModel';
import { parsePriceTable } from '../../../../../src/core/pricing/table/parse';
import type { PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { ENCODINGS } from '../../../../../src/core/tokens/encodings';
import { bundledTable, tableFile } from '../../../../support/priceTables';

interface Row {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly input: number;
}

function table(checked: string, rows: readonly Row[], id = 'one'): PriceTable {
  const periods = rows.map(({ from = null, to = null, input }) => ({
    from,
    to,
    source: 'page',
    usdPerMillionTokens: { input },
  }));
  const file = tableFile({ id, periods }) as { sources: { page: { checked: string } } };
  file.sources.page.checked = checked;
  const result = parsePriceTable(file, ENCODINGS);
  assert.ok(result.ok);
  return result.table;
}

/** "id: from input" of each period. */
function show({ models }: PriceTable): string[] {
  return models.map(({ id, periods }) => {
    const texts = periods.map(({ fromMs, toMs, rates }) =>
      [fromMs, rates.input, toMs]
        .map((each) =>
          Number.isFinite(each) && Number(each) > 1e6 ? formatInstant(Number(each)) : each,
        )
        .join(' '),
    );
    return `${id}: ${texts.join(', ')}`;
  });
}

describe('merging a loaded price table', () => {
  it('replaces models checked earlier or on the same day, and keeps those checked later', () => {
    const bundled = table('2026-11-23', [{ input: 1 }]);
    const merge = (checked: string): [string[], string[]] => {
      const merged = mergeTables(bundled, table(checked, [{ input: 2 }]));
      return [show(merged.table), merged.models.map(({ action }) => action)];
    };
    assert.deepStrictEqual(merge('2026-11-22'), [['acme/one: -Infinity 1 Infinity'], ['kept']]);
    assert.deepStrictEqual(merge('2026-11-23'), [['acme/one: -Infinity 2 Infinity'], ['replaced']]);
    assert.deepStrictEqual(merge('2026-12-01'), [['acme/one: -Infinity 2 Infinity'], ['replaced']]);
  });

  it('keeps a price that was looked at before one of a package, until it is old', () => {
    const looked = (day: string, input: number): PriceTable => table(day, [{ input }]);
    const published = (day: string, input: number): PriceTable => {
      const { models, ...rest } = table(day, [{ input }]);
      const unchecked = models.map((model) => {
        const [period] = model.periods;
        const source = Object.assign({}, period.source, { checked: '', published: day });
        return Object.assign({}, model, {
          periods: [Object.assign({}, period, { source })] as const,
        });
      });
      return { ...rest, models: unchecked };
    };
    const action = (bundled: PriceTable, loaded: PriceTable): string | undefined =>
      mergeTables(bundled, loaded).models[0]?.action;
    // 2027-03-01 is 120 days after 2026-11-01: not old yet.
    assert.equal(action(looked('2026-11-01', 1), published('2026-11-20', 2)), 'kept');
    assert.equal(action(looked('2026-11-01', 1), published('2027-03-01', 2)), 'kept');
    assert.equal(action(looked('2026-11-01', 1), published('2027-03-02', 2)), 'replaced');
    assert.equal(action(published('2026-11-20', 2), looked('2026-11-01', 1)), 'replaced');
    assert.equal(action(published('2027-03-01', 2), looked('2026-11-01', 1)), 'replaced');
    assert.equal(action(published('2027-03-02', 2), looked('2026-11-01', 1)), 'kept');
    assert.equal(action(published('2026-11-20', 1), published('2026-11-19', 2)), 'kept');
    assert.equal(action(published('2026-11-20', 1), published('2026-11-20', 2)), 'replaced');
  });

  it('keeps no price that was looked at before two independent sources listed another one', () => {
    const looked = table('2026-07-25', [{ input: 1 }]);
    const listed = (...days: readonly [string, ...string[]]): PriceTable => {
      const [model] = table('2026-11-20', [{ input: 2 }]).models;
      assert.ok(model);
      const [period] = model.periods;
      const [source, ...alsoIn] = days.map((published, at) =>
        Object.assign({}, period.source, { name: `package-${at}`, checked: '', published }),
      );
      assert.ok(source);
      return { models: [{ ...plainModel(model), periods: [{ ...period, source, alsoIn }] }] };
    };
    const both = (other: PriceTable): readonly unknown[] => [
      mergeTables(looked, other).models[0]?.action,
      mergeTables(other, looked).models[0]?.action,
    ];
    assert.deepStrictEqual(both(listed('2026-11-20')), ['kept', 'replaced']);
    assert.deepStrictEqual(both(listed('2026-11-20', '2026-07-26')), ['replaced', 'kept']);
    // What agrees is no newer than the day on which somebody looked.
    assert.deepStrictEqual(both(listed('2026-11-20', '2026-07-25')), ['kept', 'replaced']);
    assert.deepStrictEqual(both(listed('2026-07-24', '2026-07-24')), ['kept', 'replaced']);
  });

  it('changes what names mean only by a table that is as new', () => {
    const named = (checked: string, meaning: string): PriceTable => ({
      ...table(checked, [{ input: 1 }]),
      movingAliases: [
        {
          id: 'acme/latest',
          name: 'latest',
          meanings: [{ fromMs: -Infinity, toMs: Infinity, modelIds: [meaning] }],
        },
        { id: `acme/${meaning}-latest`, name: `${meaning}-latest`, meanings: [] },
      ],
      otherwiseBilled: [
        { id: 'acme/voice', name: 'voice', unit: meaning === 'new' ? 'second' : 'character' },
      ],
    });
    const merge = (loaded: PriceTable): readonly unknown[] => {
      const { movingAliases = [], otherwiseBilled = [] } = mergeTables(
        named('2026-11-23', 'old'),
        loaded,
      ).table;
      const latest = movingAliases.find(({ id }) => id === 'acme/latest');
      return [
        latest?.meanings[0]?.modelIds[0],
        otherwiseBilled[0]?.unit,
        movingAliases.some(({ id }) => id === 'acme/new-latest'),
      ];
    };
    assert.deepStrictEqual(merge(named('2026-11-23', 'new')), ['new', 'second', true]);
    assert.deepStrictEqual(merge(named('2026-11-22', 'new')), ['old', 'character', true]);
    // A model of the newer table has this name.
    const model = named('2026-11-22', 'one');
    const asModel = { id: 'acme/one', name: 'one', unit: 'page' as const };
    const merged = mergeTables(named('2026-11-23', 'old'), {
      ...model,
      otherwiseBilled: [asModel],
    });
    assert.ok(merged.table.otherwiseBilled?.every(({ id }) => id !== 'acme/one'));
  });

  it('adds models, and keeps those that the loaded table does not have', () => {
    const merged = mergeTables(
      table('2026-01-01', [{ input: 1 }]),
      table('2025-01-01', [{ input: 2 }], 'two'),
    );
    assert.deepStrictEqual(show(merged.table), [
      'acme/one: -Infinity 1 Infinity',
      'acme/two: -Infinity 2 Infinity',
    ]);
    assert.deepStrictEqual(merged.models, [
      { id: 'acme/two', action: 'added', bundledChecked: undefined, loadedChecked: '2025-01-01' },
    ]);
  });

  it('keeps earlier periods, up to the start of the loaded ones', () => {
    const bundled = table('2026-01-01', [
      { to: '2025-06-01', input: 3 },
      { from: '2025-06-01', input: 2 },
    ]);
    const loaded = table('2026-02-01', [{ from: '2026-01-15', input: 1 }]);
    assert.deepStrictEqual(show(mergeTables(bundled, loaded).table), [
      'acme/one: -Infinity 3 2025-06-01, 2025-06-01 2 2026-01-15, 2026-01-15 1 Infinity',
    ]);
  });

  it('drops earlier periods if they would leave a gap', () => {
    const bundled = table('2026-01-01', [{ to: '2025-06-01', input: 3 }]);
    const loaded = table('2026-02-01', [{ from: '2026-01-15', input: 1 }]);
    assert.deepStrictEqual(show(mergeTables(bundled, loaded).table), [
      'acme/one: 2026-01-15 1 Infinity',
    ]);
  });

  it('changes nothing when the bundled table is loaded again', () => {
    const again = structuredClone(bundledTable());
    const { table: merged, models, isChanged } = mergeTables(bundledTable(), again);
    assert.deepStrictEqual(merged, bundledTable());
    assert.ok(models.every(({ action }) => action === 'same'));
    assert.equal(isChanged, false);
  });

  it('tells a table with anything new from one without', () => {
    const bundled = table('2026-11-23', [{ input: 1 }]);
    const isChanged = (loaded: PriceTable): boolean => mergeTables(bundled, loaded).isChanged;
    assert.equal(isChanged(table('2026-11-23', [{ input: 1 }])), false);
    assert.equal(isChanged(table('2026-11-22', [{ input: 2 }])), false, 'checked earlier');
    assert.equal(isChanged(table('2026-11-24', [{ input: 1 }])), true, 'checked later');
    assert.equal(isChanged(table('2025-01-01', [{ input: 2 }], 'two')), true, 'another model');
    const billed = [{ id: 'acme/voice', name: 'voice', unit: 'picture' as const }];
    const named = { ...table('2026-11-23', [{ input: 1 }]), otherwiseBilled: billed };
    assert.equal(isChanged(named), true, 'another name');
  });
});
