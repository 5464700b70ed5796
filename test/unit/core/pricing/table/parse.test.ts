import assert from 'node:assert/strict';
import { buildInSlices } from '../../../../../src/core/pricing/table/build';
import { isBundledTable } from '../../../../../src/core/pricing/table/bundled';
import { parseInSlices } from '../../../../../src/core/pricing/table/parse';
import type { PriceTableFile } from '../../../../../src/core/pricing/table/schema';
import type { Sliced } from '../../../../../src/core/scheduling/sliced';
import { KNOWN_TOKENIZERS } from '../../../../../src/core/tokens/knownTokenizers';
import { bundledTable, readPricingJson } from '../../../../support/priceTables';

describe('parsing a price table', () => {
  it('takes a slice for each model to read, check and build it, and gives the same table', () => {
    const { slices, result } = run(parseInSlices(readPricingJson(), KNOWN_TOKENIZERS));
    assert.deepStrictEqual(result, { ok: true, table: bundledTable() });
    assert.ok(slices >= 3 * bundledTable().models.length, `${slices} slices`);
  });

  it('takes a slice for each model of a table that was checked before', () => {
    const { slices, result } = run(buildInSlices(readPricingJson() as PriceTableFile));
    assert.deepStrictEqual(result, bundledTable());
    assert.ok(slices >= bundledTable().models.length, `${slices} slices`);
  });

  it('trusts no file outside a bundle', () => {
    assert.equal(isBundledTable(''), false);
  });
});

function run<Result>(work: Sliced<Result>): { readonly slices: number; readonly result: Result } {
  for (let slices = 0; ; slices++) {
    const step = work.next();
    if (step.done === true) return { slices, result: step.value };
  }
}
