import assert from 'node:assert/strict';
import { estimateCall, type Priced } from '../../../../src/core/estimate/estimate';
import type { CostPart } from '../../../../src/core/estimate/cost/parts';
import { projectCost } from '../../../../src/core/estimate/projection';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel, modelOf, tableFile } from '../../../support/priceTables';

const now = '2026-11-23T12:00:00Z';

function price(
  model: Model | string,
  inputTokens: number,
  scenario: Partial<Scenario> = {},
  at = now,
): Priced | string {
  const found = typeof model === 'string' ? bundledModel(model) : model;
  const full = { outputTokens: 0, ...scenario };
  const estimate = estimateCall(found, exactCount(inputTokens), full, Date.parse(at));
  return estimate.price.kind === 'priced' ? estimate.price : estimate.price.reason;
}

function total(...args: Parameters<typeof price>): string {
  const result = price(...args);
  return typeof result === 'string' ? result : moneyToDecimal(result.expected.total);
}

/** "name tokens @ rate = amount" of each part. */
function parts(...args: Parameters<typeof price>): readonly string[] {
  const result = price(...args);
  if (typeof result === 'string') return [result];
  return result.expected.parts.map(partText);
}

function partText(part: CostPart): string {
  const amount = moneyToDecimal(part.amount);
  return part.name === 'requestFee'
    ? `requestFee ${part.requests} @ ${part.usdPerThousandRequests} = ${amount}`
    : `${part.name} ${part.tokens} @ ${part.usdPerMillionTokens} = ${amount}`;
}

function acme(rates: object, model: object = {}): Model {
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens: rates }];
  return modelOf(tableFile({ periods, ...model }));
}

