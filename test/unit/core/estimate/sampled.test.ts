import assert from 'node:assert/strict';
import { fits } from '../../../../src/core/estimate/contextFit';
import { sampledCount } from '../../../../src/core/estimate/counts/sampled';
import { estimateCall, estimateTexts, type Estimate } from '../../../../src/core/estimate/estimate';
import { estimateOnOwn } from '../../../../src/core/estimate/own/eachOnOwn';
import { estimateEach } from '../../../../src/core/estimate/own/each';
import { estimateSamples, worstSample } from '../../../../src/core/estimate/samples';
import { moneyToDecimal, type Money } from '../../../../src/core/pricing/money';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel, modelOf, tableFile } from '../../../support/priceTables';

const NOW = Date.parse('2026-11-28');

/** At 2 / 10 for prompts of up to 200,000 tokens, 4 / 15 of longer ones; a window of 400,000. */
const acme = modelOf(
  tableFile({
    contextWindowTokens: 400_000,
    periods: [
      {
        from: null,
        to: null,
        source: 'page',
        usdPerMillionTokens: { input: 2, output: 10 },
        tiers: [{ fromPromptTokens: 200_001, usdPerMillionTokens: { input: 4, output: 15 } }],
      },
    ],
  }),
);

function priceSamples(
  samples: readonly number[],
  scenario: Scenario = { outputTokens: 0 },
  model: Model = acme,
): Estimate {
  return estimateCall(model, sampledCount(samples.map(exactCount)), scenario, NOW);
}

function priceOf({ price }: Estimate) {
  assert.ok(price.kind === 'priced');
  return price;
}

const totalOf = (estimate: Estimate): string => moneyToDecimal(priceOf(estimate).expected.total);

const sum = (...amounts: readonly Money[]): string =>
  moneyToDecimal(
    amounts.reduce((a, b) => ({
      numerator: a.numerator * b.denominator + b.numerator * a.denominator,
      denominator: a.denominator * b.denominator,
    })),
  );

