import assert from 'node:assert/strict';
import type { Model } from '../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../src/core/pricing/table/rows/tableModel';
import { describeCount, describeCounting } from '../../../src/wording/count';
import { ENGLISH } from '../../../src/wording/words';
import { exact, seedModels } from '../../support/reports';

const [seed] = seedModels();
assert.ok(seed);

function modelCounted(tokenizer: Model['tokenizer'], id = 'some/model'): Model {
  return { ...plainModel(seed as Model), id, tokenizer };
}

describe('describeCounting', () => {
  it('names the encoding and the evidence', () => {
    const tokenizer = { encoding: 'o200k_base', accuracy: 'exact', evidence: 'it is so' } as const;
    assert.equal(
      describeCounting(ENGLISH, modelCounted(tokenizer)),
      'Exact, counted with o200k_base: it is so.',
    );
    assert.equal(
      describeCounting(ENGLISH, modelCounted({ ...tokenizer, accuracy: 'near-exact' })),
      'Near-exact, counted with o200k_base: it is so.',
    );
  });

  it('names the factors of an estimate and their source', () => {
    const model = modelCounted({
      encoding: 'o200k_base',
      accuracy: 'estimated',
      calibration: 'nova',
      evidence: 'not public',
    });
    assert.match(
      describeCounting(ENGLISH, model),
      /^Estimated for Amazon Nova: tokens of o200k_base × 1\.22\. ai-tokenizer's recorded API totals/,
    );
  });
});

describe('describeCount', () => {
  it('shows the band of an estimated count, even an empty one', () => {
    assert.equal(describeCount(ENGLISH, exact(1234)), '1,234');
    const estimated = { tokens: 1234, low: 1180, high: 1290, method: 'estimated' } as const;
    assert.equal(describeCount(ENGLISH, estimated), '≈1,234 (1,180 to 1,290)');
    const none = { tokens: 0, low: 0, high: 0, method: 'estimated' } as const;
    assert.equal(describeCount(ENGLISH, none), '≈0 (0 to 0)');
  });
});
