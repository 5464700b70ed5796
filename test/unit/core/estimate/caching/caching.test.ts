import assert from 'node:assert/strict';
import { cachingOf, type Caching } from '../../../../../src/core/estimate/caching/caching';
import { countMany, type FileCalls } from '../../../../../src/core/estimate/counts/many';
import { estimateTexts, estimateTraining } from '../../../../../src/core/estimate/estimate';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import type { Model } from '../../../../../src/core/pricing/table/priceTable';
import type { FullScenario } from '../../../../../src/core/scenario/scenario';
import type { TokenCount } from '../../../../../src/core/tokens/tokenCount';
import { bundledModel, modelOf, tableFile } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

const AT_MS = Date.parse('2026-11-23T12:00:00Z');

function caching(
  model: Model | string,
  tokens: number | readonly TokenCount[],
  scenario: Partial<FullScenario> = {},
): Caching {
  const found = typeof model === 'string' ? bundledModel(model) : model;
  const counts = typeof tokens === 'number' ? [exact(tokens)] : tokens;
  return cachingOf(estimateTexts(found, counts, { outputTokens: 500, ...scenario }, AT_MS));
}

/** [from, at once, share of hits in 1/1000]. */
function paysFrom({ outcome }: Caching): readonly unknown[] {
  if (outcome.kind !== 'pays') return [outcome.kind];
  return [outcome.from, outcome.isAtOnce, Math.round((outcome.hitShare ?? NaN) * 1000)];
}

function sums({ outcome }: Caching, calls: number): readonly string[] {
  assert.ok(outcome.kind === 'pays' || outcome.kind === 'never');
  const { without, cached } = outcome.costs.sumOf(calls);
  return [without, cached].map(moneyToDecimal);
}

function acme(rates: object, model: object = {}, tiers: readonly object[] = []): Model {
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens: rates, tiers }];
  return modelOf(tableFile({ cacheMinimumTokens: 1024, ...model, periods }));
}

const ANTHROPIC = { input: 1, cachedInput: 0.1, cacheWrite: 1.25, cacheWriteLong: 2, output: 5 };

