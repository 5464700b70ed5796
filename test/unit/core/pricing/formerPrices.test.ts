import assert from 'node:assert/strict';
import { lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import { mayNotHaveBegun } from '../../../../src/core/pricing/staleness';
import { bundledModel } from '../../../support/priceTables';

function at(id: string, day: string, promptTokens = 1000) {
  const found = lookUpRates(bundledModel(id), Date.parse(day), promptTokens);
  assert.equal(found.kind, 'rates', `${id} at ${day}`);
  return found;
}

/** Old logs are priced by day: a price holds from its own day on, not for the whole life of a model. */
describe('prices that models had in the past', () => {
  it('are those of the day', () => {
    for (const [id, day, input, output] of [
      // OpenAI, 2023-06-13: input 25 % cheaper; 2024-02-16: the name means gpt-3.5-turbo-0125.
      ['openai/gpt-3.5-turbo', '2023-06-12', 2, 2],
      ['openai/gpt-3.5-turbo', '2023-06-13', 1.5, 2],
      ['openai/gpt-3.5-turbo', '2024-02-15', 1.5, 2],
      ['openai/gpt-3.5-turbo', '2024-02-16', 0.5, 1.5],
      // The version had its price from its release on.
      ['openai/gpt-3.5-turbo-0125', '2024-01-26', 0.5, 1.5],
      ['openai/gpt-3.5-0301', '2023-04-01', 2, 2],
      ['openai/text-embedding-ada-002', '2023-06-12', 0.4, undefined],
      ['openai/text-embedding-ada-002', '2023-06-13', 0.1, undefined],
      // The name gpt-4o means gpt-4o-2024-08-06 since 2024-10-02.
      ['openai/gpt-4o', '2024-10-01', 5, 15],
      ['openai/gpt-4o', '2024-10-02', 2.5, 10],
      ['openai/gpt-4o-2024-08-06', '2024-08-06', 2.5, 10],
      ['openai/gpt-4o-2024-05-13', '2024-10-02', 5, 15],
      // Cut on the day of o3-mini.
      ['openai/o1-mini', '2025-01-30', 3, 12],
      ['openai/o1-mini', '2025-01-31', 1.1, 4.4],
      ['anthropic/claude-3-5-haiku-20241022', '2024-12-02', 1, 5],
      ['anthropic/claude-3-5-haiku-20241022', '2024-12-03', 0.8, 4],
      ['amazon/anthropic.claude-3-5-haiku-20241022-v1:0', '2024-12-02', 1, 5],
      ['google/gemini-1.5-flash', '2024-08-11', 0.35, 1.05],
      ['google/gemini-1.5-flash', '2024-08-12', 0.075, 0.3],
      ['google/gemini-1.5-pro', '2024-09-30', 3.5, 10.5],
      ['google/gemini-1.5-pro', '2024-10-01', 1.25, 5],
      ['mistral/mistral-large-2402', '2024-05-14', 8, 24],
      ['mistral/mistral-large-2402', '2024-05-31', 4, 12],
      ['deepseek/deepseek-v4-pro', '2026-04-25', 1.74, 3.48],
      ['deepseek/deepseek-v4-pro', '2026-04-27', 0.435, 0.87],
      ['xai/grok-4.20-0309-reasoning', '2026-04-01', 2, 6],
      ['xiaomi/mimo-v2.5-pro', '2026-05-26', 1, 3],
      ['xiaomi/mimo-v2.5-pro', '2026-05-27', 0.435, 0.87],
    ] as const) {
      const { rates } = at(id, day);
      assert.deepEqual([rates.input, rates.output], [input, output], `${id} at ${day}`);
    }
  });

  it('had long prompts of their own, and caches', () => {
    assert.deepEqual(at('google/gemini-1.5-pro', '2024-09-30', 128_001).rates, {
      input: 7,
      output: 21,
    });
    assert.deepEqual(at('anthropic/claude-3-5-haiku-20241022', '2024-12-02').rates, {
      input: 1,
      cachedInput: 0.1,
      cacheWrite: 1.25,
      output: 5,
    });
    assert.equal(at('deepseek/deepseek-v4-flash', '2026-04-25').rates.cachedInput, 0.028);
    assert.equal(at('deepseek/deepseek-v4-flash', '2026-04-27').rates.cachedInput, 0.0028);
  });

  it('are told to be unknown before the first day on which a source had the price', () => {
    const unknown = (id: string, day: string): boolean =>
      mayNotHaveBegun(at(id, day).period, Date.parse(day));
    // Google's embeddings: released 2025-05-20, first seen on 2026-06-09 or later.
    assert.deepEqual(
      ['2025-06-01', '2026-11-01'].map((day) => unknown('google/gemini-embedding-001', day)),
      [true, false],
    );
    // 1.63 / 5.51 in a collection of March 2024; the day of the cut to 0.80 / 2.40 is not known.
    assert.deepEqual(
      ['2023-09-01', '2024-06-01'].map((day) => unknown('anthropic/claude-instant-1.2', day)),
      [true, true],
    );
    // Seen at its release, in the history of models.dev or of litellm's price map, or stated by hand.
    for (const [id, day] of [
      ['anthropic/claude-haiku-4-5', '2025-11-01'],
      ['openai/gpt-4', '2023-04-01'],
      ['openai/gpt-3.5-turbo-0613', '2023-07-01'],
      ['openai/gpt-4o-mini', '2024-08-01'],
      ['openai/o1-mini', '2024-10-01'],
      ['anthropic/claude-3-opus-20240229', '2024-04-01'],
    ] as const)
      assert.equal(unknown(id, day), false, id);
  });
});
