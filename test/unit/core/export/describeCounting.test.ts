import assert from 'node:assert/strict';
import {
  countingSources,
  describeCounting,
  formatCount,
} from '../../../../src/core/export/describeCounting';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { exact, seedModels } from '../../../support/reports';

const [seed] = seedModels();
assert.ok(seed);

function modelCounted(tokenizer: Model['tokenizer'], id = 'some/model'): Model {
  return { ...(seed as Model), id, tokenizer };
}

describe('describeCounting', () => {
  it('names the encoding and the evidence', () => {
    const tokenizer = { encoding: 'o200k_base', accuracy: 'exact', evidence: 'it is so' } as const;
    assert.equal(
      describeCounting(modelCounted(tokenizer)),
      'Exact, counted with o200k_base: it is so.',
    );
    assert.equal(
      describeCounting(modelCounted({ ...tokenizer, accuracy: 'near-exact' })),
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
      describeCounting(model),
      /^Estimated for Amazon Nova: tokens of o200k_base × 1\.22\. ai-tokenizer's recorded API totals/,
    );
  });
});

describe('countingSources', () => {
  it('puts together what is counted alike', () => {
    const tokenizer = { encoding: 'tekken', accuracy: 'exact', evidence: 'seen' } as const;
    const models = [
      modelCounted(tokenizer, 'a/1'),
      modelCounted({ ...tokenizer, evidence: 'read' }, 'b/2'),
      modelCounted(tokenizer, 'c/3'),
    ];
    assert.deepEqual(countingSources(models), [
      { ids: ['a/1', 'c/3'], counting: 'Exact, counted with tekken: seen.' },
      { ids: ['b/2'], counting: 'Exact, counted with tekken: read.' },
    ]);
  });
});

describe('formatCount', () => {
  it('shows a band where there is one, even where it has no width', () => {
    assert.equal(formatCount(exact(1234)), '1,234');
    const estimated = { tokens: 1234, low: 1180, high: 1290, method: 'estimated' } as const;
    assert.equal(formatCount(estimated), '≈1,234 (1,180 to 1,290)');
    const none = { tokens: 0, low: 0, high: 0, method: 'estimated' } as const;
    assert.equal(formatCount(none), '≈0 (0 to 0)');
  });
});
