import assert from 'node:assert/strict';
import type { BeginningKind } from '../../../../src/core/beginningKind';
import { cachingOf } from '../../../../src/core/estimate/caching/caching';
import type { Estimate } from '../../../../src/core/estimate/estimate';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import type { TokenCount } from '../../../../src/core/tokens/tokenCount';
import { cachingCell, describeCaching, knownBeginning } from '../../../../src/wording/page/caching';
import { cachingDetails, cachingNotes } from '../../../../src/wording/page/cachingDetails';
import { ENGLISH } from '../../../../src/wording/words';
import { bundledModel, modelOf, tableFile } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const AT_MS = Date.parse('2026-11-23');
const HAIKU = 'anthropic/claude-haiku-5-5';

function row(
  model: Model | string,
  count: number | TokenCount,
  scenario: Partial<Scenario> = {},
): Estimate {
  const found = typeof model === 'string' ? bundledModel(model) : model;
  const counts = [typeof count === 'number' ? exact(count) : count];
  return rowOf(found, counts, { outputTokens: 500, ...scenario }, AT_MS);
}

function sentence(...args: Parameters<typeof row>): string {
  return describeCaching(ENGLISH, cachingOf(row(...args)));
}

function notes(...args: Parameters<typeof row>): readonly string[] {
  const estimate = row(...args);
  return cachingNotes(ENGLISH, estimate, cachingOf(estimate));
}

function acme(rates: object): Model {
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens: rates }];
  return modelOf(tableFile({ cacheMinimumTokens: 1024, periods }));
}