describe('billing rules: caching', () => {
  it('prices cached input at its own rate, rounded to whole tokens', () => {
    // 8,000 of 10,000: 2,000 x 0.55 + 8,000 x 0.14 = 1,100 + 1,120 millionths
    assert.deepStrictEqual(parts('deepseek/deepseek-r1', 10_000, { cachedShare: 0.8 }), [
      'input 2000 @ 0.55 = 0.0011',
      'cachedInput 8000 @ 0.14 = 0.00112',
      'output 0 @ 2.19 = 0',
    ]);
    assert.deepStrictEqual(parts('deepseek/deepseek-r1', 3, { cachedShare: 0.5 }).slice(0, 2), [
      'input 1 @ 0.55 = 0.00000055',
      'cachedInput 2 @ 0.14 = 0.00000028',
    ]);
  });

  it('prices cache writes by lifetime', () => {
    const writes = ['short', 'long'] as const;
    const all = { cachedShare: 1 };
    assert.deepStrictEqual(
      writes.map((cacheWrite) => parts('claude-haiku-5-5', 10_000, { ...all, cacheWrite })[1]),
      ['cacheWrite 10000 @ 0.125 = 0.00125', 'cacheWrite 10000 @ 0.2 = 0.002'],
    );
  });

  it('writes the cached share in the first call and reads it in each later one', () => {
    const caching = { cachedShare: 0.8, cacheWrite: 'short', callsPerDay: 100 } as const;
    const scenario = { outputTokens: 0, ...caching };
    assert.deepStrictEqual(parts('claude-haiku-5-5', 10_000, scenario), [
      'input 2000 @ 0.1 = 0.0002',
      'cacheWrite 8000 @ 0.125 = 0.001',
      'output 0 @ 0.5 = 0',
    ]);
    const first = price('claude-haiku-5-5', 10_000, scenario);
    assert.ok(typeof first === 'object' && first.later);
    assert.deepStrictEqual(first.later.expected.parts.map(partText), [
      'input 2000 @ 0.1 = 0.0002',
      'cachedInput 8000 @ 0.01 = 0.00008',
      'output 0 @ 0.5 = 0',
    ]);
    // A day: 0.0012 + 99 x 0.00028; without calls nothing; one call is the first.
    const day = (callsPerDay: number): string =>
      moneyToDecimal(projectCost(first, { ...scenario, callsPerDay }, 1).expected);
    assert.deepStrictEqual([0, 1, 2, 100].map(day), ['0', '0.0012', '0.00148', '0.02892']);
    assert.equal(moneyToDecimal(projectCost(first, scenario, 30).expected), '0.8676');
  });

  it('has the same price for later calls if nothing is written', () => {
    const laterOf = (model: string, tokens: number, scenario: Partial<Scenario>) => {
      const result = price(model, tokens, scenario);
      return typeof result === 'string' ? result : result.later;
    };
    const short = { cacheWrite: 'short' } as const;
    assert.deepStrictEqual(
      [
        laterOf('claude-haiku-5-5', 10_000, { cachedShare: 0.8 }),
        laterOf('claude-haiku-5-5', 10_000, short),
        // 4,095 tokens are below the minimum.
        laterOf('claude-haiku-4-5', 4095, { ...short, cachedShare: 1 }),
      ],
      [undefined, undefined, undefined],
    );
    assert.equal(total('claude-haiku-5-5', 10_000, short), '0.001');
  });

  it('bills cache writes as input if the vendor charges no more', () => {
    const short = { cachedShare: 0.8, cacheWrite: 'short' } as const;
    // gpt-4.1 at 2 and 0.5: 10,000 x 2 first, then 2,000 x 2 + 8,000 x 0.5
    assert.equal(total('gpt-4.1', 10_000, short), '0.02');
    const first = price('gpt-4.1', 10_000, short);
    assert.ok(typeof first === 'object' && first.later);
    assert.equal(moneyToDecimal(first.later.expected.total), '0.008');
    assert.equal(total('gpt-4.1', 10_000, { ...short, cacheWrite: 'long' }), 'noCacheWriteRate');
    assert.equal(total('gpt-6-luna', 10_000, { ...short, cachedShare: 1 }), '0.00125');
  });

  it('caches nothing below the minimum, and reports it', () => {
    // claude-haiku-4-5 caches from 4,096 tokens on, at 1 / 0.1 / 1.25.
    const haiku = (tokens: number): string => total('claude-haiku-4-5', tokens, { cachedShare: 1 });
    assert.deepStrictEqual([4095, 4096].map(haiku), ['0.004095', '0.0004096']);
    const write = { cachedShare: 1, cacheWrite: 'short' } as const;
    const below = price('claude-haiku-4-5', 4095, write);
    assert.ok(typeof below === 'object');
    assert.equal(below.derivation.belowCacheMinimum, true);
    assert.equal(total('claude-haiku-4-5', 4096, write), '0.00512');
  });

  it('has no price when a cache rate is unknown, unless nothing is cached', () => {
    const model = acme({ input: 1, output: 2 }, { cacheMinimumTokens: 100 });
    assert.deepStrictEqual(
      [
        total(model, 100, { cachedShare: 1 }),
        total(model, 99, { cachedShare: 1 }),
        total(model, 100, { cachedShare: 1, cacheWrite: 'short' }),
        total(acme({ input: 1, cachedInput: 0, output: 2 }), 100, { cachedShare: 1 }),
      ],
      ['noCachedInputRate', '0.000099', 'noCacheWriteRate', '0'],
    );
  });

  it('counts cached tokens toward the long-context tier', () => {
    // gpt-6-luna above 272,000: 0.2, cached 0.02.
    assert.equal(total('gpt-6-luna', 272_000, { cachedShare: 1 }), '0.00272');
    assert.equal(total('gpt-6-luna', 272_001, { cachedShare: 1 }), '0.00544002');
  });
});

