import assert from 'node:assert/strict';
import { isBundledTable } from '../../../../../src/core/pricing/table/bundled';
import { parseInSlices } from '../../../../../src/core/pricing/table/parse';
import { KNOWN_TOKENIZERS } from '../../../../../src/core/tokens/knownTokenizers';
import { bundledTable, readPricingJson } from '../../../../support/priceTables';

describe('parsing a price table', () => {
  it('takes a slice for each model, and gives the same table', () => {
    const work = parseInSlices(readPricingJson(), KNOWN_TOKENIZERS);
    let slices = 0;
    for (;;) {
      const step = work.next();
      if (step.done === true) {
        assert.deepStrictEqual(step.value, { ok: true, table: bundledTable() });
        break;
      }
      slices++;
    }
    assert.ok(slices >= bundledTable().models.length, `${slices} slices`);
  });

  it('trusts no file outside a bundle', () => {
    assert.equal(isBundledTable(''), false);
  });
});
