import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import {
  SERVICE_TIERS,
  STANDARD_TERMS,
  type Terms,
} from '../../../../src/core/pricing/rates/factors';
import { lookUpCard, lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { FACTOR_NAMES } from '../../../../src/core/pricing/table/factorSchema';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel, bundledTable } from '../../../support/priceTables';

/** Prices and life cycles that an audit against other sources found wrong, with the right values. */
describe('audited prices', () => {
  const ratesAt = (id: string, at: string) => {
    const found = lookUpRates(bundledModel(id), Date.parse(at), 1000);
    assert.equal(found.kind, 'rates', `${id} at ${at}`);
    const { rates, retired, period } = found;
    return { rates, retired, servedBy: period.servedBy?.id };
  };

  // Z.ai's launch promotion ended on 2026-09-09 at 24:00 UTC+8 (price_comments of genai-prices 0.1.8).
  it('have GLM-5.3 Flash at half price until its promotion ended', () => {
    const promotion = { input: 0.075, cachedInput: 0.015, output: 0.25 };
    const list = { input: 0.15, cachedInput: 0.03, output: 0.5 };
    assert.deepEqual(ratesAt('zai/GLM-5.3-Flash', '2026-09-09T15:59:59Z').rates, promotion);
    assert.deepEqual(ratesAt('zai/GLM-5.3-Flash', '2026-09-09T16:00:00Z').rates, list);
  });

  it('have the cache writes of GPT-6.1 Terra and Kimi K3.1 Pro', () => {
    const terra = { input: 1, cachedInput: 0.05, cacheWrite: 1.25, cacheWriteLong: 2.5, output: 5 };
    assert.deepEqual(ratesAt('openai/gpt-6.1-terra', '2026-11-27').rates, terra);
    const kimi = { input: 2, cachedInput: 0.2, cacheWrite: 2, cacheWriteLong: 4, output: 10 };
    assert.deepEqual(ratesAt('moonshot/kimi-k3.1-pro', '2026-11-27').rates, kimi);
  });

  // OpenAI's guide to prompt caching: 1.25 times the input of the prompt, also a long one. The 12-hour writes are for short ones.
  it('have the cache writes of long prompts', () => {
    const long = lookUpRates(
      bundledModel('openai/gpt-6.1-terra'),
      Date.parse('2026-11-27'),
      272_001,
    );
    assert.equal(long.kind, 'rates');
    assert.deepEqual(long.rates, { input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 7.5 });
  });

  it('have the hours of DeepSeek V4 Flash Vision, and the cached input of a preview after its cut', () => {
    for (const [at, input, cachedInput, output] of [
      ['2026-11-28T02:00:00Z', 0.15, 0.003, 0.6], // Saturday: off-peak
      ['2026-11-27T02:00:00Z', 0.3, 0.006, 1.2], // Friday, 10:00 in Beijing: peak
    ] as const) {
      const { rates } = ratesAt('deepseek/deepseek-v4-flash-vision-exp', at);
      assert.deepEqual(rates, { input, cachedInput, output }, at);
    }
    const preview = ratesAt('google/gemini-2.5-flash-lite-preview-09-2025', '2026-11-27');
    assert.equal(preview.rates.cachedInput, 0.01);
  });

  it('are at half in a batch where the vendor says so', () => {
    const batch = (id: string): string => {
      const found = lookUpCard(bundledModel(id), Date.parse('2026-11-27'), {
        ...STANDARD_TERMS,
        batch: true,
      });
      return found.kind === 'none'
        ? found.reason
        : found.factors.map(({ factor }) => `${factor.numerator}/${factor.denominator}`).join();
    };
    for (const id of [
      'azure/gpt-5.1',
      'azure/gpt-4.1-nano',
      'azure/claude-sonnet-5',
      'google-vertex/gemini-2.5-pro',
      'google-vertex/gemini-3.7-flash',
      'groq/openai/gpt-oss-safeguard-20b',
      'mistral/codestral-2508',
      'amazon/eu.amazon.nova-pro-v1:0',
    ])
      assert.equal(batch(id), '1/2', id);
    // Not in Microsoft's table; another vendor's model at Mistral.
    for (const id of ['azure/gpt-5.2', 'mistral/glm-5-2']) assert.equal(batch(id), 'noBatch', id);
  });

  it('include the documented cache minimums of the newest Claude models', () => {
    for (const id of ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'])
      assert.equal(bundledModel(`anthropic/${id}`).cacheMinimumTokens, 512, id);
    assert.equal(bundledModel('anthropic/claude-fable-5-2').cacheMinimumTokens, undefined);
  });

  it('end when their vendors say', () => {
    for (const [id, lastInstant, end] of [
      ['anthropic/claude-opus-4-5', '2027-01-21T23:59:59Z', '2027-01-22T00:00:00Z'],
      ['amazon/amazon.nova-premier-v1:0', '2026-09-13T23:59:59Z', '2026-09-14T00:00:00Z'],
      ['amazon/us.amazon.nova-premier-v1:0', '2026-09-13T23:59:59Z', '2026-09-14T00:00:00Z'],
      ['openai/gpt-5.4-nano', '2027-03-31T23:59:59Z', '2027-04-01T00:00:00Z'],
      // Remarks of genai-prices 0.1.8.
      ['google/gemini-2.5-flash-preview', '2025-07-14T23:59:59Z', '2025-07-15T00:00:00Z'],
      ['cerebras/llama3.1-8b', '2026-07-16T23:59:59Z', '2026-07-17T00:00:00Z'],
      ['cerebras/zai-glm-4.7', '2026-08-16T23:59:59Z', '2026-08-17T00:00:00Z'],
      // Cerebras' page of deprecations.
      ['cerebras/qwen-3-235b-a22b-instruct-2507', '2026-05-26T23:59:59Z', '2026-05-27T00:00:00Z'],
      ['perplexity/sonar-pro', '2026-09-26T23:59:59Z', '2026-09-27T00:00:00Z'],
      ...(
        [
          ['Meta-Llama-3.1-8B-Instruct-Turbo', '2026-03-05', '2026-03-06'],
          ['Llama-4-Maverick-17B-128E-Instruct-FP8', '2026-03-30', '2026-03-31'],
          ['Llama-4-Scout-17B-16E-Instruct', '2026-02-05', '2026-02-06'],
        ] as const
      ).map(
        ([name, last, end]) =>
          [`together/meta-llama/${name}`, `${last}T23:59:59Z`, `${end}T00:00:00Z`] as const,
      ),
    ] as const) {
      assert.equal(ratesAt(id, lastInstant).retired, false, id);
      assert.equal(ratesAt(id, end).retired, true, id);
    }
  });

  // DeepSeek's page: the name is still accepted and billed at the price of Flash.
  it('bill DeepSeek V4 Flash as its successor once its name means that', () => {
    const before = ratesAt('deepseek/deepseek-v4-flash', '2026-09-10T03:59:59Z');
    assert.equal(before.servedBy, undefined);
    for (const [at, input, output] of [
      ['2026-11-28T02:00:00Z', 0.15, 0.6], // Saturday: off-peak
      ['2026-11-27T02:00:00Z', 0.3, 1.2], // Friday, 10:00 in Beijing: peak
    ] as const) {
      const { rates, retired, servedBy } = ratesAt('deepseek/deepseek-v4-flash', at);
      assert.deepEqual([rates.input, rates.output, retired], [input, output, false]);
      assert.equal(servedBy, 'deepseek/deepseek-flash');
    }
  });

  // Google's deprecations, read on 2026-11-10: from 2026-12-01 requests are routed to the successor at its rates.
  it('bill Gemini 2.5 as its successors from December', () => {
    for (const [id, successor, input, output] of [
      ['google/gemini-2.5-pro', 'google/gemini-3.8-flash', 0.75, 3.75],
      ['google/gemini-2.5-flash', 'google/gemini-3.5-flash-lite', 0.3, 2.5],
    ] as const) {
      const before = ratesAt(id, '2026-11-30T23:59:59Z');
      assert.equal(before.servedBy, undefined);
      const { rates, servedBy } = ratesAt(id, '2026-12-01T00:00:00Z');
      assert.deepEqual([servedBy, rates.input, rates.output], [successor, input, output]);
      const later = Date.parse('2027-02-01');
      const [mine, theirs] = [id, successor].map((each) =>
        lookUpRates(bundledModel(each), later, 1000),
      );
      assert.ok(mine?.kind === 'rates' && theirs?.kind === 'rates');
      assert.deepEqual(mine.rates, theirs.rates, 'also when the price of the successor changes');
    }
  });

  // Google's changelog of 2026-10-08: both names are answered by the next version.
  it('bill Gemini 3.5 and 3.7 Flash as the models that answer for them', () => {
    for (const [id, successor, before] of [
      ['google/gemini-3.5-flash', 'google/gemini-3.6-flash', [1.5, 9]],
      ['google/gemini-3.7-flash', 'google/gemini-3.8-flash', [0.75, 3.75]],
    ] as const) {
      const last = ratesAt(id, '2026-10-07T23:59:59Z');
      assert.deepEqual(
        [last.servedBy, last.rates.input, last.rates.output],
        [undefined, ...before],
      );
      const first = ratesAt(id, '2026-10-08T00:00:00Z');
      assert.deepEqual(
        [first.servedBy, first.rates.input, first.rates.output],
        [successor, 0.75, 3.75],
      );
    }
  });

  // xAI's page on the retirement of 2026-05-15: the names continue to resolve, and are billed as the model that answers.
  it("bill xAI's retired models as Grok 4.3 and Grok Build since 2026-05-15, 12:00 Pacific time", () => {
    for (const [name, successor, before, after] of [
      ['grok-4-0709', 'grok-4.3', [3, 15], [1.25, 2.5]],
      ['grok-3', 'grok-4.3', [3, 15], [1.25, 2.5]],
      ['grok-4-fast', 'grok-4.3', [0.2, 0.5], [1.25, 2.5]],
      ['grok-4-fast-reasoning', 'grok-4.3', [0.2, 0.5], [1.25, 2.5]],
      ['grok-4-1-fast-non-reasoning', 'grok-4.3', [0.2, 0.5], [1.25, 2.5]],
      ['grok-code-fast-1', 'grok-build-0.1', [0.2, 1.5], [1, 2]],
    ] as const) {
      const pricesAt = (at: string) => {
        const { rates, retired, servedBy } = ratesAt(`xai/${name}`, at);
        return [rates.input, rates.output, retired, servedBy];
      };
      assert.deepEqual(pricesAt('2026-05-15T18:59:59Z'), [...before, false, undefined], name);
      for (const at of ['2026-05-15T19:00:00Z', '2026-11-28'])
        assert.deepEqual(pricesAt(at), [...after, false, `xai/${successor}`], name);
    }
    // Long prompts as those of Grok 4.3: from 200,000 tokens on.
    const long = lookUpRates(bundledModel('xai/grok-4-0709'), Date.parse('2026-11-28'), 200_000);
    assert.deepEqual(long.kind === 'rates' && [long.rates.input, long.rates.output], [2.5, 5]);
  });

  // OpenAI's page on fast mode, and on data residency: 10 % from GPT-5.4 on.
  it('have the factors of OpenAI', () => {
    const factorsOf = (id: string): string => {
      const [period] = bundledModel(`openai/${id}`).periods.toReversed();
      return FACTOR_NAMES.flatMap((name) => {
        const factor = period?.factors[name];
        return factor ? [`${name} ${factor.numerator}/${factor.denominator}`] : [];
      }).join(', ');
    };
    const half = 'batch 1/2, flex 1/2';
    const expected: Readonly<Record<string, string>> = {
      'gpt-6.2-sol': 'batch 1/2, fast 2/1, ultrafast 6/1, regional 11/10',
      'gpt-6.1-sol': `${half}, fast 2/1, ultrafast 6/1, regional 11/10`,
      'gpt-6.1-terra': `${half}, fast 2/1, regional 11/10`,
      'gpt-6-astra': `${half}, fast 2/1, ultrafast 6/1, regional 11/10`,
      'gpt-6-luna': `${half}, fast 2/1, regional 11/10`,
      // 10 / 60 of 5 / 30
      'gpt-5.6-sol': `${half}, fast 2/1, regional 11/10`,
      // 12.50 / 75 of 5 / 30
      'gpt-5.5': `${half}, fast 5/2, regional 11/10`,
      'gpt-5.4-mini': `${half}, fast 2/1, regional 11/10`,
      'gpt-5.4-nano': `${half}, regional 11/10`,
      // 3.50 / 28 of 1.75 / 14
      'gpt-5.2': 'batch 1/2, fast 2/1',
      'gpt-5': `${half}, fast 2/1`,
      // 0.45 / 3.60 of 0.25 / 2
      'gpt-5-mini': `${half}, fast 9/5`,
      'gpt-5-nano': half,
      // 3.50 / 14 of 2 / 8
      'gpt-4.1': 'batch 1/2, fast 7/4',
      // 4.25 / 17 of 2.50 / 10, and 0.25 / 1 of 0.15 / 0.60
      'gpt-4o': 'batch 1/2, fast 17/10',
      'gpt-4o-mini': 'batch 1/2, fast 5/3',
      o3: `${half}, fast 7/4`,
      // 2 / 8 of 1.10 / 4.40
      'o4-mini': `${half}, fast 20/11`,
    };
    for (const [id, factors] of Object.entries(expected)) assert.equal(factorsOf(id), factors, id);
  });

  it('have the prices of service tiers, regions and batches at the other vendors', () => {
    for (const [id, scenario, cost] of [
      // Fast: 1,000,000 x 8 x 2; x 5 x 2; x 5 x 6
      ['claude-fable-5-2', { serviceTier: 'fast' }, '16'],
      ['claude-opus-5', { serviceTier: 'fast' }, '10'],
      ['claude-opus-4-7', { serviceTier: 'fast' }, '30'],
      // US-only inference: 5 x 11/10; 3 x 11/10
      ['claude-opus-4-6', { regional: true }, '5.5'],
      ['claude-sonnet-4-6', { regional: true }, '3.3'],
      // Priority: 0.75 x 9/5, and as Gemini 3.6 Flash
      ['gemini-3.8-flash', { serviceTier: 'fast' }, '1.35'],
      ['gemini-3.5-flash', { serviceTier: 'fast' }, '1.35'],
      // Batch: 1.5 x 1/2; 0.15 x 1/2; 0.8 x 1/2
      ['mistral-medium-3-5', { batch: true }, '0.75'],
      ['groq/openai/gpt-oss-120b', { batch: true }, '0.075'],
      ['amazon.nova-pro-v1:0', { batch: true }, '0.4'],
      // Fireworks: 50 % of serverless; of cached input its pages say different things. Together: per model
      ['fireworks/accounts/fireworks/models/glm-5p3', { batch: true }, '0.7'],
      [
        'fireworks/accounts/fireworks/models/glm-5p3',
        { batch: true, cachedShare: 0.5 },
        'factorUnknownForRate',
      ],
      ['together/deepseek-ai/DeepSeek-R1', { batch: true }, '1.5'],
      ['together/moonshotai/Kimi-K2-Instruct', { batch: true }, '0.75'],
      ['together/openai/gpt-oss-120b', { batch: true }, '0.15'],
      ['together/zai-org/GLM-5.3', { batch: true }, 'noBatch'],
      // Google Cloud: half, cached input of Gemini 2.5 as outside a batch, that of Gemini 3 unknown
      ['google-vertex/gemini-2.5-pro', { batch: true, cachedShare: 1 }, '0.25'],
      ['google-vertex/gemini-3.5-flash', { batch: true, cachedShare: 1 }, 'factorUnknownForRate'],
      // xAI, above 200k tokens: 2.5 x 4/5 in a batch, x 11/10 at the US endpoint
      ['grok-4.3', { batch: true }, '2'],
      ['grok-4.3', { regional: true }, '2.75'],
      ['grok-4.7', { batch: true }, 'noBatch'],
      ['grok-4.7', { serviceTier: 'fast' }, 'noServiceTier'],
      // Bedrock: 0.8 x 1/2, x 7/4; 0.30 x 11/10 outside of the global profile
      ['amazon.nova-pro-v1:0', { serviceTier: 'flex' }, '0.4'],
      ['amazon.nova-pro-v1:0', { serviceTier: 'fast' }, '1.4'],
      ['amazon.nova-2-lite-v1:0', { regional: true }, '0.33'],
      ['amazon.nova-lite-v1:0', { serviceTier: 'fast' }, 'noServiceTier'],
    ] as const) {
      assert.equal(costOfMillion(id, scenario), cost, `${id} ${JSON.stringify(scenario)}`);
    }
  });

  // Groq: all tokens of a batch at half of the input rate, which is the rate of cached input.
  it('have cached input of Groq at half of the input rate in a batch too', () => {
    assert.equal(
      costOfMillion('groq/openai/gpt-oss-120b', { batch: true, cachedShare: 1 }),
      '0.075',
    );
  });

  it('have cache writes at the input rate where the vendor charges nothing for them', () => {
    for (const [id, first, later] of [
      ['grok-4.3', '1.25', '0.2'],
      ['mistral-medium-3-5', '1.5', '0.15'],
      ['groq/openai/gpt-oss-120b', '0.15', '0.075'],
      ['kimi-k2.6', '0.95', '0.16'],
      ['amazon.nova-pro-v1:0', '0.8', '0.2'],
    ] as const) {
      const scenario = { outputTokens: 0, cachedShare: 1, cacheWrite: 'short' } as const;
      const { price } = estimateCall(bundledModel(id), exactCount(100_000), scenario, NOW);
      assert.ok(price.kind === 'priced' && price.later, id);
      const amounts = [price, price.later].map(({ expected }) => moneyToDecimal(expected.total));
      // 100,000 tokens
      assert.deepEqual(
        amounts.map((amount) => String(Number(amount) * 10)),
        [first, later],
        id,
      );
    }
  });

  it('offer no service tier, batch or region that prices nothing now', () => {
    const sold = bundledTable().models.filter(
      (model) => lookUpCard(model, NOW, STANDARD_TERMS).kind === 'card' && !isRetired(model),
    );
    for (const serviceTier of SERVICE_TIERS)
      assert.ok(
        sold.some((model) => isPriced(model, { serviceTier })),
        serviceTier,
      );
    assert.ok(sold.some((model) => isPriced(model, { batch: true })));
    assert.ok(sold.some((model) => isPriced(model, { regional: true })));
  });

  // ai.google.dev/gemini-api/docs/caching of 2026-10-13.
  it('have the cache minimums of Gemini', () => {
    for (const [id, minimum] of [
      ['gemini-3.8-flash', 4096],
      ['gemini-3.6-flash', 4096],
      ['gemini-3.1-pro-preview', 4096],
      ['gemini-2.5-pro', 2048],
      ['gemini-2.5-flash', 2048],
      ['gemini-3.5-flash-lite', undefined],
    ] as const)
      assert.equal(bundledModel(id).cacheMinimumTokens, minimum, id);
  });

  it('begin on the day of release, and not before', () => {
    for (const [id, day] of [
      ['xai/grok-4.6', '2026-08-12'],
      ['anthropic/claude-opus-5-5', '2026-09-22'],
      ['zai/GLM-5.3-Flash', '2026-08-26'],
      ['moonshot/kimi-k2.6', '2026-04-21'],
      ['minimax/MiniMax-M3', '2026-06-01'],
      ['mistral/mistral-medium-3-5', '2026-04-29'],
    ] as const) {
      const before = lookUpRates(bundledModel(id), Date.parse(day) - 1, 1000);
      assert.deepEqual(before, { kind: 'none', reason: 'notYetSold' }, id);
      assert.equal(ratesAt(id, day).retired, false, id);
    }
  });

  // Google's page had 1.50 / 7.50 until the release of Gemini 3.7 Flash; the package has half of it from the first day.
  it('halve Gemini 3.6 Flash three weeks after its release', () => {
    const inputAt = (at: string) => ratesAt('google/gemini-3.6-flash', at).rates.input;
    assert.deepEqual(
      ['2026-08-12T23:59:59Z', '2026-08-13', '2026-12-31T23:59:59Z', '2027-01-01'].map(inputAt),
      [1.5, 0.75, 0.75, 1.5],
    );
  });

  // Anthropic retired the 1M beta on 2026-04-30; longer prompts fail since.
  it('end the long-context tier of Claude Sonnet 4.5 with its beta', () => {
    const inputOf = (at: string) => {
      const found = lookUpRates(bundledModel('claude-sonnet-4-5'), Date.parse(at), 200_001);
      return found.kind === 'rates' && found.rates.input;
    };
    assert.deepEqual([inputOf('2026-04-29T23:59:59Z'), inputOf('2026-04-30T00:00:00Z')], [6, 3]);
    assert.equal(bundledModel('claude-sonnet-4-5').contextWindowTokens, 200_000);
  });
});

const NOW = Date.parse('2026-11-27T12:00:00Z');

function costOfMillion(id: string, scenario: Partial<Scenario>): string {
  const full = { outputTokens: 0, ...scenario };
  const { price } = estimateCall(bundledModel(id), exactCount(1_000_000), full, NOW);
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

function isPriced(model: Model, terms: Partial<Terms>): boolean {
  return lookUpCard(model, NOW, { ...STANDARD_TERMS, ...terms }).kind === 'card';
}

function isRetired({ periods }: Model): boolean {
  return (periods.at(-1)?.toMs ?? Infinity) <= NOW;
}
