import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOutCosts } from '../../../../src/core/charts/costs';
import { plotShapes } from '../../../../src/core/charts/plot';
import { drawnUsd, makeScale, type ChartScale } from '../../../../src/core/charts/scale';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { bundledTable, modelOf, tableFile } from '../../../support/priceTables';
import { exact, rowOf, seedModels } from '../../../support/reports';

/** The amount at a position, by the first and the last tick of the axis. */
function amountAt(place: number, { kind, ticks }: ChartScale): number {
  const ends = [ticks[0] ?? 0, ticks.at(-1) ?? 0].map((usd) =>
    kind === 'log' ? Math.log(usd) : usd,
  );
  const [from = 0, to = 0] = ends;
  const value = from + place * (to - from);
  return kind === 'log' ? Math.exp(value) : value;
}

function assertNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 1e-9 * expected + 1e-14, `${actual} for ${expected}`);
}

describe('the chart of costs', () => {
  const rows = seedModels().map((model) => rowOf(model, [exact(1000)]));

  it('has bars from 0 on a linear axis, each part as long as its cost', () => {
    const { lines, scale, parts } = layOutCosts(rows, 'linear', 5);
    assert.deepEqual(parts, ['input', 'output']);
    assert.equal(scale.place(0), 0);
    const [o1] = lines;
    // 1,000 x 15 and 500 x 60 millionths of a dollar, on an axis to 0.045.
    assert.deepEqual(
      o1?.segments.map(({ part }) => part),
      ['input', 'output'],
    );
    assertNear(amountAt(o1.segments[0]?.to ?? 0, scale), 0.015);
    assertNear(amountAt(o1.segments[1]?.to ?? 0, scale), 0.045);
    assert.equal(o1.dot, undefined);
    assert.equal(o1.band, undefined);
  });

  it('has a dot for each total on a logarithmic axis, and stacks nothing', () => {
    const { lines, scale, parts } = layOutCosts(rows, 'log', 5);
    assert.deepEqual(scale.ticks, [0.001, 0.002, 0.005, 0.01, 0.02, 0.05]);
    assert.deepEqual(parts, []);
    assert.ok(lines.every(({ segments }) => segments.length === 0));
    assertNear(amountAt(lines[0]?.dot ?? 0, scale), 0.045);
    assertNear(amountAt(lines[1]?.dot ?? 0, scale), 0.001645);
  });

  it('places every amount at its value, for all models on both axes', () => {
    const models = bundledTable().models;
    const count = { tokens: 1000, low: 900, high: 1100, method: 'estimated' } as const;
    const scenario = { outputTokens: 500, reasoningTokens: 100 };
    const priced = models.map((model) => rowOf(model, [count], scenario, Date.parse('2026-11-26')));
    for (const kind of ['linear', 'log'] as const) {
      // A linear axis ends at a tick, a logarithmic one may have ticks left out: ask for many.
      const { lines, scale } = layOutCosts(priced, kind, 50);
      for (const { row, segments, dot, band } of lines) {
        if (row.price.kind === 'unpriced') {
          assert.deepEqual([segments, dot, band], [[], undefined, undefined]);
          continue;
        }
        const { expected, low, high } = row.price;
        const end = kind === 'linear' ? segments.at(-1)?.to : dot;
        assertNear(amountAt(end ?? -1, scale), drawnUsd(expected.total));
        assertNear(amountAt(band?.from ?? -1, scale), drawnUsd(low));
        assertNear(amountAt(band?.to ?? -1, scale), drawnUsd(high));
        let [from, sum] = [0, 0];
        for (const { part, ...place } of segments) {
          assert.equal(place.from, from, part);
          const cost = expected.parts.find(({ name }) => name === part);
          sum += cost ? Number(moneyToDecimal(cost.amount)) : NaN;
          assertNear(amountAt(place.to, scale), sum);
          from = place.to;
        }
      }
    }
  });

  it('has no dot for a free model on a logarithmic axis, which has no 0', () => {
    const periods = [
      { from: null, to: null, source: 'page', usdPerMillionTokens: { input: 1, output: 0 } },
    ];
    const model = modelOf(tableFile({ periods }));
    const some = { tokens: 100, low: 0, high: 200, method: 'estimated' } as const;
    const [free, uncertain] = layOutCosts(
      [exact(0), some].map((count) => rowOf(model, [count], { outputTokens: 0 })),
      'log',
      5,
    ).lines;
    assert.deepEqual([free?.dot, free?.band, free?.segments], [undefined, undefined, []]);
    assert.equal(uncertain?.band?.isOpen, true);
    assert.ok(uncertain.dot !== undefined && uncertain.dot <= uncertain.band.to);
  });

  it('has an axis if everything is free', () => {
    for (const kind of ['linear', 'log'] as const) {
      const scale = makeScale(kind, [0], 4);
      assert.ok(scale.ticks.length > 0);
      assert.equal(scale.place(0), 0);
    }
  });
});

describe('the shapes of a line', () => {
  const scale = makeScale('log', [0.001, 1], 5);
  const size = { width: 300, height: 18, barHeight: 14 };
  const [row] = seedModels().map((model) => rowOf(model, [exact(1000)]));
  assert.ok(row);

  it('follow the positions', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        const line = { row, segments: [], dot: place, band: undefined };
        const { dot } = plotShapes(line, scale, size);
        assert.ok(Math.abs((dot?.x ?? NaN) - place * 300) <= 0.005 + 1e-9);
      }),
    );
  });

  it('have a guide across the plot only with a dot', () => {
    const line = { row, segments: [], dot: 0.5, band: undefined };
    assert.equal(plotShapes(line, scale, size).guide, 'M0 9H300');
    assert.equal(plotShapes({ ...line, dot: undefined }, scale, size).guide, undefined);
  });

  it('have no stop at an end of a band that is off the axis', () => {
    const band = { from: 0, to: 0.5, isOpen: false };
    const line = { row, segments: [], dot: undefined, band };
    assert.equal(plotShapes(line, scale, size).band, 'M0 4v10M0 9H150M150 4v10');
    const open = { ...line, band: { ...band, isOpen: true } };
    assert.equal(plotShapes(open, scale, size).band, 'M0 9H150M150 4v10');
  });
});
