import assert from 'node:assert/strict';
import type { PriceTableFile } from '../../../../../../src/core/pricing/table/schema';
import { entriesOf } from '../../../../../../src/core/pricing/table/rows/entries';
import {
  isRedirected,
  plainModel,
  TableModel,
} from '../../../../../../src/core/pricing/table/rows/tableModel';
import { modelsFromJson, modelsToJson } from '../../../../../../src/protocol/models';
import { finish } from '../../../../../../src/core/scheduling/sliced';
import { modelOf, tableFile } from '../../../../../support/priceTables';

function tableModel(period: object = {}): TableModel {
  const file = tableFile() as PriceTableFile;
  const [provider] = file.providers;
  const [row] = provider?.models ?? [];
  const [first] = row?.periods ?? [];
  assert.ok(provider && row && first);
  return new TableModel(provider, { ...row, periods: [{ ...first, ...period }] }, entriesOf(file));
}

describe('a model of the bundled table', () => {
  it('is the one of a table that was checked, as a copy and in the page', () => {
    assert.deepStrictEqual(plainModel(tableModel()), modelOf(tableFile()));
    assert.deepStrictEqual(
      modelsFromJson(finish(modelsToJson([tableModel()]))),
      modelsFromJson(finish(modelsToJson([modelOf(tableFile())]))),
    );
  });

  it('builds its periods once', () => {
    const model = tableModel();
    assert.equal(model.periods, model.periods);
  });

  it('knows whether another one answers, before and after its periods are built', () => {
    const servedBy = { model: 'two', source: 'page' };
    for (const [model, expected] of [
      [tableModel(), false],
      [tableModel({ servedBy }), true],
    ] as const) {
      assert.equal(isRedirected(model), expected);
      assert.equal(isRedirected(plainModel(model)), expected);
      assert.equal(isRedirected(model), expected);
    }
  });
});
