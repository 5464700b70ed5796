import assert from 'node:assert/strict';
import { ownSource } from '../../../../../src/core/pricing/own/rates';
import { currentSelection } from '../../../../../src/core/pricing/selection/current';
import { LastSelection } from '../../../../../src/core/pricing/selection/last';
import { knownDay } from '../../../../../src/core/pricing/staleness';
import type { Model, Period, PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../../../src/core/pricing/table/rows/tableModel';
import { bundledModel, bundledTable } from '../../../../support/priceTables';

const DAY_MS = 86_400_000;

/** A model of a vendor with one period. */
function model(id: string, changes: Partial<Period>): Model {
  const like = bundledModel('openai/gpt-4o');
  const period = { ...like.periods[0], fromMs: -Infinity, toMs: Infinity, ...changes };
  return { ...like, id, model: id, periods: [period] };
}

function idsAt(table: PriceTable, day: string): readonly string[] {
  return currentSelection(table, Date.parse(day), []).models.map(({ id }) => id);
}

/** The same with a first day of every model. */
function withFirstDays({ models }: PriceTable): PriceTable {
  const dated = models.map((each): Model => {
    const [first, ...rest] = each.periods;
    if (first.fromMs !== -Infinity) return each;
    return Object.assign({}, each, { periods: [Object.assign({}, first, { fromMs: 0 }), ...rest] });
  });
  return { models: dated };
}

describe('the selection of a day in the past', () => {
  const { source } = model('any', {}).periods[0];
  const listed = (published: string): typeof source => ({ ...source, checked: '', published });
  const table = {
    models: [
      model('dated', { fromMs: Date.parse('2024-01-01'), source: listed('2026-11-20') }),
      model('seen', { seen: '2024-03-01', source: listed('2026-11-20') }),
      model('new', { source: listed('2026-11-20') }),
      model('old', { source: listed('2024-02-29') }),
      model('own', { source: ownSource('user') }),
    ],
  };

  it('has models without a first day from the day on which a source saw them', () => {
    assert.deepStrictEqual(idsAt(table, '2024-02-28'), ['dated', 'own']);
    assert.deepStrictEqual(idsAt(table, '2024-02-29'), ['dated', 'old', 'own']);
    assert.deepStrictEqual(idsAt(table, '2024-03-01'), ['dated', 'seen', 'old', 'own']);
  });

  it('has all of them from 100 days before the newest source on', () => {
    assert.deepStrictEqual(idsAt(table, '2026-08-11'), ['dated', 'seen', 'old', 'own']);
    assert.deepStrictEqual(idsAt(table, '2026-08-12'), ['dated', 'seen', 'new', 'old', 'own']);
  });

  it('has a model from the known day on which a later price of it began', () => {
    const [first] = model('later', { toMs: Date.parse('2024-06-01') }).periods;
    const second = { ...first, fromMs: first.toMs, toMs: Infinity };
    const models = [
      ...table.models,
      { ...plainModel(model('later', {})), periods: [first, second] as const },
    ];
    assert.ok(!idsAt({ models }, '2024-05-31').includes('later'));
    assert.ok(idsAt({ models }, '2024-06-01').includes('later'));
  });

  it('is made again on these days', () => {
    const last = new LastSelection();
    for (const day of ['2024-02-29', '2024-03-01', '2026-08-12']) {
      for (const atMs of [Date.parse(day) - 1, Date.parse(day)]) {
        assert.deepEqual(last.of(table, atMs, []), currentSelection(table, atMs, []), day);
      }
    }
  });
});

describe('the selections of the bundled table', () => {
  const bundled = bundledTable();
  const newest = bundled.models
    .flatMap(({ periods }) => periods.map((period) => knownDay(period.source)))
    .reduce((a, b) => (a > b ? a : b));

  it('has on the present day the models without a first day as it has others', () => {
    const dated = withFirstDays(bundled);
    for (const days of [0, 1, 99, 100]) {
      const day = new Date(Date.parse(newest) - days * DAY_MS).toISOString().slice(0, 10);
      assert.deepStrictEqual(idsAt(bundled, day), idsAt(dated, day), day);
    }
    assert.ok(idsAt(bundled, newest).includes('openai/gpt-6-cyber'));
  });

  it('has on 2024-03-01 only what is known to have been sold then', () => {
    const ids = idsAt(bundled, '2024-03-01');
    assert.ok(ids.includes('openai/gpt-4') && ids.includes('openai/gpt-4-32k'));
    const newer = ids.filter((id) => /gpt-[56]|muse|kimi|mimo|mythos|glm-5|MiniMax/.test(id));
    assert.deepStrictEqual(newer, []);
  });
});
