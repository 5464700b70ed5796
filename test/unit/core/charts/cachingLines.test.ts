import assert from 'node:assert/strict';
import { layOutCaching } from '../../../../src/core/charts/cachingLines';
import { cachingOf } from '../../../../src/core/estimate/caching/caching';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const AT_MS = Date.parse('2026-11-23');

function linesOf(id: string, scenario: Partial<Scenario> = {}) {
  const row = rowOf(bundledModel(id), [exact(10_000)], { outputTokens: 500, ...scenario }, AT_MS);
  return layOutCaching(cachingOf(row));
}

describe('the lines of when caching pays', () => {
  it('go through the costs of each number of calls, and cross where the cache pays', () => {
    // 10,000 tokens at 0.1, 0.125 written and 0.01 read: 0.001 each; 0.00125, then 0.0001 each.
    const lines = linesOf('anthropic/claude-haiku-5-5') ?? assert.fail();
    assert.deepEqual(
      lines.without.map(({ calls, usd }) => [calls, usd]),
      [1, 2, 3, 4, 5].map((calls) => [calls, calls / 1000]),
    );
    assert.deepEqual(
      lines.cached.map(({ usd }) => usd),
      [0.00125, 0.00135, 0.00145, 0.00155, 0.00165],
    );
    assert.deepEqual([lines.crossing, lines.most], [{ calls: 2, usd: 0.00135 }, 5]);
  });

  it('reach twice as far as a later crossing', () => {
    // An hour at 0.2: 0.002 + 0.0002 = 0.0022 < 0.003.
    const lines = linesOf('anthropic/claude-haiku-5-5', { cacheWrite: 'long' });
    assert.deepEqual([lines?.crossing, lines?.most], [{ calls: 3, usd: 0.0022 }, 6]);
  });

  it('end with the conversation, and skip turns of a long one', () => {
    const turns = (conversationTurns: number) =>
      linesOf('anthropic/claude-haiku-5-5', { conversationTurns, turnInputTokens: 100 });
    assert.equal(turns(3)?.most, 3);
    assert.equal(turns(1000)?.most, 5);
  });

  it('have at most 61 points', () => {
    const caching = cachingOf(
      rowOf(
        bundledModel('anthropic/claude-haiku-5-5'),
        [exact(10_000)],
        { outputTokens: 0 },
        AT_MS,
      ),
    );
    const { outcome } = caching;
    assert.ok(outcome.kind === 'pays');
    const late = layOutCaching({ ...caching, outcome: { ...outcome, from: 457 } });
    assert.deepEqual([late?.most, late?.cached.length], [914, 61]);
    assert.deepEqual([late?.cached[0]?.calls, late?.cached.at(-1)?.calls], [1, 914]);
    assert.equal(late?.crossing.calls, 457);
  });

  it('are none where the cache never pays', () => {
    const row = rowOf(
      bundledModel('anthropic/claude-haiku-5-5'),
      [exact(10_000)],
      { outputTokens: 0 },
      AT_MS,
    );
    const caching = cachingOf(row);
    assert.ok('costs' in caching.outcome);
    const { costs } = caching.outcome;
    assert.equal(layOutCaching({ ...caching, outcome: { kind: 'never', costs } }), undefined);
    assert.equal(layOutCaching({ ...caching, outcome: { kind: 'nothingToCache' } }), undefined);
  });
});