describe('sentences on when caching pays', () => {
  it('say what is the same in each call', () => {
    const of = (kind: BeginningKind, count = exact(3120)): readonly string[] =>
      knownBeginning(
        ENGLISH,
        cachingOf({ ...row(HAIKU, 10_000), beginning: { kind, count } }).known,
      );
    assert.deepEqual(of('placeholder'), [
      'Each call begins with the same 3,120 tokens: all before the first placeholder (31.2% of the prompt).',
    ]);
    assert.deepEqual(of('system'), [
      'Each call begins with the same 3,120 tokens: the tools and the system prompt (31.2% of the prompt).',
    ]);
    assert.deepEqual(of('difference', exact(1)), [
      'Each request begins with the same 1 token: all before the first difference (0.01% of the longest prompt).',
    ]);
    assert.deepEqual(of('system', exact(0)), []);
    const known = cachingOf({
      ...row(HAIKU, 10_000),
      beginning: { kind: 'system', count: exact(3120) },
    });
    assert.equal(
      describeCaching(ENGLISH, known),
      'Writing the first 3,120 tokens to the cache pays from 2 calls on; below a hit rate of 21.7% it costs more.',
    );
  });

  it('name what is stable, the calls and the hit rate', () => {
    assert.equal(
      sentence(HAIKU, 10_000),
      'Writing the whole prompt to the cache pays from 2 calls on; below a hit rate of 21.7% it costs more.',
    );
    assert.equal(
      sentence(HAIKU, 10_000, { cachedShare: 0.8, cacheWrite: 'long' }),
      'Writing 80% of the prompt to the cache pays from 3 calls on; below a hit rate of 52.6% it costs more.',
    );
    assert.equal(
      sentence('openai/gpt-4.1', 10_000),
      'Writing the whole prompt to the cache pays from 2 calls on, at no extra cost.',
    );
  });

  it('say why it does not pay, or that it is not known', () => {
    assert.equal(
      sentence('openai/gpt-4.1', 1023),
      'Nothing is cached: 1,023 tokens at the beginning are fewer than the 1,024 from which this model caches.',
    );
    assert.equal(
      sentence(acme({ input: 1, cachedInput: 1, cacheWrite: 1, output: 1 }), 2000),
      'Writing the whole prompt to the cache never pays: reading it costs no less than sending it.',
    );
    assert.equal(
      sentence(acme({ input: 1, output: 1 }), 2000),
      'Whether caching pays is not known. No price: the price table has no cache-write rate for this model.',
    );
    assert.equal(
      sentence(HAIKU, 10_000, { treatTextAs: 'output' }),
      'There is no stable beginning of a prompt to cache.',
    );
  });

  it('are of turns in a conversation', () => {
    const turns = { conversationTurns: 3, turnInputTokens: 1000, outputTokens: 1000 };
    const model = acme({
      input: 1,
      cachedInput: 0.1,
      cacheWrite: 1.25,
      cacheWriteLong: 2,
      output: 5,
    });
    assert.equal(
      sentence(model, 2000, turns),
      "Writing each turn's prompt to the cache pays from turn 2 on; below a hit rate of 40.8% it costs more.",
    );
    assert.equal(
      sentence(model, 2000, { ...turns, conversationTurns: 2, cacheWrite: 'long' }),
      "Writing each turn's prompt to the cache does not pay within 2 turns.",
    );
    assert.equal(
      sentence(model, 100, { ...turns, turnInputTokens: 10, outputTokens: 10 }),
      'Nothing is cached: no turn reaches the 1,024 tokens from which this model caches.',
    );
    // 3,000 + 5,000 = 8,000 without; 3,750 + 2,800 = 6,550 with. All: 18,750 written, 15,000 without, 9,550 read.
    assert.deepEqual(notes(model, 2000, turns), [
      '2 turns: $0.00655 with the cache, $0.00800 without.',
      'Hit rate of the turns after the first, with the costs of all: (all written $0.0188 − without $0.0150) / (all written $0.0188 − read $0.00955) = 40.8%.',
    ]);
  });

  it('show the calculation', () => {
    assert.deepEqual(notes('openai/gpt-4.1', 10_000), [
      '2 calls: $0.0200 + 1 × $0.00500 = $0.0250 with the cache, 2 × $0.0200 = $0.0400 without.',
    ]);
    assert.deepEqual(notes('anthropic/claude-sonnet-4-5', 10_000), [
      '2 calls: $0.0375 + 1 × $0.00300 = $0.0405 with the cache, 2 × $0.0300 = $0.0600 without.',
      'Hit rate: (write $0.0375 − send $0.0300) / (write $0.0375 − read $0.00300) = 21.7%.',
    ]);
  });

  it('have the calculation of an explicit cache where storage is billed', () => {
    // 10,000 x 2 = 0.02, x 4.50 = 0.045 an hour, x 0.2 = 0.002: 0.065 / 0.018 = 3.6.
    assert.equal(
      notes('google/gemini-3.1-pro-preview', 10_000)[1],
      'An explicit cache, which is sure to be found, pays from 4 calls within an hour on: $0.0200 to write it, $0.0450 to keep it for the hour ($4.50 per million tokens and hour), then $0.00200 for each prompt instead of $0.0200.',
    );
  });

  it('say that a minimum is unknown, or within the band of the count', () => {
    const unknown = modelOf(
      tableFile({
        periods: [
          {
            from: null,
            to: null,
            source: 'page',
            usdPerMillionTokens: { input: 1, cachedInput: 0.5, cacheWrite: 1, output: 2 },
          },
        ],
      }),
    );
    assert.equal(
      notes(unknown, 10).at(-1),
      'The shortest prompt that this model caches is unknown: it pays if the prompt is long enough.',
    );
    const band = { low: 1000, tokens: 1100, high: 1200, method: 'estimated' } as const;
    assert.equal(
      notes('openai/gpt-4.1', band).at(-1),
      'The count is estimated: whether it reaches the 1,024 tokens from which this model caches is not certain.',
    );
  });

  it('have the other lifetime in the detail of a model, if it is sold', () => {
    assert.equal(
      cachingDetails(ENGLISH, row(HAIKU, 10_000)).at(-1),
      'Long lifetime, such as 1 hour: Writing the whole prompt to the cache pays from 3 calls on; below a hit rate of 52.6% it costs more.',
    );
    const gpt = cachingDetails(ENGLISH, row('openai/gpt-4.1', 10_000));
    assert.equal(gpt.length, 2);
  });

  it('are a word or two in a table', () => {
    const cell = (...args: Parameters<typeof row>): string =>
      cachingCell(ENGLISH, cachingOf(row(...args)));
    assert.equal(cell(HAIKU, 10_000), 'from 2 calls');
    assert.equal(cell('openai/gpt-4.1', 10_000), 'from 2 calls');
    assert.equal(cell('openai/gpt-4.1', 10), 'too short');
    assert.equal(cell(acme({ input: 1, cachedInput: 1, cacheWrite: 1, output: 1 }), 2000), 'never');
    assert.equal(cell(acme({ input: 1, output: 1 }), 2000), '');
    assert.equal(cell(HAIKU, 10_000, { conversationTurns: 5, turnInputTokens: 10 }), 'from turn 2');
  });
});