describe('billing rules: terms of requests', () => {
  it('multiplies the rates of a tier by the batch factor, exactly', () => {
    // 300,000 x 0.2 x 1/2 and 1,000 x 0.75 x 1/2
    const terms = { outputTokens: 1000, batch: true };
    assert.equal(total('gpt-6-luna', 300_000, terms), '0.030375');
    // One token in and out, batch in a region: (0.1 + 0.5) x 1/2 x 11/10 = 0.33 millionths
    assert.equal(
      total('gpt-6-luna', 1, { ...terms, outputTokens: 1, regional: true }),
      '0.00000033',
    );
    assert.equal(total('kimi-k2.5', 1_000_000, { batch: true }), '0.36');
  });

  it('knows flex, fast and ultrafast, and when ultrafast rises', () => {
    assert.equal(total('gpt-6-luna', 1_000_000, { serviceTier: 'flex' }), '0.1');
    assert.equal(total('gpt-6-luna', 200_000, { serviceTier: 'fast' }), '0.04');
    const ultrafast = (at: string): string =>
      total('gpt-6.2-sol', 100_000, { serviceTier: 'ultrafast' }, at);
    assert.deepStrictEqual(['2027-03-01T07:59:59Z', '2027-03-01T08:00:00Z'].map(ultrafast), [
      '0.6',
      '1.2',
    ]);
  });

  it('has no price for terms that are unknown or cannot be combined', () => {
    assert.equal(total('deepseek-flash', 1, { batch: true }), 'noBatch');
    assert.equal(total('gpt-4o', 1, { serviceTier: 'flex' }), 'noServiceTier');
    assert.equal(total('gpt-4o', 1, { regional: true }), 'noRegional');
    assert.equal(total('gpt-6-luna', 1, { batch: true, serviceTier: 'flex' }), 'batchHasNoTiers');
  });

  it('does not halve cached input in a batch of Google: a cache hit costs what it costs outside one', () => {
    // 14,666 x 0.125 millionths, of which a batch halves nothing
    const cached = { cachedShare: 1 };
    assert.equal(total('gemini-2.5-pro', 14_666, cached), '0.00183325');
    assert.deepStrictEqual(parts('gemini-2.5-pro', 14_666, { ...cached, batch: true }), [
      'input 0 @ 1.25 = 0',
      'cachedInput 14666 @ 0.125 = 0.00183325',
      'output 0 @ 10 = 0',
    ]);
    // Half of the prompt is fresh and half of it cached: 10,000 x 1.25 x 1/2 + 10,000 x 0.125, and 100 x 10 x 1/2
    const half = { cachedShare: 0.5, batch: true, outputTokens: 100 };
    assert.equal(total('gemini-2.5-pro', 20_000, half), '0.008');
    // Flex, and a batch of Anthropic, halve all: 10,000 x 0.125 x 1/2; 10,000 x 0.1 x 1/2
    const flex = { cachedShare: 1, serviceTier: 'flex' } as const;
    assert.equal(total('gemini-2.5-pro', 10_000, flex), '0.000625');
    assert.equal(total('claude-haiku-4-5', 10_000, { ...cached, batch: true }), '0.0005');
  });

  it('has no price for cached input in a batch if the vendor does not say what it costs', () => {
    const scenario = { cachedShare: 0.5, batch: true };
    assert.equal(total('mistral-medium-3-5', 10_000, scenario), 'factorUnknownForRate');
    // 10,000 x 1.5 x 1/2
    assert.equal(total('mistral-medium-3-5', 10_000, { batch: true }), '0.0075');
  });

  it('has no fast price for prompts for which it is not sold', () => {
    const fast = { serviceTier: 'fast' } as const;
    // 272,000 x 5 x 5/2
    assert.equal(total('gpt-5.5', 272_000, fast), '3.4');
    assert.equal(total('gpt-5.5', 272_001, fast), 'serviceTierExcludesLength');
    // GPT-6 is sold fast at any length: 272,001 x 0.2 x 2
    assert.equal(total('gpt-6-luna', 272_001, fast), '0.1088004');
  });

  it('has no price if the vendor also bills what the model looks up by itself', () => {
    assert.equal(total('sonar-deep-research', 1000), 'unknownFees');
  });

  it('does not multiply fees', () => {
    const periods = [
      {
        from: null,
        to: null,
        source: 'page',
        usdPerMillionTokens: { input: 1 },
        usdPerThousandRequests: 5,
      },
    ];
    const factors = { batch: { numerator: 1, denominator: 2, source: 'page' } };
    const model = modelOf(tableFile({ periods, factors }));
    assert.equal(total(model, 1_000_000, { batch: true }), '0.505');
  });
});

