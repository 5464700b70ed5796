import assert from 'node:assert/strict';
import { countingSources } from '../../../../src/core/export/countingSources';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../../src/core/pricing/table/rows/tableModel';
import { seedModels } from '../../../support/reports';

const [seed] = seedModels();
assert.ok(seed);

function modelCounted(tokenizer: Model['tokenizer'], id = 'some/model'): Model {
  return { ...plainModel(seed as Model), id, tokenizer };
}

describe('countingSources', () => {
  it('groups models that are counted in the same way', () => {
    const tokenizer = { encoding: 'tekken', accuracy: 'exact', evidence: 'seen' } as const;
    const models = [
      modelCounted(tokenizer, 'a/1'),
      modelCounted({ ...tokenizer, evidence: 'read' }, 'b/2'),
      modelCounted(tokenizer, 'c/3'),
    ];
    assert.deepEqual(
      countingSources(models, ({ tokenizer: { evidence } }) => evidence),
      [
        { ids: ['a/1', 'c/3'], counting: 'seen' },
        { ids: ['b/2'], counting: 'read' },
      ],
    );
  });
});
