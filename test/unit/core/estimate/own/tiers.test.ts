import assert from 'node:assert/strict';
import { misfits } from '../../../../../src/core/estimate/counts/distribution';
import { cachingOf } from '../../../../../src/core/estimate/caching/caching';
import { estimateTexts } from '../../../../../src/core/estimate/estimate';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import type { OwnCall } from '../../../../../src/core/estimate/modelScenario';
import { missingTiers } from '../../../../../src/core/estimate/own/missingTiers';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import { bundledModel } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

// gpt-6-luna: 0.10 and 0.50 USD per million tokens, half of it on flex, twice on fast; no ultrafast.
const luna = bundledModel('openai/gpt-6-luna');
const AT_MS = Date.parse('2026-11-23T12:00:00Z');
const COUNTS = [exact(1000), exact(2000), exact(3000)];

function row(calls: readonly OwnCall[], more = {}) {
  return estimateTexts(luna, COUNTS, { outputTokens: 100, ...more }, AT_MS, calls);
}

function costs(calls: readonly OwnCall[], more = {}): readonly string[] {
  const sum = row(calls, more);
  return [sum, ...estimateEach(sum)].map(({ price }) =>
    price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason,
  );
}

describe('calls that ask for a service tier of their own', () => {
  const flex: OwnCall = { serviceTier: 'flex' };
  const fast: OwnCall = { serviceTier: 'fast' };
  const plain = costs([]);

  it('have its price, beside others that ask for none', () => {
    const [sum = '', first = '', second = '', third = ''] = costs([flex, {}, fast]);
    assert.deepEqual([first, second, third].map(Number), [
      Number(plain[1]) / 2,
      Number(plain[2]),
      Number(plain[3]) * 2,
    ]);
    assert.ok(Math.abs(Number(sum) - Number(first) - Number(second) - Number(third)) < 1e-15);
  });

  it('all on one tier have the price of the scenario with it', () => {
    assert.deepEqual(costs([flex, flex, flex]), costs([], { serviceTier: 'flex' }));
    assert.deepEqual(costs([{ serviceTier: 'standard' }, {}, {}]), plain);
  });

  it('have the standard price where the model has none for the tier, which can be said', () => {
    const calls: readonly OwnCall[] = [{ serviceTier: 'ultrafast' }, flex, {}];
    const sum = row(calls);
    assert.deepEqual([...missingTiers(sum)], [['ultrafast', 1]]);
    assert.equal(costs(calls)[1], plain[1]);
  });

  it('are cached at the rates of the price that they have', () => {
    const texts = [exact(10_000)];
    const calls = [{ serviceTier: 'ultrafast' }] as const;
    const own = estimateTexts(luna, texts, { outputTokens: 100 }, AT_MS, calls);
    const standard = estimateTexts(luna, texts, { outputTokens: 100 }, AT_MS);
    assert.equal(cachingOf(own).outcome.kind, 'pays');
    assert.equal(cachingOf(own).outcome.kind, cachingOf(standard).outcome.kind);
    const [first] = estimateEach(row([{ serviceTier: 'ultrafast' }, flex, {}]));
    assert.equal(first?.scenario.serviceTier, 'standard');
  });

  it('have the price of the batch in a batch', () => {
    assert.deepEqual(costs([flex, {}, fast], { batch: true }), costs([], { batch: true }));
  });
});

describe('a call with several answers', () => {
  it('has the output of all of them, and each has the model’s limits to itself', () => {
    const max = luna.maxOutputTokens ?? 0;
    assert.ok(max > 0);
    const three: OwnCall = { answers: 3, outputTokens: max, conversationTurns: 1 };
    const sum = row([three, {}, {}]);
    assert.equal(sum.fit.fitsAnswer, true);
    assert.equal(misfits(sum), 0);
    const [first] = estimateEach(sum);
    assert.equal(first?.scenario.outputTokens, 3 * max);
    assert.equal(first.fit.fitsAnswer, true);
    assert.equal(misfits(row([{ ...three, outputTokens: max + 1 }, {}, {}])), 1);
  });

  it('has as many assumed answers and reasoning', () => {
    const [first] = estimateEach(row([{ answers: 3 }, {}, {}], { reasoningTokens: 7 }));
    assert.equal(first?.scenario.outputTokens, 300);
    assert.equal(first.scenario.reasoningTokens, 21);
  });
});
