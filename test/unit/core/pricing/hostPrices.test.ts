import assert from 'node:assert/strict';
import { resolveModel } from '../../../../src/core/pricing/names/resolveModel';
import { lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import { trustOf } from '../../../../src/core/pricing/trust';
import { bundledModel, bundledTable } from '../../../support/priceTables';

/** Prices of hosts that no package has, with where each was quoted. */
describe('prices of hosts kept by hand', () => {
  const at = (id: string, day = '2026-11-27', promptTokens = 1000) => {
    const found = lookUpRates(bundledModel(id), Date.parse(day), promptTokens);
    assert.equal(found.kind, 'rates', `${id} at ${day}`);
    return found;
  };
  const sourceOf = (id: string): string => {
    const { source } = at(id).period;
    return `${source.url} ${source.checked}`;
  };

  // api-evangelist/sambanova-systems, transcribed from the vendor's page on 2026-10-07.
  it("are those of SambaNova's page, of which a second reading is no second source", () => {
    for (const [id, rates] of [
      ['MiniMax-M3', { input: 0.6, cachedInput: 0.06, output: 2.4 }],
      ['DeepSeek-V3.2', { input: 3, output: 4.5 }],
      ['gemma-4-31B-it', { input: 0.38, output: 1.15 }],
      ['gpt-oss-120b', { input: 0.22, output: 0.59 }],
      ['Meta-Llama-3.3-70B-Instruct', { input: 0.6, output: 1.2 }],
    ] as const) {
      assert.deepEqual(at(`sambanova/${id}`).rates, rates, id);
      assert.equal(trustOf(at(`sambanova/${id}`).period), 'single', id);
    }
    assert.match(sourceOf('sambanova/MiniMax-M3'), /cloud\.sambanova\.ai.* 2026-10-07$/);
    assert.ok(bundledModel('sambanova/MiniMax-M2.7').unlistedIn, 'not on the page of October');
  });

  // deepinfra.com/pricing of 2026-11-05, as quoted by hundredthrun/gpu-cloud-prices.
  it("are those of DeepInfra's page", () => {
    for (const [id, input, output] of [
      ['mistralai/Mixtral-8x7B-Instruct-v0.1', 0.54, 0.54],
      ['mistralai/Mistral-7B-Instruct-v0.3', 0.028, 0.054],
      ['meta-llama/Meta-Llama-3.1-405B-Instruct', 0.8, 0.8],
    ] as const)
      assert.deepEqual(at(`deepinfra/${id}`).rates, { input, output }, id);
  });

  // Nebius' catalog of 2026-09-29 in juspay/neurolink; litellm's list in mlflow. Nebius sells no cached input.
  it("are those of Nebius' catalog", () => {
    for (const [id, input, output] of [
      ['deepseek-ai/DeepSeek-V4-Flash-0731', 0.14, 0.28],
      ['NousResearch/Hermes-4-405B', 1, 3],
      ['nvidia/Nemotron-3_5-Lightning', 0.06, 0.24],
      ['zai-org/GLM-5.3', 1.4, 4.4],
      ['moonshotai/Kimi-K3', 3, 15],
    ] as const) {
      assert.deepEqual(at(`nebius/${id}`).rates, { input, output }, id);
    }
  });

  // api-evangelist/ai21-labs, 2026-10-07, and juspay/neurolink, 2026-09-29.
  it("are those of AI21's page, for each version of a model", () => {
    assert.deepEqual(at('ai21/jamba-large').rates, { input: 2, output: 8 });
    assert.deepEqual(at('ai21/jamba-mini').rates, { input: 0.2, output: 0.4 });
    assert.match(sourceOf('ai21/jamba-large'), /ai21\.com\/pricing\/ 2026-10-07$/);
  });

  it('at Databricks are not confirmed by a second reading of its page', () => {
    for (const model of ['claude-fable-5', 'claude-opus-5', 'claude-opus-4-8', 'claude-sonnet-5'])
      assert.equal(trustOf(at(`databricks/databricks-${model}`).period), 'single', model);
    // Another day's reading of it has another price.
    const terra = at('databricks/databricks-gpt-5-6-terra').period;
    assert.deepEqual(
      terra.disagreeing.map(({ rates }) => rates),
      [{ input: 2, output: 12 }],
    );
  });

  // 71.429 and 428.571 DBUs in litellm's test of the page, 0.07 USD each; 5 / 30 in models.dev.
  it("are Databricks' DBUs at seven cents", () => {
    const rates = { input: 5, cachedInput: 0.5, output: 30 };
    assert.deepEqual(at('databricks/databricks-gpt-5-5').rates, rates);
    const long = at('databricks/databricks-gpt-5-5', '2026-11-27', 272_001);
    assert.deepEqual(long.rates, { input: 10, cachedInput: 1, output: 45 });
    const opus = { input: 5, cachedInput: 0.5, cacheWrite: 6.25, output: 25 };
    assert.deepEqual(at('databricks/databricks-claude-opus-5').rates, opus);
  });

  // 20 % off until 2027-01-31, as litellm's test says: 26.786 DBUs are 1.875.
  it("end Databricks' promotion of Gemini with January", () => {
    const id = 'databricks/databricks-gemini-3-6-flash';
    const promotion = { input: 1.5, cachedInput: 0.15, output: 7.5 };
    const list = { input: 1.875, cachedInput: 0.1875, output: 9.375 };
    assert.deepEqual(at(id, '2027-01-31T23:59:59Z').rates, promotion);
    assert.deepEqual(at(id, '2027-02-01T00:00:00Z').rates, list);
  });

  // api-evangelist/hyperbolic-ai, 2026-05-25.
  it('are old where nobody quoted them since', () => {
    assert.deepEqual(at('hyperbolic/meta-llama/Meta-Llama-3.1-405B-Instruct').rates, {
      input: 4,
      output: 4,
    });
    assert.match(sourceOf('hyperbolic/meta-llama/Llama-3.3-70B-Instruct'), / 2026-05-25$/);
  });

  // Lava's page of its gateway to Hyperbolic; litellm's map has 0.25 for R1-0528 and 2 for Qwen3.
  it("are those of Hyperbolic's resellers where litellm has others", () => {
    for (const [id, price] of [
      ['deepseek-ai/DeepSeek-R1-0528', 3],
      ['deepseek-ai/DeepSeek-R1', 2],
      ['deepseek-ai/DeepSeek-V3-0324', 1.25],
      ['deepseek-ai/DeepSeek-V3', 0.25],
      ['Qwen/Qwen3-235B-A22B', 0.4],
      ['Qwen/QwQ-32B', 0.4],
      ['meta-llama/Meta-Llama-3-70B-Instruct', 0.4],
    ] as const)
      assert.deepEqual(at(`hyperbolic/${id}`).rates, { input: price, output: price }, id);
  });

  // crusoe.ai/cloud/pricing of 2026-09-29, as quoted by juspay/neurolink; litellm has 0.80 / 0.80 for gpt-oss-120b.
  it("are those of Crusoe's page", () => {
    for (const [id, input, cachedInput, output] of [
      ['openai/gpt-oss-120b', 0.05, 0.05, 0.2],
      ['deepseek-ai/DeepSeek-V4-Pro', 1.74, 0.15, 3.48],
      ['moonshotai/Kimi-K2.6', 0.7, 0.35, 3.5],
      ['nvidia/Nemotron-3-Super-120B-A12B', 0.3, 0.15, 2.4],
    ] as const)
      assert.deepEqual(at(`crusoe/${id}`).rates, { input, cachedInput, output }, id);
    assert.ok(bundledModel('crusoe/moonshotai/Kimi-K2-Thinking').unlistedIn, 'not on the page');
  });

  // OVHcloud's API of 2026-09-28 has dollars, as quoted by juspay/neurolink; its page and litellm have euros.
  it('are in dollars, not in euros', () => {
    for (const [id, input, output] of [
      ['Meta-Llama-3_3-70B-Instruct', 0.74, 0.74],
      ['Qwen3.5-397B-A17B', 0.71, 4.25],
      ['Qwen3.8-27B', 0.47, 3.19],
    ] as const)
      assert.deepEqual(at(`ovhcloud/${id}`).rates, { input, output }, id);
    const ids = new Set(bundledTable().models.map(({ id }) => id));
    for (const id of ['ovhcloud/Meta-Llama-3_1-70B-Instruct', 'scaleway/llama-3.3-70b-instruct'])
      assert.ok(!ids.has(id), id);
  });

  it('are found with the prefixes of libraries', () => {
    for (const [name, id] of [
      ['sambanova/DeepSeek-V3.1', 'sambanova/DeepSeek-V3.1'],
      ['sambanova:gpt-oss-120b', 'sambanova/gpt-oss-120b'],
      ['nebius/zai-org/glm-5.2', 'nebius/zai-org/GLM-5.2'],
      ['nebius:Qwen/Qwen3-32B', 'nebius/Qwen/Qwen3-32B'],
      [
        'hyperbolic/meta-llama/Llama-3.3-70B-Instruct',
        'hyperbolic/meta-llama/Llama-3.3-70B-Instruct',
      ],
      ['ai21/jamba-large-1.7-2025-07', 'ai21/jamba-large'],
      ['ai21_chat/jamba-mini', 'ai21/jamba-mini'],
      ['jamba-mini-2', 'ai21/jamba-mini'],
      ['databricks/databricks-gpt-5-5', 'databricks/databricks-gpt-5-5'],
      ['databricks/system.ai.gpt-5-5', 'databricks/databricks-gpt-5-5'],
      ['databricks:databricks-claude-opus-5', 'databricks/databricks-claude-opus-5'],
    ] as const) {
      const found = resolveModel(bundledTable(), name, Date.UTC(2026, 10, 27));
      assert.equal(found.kind === 'found' ? found.model.id : found.kind, id, name);
    }
  });
});