describe('the price of a text with several samples', () => {
  it('is the mean of the prices of its samples on both sides of a tier', () => {
    // 100,000 × 2 = 0.2 and 300,000 × 4 = 1.2 USD: 0.7. A text of the mean length, 200,000 × 2, would cost 0.4.
    assert.equal(totalOf(priceSamples([100_000, 300_000])), '0.7');
    // 200,000 × 2 = 0.4 and 200,001 × 4 = 0.800004 USD: 0.600002.
    assert.equal(totalOf(priceSamples([200_000, 200_001])), '0.600002');
    // Both below: 199,999 × 2 = 0.399998 and 0.4; both above: 0.800004 and 200,002 × 4 = 0.800008.
    assert.equal(totalOf(priceSamples([199_999, 200_000])), '0.399999');
    assert.equal(totalOf(priceSamples([200_001, 200_002])), '0.800006');
  });

  it('has the answers at the rates of each sample', () => {
    // (0.2 + 1,000 × 10) and (1.2 + 1,000 × 15): (0.21 + 1.215) / 2
    assert.equal(totalOf(priceSamples([100_000, 300_000], { outputTokens: 1000 })), '0.7125');
  });

  it('has parts that add up to it, at each rate', () => {
    const { parts } = priceOf(priceSamples([100_000, 300_000])).expected;
    const input = parts.filter(({ name }) => name === 'input');
    assert.deepEqual(
      input.map((part) => part.name === 'input' && [part.tokens, part.usdPerMillionTokens]),
      [
        [50_000, 2],
        [150_000, 4],
      ],
    );
    assert.equal(sum(...parts.map(({ amount }) => amount)), '0.7');
  });

  it('is not rounded to whole tokens', () => {
    // 24 and 25 tokens: 24.5 × 2 = 0.000049
    const estimate = priceSamples([24, 25]);
    assert.equal(totalOf(estimate), '0.000049');
    assert.equal(estimate.count.tokens, 24.5);
    // 10, 11 and 14: 35 × 2 / 3 millionths, exactly
    const { total } = priceOf(priceSamples([10, 11, 14])).expected;
    assert.equal(total.numerator * 3n, 35n * 2n * 1_000_000_000n * total.denominator);
  });

  it('has one fee for one call', () => {
    const sonar = bundledModel('perplexity/sonar');
    const one = priceOf(estimateCall(sonar, exactCount(1000), { outputTokens: 0 }, NOW));
    const mean = priceOf(priceSamples([500, 1500], { outputTokens: 0 }, sonar));
    assert.equal(moneyToDecimal(mean.expected.total), moneyToDecimal(one.expected.total));
    assert.deepEqual(
      mean.expected.parts.map((part) => (part.name === 'requestFee' ? part.requests : part.tokens)),
      one.expected.parts.map((part) => (part.name === 'requestFee' ? part.requests : part.tokens)),
    );
  });

  it('knows which samples are too short to be cached', () => {
    const haiku = bundledModel('claude-haiku-4-5');
    const cached = { outputTokens: 0, cachedShare: 1 };
    // 4,000 tokens are below the minimum of 4,096 and cost 1, 6,000 cost 0.1 USD per million: (0.004 + 0.0006) / 2.
    // 5,000 tokens would all be cached: 0.0005.
    assert.equal(totalOf(priceSamples([4000, 6000], cached, haiku)), '0.0023');
  });

  it('has later calls, days and months of the mean', () => {
    const haiku = bundledModel('claude-haiku-5-5');
    const scenario = {
      outputTokens: 0,
      cachedShare: 0.8,
      cacheWrite: 'short',
      callsPerDay: 100,
    } as const;
    const each = [9000, 11_000].map((tokens) =>
      priceOf(estimateCall(haiku, exactCount(tokens), scenario, NOW)),
    );
    const mean = priceOf(priceSamples([9000, 11_000], scenario, haiku));
    const [a, b] = each;
    assert.ok(a?.later && b?.later && mean.later);
    // As 10,000 tokens do, because no minimum lies between them: 0.0012 + 99 × 0.00028 USD.
    assert.equal(moneyToDecimal(mean.perDay.expected), '0.02892');
    assert.equal(moneyToDecimal(mean.perMonth.expected), '0.8676');
    assert.equal(
      sum(mean.later.expected.total, mean.later.expected.total),
      sum(a.later.expected.total, b.later.expected.total),
    );
    assert.equal(sum(mean.perDay.high, mean.perDay.high), sum(a.perDay.high, b.perDay.high));
  });

  it('has the mean of the bands', () => {
    const sample = (tokens: number) =>
      ({ tokens, low: tokens - 10, high: tokens + 20, method: 'estimated' }) as const;
    const count = sampledCount([sample(100), sample(201)]);
    const { low, high } = priceOf(estimateCall(acme, count, { outputTokens: 0 }, NOW));
    // (90 + 191) / 2 × 2 and (120 + 221) / 2 × 2 millionths
    assert.deepEqual([low, high].map(moneyToDecimal), ['0.000281', '0.000341']);
  });

  it('is one of several texts', () => {
    const counts = [
      exactCount(1000),
      sampledCount([100_000, 300_000].map(exactCount)),
      sampledCount([10, 20, 30].map(exactCount)),
    ];
    const estimate = estimateTexts(acme, counts, { outputTokens: 100 }, NOW);
    // 1,000 × 2 + 100 × 10 = 0.003; (0.201 + 1.2015) / 2 = 0.70125; 20 × 2 + 100 × 10 = 0.00104.
    assert.equal(totalOf(estimate), '0.70529');
    assert.equal(estimate.count.tokens, 201_020);
    assert.deepEqual(estimateEach(estimate).map(totalOf), ['0.003', '0.70125', '0.00104']);
  });

  it('has turns of their own length', () => {
    const scenario = { outputTokens: 100, conversationTurns: 3, turnInputTokens: 50 };
    const [a, b] = [99_800, 199_800].map((tokens) =>
      priceOf(estimateCall(acme, exactCount(tokens), scenario, NOW)),
    );
    assert.ok(a && b);
    const { total } = priceOf(priceSamples([99_800, 199_800], scenario)).expected;
    assert.equal(sum(total, total), sum(a.expected.total, b.expected.total));
  });

  it('does not fit a model that the longest sample does not fit', () => {
    // On average 200,000 of 400,000 tokens.
    const estimate = priceSamples([1, 399_999]);
    assert.ok(fits(estimate.fit));
    assert.equal(estimate.fit.promptTokens, 399_999);
    const over = priceSamples([1, 400_001]);
    assert.ok(!fits(over.fit));
    const both = estimateTexts(acme, [exactCount(1), ...over.texts], { outputTokens: 0 }, NOW);
    assert.deepEqual(
      estimateEach(both).map(({ fit }) => fits(fit)),
      [true, false],
    );
  });

  it('has the samples of a text that names its model on that model', () => {
    const [main, own] = [bundledModel('openai/o1'), acme];
    const count = sampledCount([100_000, 300_000].map(exactCount));
    const onMain = estimateCall(main, count, { outputTokens: 0 }, NOW);
    const each = estimateOnOwn(onMain, [own], () => [count], []);
    assert.deepEqual(estimateSamples(each).map(totalOf), ['0.2', '1.2']);
  });

  it('has the estimates of its samples, and the one that costs the most', () => {
    const estimate = priceSamples([100_000, 300_000, 200]);
    assert.deepEqual(estimateSamples(estimate).map(totalOf), ['0.2', '1.2', '0.0004']);
    const worst = worstSample(estimate);
    assert.ok(worst);
    assert.deepEqual([worst.place, totalOf(worst.estimate)], [1, '1.2']);
    assert.deepEqual(
      estimateSamples(estimateCall(acme, exactCount(1), { outputTokens: 0 }, NOW)),
      [],
    );
    assert.equal(
      worstSample(estimateCall(acme, exactCount(1), { outputTokens: 0 }, NOW)),
      undefined,
    );
    // Below the minimum of 4,096, 4,000 tokens cost more than 6,000 that are cached.
    const cached = { outputTokens: 0, cachedShare: 1 };
    const haiku = bundledModel('claude-haiku-4-5');
    assert.equal(worstSample(priceSamples([6000, 4000], cached, haiku))?.place, 1);
  });
});
