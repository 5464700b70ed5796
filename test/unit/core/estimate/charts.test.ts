import assert from 'node:assert/strict';
import { drawnUsd, layOutBars } from '../../../../src/core/charts/bars';
import { makeScale } from '../../../../src/core/charts/scale';
import { findCrossovers, sampleCurves } from '../../../../src/core/charts/curves';
import { buildFileTree } from '../../../../src/core/charts/fileTree';
import { estimateEach } from '../../../../src/core/estimate/estimate';
import { layOutTreemap } from '../../../../src/core/charts/treemap';
import { costOfTokens } from '../../../../src/core/pricing/money';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf, seedModels } from '../../../support/reports';

describe('the bars', () => {
  const rows = seedModels().map((model) => rowOf(model, [exact(1000)]));

  it('are as long as they cost on a linear axis, part by part', () => {
    const { bars, scale, parts } = layOutBars(rows, 'linear', 5);
    const [o1] = bars;
    assert.deepEqual(parts, ['input', 'output']);
    const [input, output] = o1?.segments ?? [];
    assert.ok(Math.abs((output?.to ?? 0) - scale.place(0.045)) < 1e-5);
    assert.ok(Math.abs((input?.to ?? 0) - scale.place(0.015)) < 1e-5);
    assert.equal(o1?.band, undefined);
  });

  it('begin at a power of ten on a logarithmic axis', () => {
    const { scale } = layOutBars(rows, 'log', 5);
    assert.deepEqual(scale.ticks, [0.001, 0.01, 0.1]);
    assert.equal(scale.place(0), 0);
    assert.ok(Math.abs(scale.place(0.01) - 0.5) < 1e-9);
  });

  it('show the band of an estimated count', () => {
    const count = { tokens: 1000, low: 900, high: 1100, method: 'estimated' } as const;
    const [bar] = layOutBars([rowOf(bundledModel('openai/o1'), [count])], 'linear', 5).bars;
    assert.ok(bar?.band && bar.band.from < bar.band.to);
  });

  it('have an axis even where everything is free', () => {
    for (const kind of ['linear', 'log'] as const) {
      const scale = makeScale(kind, [0], 4);
      assert.ok(scale.ticks.length > 0);
      assert.equal(scale.place(0), 0);
    }
  });
});

describe('the lines', () => {
  const [a, b] = seedModels();
  assert.ok(a && b);
  // a: 100 + x, b: 3 x millionths of a dollar. They are equal at 50; from 51 on a is cheaper.
  const costAt = (model: typeof a, x: number) =>
    model === a ? costOfTokens(100 + x, 1) : costOfTokens(x, 3);

  it('cross at the first whole number with the other order', () => {
    const crossovers = findCrossovers([a, b], [1, 10, 100, 1000], costAt);
    assert.deepEqual(
      crossovers.map(({ x, cheaper, dearer }) => [x, cheaper.id, dearer.id]),
      [[51, a.id, b.id]],
    );
  });

  it('do not cross where they only touch', () => {
    const same = () => costOfTokens(1, 1);
    assert.deepEqual(findCrossovers([a, b], [1, 10], same), []);
  });

  it('have no point without a price', () => {
    const [curve] = sampleCurves([a], [1, 2], (_, x) => (x === 1 ? undefined : costOfTokens(x, 1)));
    assert.deepEqual(curve?.points, [{ x: 2, usd: 0.000002 }]);
  });
});

describe('the treemap', () => {
  it('has areas in proportion to the cost, and none for what is free', () => {
    const row = rowOf(bundledModel('openai/o1'), [exact(3000), exact(1000), exact(0)], {
      outputTokens: 0,
    });
    const paths = ['a/x', 'b/y', 'b/empty'];
    const root = buildFileTree(
      'root',
      estimateEach(row).map((estimate, index) => ({ path: paths[index] ?? '', estimate })),
    );
    const tiles = layOutTreemap(root, 400, 100, 2);
    assert.deepEqual(
      tiles.map(({ node, group }) => [node.path, group]),
      [
        ['a/x', 0],
        ['b/y', 1],
      ],
    );
    const [large, small] = tiles.map(({ width, height }) => width * height);
    assert.ok(Math.abs((large ?? 0) / (small ?? 1) - 3) < 0.1);
    assert.equal(drawnUsd(root.cost ?? costOfTokens(0, 1)), 0.06);
  });
});
