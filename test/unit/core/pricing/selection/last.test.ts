import assert from 'node:assert/strict';
import { currentSelection } from '../../../../../src/core/pricing/selection/current';
import { plainModel } from '../../../../../src/core/pricing/table/rows/tableModel';
import { hostCounts } from '../../../../../src/core/pricing/selection/hosts';
import { LastSelection } from '../../../../../src/core/pricing/selection/last';
import { hostedTable, RETIRED_ID } from '../../../../support/hostedTable';

const NOW = Date.parse('2026-11-27');

describe('the last selection', () => {
  it('is the same object until the table, the kept models or what is sold changes', () => {
    const table = hostedTable();
    const last = new LastSelection();
    const first = last.of(table, NOW, ['a']);
    assert.deepEqual(first, currentSelection(table, NOW, ['a']));
    assert.equal(last.of({ ...table }, NOW + 1000, ['a']), first);
    assert.notEqual(last.of(table, NOW, ['b']), first);
    assert.notEqual(last.of({ models: [...table.models] }, NOW, ['b']), last.of(table, NOW, ['b']));
  });

  it('is made again when a model begins or ceases to be sold', () => {
    const table = hostedTable();
    const last = new LastSelection();
    const end = table.models.find(({ id }) => id === RETIRED_ID)?.periods.at(-1)?.toMs ?? 0;
    assert.ok(Number.isFinite(end) && end > 0);
    for (const atMs of [end - 1, end, end - 1, end + 1]) {
      assert.deepEqual(last.of(table, atMs, []), currentSelection(table, atMs, []));
    }
    const ids = last.of(table, end, []).models.map(({ id }) => id);
    assert.ok(!ids.includes(RETIRED_ID));
    assert.ok(last.of(table, end - 1, []).models.some(({ id }) => id === RETIRED_ID));
  });
});

describe('the last selection of a table with a newer list', () => {
  it('is made again on the day of a list that lacks a model', () => {
    const { models } = hostedTable();
    const [sold] = currentSelection({ models }, NOW, []).models;
    assert.ok(sold);
    const list = { ...sold.periods[0].source, checked: '', published: '2026-11-20' };
    const table = { models: [{ ...plainModel(sold), unlistedIn: list }] };
    const last = new LastSelection();
    const day = Date.parse('2026-11-20');
    for (const atMs of [day - 1, day, day - 1]) {
      assert.deepEqual(last.of(table, atMs, []), currentSelection(table, atMs, []));
    }
    assert.equal(last.of(table, day - 1, []).models.length, 1);
  });
});

describe('the number of hosts', () => {
  it('counts those that sell the same weights now, if there are several', () => {
    assert.deepEqual(hostCounts(hostedTable(), NOW), { 'open-weights': 3 });
    assert.deepEqual(hostCounts({ models: [] }, NOW), {});
  });
});
