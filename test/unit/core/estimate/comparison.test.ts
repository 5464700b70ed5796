import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEstimates, groupPinned } from '../../../../src/core/estimate/comparison';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { modelOf, tableFile } from '../../../support/priceTables';

function model(id: string, input: number | undefined, to: string | null = null): Model {
  const usdPerMillionTokens = { ...(input === undefined ? {} : { input }), output: 0 };
  const periods = [{ from: null, to, source: 'page', usdPerMillionTokens }];
  return { ...modelOf(tableFile({ periods })), id };
}

function compare(models: readonly Model[]): string[] {
  const estimates = models.map((each) =>
    estimateCall(each, exactCount(1000), { outputTokens: 10 }, Date.parse('2026-11-23')),
  );
  return compareEstimates(estimates).map(
    ({ estimate, timesCheapest }) => `${estimate.model.id} ${timesCheapest}`,
  );
}

describe('comparison', () => {
  it('sorts by cost, then by id, and puts models without a price last', () => {
    assert.deepStrictEqual(
      compare([
        model('z', undefined),
        model('d', 4),
        model('b', 2),
        model('a', undefined),
        model('c', 2),
      ]),
      ['b 1', 'c 1', 'd 2', 'a undefined', 'z undefined'],
    );
  });

  it('measures against the cheapest that is still sold', () => {
    assert.deepStrictEqual(
      compare([model('old', 1, '2025-01-01'), model('new', 2), model('dear', 54.6)]),
      ['old 0.5', 'new 1', 'dear 27.3'],
    );
  });

  it('gives no multiple of a model that is free', () => {
    assert.deepStrictEqual(compare([model('free', 0), model('paid', 1)]), [
      'free undefined',
      'paid undefined',
    ]);
  });
});

describe('pinned models', () => {
  const entries = compareEstimates(
    [model('a', 1), model('b', 2), model('c', 3)].map((each) =>
      estimateCall(each, exactCount(1000), { outputTokens: 10 }, Date.parse('2026-11-23')),
    ),
  );
  const idsOf = (group: typeof entries) => group.map(({ estimate }) => estimate.model.id);

  it('come in the order in which they were pinned, the others in the order of cost', () => {
    const { pinned, others } = groupPinned(entries, ['c', 'unknown', 'a']);
    assert.deepStrictEqual([idsOf(pinned), idsOf(others)], [['c', 'a'], ['b']]);
  });

  it('leave nothing out', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), (pinnedIds) => {
        const { pinned, others } = groupPinned(entries, pinnedIds);
        assert.deepStrictEqual(idsOf([...pinned, ...others]).toSorted(), ['a', 'b', 'c']);
      }),
    );
  });
});
