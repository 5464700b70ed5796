import assert from 'node:assert/strict';
import { fittingColumns } from '../../../src/report/parts/table/room';
import { COLUMNS } from '../../../src/report/state/pageState';

describe('the columns of the table', () => {
  const fitting = (roomEm: number | undefined, hasCode = false) =>
    fittingColumns(COLUMNS, roomEm, hasCode);

  it('are all before the width is known, and in a wide page', () => {
    assert.deepEqual(fitting(undefined), COLUMNS);
    assert.deepEqual(fitting(200), COLUMNS);
  });

  it('have the cost of a call in the narrowest page', () => {
    assert.deepEqual(fitting(10), ['call']);
    // 320 and 500 pixels with 13 pixels to an em
    assert.deepEqual(fitting(22), ['call']);
    assert.deepEqual(fitting(36), ['call', 'times']);
    // 560 pixels
    assert.deepEqual(fitting(41), ['call', 'times', 'month']);
  });

  it('leave a name in a wide page the room for one line', () => {
    const without = new Set(['day', 'caching', 'context']);
    const useful = COLUMNS.filter((column) => !without.has(column));
    // 1,200 pixels; these five take 47 em.
    const five = ['call', 'times', 'month', 'tokens', 'provider'];
    assert.deepEqual(fittingColumns(useful, 88, false), five);
    assert.deepEqual(fittingColumns(useful, 81, false), five.slice(0, 4));
  });

  it('need more room for the code of a currency', () => {
    assert.deepEqual(fitting(30), ['call', 'times']);
    assert.deepEqual(fitting(30, true), ['call']);
  });
});