describe('when caching pays on a model', () => {
  it('pays from the second call for five minutes, and from the third for an hour', () => {
    // claude-haiku-5-5 at 0.1 / 0.01 / 0.125 / 0.2: (0.125 - 0.1) / (0.125 - 0.01) = 0.2174,
    // (0.2 - 0.1) / (0.2 - 0.01) = 0.5263.
    const five = caching('anthropic/claude-haiku-5-5', 10_000);
    assert.deepEqual(paysFrom(five), [2, false, 217]);
    const hour = caching('anthropic/claude-haiku-5-5', 10_000, { cacheWrite: 'long' });
    assert.deepEqual(paysFrom(hour), [3, false, 526]);
    assert.deepEqual([five.lifetime, hour.lifetime], ['short', 'long']);
    // 10,000 x 0.1 = 0.001 each; 10,000 x 0.125 = 0.00125, then 10,000 x 0.01 = 0.0001 each. Without the answers.
    assert.deepEqual(sums(five, 1), ['0.001', '0.00125']);
    assert.deepEqual(sums(five, 3), ['0.003', '0.00145']);
  });

  it('takes what is known to be the same in each call, unless a share is assumed', () => {
    const beginning = { kind: 'placeholder', count: exact(6000) } as const;
    const of = (scenario: Partial<FullScenario>, known = beginning): Caching => {
      const model = bundledModel('anthropic/claude-haiku-5-5');
      const row = estimateTexts(model, [exact(10_000)], { outputTokens: 500, ...scenario }, AT_MS);
      return cachingOf({ ...row, beginning: known });
    };
    const known = of({});
    assert.deepEqual([known.stable, known.stableShare, known.stableTokens], ['known', 0.6, 6000]);
    // 4,000 x 0.1 = 0.0004 more in each call: 0.0004 + 0.00075, then 0.0004 + 0.00006.
    assert.deepEqual(sums(known, 1), ['0.001', '0.00115']);
    assert.deepEqual(sums(known, 2), ['0.002', '0.00161']);
    assert.deepEqual(paysFrom(known), [2, false, 217]);
    const assumed = of({ cachedShare: 0.8 });
    assert.deepEqual([assumed.stable, assumed.stableTokens], ['share', 8000]);
    assert.equal(assumed.known?.share, 0.6);
    assert.equal(of({ conversationTurns: 5, turnInputTokens: 10 }).stable, 'history');
    assert.deepEqual(paysFrom(of({ treatTextAs: 'output' })), ['nothingToCache']);
    const nothing = { ...beginning, count: exact(0) };
    assert.deepEqual(paysFrom(of({}, nothing)), ['nothingToCache']);
    const short = { ...beginning, count: exact(100) };
    assert.deepEqual(paysFrom(of({}, short)), ['belowMinimum']);
  });

  it('pays at once where writing costs what sending costs', () => {
    const found = caching('openai/gpt-4.1', 10_000);
    assert.deepEqual(paysFrom(found), [2, true, 0]);
    assert.deepEqual(sums(found, 1), ['0.02', '0.02']);
  });

  it('writes the share that the scenario calls cached, else the whole prompt, and says which', () => {
    const share = caching(acme(ANTHROPIC), 10_000, { cachedShare: 0.8 });
    assert.deepEqual([share.stable, share.stableTokens], ['share', 8000]);
    // 2,000 + 8,000 x 1.25 = 12,000 millionths, then 2,000 + 8,000 x 0.1 = 2,800.
    assert.deepEqual(sums(share, 2), ['0.02', '0.0148']);
    const whole = caching(acme(ANTHROPIC), 10_000);
    assert.deepEqual([whole.stable, whole.stableTokens], ['prompt', 10_000]);
    // The break-even does not depend on how much is stable.
    assert.deepEqual(paysFrom(share), paysFrom(whole));
  });

  it('says that nothing is cached below the minimum, and that a minimum is unknown', () => {
    assert.equal(caching(acme(ANTHROPIC), 1023).outcome.kind, 'belowMinimum');
    assert.deepEqual(paysFrom(caching(acme(ANTHROPIC), 1024)), [2, false, 217]);
    // Of 2,000 tokens 1,000 are stable.
    const share = caching(acme(ANTHROPIC), 2000, { cachedShare: 0.5 });
    assert.deepEqual([share.outcome.kind, share.minimumTokens], ['belowMinimum', 1024]);
    const unknown = caching(acme(ANTHROPIC, { cacheMinimumTokens: undefined }), 3);
    assert.deepEqual([...paysFrom(unknown), unknown.minimumTokens], [2, false, 217, undefined]);
  });

  it('tells that the minimum lies within the band of an estimated count', () => {
    const band = (low: number, tokens: number, high: number): readonly TokenCount[] => [
      { low, tokens, high, method: 'estimated' },
    ];
    const isNear = (counts: readonly TokenCount[]): boolean =>
      caching(acme(ANTHROPIC), counts).isNearMinimum;
    assert.equal(isNear(band(1000, 1010, 1100)), true);
    assert.equal(isNear(band(900, 1000, 1023)), false);
    assert.equal(isNear(band(1024, 1100, 1200)), false);
  });

  it('never pays where reading costs as much, and says which rate is unknown', () => {
    const never = { ...ANTHROPIC, cachedInput: 1 };
    assert.deepEqual(paysFrom(caching(acme(never), 2000)), ['never']);
    const { cachedInput: _, ...noRead } = ANTHROPIC;
    assert.deepEqual(caching(acme(noRead), 2000).outcome, {
      kind: 'unpriced',
      reason: 'noCachedInputRate',
    });
    const { cacheWrite: _write, ...noWrite } = ANTHROPIC;
    assert.deepEqual(caching(acme(noWrite), 2000).outcome, {
      kind: 'unpriced',
      reason: 'noCacheWriteRate',
    });
    // A model without output rate has prompts nevertheless.
    const { output: _output, ...noOutput } = ANTHROPIC;
    assert.equal(caching(acme(noOutput), 2000).outcome.kind, 'pays');
  });

  it('has the rates of the tier that the prompt is in, and the factors of the terms', () => {
    // From 200,000 tokens on a write costs 4 x the input: (8 - 2) / (2 - 0.2) = 3.3, so 5 calls.
    const long = { input: 2, cachedInput: 0.2, cacheWrite: 8, output: 10 };
    const tiers = [{ fromPromptTokens: 200_000, usdPerMillionTokens: long }];
    const tiered = acme(ANTHROPIC, {}, tiers);
    assert.deepEqual(paysFrom(caching(tiered, 199_999)), [2, false, 217]);
    assert.deepEqual(paysFrom(caching(tiered, 200_000)), [5, false, 769]);
    // A tier without rates.
    const unknown = acme(ANTHROPIC, {}, [{ fromPromptTokens: 200_000, usdPerMillionTokens: {} }]);
    assert.deepEqual(caching(unknown, 200_000).outcome, {
      kind: 'unpriced',
      reason: 'noLongPromptRate',
    });
    // Google does not halve cached input in a batch: input and write 2 x 1/2 = 1, cached input 0.20.
    const batch = caching('google/gemini-3.1-pro-preview', 10_000, { batch: true });
    assert.deepEqual(sums(batch, 2), ['0.02', '0.012']);
  });

  it('leaves fees and answers out', () => {
    const { outcome } = caching('anthropic/claude-haiku-5-5', 10_000, {
      outputTokens: 100_000,
      reasoningTokens: 5000,
    });
    assert.ok(outcome.kind === 'pays');
    assert.equal(moneyToDecimal(outcome.costs.sumOf(1).without), '0.001');
  });

  it('is that of the longest text', () => {
    const several = caching(acme(ANTHROPIC), [exact(10), exact(5000), exact(900)]);
    assert.deepEqual([several.stableTokens, ...paysFrom(several)], [5000, 2, false, 217]);
  });

  it('is that of the longest request of a file, examples for fine-tuning aside', () => {
    const many = (tokens: number) => countMany([{ count: exact(tokens), times: 2, call: 0 }]);
    const batch: FileCalls = { each: [{}], batch: true };
    const training: FileCalls = { each: [{}], isTraining: true };
    const counts = [exact(10), many(5000), many(9000)];
    const several = cachingOf(
      estimateTexts(acme(ANTHROPIC), counts, { outputTokens: 500 }, AT_MS, [{}, batch, training]),
    );
    assert.equal(several.stableTokens, 5000);
  });

  it('has none for examples of fine-tuning', () => {
    const model = acme(ANTHROPIC);
    const { outcome } = cachingOf(
      estimateTraining(model, [exact(5000)], { outputTokens: 500 }, AT_MS),
    );
    assert.deepEqual(outcome, { kind: 'unpriced', reason: 'training' });
  });

  it('has nothing to cache where the text is the answer', () => {
    const found = caching(acme(ANTHROPIC), 2000, { treatTextAs: 'output' });
    assert.equal(found.outcome.kind, 'nothingToCache');
    // A thousandth of 100 tokens is none.
    const none = caching(acme(ANTHROPIC), 100, { cachedShare: 0.001 });
    assert.equal(none.outcome.kind, 'nothingToCache');
  });
});

