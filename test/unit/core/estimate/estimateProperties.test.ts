import assert from 'node:assert/strict';
import fc from 'fast-check';
import { priceCalls } from '../../../../src/core/estimate/cost/calls';
import { isOutputPart, sumParts, type CostPart } from '../../../../src/core/estimate/cost/parts';
import { callsOf } from '../../../../src/core/estimate/conversation';
import { estimateCall, type Priced } from '../../../../src/core/estimate/estimate';
import { completeScenario, termsOf, type Scenario } from '../../../../src/core/scenario/scenario';
import {
  addMoney,
  compareMoney,
  costOfRequests,
  type Money,
} from '../../../../src/core/pricing/money';
import { lookUpCard } from '../../../../src/core/pricing/rates/lookup';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledTable } from '../../../support/priceTables';

const atMs = Date.parse('2026-11-23T12:00:00Z');
// Models whose price is known for every prompt: the rates of some hosts for long prompts are not.
const models = bundledTable().models.filter(({ periods }) =>
  periods.every(
    ({ unknownFees, tiers }) =>
      unknownFees.length === 0 && tiers.every(({ rates }) => rates.input !== undefined),
  ),
);
const named = (choice: readonly Model[]): fc.Arbitrary<Model> =>
  fc.integer({ min: 0, max: choice.length - 1 }).map((index) => choice[index] as Model);
const cached = models.filter(({ periods }) =>
  [periods.at(-1), ...(periods.at(-1)?.tiers ?? [])].every(
    (card) => card?.rates.cachedInput !== undefined,
  ),
);
const batched = models.filter(({ periods }) => periods.at(-1)?.factors.batch !== undefined);

const tokens = fc.integer({ min: 0, max: 1_200_000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function price(model: Model, inputTokens: number, scenario: Scenario): Priced {
  const estimate = estimateCall(model, exactCount(inputTokens), scenario, atMs);
  assert.ok(estimate.price.kind === 'priced', `${model.id} has no price`);
  return estimate.price;
}

function assertNotMore(less: Money, more: Money): void {
  assert.ok(compareMoney(less, more) <= 0);
}

/** Tokens up to the bound at which the card of a prompt changes. */
function sameTier(model: Model, a: number, b: number): boolean {
  return (
    price(model, a, { outputTokens: 0 }).applied.tier ===
    price(model, b, { outputTokens: 0 }).applied.tier
  );
}

describe('estimates of all models', () => {
  it('cost nothing for no tokens, apart from fees', () => {
    for (const model of models) {
      const { expected, applied } = price(model, 0, { outputTokens: 0 });
      const fee = costOfRequests(1, applied.period.usdPerThousandRequests ?? 0);
      assert.equal(compareMoney(expected.total, fee), 0, model.id);
    }
  });

  it('never cost less for more tokens within a tier', () => {
    fc.assert(
      fc.property(named(models), tokens, tokens, tokens, tokens, (model, a, b, c, d) => {
        const [few, many] = a < b ? [a, b] : [b, a];
        fc.pre(sameTier(model, few, many));
        const [short, long] = c < d ? [c, d] : [d, c];
        assertNotMore(
          price(model, few, { outputTokens: short, reasoningTokens: short }).expected.total,
          price(model, many, { outputTokens: long, reasoningTokens: long }).expected.total,
        );
      }),
    );
  });

  it('never cost less for more tokens on one side of the cache minimum', () => {
    fc.assert(
      fc.property(named(cached), tokens, tokens, share, (model, a, b, cachedShare) => {
        const [few, many] = a < b ? [a, b] : [b, a];
        const scenario = { outputTokens: 0, cachedShare };
        const [less, more] = [price(model, few, scenario), price(model, many, scenario)];
        fc.pre(less.applied.tier === more.applied.tier);
        fc.pre(less.derivation.belowCacheMinimum === more.derivation.belowCacheMinimum);
        assertNotMore(less.expected.total, more.expected.total);
      }),
    );
  });

  it('never cost more with cached input, and never more in a batch', () => {
    fc.assert(
      fc.property(named(cached), tokens, tokens, share, (model, n, m, cachedShare) => {
        const plain = price(model, n, { outputTokens: m });
        assertNotMore(
          price(model, n, { outputTokens: m, cachedShare }).expected.total,
          plain.expected.total,
        );
      }),
    );
    fc.assert(
      fc.property(named(batched), tokens, tokens, (model, n, m) => {
        const plain = price(model, n, { outputTokens: m });
        assertNotMore(
          price(model, n, { outputTokens: m, batch: true }).expected.total,
          plain.expected.total,
        );
      }),
    );
  });

  it('have parts that sum to the total exactly, and to both sides of it', () => {
    const scenarios = fc.record({
      outputTokens: tokens,
      reasoningTokens: tokens,
      cachedShare: share,
      conversationTurns: fc.integer({ min: 1, max: 5 }),
      turnInputTokens: tokens,
      cacheHistory: fc.boolean(),
      messages: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(named(cached), tokens, scenarios, (model, n, scenario) => {
        const { expected } = price(model, n, scenario);
        const { parts, input, output, total } = expected;
        assert.equal(compareMoney(sumParts(parts), total), 0);
        assert.equal(compareMoney(addMoney(input, output), total), 0);
        assert.equal(compareMoney(sumParts(parts.filter(isOutputPart)), output), 0);
      }),
    );
  });

  it('equal a plain sum over the requests', () => {
    const scenarios = fc.record({
      outputTokens: fc.integer({ min: 0, max: 20_000 }),
      reasoningTokens: fc.integer({ min: 0, max: 20_000 }),
      cachedShare: share,
      cacheWrite: fc.constantFrom('none', 'short', 'long'),
      conversationTurns: fc.integer({ min: 1, max: 30 }),
      turnInputTokens: fc.integer({ min: 0, max: 20_000 }),
      cacheHistory: fc.boolean(),
      batch: fc.boolean(),
      messages: fc.integer({ min: 0, max: 3 }),
    });
    const states = fc.constantFrom('empty', 'written');
    fc.assert(
      fc.property(named(models), tokens, scenarios, states, (model, n, scenario, cache) => {
        const full = completeScenario(scenario);
        const card = lookUpCard(model, atMs, termsOf(full));
        fc.pre(card.kind === 'card');
        const calls = callsOf(model, n, full, cache);
        const together = priceCalls(model, calls, card);
        const alone = calls.map((call) => priceCalls(model, [call], card));
        const without = alone.find(({ kind }) => kind === 'unpriced');
        if (together.kind === 'unpriced' || without) {
          assert.deepEqual(together, without);
          return;
        }
        const parts = alone.flatMap((call) => (call.kind === 'cost' ? call.parts : []));
        assert.equal(compareMoney(sumParts(together.parts), sumParts(parts)), 0);
        const tokensOf = (name: string, all: readonly CostPart[]): number =>
          all.reduce(
            (sum, part) => sum + (part.name === name && 'tokens' in part ? part.tokens : 0),
            0,
          );
        for (const { name } of parts) {
          assert.equal(tokensOf(name, together.parts), tokensOf(name, parts));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