describe('billing rules: answers and fees', () => {
  it('bills reasoning as output', () => {
    assert.deepStrictEqual(parts('o1', 0, { outputTokens: 500, reasoningTokens: 1500 }), [
      'input 0 @ 15 = 0',
      'output 500 @ 60 = 0.03',
      'reasoning 1500 @ 60 = 0.09',
    ]);
  });

  // The first previews of Gemini 2.5 Flash: 0.60 for an answer alone, 3.50 for thoughts and the answer after them.
  it('bills the answer after reasoning at its rate where the vendor does', () => {
    const id = 'google/gemini-2.5-flash-preview-04-17';
    const thinking = { outputTokens: 500, reasoningTokens: 1000 };
    assert.deepStrictEqual(parts(id, 1000, thinking, '2025-05-01'), [
      'input 1000 @ 0.15 = 0.00015',
      'output 500 @ 3.5 = 0.00175',
      'reasoning 1000 @ 3.5 = 0.0035',
    ]);
    assert.deepStrictEqual(parts(id, 1000, { outputTokens: 500 }, '2025-05-01'), [
      'input 1000 @ 0.15 = 0.00015',
      'output 500 @ 0.6 = 0.0003',
    ]);
    // Alibaba: 1.20 without thinking, 4 with it.
    assert.equal(total('alibaba/qwen-plus', 0, { outputTokens: 1_000_000 }), '1.2');
    assert.equal(
      total('alibaba/qwen-plus', 0, { outputTokens: 1_000_000, reasoningTokens: 1_000_000 }),
      '8',
    );
  });

  it('bills reasoning at the reasoning rate if there is one', () => {
    // 0.002 + 0.004 + 0.03
    const scenario = { outputTokens: 500, reasoningTokens: 10_000 };
    const research = acme({ input: 2, output: 8, reasoning: 3 });
    assert.equal(total(research, 1000, scenario), '0.036');
    const model = acme({ input: 1, reasoning: 3 });
    assert.equal(total(model, 0, { reasoningTokens: 1_000_000 }), '3');
    assert.equal(total(model, 0, { reasoningTokens: 1, outputTokens: 1 }), 'noOutputRate');
  });

  it('adds the fee of each request', () => {
    assert.deepStrictEqual(parts('sonar-pro', 1000, { outputTokens: 500 }), [
      'input 1000 @ 3 = 0.003',
      'requestFee 1 @ 6 = 0.006',
      'output 500 @ 15 = 0.0075',
    ]);
    const turns = parts('sonar-pro', 0, { conversationTurns: 3 }).join();
    assert.match(turns, /requestFee 3 @ 6 = 0\.018/);
  });

  it('adds the message overhead that a vendor documents', () => {
    // 2 x 4 + 3 = 11 tokens beside 989 at 2.5
    assert.equal(total('gpt-4o', 989, { messages: 2 }), '0.0025');
    assert.equal(total('gpt-4o', 989), '0.0024725');
    // 2 x 4 + 2 = 10 tokens beside 990 at 0.1
    assert.equal(total('gpt-6-luna', 990, { messages: 2 }), '0.0001');
    assert.equal(total('o1', 1000, { messages: 2 }), '0.015');
  });
});