describe('when caching pays in a conversation', () => {
  const turns = { conversationTurns: 3, turnInputTokens: 1000, outputTokens: 1000 };

  it('caches the history, which grows', () => {
    // Prompts of 3,000, 5,000 and 7,000 tokens at 1: 15,000 without.
    // With: 3,000 x 1.25 = 3,750; 3,000 x 0.1 + 2,000 x 1.25 = 2,800; 5,000 x 0.1 + 2,500 = 3,000.
    // Written anew in each turn: 15,000 x 1.25 = 18,750. Hits: (18,750 - 15,000) / (18,750 - 9,550) = 0.408
    const found = caching(acme(ANTHROPIC), 2000, turns);
    assert.deepEqual([found.unit, found.stable, found.stableTokens], ['turns', 'history', 3000]);
    assert.deepEqual(paysFrom(found), [2, false, 408]);
    assert.deepEqual(sums(found, 1), ['0.003', '0.00375']);
    assert.deepEqual(sums(found, 2), ['0.008', '0.00655']);
    assert.deepEqual(sums(found, 3), ['0.015', '0.00955']);
    assert.equal(found.outcome.kind === 'pays' && found.outcome.costs.most, 3);
  });

  it('pays later for an hour, or not within the turns', () => {
    // Writes at 2: 6,000; 300 + 4,000 = 4,300; 500 + 4,000 = 4,500. After 2 turns 10,300 > 8,000, after 3 14,800 < 15,000.
    const hour = caching(acme(ANTHROPIC), 2000, { ...turns, cacheWrite: 'long' });
    assert.deepEqual(paysFrom(hour).slice(0, 2), [3, false]);
    const short = { ...turns, conversationTurns: 2, cacheWrite: 'long' } as const;
    assert.equal(caching(acme(ANTHROPIC), 2000, short).outcome.kind, 'never');
  });

  it('caches nothing until a turn reaches the minimum', () => {
    // Prompts of 600 and 1,100 tokens: the first is below 1,024, the second writes 1,100 and nobody reads it.
    const short = { conversationTurns: 2, turnInputTokens: 250, outputTokens: 250 };
    assert.equal(caching(acme(ANTHROPIC), 350, short).outcome.kind, 'never');
    assert.equal(caching(acme(ANTHROPIC), 100, short).outcome.kind, 'belowMinimum');
    // A third of 1,600 reads 1,100: 600 + 1,375 + 110 + 625 = 2,710 < 3,300.
    const longer = caching(acme(ANTHROPIC), 350, { ...short, conversationTurns: 3 });
    assert.deepEqual(paysFrom(longer).slice(0, 2), [3, false]);
  });

  it('keeps to the share where the history is not cached', () => {
    // 2,000 of the first prompt of 3,000: 1,000 + 2,500 = 3,500, then 3,000 + 200 = 3,200, 5,000 + 200 = 5,200.
    const found = caching(acme(ANTHROPIC), 2000, { ...turns, cachedShare: 2 / 3 });
    assert.deepEqual([found.stable, found.stableTokens], ['share', 2000]);
    assert.deepEqual(sums(found, 3), ['0.015', '0.0119']);
  });

  it('grows with answers where the text is the answer', () => {
    // Prompts of 1,000 and 4,000 tokens: the first is below the minimum of 1,024.
    const found = caching(acme(ANTHROPIC), 2000, { ...turns, treatTextAs: 'output' });
    assert.equal(found.unit, 'turns');
    assert.deepEqual(sums(found, 2), ['0.005', '0.006']);
  });
});
