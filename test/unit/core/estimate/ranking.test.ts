import assert from 'node:assert/strict';
import fc from 'fast-check';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import {
  compareEstimates,
  findCheapest,
  groupRows,
  rankEstimates,
} from '../../../../src/core/estimate/ranking';
import type { Model, PlainModel } from '../../../../src/core/pricing/table/priceTable';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledTable, modelOf, tableFile } from '../../../support/priceTables';

function model(id: string, input: number | undefined, to: string | null = null): PlainModel {
  const usdPerMillionTokens = { ...(input === undefined ? {} : { input }), output: 0 };
  const periods = [{ from: null, to, source: 'page', usdPerMillionTokens }];
  return { ...modelOf(tableFile({ periods })), id };
}

function rank(models: readonly Model[]): string[] {
  const estimates = models.map((each) =>
    estimateCall(each, exactCount(1000), { outputTokens: 10 }, Date.parse('2026-11-23')),
  );
  return rankEstimates(estimates).map(
    ({ model: { id }, timesCheapest }) => `${id} ${timesCheapest}`,
  );
}

describe('the order of models', () => {
  it('is by cost, then by id, with models without a price last', () => {
    assert.deepStrictEqual(
      rank([
        model('z', undefined),
        model('d', 4),
        model('b', 2),
        model('a', undefined),
        model('c', 2),
      ]),
      ['b 1', 'c 1', 'd 2', 'a undefined', 'z undefined'],
    );
  });

  it('lists models that can be bought, then those that do not fit, then those no longer sold', () => {
    assert.deepStrictEqual(
      rank([
        model('old', 1, '2025-01-01'),
        { ...model('small', 0.5), contextWindowTokens: 1009 },
        { ...model('terse', 0.25), maxOutputTokens: 9 },
        { ...model('just', 2), contextWindowTokens: 1010, maxOutputTokens: 10 },
        model('dear', 54.6),
      ]),
      // 1,000 prompt and 10 output tokens fit a window of 1,010 and an answer of 10.
      ['just 1', 'dear 27.3', 'terse undefined', 'small undefined', 'old undefined'],
    );
  });

  it('has no multiple if the cheapest model is free', () => {
    assert.deepStrictEqual(rank([model('free', 0), model('paid', 1)]), [
      'free undefined',
      'paid undefined',
    ]);
  });

  it('has multiples of the cheapest model whose window fits 300,001 tokens', () => {
    const atMs = Date.parse('2026-11-26T12:00:00Z');
    const estimates = bundledTable().models.map((each) =>
      estimateCall(each, exactCount(300_001), { outputTokens: 500 }, atMs),
    );
    const ranked = rankEstimates(estimates);
    const cheapest = findCheapest(estimates);
    assert.equal(ranked[0]?.model.id, cheapest?.model.id);
    assert.equal(ranked[0]?.timesCheapest, 1);
    const small = ranked.find(({ model: { id } }) => id === 'cohere/command-r7b-12-2024');
    assert.equal(small?.fit.fitsWindow, false);
    assert.equal(small.timesCheapest, undefined);
    assert.ok(
      ranked.every(({ timesCheapest }) => timesCheapest === undefined || timesCheapest >= 1),
    );
  });

  it('is a total order', () => {
    const estimates = bundledTable().models.map((each) =>
      estimateCall(each, exactCount(200_000), { outputTokens: 500 }, Date.parse('2026-11-26')),
    );
    const one = fc.constantFrom(...estimates);
    fc.assert(
      fc.property(one, one, (a, b) => {
        assert.equal(Math.sign(compareEstimates(a, b)) + Math.sign(compareEstimates(b, a)), 0);
        assert.equal(compareEstimates(a, b) === 0, a === b);
      }),
    );
  });
});

describe('the groups of a list', () => {
  const entries = rankEstimates(
    [model('a', 1), model('b', 2), model('c', 3)].map((each) =>
      estimateCall(each, exactCount(1000), { outputTokens: 10 }, Date.parse('2026-11-23')),
    ),
  );
  const idsOf = (group: typeof entries) => group.map(({ model }) => model.id);

  const grouped = (userId: string | undefined, pinnedIds: readonly string[]) => {
    const { users, pinned, others } = groupRows(entries, { userId, pinnedIds });
    return [idsOf(users), idsOf(pinned), idsOf(others)];
  };

  it("are the user's model, then pins in their order, then the others in order of cost", () => {
    assert.deepStrictEqual(grouped(undefined, ['c', 'unknown', 'a']), [[], ['c', 'a'], ['b']]);
    assert.deepStrictEqual(grouped('b', ['c']), [['b'], ['c'], ['a']]);
    assert.deepStrictEqual(grouped('c', ['c', 'b']), [['c'], ['b'], ['a']]);
    assert.deepStrictEqual(grouped('unknown', []), [[], [], ['a', 'b', 'c']]);
  });

  it('have every model once', () => {
    const one = fc.constantFrom('a', 'b', 'c', 'unknown');
    fc.assert(
      fc.property(one, fc.subarray(['a', 'b', 'c']), (userId, pinnedIds) => {
        assert.deepStrictEqual(grouped(userId, pinnedIds).flat().toSorted(), ['a', 'b', 'c']);
      }),
    );
  });
});