describe('billing rules: conversations', () => {
  const talk = { outputTokens: 500, conversationTurns: 20, turnInputTokens: 500 };

  it('sends the history again in each turn: $0.1539 for twenty turns on the seed R1, not $0.0285', () => {
    const at = '2025-01-27';
    assert.equal(total('deepseek/deepseek-r1', 2000, talk, at), '0.1539');
    const once = { outputTokens: 10_000 };
    assert.equal(total('deepseek/deepseek-r1', 12_000, once, at), '0.0285');
  });

  it("reads the previous turn's prompt from the cache", () => {
    assert.deepStrictEqual(
      parts('deepseek/deepseek-r1', 2000, { ...talk, cacheHistory: true }, '2025-01-27'),
      [
        'input 21500 @ 0.55 = 0.011825',
        'cachedInput 218500 @ 0.14 = 0.03059',
        'output 10000 @ 2.19 = 0.0219',
      ],
    );
  });

  it('writes each turn to the cache and reads it in the next', () => {
    // claude-sonnet-5: 2 / 0.2 / 2.5 write; prompts of 2,500 and 3,500 tokens
    const two = { ...talk, conversationTurns: 2, cacheHistory: true, cacheWrite: 'short' } as const;
    assert.deepStrictEqual(parts('claude-sonnet-5', 2000, two), [
      'input 0 @ 2 = 0',
      'cachedInput 2500 @ 0.2 = 0.0005',
      'cacheWrite 3500 @ 2.5 = 0.00875',
      'output 1000 @ 10 = 0.01',
    ]);
    // The next conversation of the day finds half of its first prompt, 1,250 tokens, in the cache.
    const shared = price('claude-sonnet-5', 2000, { ...two, cachedShare: 0.5 });
    assert.ok(typeof shared === 'object' && shared.later);
    assert.deepStrictEqual(shared.later.expected.parts.map(partText).slice(1, 3), [
      'cachedInput 3750 @ 0.2 = 0.00075',
      'cacheWrite 2250 @ 2.5 = 0.005625',
    ]);
  });

  it('writes the part that all turns share only in the first turn', () => {
    // Prompts of 2,500 and 3,500 tokens, of which 2,000 are shared.
    const two = { ...talk, conversationTurns: 2, cachedShare: 0.8, cacheWrite: 'short' } as const;
    assert.deepStrictEqual(parts('claude-sonnet-5', 2000, two).slice(0, 3), [
      'input 2000 @ 2 = 0.004',
      'cachedInput 2000 @ 0.2 = 0.0004',
      'cacheWrite 2000 @ 2.5 = 0.005',
    ]);
  });

  it('reprices the turns whose prompt passes a tier, and no others', () => {
    // gpt-6-luna: 271,000 and, after 1,000 + 1, 272,001 tokens at twice the rate.
    const two = { outputTokens: 1000, conversationTurns: 2, turnInputTokens: 1 };
    assert.deepStrictEqual(parts('gpt-6-luna', 270_999, two), [
      'input 271000 @ 0.1 = 0.0271',
      'output 1000 @ 0.5 = 0.0005',
      'input 272001 @ 0.2 = 0.0544002',
      'output 1000 @ 0.75 = 0.00075',
    ]);
  });

  it("counts the overhead of each turn's messages", () => {
    const result = price('gpt-4o', 0, { messages: 2, conversationTurns: 2 });
    assert.ok(typeof result === 'object');
    assert.deepStrictEqual(result.derivation, {
      calls: 2,
      // 2 x 4 + 3, then 4 x 4 + 3
      promptTokens: 11 + 19,
      belowCacheMinimum: false,
      cacheMinimumUnknown: false,
    });
    const reasoning = price('gpt-6-luna', 0, { messages: 2, conversationTurns: 2 });
    assert.ok(typeof reasoning === 'object');
    // 2 x 4 + 2, then 4 x 4 + 2, and 2 more for the answer that is sent again
    assert.equal(reasoning.derivation.promptTokens, 10 + 20);
  });
});
