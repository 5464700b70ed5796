import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import { isUnlisted } from '../../../../src/core/pricing/selection/sold';
import type { Rates } from '../../../../src/core/pricing/table/rateSchema';
import type { PriceTableFile } from '../../../../src/core/pricing/table/schema';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel, bundledTable, readPricingJson } from '../../../support/priceTables';

const NOW = Date.parse('2026-11-27T12:00:00Z');

function ratesOf(id: string, promptTokens = 1000, at = NOW): Rates {
  const found = lookUpRates(bundledModel(id), at, promptTokens);
  assert.equal(found.kind, 'rates', id);
  return found.rates;
}

function assertRates(expected: Readonly<Record<string, readonly [number, number]>>): void {
  for (const [id, rates] of Object.entries(expected)) {
    const { input, output } = ratesOf(id);
    assert.deepEqual([input, output], rates, id);
  }
}

function costOfMillion(id: string, scenario: Partial<Scenario>): string {
  const full = { outputTokens: 0, ...scenario };
  const { price } = estimateCall(bundledModel(id), exactCount(1_000_000), full, NOW);
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

/** Rates that a review of the wide table found wrong, with the right values. */
describe('rates of cache writes', () => {
  // openrouter.ai/docs/guides/best-practices/prompt-caching: input, and 5 of the 60 minutes of an hour of storage.
  it('are whole for Gemini at OpenRouter', () => {
    for (const [model, promptTokens, cacheWrite] of [
      // 0.3 + 1 x 5/60; 1.25 + 4.5 x 5/60; 2.5 + 4.5 x 5/60
      ['gemini-2.5-flash', 1000, 0.383333],
      ['gemini-2.5-pro', 1000, 1.625],
      ['gemini-2.5-pro', 200_001, 2.875],
      // 3 + 1 x 5/60
      ['gemini-4-neon', 1000, 3.083333],
    ] as const)
      assert.equal(ratesOf(`openrouter/google/${model}`, promptTokens).cacheWrite, cacheWrite);
  });

  it('are never below those of input, where the vendor does not say so', () => {
    const { providers } = readPricingJson() as PriceTableFile;
    const cheap = providers.flatMap((provider) =>
      provider.models.flatMap(({ id, periods }) =>
        periods
          .flatMap((period) => [period, ...(period.tiers ?? []), ...(period.windows ?? [])])
          .flatMap(({ usdPerMillionTokens: { input = 0, cacheWrite = input } }) =>
            cacheWrite < input ? [`${provider.id}/${id}`] : [],
          ),
      ),
    );
    // platform.minimax.io/docs/guides/pricing-paygo: input 0.6, cache writes 0.375.
    const stated = /minimax.*-highspeed$/i;
    assert.deepEqual(
      cheap.filter((id) => !stated.test(id)),
      [],
    );
  });
});

describe('rates of hosts', () => {
  // docs.venice.ai/models of October and November.
  it("are the makers' for Claude and GPT at Venice", () => {
    assertRates({
      'venice/claude-fable-5-1': [10, 50],
      'venice/claude-opus-5-5': [4, 20],
      'venice/claude-opus-5': [5, 25],
      'venice/claude-opus-4-6': [5, 25],
      'venice/claude-sonnet-5': [2, 10],
      'venice/claude-sonnet-4-6': [3, 15],
      'venice/openai-gpt-6-sol': [2, 10],
      'venice/openai-gpt-54-mini': [0.75, 4.5],
      'venice/openai-gpt-6-astra-pro': [10, 50],
      'venice/openai-gpt-56-sol': [4, 20],
    });
    assert.equal(isUnlisted(bundledModel('venice/claude-fable-5-2'), NOW), false);
  });

  it('are those of Azure for Phi, Llama, DeepSeek and Claude', () => {
    assertRates({
      'azure/Phi-4': [0.125, 0.5],
      'azure/Phi-4-multimodal-instruct': [0.08, 0.32],
      'azure/Phi-3-medium-128k-instruct': [0.17, 0.68],
      'azure/Llama-3.3-70B-Instruct': [0.71, 0.71],
      'azure/DeepSeek-R1': [1.35, 5.4],
      'azure/DeepSeek-V3': [1.14, 4.56],
      'azure/gpt-35-turbo': [0.5, 1.5],
      'azure/claude-sonnet-4-6': [3, 15],
      'azure/claude-fable-5-2': [8, 40],
    });
    const opus = ratesOf('azure/claude-opus-5-5');
    assert.deepEqual(opus, {
      input: 4,
      cachedInput: 0.2,
      cacheWrite: 5,
      cacheWriteLong: 8,
      output: 20,
    });
    assert.equal(ratesOf('azure/claude-haiku-5-5', 100_001).input, 0.5);
  });

  it('are those of Together now', () => {
    assertRates({
      'together/mistralai/Mixtral-8x7B-Instruct-v0.1': [0.6, 0.6],
      'together/deepseek-ai/DeepSeek-V3.1': [0.6, 1.7],
    });
  });

  it('are those of Vertex AI, and not of the Gemini API', () => {
    const before = Date.parse('2026-05-31');
    for (const [id, rates] of [
      ['google/gemini-2.0-flash-001', { input: 0.1, cachedInput: 0.025, output: 0.4 }],
      ['google-vertex/gemini-2.0-flash', { input: 0.15, cachedInput: 0.0375, output: 0.6 }],
    ] as const) {
      assert.deepEqual(ratesOf(id, 1000, before), rates, id);
      assert.equal(bundledModel(id).periods.at(-1)?.toMs, Date.parse('2026-06-01'), id);
    }
    const long = ratesOf('google-vertex/gemini-3.1-pro-preview-customtools', 200_001);
    assert.deepEqual(long, { input: 4, cachedInput: 0.4, output: 18 });
    assertRates({
      'google-vertex/claude-sonnet-4@20250514': [3, 15],
      'google-vertex/claude-opus-4-1@20250805': [15, 75],
      'google-vertex/meta/llama-3.3-70b-instruct-maas': [0.72, 0.72],
      'google-vertex/deepseek-ai/deepseek-v3.1-maas': [0.6, 1.7],
      'google-vertex/mistral-medium-3': [0.4, 2],
      'google-vertex/jamba-1.5-large': [2, 8],
    });
  });

  // Resellers that pass list prices on, or mark the promotion.
  it('change ahead with the list prices of Gemini', () => {
    const [december, january] = [Date.parse('2026-12-01'), Date.parse('2027-01-01')];
    for (const [id, at, before, after] of [
      ['openrouter/google/gemini-4-argon', december, 2, 4],
      ['vercel/google/gemini-4-carbon', december, 2, 4],
      ['openrouter/google/gemini-3.7-flash', january, 0.75, 1.5],
      ['vercel/google/gemini-3.8-flash', january, 0.75, 1.5],
      ['github-copilot/gemini-3.8-flash', january, 0.75, 1.5],
    ] as const) {
      const inputs = [at - 1, at].map((each) => ratesOf(id, 1000, each).input);
      assert.deepEqual(inputs, [before, after], id);
    }
  });
});

describe('rates of makers', () => {
  it('have all tiers of Qwen', () => {
    const inputs = (id: string, prompts: readonly number[]) =>
      prompts.map((tokens) => ratesOf(`alibaba/${id}`, tokens).input);
    const coder = [32_000, 32_001, 128_001, 256_001];
    assert.deepEqual(inputs('qwen3-coder-plus', coder), [1, 1.8, 3, 6]);
    assert.deepEqual(inputs('qwen3-coder-flash', coder), [0.3, 0.5, 0.8, 1.6]);
    assert.deepEqual(inputs('qwen-plus', [256_000, 256_001]), [0.4, 1.2]);
    assert.deepEqual(inputs('qwen-flash', [256_000, 256_001]), [0.05, 0.25]);
    assertRates({ 'alibaba/qwen-max': [1.6, 6.4], 'alibaba/qwen-turbo': [0.05, 0.2] });
  });

  it('are not those of a successor', () => {
    const code = ratesOf('xai/grok-code-fast-1-0825', 1000, Date.parse('2026-05-01'));
    assert.deepEqual(code, { input: 0.2, cachedInput: 0.02, output: 1.5 });
    const mythos = ratesOf('anthropic/claude-mythos-preview', 1000, Date.parse('2026-05-01'));
    assert.deepEqual(mythos, { input: 25, output: 125 });
  });

  it('have the launch promotion of Mistral Large 4, its end, and both prices since the new weights', () => {
    const { periods } = bundledModel('mistral/mistral-large-4');
    assert.deepEqual(
      periods.map(({ fromMs, rates }) => [fromMs, rates.input, rates.output]),
      [
        [Date.parse('2026-10-06'), 0.68, 2.09],
        [Date.parse('2026-10-20'), 1.36, 4.18],
        [Date.parse('2026-10-29'), 0.7, 2.1],
      ],
    );
    assert.deepEqual(
      periods.at(-1)?.disagreeing.map(({ rates }) => [rates.input, rates.output]),
      [[1.36, 4.18]],
    );
  });

  it('include those of embeddings and rerankers', () => {
    for (const [id, input] of [
      ['voyage/rerank-2.5', 0.05],
      ['voyage/rerank-2.5-lite', 0.02],
      ['cohere/embed-english-v3.0', 0.1],
      ['cohere/embed-v4.0', 0.12],
      ['amazon/amazon.titan-embed-text-v2:0', 0.02],
      ['amazon/cohere.embed-english-v3', 0.1],
      ['azure/text-embedding-ada-002', 0.1],
      ['mistral/codestral-embed', 0.15],
      ['jina/jina-embeddings-v2-base-en', 0.02],
      ['vercel/openai/text-embedding-3-small', 0.02],
      ['vercel/voyage/voyage-4', 0.06],
      ['alibaba/text-embedding-v4', 0.07],
    ] as const)
      assert.deepEqual(ratesOf(id), { input }, id);
  });
});

describe('factors of models without a hand-kept row', () => {
  it('are those that their vendors state', () => {
    for (const [id, scenario, cost] of [
      // 16 above 272k tokens, x 1/2, x 2, x 11/10; no Flex
      ['gpt-6.2-astra', { batch: true }, '8'],
      ['gpt-6.2-astra', { serviceTier: 'fast' }, '32'],
      ['gpt-6.2-astra', { regional: true }, '17.6'],
      ['gpt-6.2-astra', { serviceTier: 'flex' }, 'noServiceTier'],
      // 60 above 272k tokens
      ['gpt-5.5-pro', { batch: true }, '30'],
      ['gpt-5.4-pro', { serviceTier: 'flex' }, '30'],
      ['gpt-5.3-codex', { serviceTier: 'fast' }, '3.5'],
      ['text-embedding-3-small', { batch: true }, '0.01'],
      ['google/gemini-4-neon', { serviceTier: 'fast' }, '5.4'],
      ['google/gemini-4-hydrogen', { batch: true }, '0.75'],
      ['google/gemini-4-argon', { batch: true }, '1'],
      ['google/gemini-4-carbon', { batch: true }, '1'],
      ['google/gemini-4-argon', { serviceTier: 'fast' }, 'noServiceTier'],
      // 2.5 from 200k tokens on, x 4/5
      ['xai/grok-4.20-0309-reasoning', { batch: true }, '2'],
      ['mistral/mistral-large-4', { batch: true }, '0.35'],
      ['amazon/anthropic.claude-sonnet-4-6', { batch: true }, '1.65'],
      ['amazon/anthropic.claude-haiku-4-5-20251001-v1:0', { batch: true }, '0.55'],
      ['amazon/anthropic.claude-sonnet-5', { batch: true }, 'noBatch'],
      ['google-vertex/claude-opus-5-5', { batch: true }, '2'],
      // 0.6 above 512k tokens, x 3/2
      ['minimax/MiniMax-M3', { serviceTier: 'fast' }, '0.9'],
    ] as const)
      assert.equal(costOfMillion(id, scenario), cost, `${id} ${JSON.stringify(scenario)}`);
  });
});

describe("Perplexity's Sonar", () => {
  // docs.perplexity.ai: Chat Completions until 2026-09-27, the Agent API since.
  it('has the rates of the interface that answered on the day', () => {
    const before = Date.parse('2026-09-26T23:59:59Z');
    assert.deepEqual(ratesOf('perplexity/sonar', 1000, before), { input: 1, output: 1 });
    assert.deepEqual(ratesOf('perplexity/sonar'), {
      input: 0.25,
      cachedInput: 0.0625,
      output: 2.5,
    });
    assert.equal(bundledModel('perplexity/sonar').periods.at(-1)?.toMs, Infinity);
  });
});

describe('sources that quote a page', () => {
  it('were not checked after the day of the quotation that their note gives', () => {
    const { sources } = readPricingJson() as PriceTableFile;
    const late = Object.entries(sources).flatMap(([id, { checked, quoted, note = '' }]) => {
      const days = [...note.matchAll(/quoted on (20\d\d-\d\d-\d\d)/g)].map(([, day = '']) => day);
      return quoted && days.length > 0 && days.every((day) => day < (checked ?? '')) ? [id] : [];
    });
    assert.deepEqual(late, []);
  });
});

describe('the least tokens that OpenAI caches', () => {
  // developers.openai.com/api/docs/guides/prompt-caching: all models from GPT-4o on.
  it('are those of its page for all models with a rate for cached input', () => {
    const rows = bundledTable().models.filter(({ id, kind, periods }) => {
      const isCached = periods.some(({ rates }) => rates.cachedInput !== undefined);
      return id.startsWith('openai/') && kind === 'text' && isCached;
    });
    assert.ok(rows.some(({ id }) => id === 'openai/gpt-6.2-astra'));
    const others = rows.filter(({ cacheMinimumTokens }) => cacheMinimumTokens !== 1024);
    assert.deepEqual(
      others.map(({ id }) => id),
      [],
    );
  });
});

describe('the trust of prices', () => {
  const agreeing = (id: string): number => bundledModel(id).periods.at(-1)?.alsoIn.length ?? 0;

  it('is not raised by a second reading of one page, or by a copy', () => {
    for (const id of ['sambanova/MiniMax-M3', 'ai21/jamba-large', 'openai/chatgpt-4o-latest'])
      assert.equal(agreeing(id), 0, id);
    // Looked at by the maintainers of genai-prices on 2025-07-04.
    assert.equal(agreeing('openai/gpt-3.5-turbo'), 1);
  });

  it('is not lowered by a list that still has an ended promotion', () => {
    assert.deepEqual(bundledModel('zai/GLM-5.3-Flash').periods.at(-1)?.disagreeing, []);
  });
});

describe('life cycles', () => {
  it('end when their vendors say', () => {
    for (const [id, day] of [
      ['google/gemini-3.1-flash-lite-preview', '2026-05-25'],
      ['google/gemini-2.5-pro-preview-03-25', '2025-12-02'],
      ['google/gemini-2.5-flash-preview-09-2025', '2026-02-17'],
      // ai.google.dev/gemini-api/docs/deprecations; developers.googleblog.com on the first preview
      ['google/gemini-2.5-flash-preview-04-17', '2025-07-15'],
      ['google/gemini-2.5-flash-preview-05-20', '2025-11-18'],
      ['google/gemini-2.5-flash-lite-preview-09-2025', '2026-03-31'],
      // docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions of 2026-10-05
      ['google-vertex/gemini-2.5-pro', '2026-10-20'],
      ['google-vertex/gemini-2.5-flash', '2026-10-20'],
      ['google-vertex/gemini-2.5-flash-lite', '2026-10-20'],
      // docs.perplexity.ai: changelog and model cards
      ['perplexity/sonar-reasoning', '2025-12-15'],
      ['perplexity/r1-1776', '2025-08-01'],
      ['perplexity/llama-3.1-sonar-large-128k-online', '2025-02-22'],
      ['perplexity/llama-3.1-sonar-huge-128k-online', '2025-02-22'],
      // console.groq.com/docs/deprecations
      ['groq/gemma-7b-it', '2024-12-18'],
      ['groq/mixtral-8x7b-32768', '2025-03-20'],
      ['groq/llama3-70b-8192', '2025-08-30'],
      ['groq/gemma2-9b-it', '2025-10-08'],
      ['groq/qwen/qwen3.6-27b', '2026-09-14'],
      // docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
      ['amazon/anthropic.claude-v2', '2025-07-21'],
      ['amazon/cohere.command-text-v14', '2025-08-12'],
      ['amazon/anthropic.claude-3-7-sonnet-20250219-v1:0', '2026-04-28'],
      ['amazon/us.meta.llama3-1-405b-instruct-v1:0', '2026-07-07'],
      ['amazon/anthropic.claude-3-5-sonnet-20241022-v2:0', '2026-07-30'],
      ['amazon/anthropic.claude-sonnet-4-20250514-v1:0', '2026-10-14'],
      ['amazon/anthropic.claude-opus-4-1-20250805-v1:0', '2027-01-08'],
    ] as const)
      assert.equal(bundledModel(id).periods.at(-1)?.toMs, Date.parse(day), id);
  });

  it('go on for what is on the page of xAI', () => {
    for (const id of ['grok-4.20', 'grok-4.20-0309-reasoning', 'grok-build-0.1'])
      assert.equal(isUnlisted(bundledModel(`xai/${id}`), NOW), false, id);
  });
});

describe('models that their hosts no longer sell', () => {
  const endOf = (id: string): string => {
    const { periods, unlistedIn } = bundledModel(id);
    const toMs = periods.at(-1)?.toMs ?? Infinity;
    if (Number.isFinite(toMs)) return new Date(toMs).toISOString().slice(0, 10);
    return unlistedIn === undefined ? 'sold' : 'perhaps not sold';
  };

  // Microsoft's schedule of 2026-07-07 and list of retired models of 2026-04-23; Google Cloud's deprecations.
  it('say so, with the day where it is known', () => {
    for (const [id, expected] of [
      ['azure/grok-3', '2026-05-01'],
      ['azure/claude-opus-4-1', '2026-08-05'],
      ['azure/Phi-3.5-MoE-instruct', '2025-08-30'],
      ['azure/gpt-4.1', '2026-10-14'],
      ['azure/gpt-4-turbo', 'perhaps not sold'],
      ['azure/grok-4', 'sold'],
      ['azure/Phi-4', 'sold'],
      ['azure/gpt-5-codex', 'sold'],
      ['google-vertex/claude-3-haiku@20240307', '2026-08-23'],
      ['google-vertex/claude-3-5-haiku@20241022', '2026-07-05'],
      ['google-vertex/claude-3-opus@20240229', 'perhaps not sold'],
      ['google-vertex/claude-opus-4-1@20250805', 'perhaps not sold'],
      ['google-vertex/claude-sonnet-4-5', 'sold'],
      ['google-vertex/claude-opus-5-5', 'sold'],
      ['google-vertex/zai-org/glm-5-maas', '2026-10-21'],
      ['openai/gpt-4o-mini-search-preview', '2026-07-23'],
    ] as const)
      assert.equal(endOf(id), expected, id);
  });

  it('have the price of long prompts on Vertex AI while a beta held them', () => {
    const at = (day: string) =>
      ratesOf('google-vertex/claude-sonnet-4-5', 200_001, Date.parse(day)).input;
    assert.deepEqual([at('2026-04-29'), at('2026-04-30')], [6, 3]);
  });
});

// A random sample found these.
describe('rows that a collection of September 2026 has otherwise', () => {
  it('have the later prices of hosts', () => {
    assertRates({
      'openrouter/meta-llama/llama-guard-3-8b': [0.48, 0.03],
      'openrouter/qwen/qwen3-max': [0.78, 3.9],
      'together/mistralai/Mixtral-8x22B-Instruct-v0.1': [1.2, 1.2],
      'fireworks/accounts/fireworks/models/deepseek-v3': [0.56, 1.68],
    });
  });

  it('have the prices of long prompts', () => {
    // The last day of xAI's own prices of these models; Grok 4.3 answers since.
    const own = '2026-05-15';
    for (const [id, input, output, day] of [
      ['xai/grok-4-0709', 6, 30, own],
      ['xai/grok-4-fast-reasoning', 0.4, 1, own],
      ['xai/grok-4-1-fast-non-reasoning', 0.4, 1, own],
      ['google/gemini-1.5-flash-8b', 0.075, 0.3, undefined],
      ['openai/gpt-5.6-cyber', 25, 112.5, undefined],
    ] as const) {
      const rates = ratesOf(id, 300_000, day === undefined ? NOW : Date.parse(day));
      assert.deepEqual([rates.input, rates.output], [input, output], id);
    }
  });
});

describe('units other than text tokens', () => {
  it('are audio tokens, pages, requests or characters', () => {
    const { providers } = readPricingJson() as PriceTableFile;
    for (const [provider, id, unit] of [
      ['openai', 'gpt-4o-audio-preview', 'audio'],
      ['openai', 'gpt-realtime', 'audio'],
      ['openai', 'gpt-4o-mini-tts', 'audio'],
      ['openai', 'tts-1', 'character'],
      ['openai', 'whisper-1', 'second'],
      ['alibaba', 'qwen3-omni-flash', 'audio'],
      ['cohere', 'rerank-v3.5', 'request'],
      ['google-vertex', 'text-embedding-005', 'character'],
      ['mistral', 'mistral-ocr-latest', 'page'],
    ] as const) {
      const row = providers.find((each) => each.id === provider);
      const found = row?.notPricedByTokens?.find((each) => each.id === id);
      assert.equal(found?.unit, unit, id);
    }
    assertRates({ 'novita/deepseek/deepseek-ocr-2': [0.03, 0.03] });
  });
});
