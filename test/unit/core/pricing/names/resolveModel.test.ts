import assert from 'node:assert/strict';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { ownSource } from '../../../../../src/core/pricing/own/rates';
import type {
  Model,
  PlainModel,
  MovingAlias,
  PriceTable,
  ProviderKind,
} from '../../../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../../../src/core/pricing/table/rows/tableModel';
import { bundledTable, modelOf, tableFile } from '../../../../support/priceTables';

const sample = modelOf(tableFile());

const KINDS: Readonly<Record<string, ProviderKind>> = {
  azure: 'host',
  amazon: 'host',
  groq: 'host',
  together: 'host',
  deepinfra: 'host',
  fireworks: 'host',
  'google-vertex': 'host',
  cloudflare: 'host',
  'github-copilot': 'gateway',
  openrouter: 'gateway',
  vercel: 'gateway',
};

/** A model of the test table. @param id `provider/model`. */
function row(id: string, ...aliases: readonly string[]): PlainModel {
  const provider = id.slice(0, id.indexOf('/'));
  return {
    ...sample,
    id,
    provider,
    model: id.slice(provider.length + 1),
    providerKind: KINDS[provider] ?? 'vendor',
    aliases,
  };
}

/** No longer sold from the end of 2025. */
function ended(model: Model): Model {
  const [period] = model.periods;
  return { ...plainModel(model), periods: [{ ...period, toMs: Date.UTC(2026, 0) }] };
}

const AT_MS = Date.UTC(2026, 10, 27);
const SWITCHED_MS = Date.UTC(2026, 8);

function moving(id: string, ...meanings: readonly (readonly string[])[]): MovingAlias {
  const [before = [], after = before] = meanings;
  return {
    id,
    name: id.slice(id.indexOf('/') + 1),
    meanings: [
      { fromMs: -Infinity, toMs: SWITCHED_MS, modelIds: before },
      { fromMs: SWITCHED_MS, toMs: Infinity, modelIds: after },
    ],
  };
}

const table: PriceTable = {
  models: [
    row('openai/gpt-4o', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20'),
    row('openai/gpt-4o-2024-05-13'),
    row('openai/gpt-4.1'),
    row('openai/gpt-5.6-sol'),
    row('openai/gpt-5.6-terra'),
    row('openai/gpt-3.5-turbo'),
    ended(row('openai/gpt-4-turbo')),
    row('anthropic/claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'),
    row('anthropic/claude-sonnet-4-6'),
    row('google/gemini-2.5-flash'),
    row('xai/grok-4-0709', 'grok-4'),
    ended(row('deepseek/deepseek-v3')),
    row('deepseek/deepseek-flash'),
    row('alibaba/qwen3-0.6b'),
    row('zai/GLM-5.3', 'glm-5.3'),
    row('azure/gpt-4o'),
    row('azure/gpt-4.1'),
    row('azure/gpt-4-turbo'),
    row('azure/gpt-3.5-turbo'),
    row('azure/gpt-4-32k'),
    row('amazon/anthropic.claude-sonnet-4-5-20250929-v1:0'),
    row('amazon/us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    row('amazon/global.anthropic.claude-sonnet-4-6'),
    row('amazon/amazon.nova-pro-v1:0'),
    row('google-vertex/claude-sonnet-4-5@20250929'),
    row('google-vertex/gemini-2.5-flash'),
    row('openrouter/anthropic/claude-sonnet-4.6'),
    row('openrouter/openai/gpt-4o'),
    row('openrouter/deepseek/deepseek-r1:free'),
    row('openrouter/x-ai/grok-3'),
    row('github-copilot/claude-sonnet-4.6'),
    row('fireworks/accounts/fireworks/models/llama-v3p3-70b-instruct'),
    row('groq/openai/gpt-oss-120b'),
    row('groq/llama-3.3-70b-versatile'),
    row('together/openai/gpt-oss-120b'),
    row('together/deepseek-ai/DeepSeek-V3'),
    row('deepinfra/deepseek-ai/DeepSeek-V3'),
    row('together/meta-llama/Llama-3.3-70B-Instruct'),
    row('deepinfra/meta-llama/Llama-3.3-70B-Instruct'),
    row('together/Qwen/Qwen3-32B'),
    row('groq/qwen/qwen3-32b'),
  ],
  movingAliases: [
    moving('openai/gpt-5.6', ['openai/gpt-5.6-terra'], ['openai/gpt-5.6-sol']),
    moving('deepseek/deepseek-chat', ['deepseek/deepseek-v3', 'deepseek/deepseek-flash']),
  ],
  otherwiseBilled: [
    { id: 'openai/dall-e-3', name: 'dall-e-3', unit: 'picture' },
    { id: 'azure/dall-e-3', name: 'dall-e-3', unit: 'picture' },
  ],
};

/** The result in one line: "openai/gpt-4o", "openai/gpt-4o (reading)", "several: a or b". */
function resolve(name: string, atMs = AT_MS, prices = table): string {
  const resolution = resolveModel(prices, name, atMs);
  switch (resolution.kind) {
    case 'found':
      return resolution.model.id + (resolution.how === 'exact' ? '' : ` (${resolution.how})`);
    case 'ambiguous':
      return `${resolution.reason}: ${resolution.candidates.map(({ id }) => id).join(' or ')}`;
    case 'notByTokens':
      return `by ${resolution.unit}`;
    case 'local':
    case 'fineTuned':
    case 'free':
    case 'unknown':
      return resolution.kind;
  }
}

function expectAll(expected: Readonly<Record<string, string>>): void {
  const names = Object.keys(expected);
  assert.deepStrictEqual(Object.fromEntries(names.map((name) => [name, resolve(name)])), expected);
}

describe('resolving the name of a model', () => {
  it('takes ids and aliases, with and without the provider', () => {
    expectAll({
      'openai/gpt-4o': 'openai/gpt-4o',
      'openai/gpt-4o-2024-08-06': 'openai/gpt-4o',
      'grok-4': 'xai/grok-4-0709',
      ' azure/gpt-4o ': 'azure/gpt-4o',
      'openrouter/openai/gpt-4o': 'openrouter/openai/gpt-4o',
    });
  });

  it('takes any spelling, and no digit more or less', () => {
    expectAll({
      'GPT-4o': 'openai/gpt-4o (reading)',
      'GPT 4o': 'openai/gpt-4o (reading)',
      gpt_4_1: 'openai/gpt-4.1 (reading)',
      'gpt-4-1': 'openai/gpt-4.1 (reading)',
      'claude-sonnet-4.6': 'anthropic/claude-sonnet-4-6 (reading)',
      'Anthropic/Claude-Sonnet-4.6': 'anthropic/claude-sonnet-4-6 (reading)',
      'gpt-41': 'unknown',
      'gpt-4.2': 'unknown',
      'claude-sonnet-4': 'unknown',
      'claude-sonnet-46': 'unknown',
      'qwen3-0-6b': 'unknown',
      'Qwen3-0.6B': 'alibaba/qwen3-0.6b (reading)',
    });
  });

  it('folds a dated id only where its maker says that it is the same', () => {
    expectAll({
      'gpt-4o-2024-11-20': 'openai/gpt-4o',
      'gpt-4o-2024-05-13': 'openai/gpt-4o-2024-05-13',
      'gpt-4.1-2025-04-14': 'unknown',
      'azure/gpt-4o-2024-11-20': 'azure/gpt-4o (reading)',
      'azure/gpt-4o-2024-05-13': 'unknown',
    });
  });

  it('gives a plain name to the maker, and never closed weights to a host', () => {
    expectAll({
      'gpt-4o': 'openai/gpt-4o',
      'gpt-4-turbo': 'openai/gpt-4-turbo',
      'gemini-2.5-flash': 'google/gemini-2.5-flash',
      'gpt-4-32k': 'elsewhere: azure/gpt-4-32k',
      'x-ai/grok-3': 'elsewhere: openrouter/x-ai/grok-3',
      'llama-3.3-70b-versatile': 'groq/llama-3.3-70b-versatile',
    });
  });

  it('asks which host of open weights is meant, unless their maker sells them', () => {
    expectAll({
      'openai/gpt-oss-120b': 'several: groq/openai/gpt-oss-120b or together/openai/gpt-oss-120b',
      'meta-llama/Llama-3.3-70B-Instruct':
        'several: together/meta-llama/Llama-3.3-70B-Instruct or deepinfra/meta-llama/Llama-3.3-70B-Instruct',
      'deepseek-ai/DeepSeek-V3':
        'several: together/deepseek-ai/DeepSeek-V3 or deepinfra/deepseek-ai/DeepSeek-V3',
      'qwen/qwen3-32b': 'several: together/Qwen/Qwen3-32B or groq/qwen/qwen3-32b',
      'deepseek-v3': 'deepseek/deepseek-v3',
      'zai-org/GLM-5.3': 'zai/GLM-5.3 (reading)',
    });
    assert.equal(
      resolve('deepseek-ai/DeepSeek-V3', Date.UTC(2025, 5)),
      'deepseek/deepseek-v3 (reading)',
    );
  });

  it('asks which host is meant by a name of weights, although one host has it as its id', () => {
    const hosted = (id: string, to?: 'ended'): Model => {
      const model = { ...row(id), weights: 'llama-4-maverick' };
      return to === undefined ? model : ended(model);
    };
    const models = [
      ...table.models,
      hosted('groq/meta-llama/llama-4-maverick-17b-128e-instruct', 'ended'),
      hosted('together/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8'),
      hosted('deepinfra/meta-llama/Llama-4-Maverick-Turbo'),
      hosted('fireworks/accounts/fireworks/models/llama4-maverick-basic'),
      row('meta/muse'),
    ];
    const all =
      'several: together/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 or deepinfra/meta-llama/Llama-4-Maverick-Turbo or fireworks/accounts/fireworks/models/llama4-maverick-basic';
    const expected: Readonly<Record<string, string>> = {
      'meta-llama/Llama-4-Maverick-17B-128E-Instruct': all,
      'Llama-4-Maverick-17B-128E-Instruct': all,
      'meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8': all,
      'groq/meta-llama/llama-4-maverick-17b-128e-instruct':
        'groq/meta-llama/llama-4-maverick-17b-128e-instruct',
      'groq/llama-4-maverick-17b-128e-instruct':
        'groq/meta-llama/llama-4-maverick-17b-128e-instruct (reading)',
      'meta-llama/Llama-4-Maverick-Turbo': 'deepinfra/meta-llama/Llama-4-Maverick-Turbo (onlyAt)',
    };
    for (const [name, meaning] of Object.entries(expected)) {
      assert.equal(resolve(name, AT_MS, { models }), meaning, name);
    }
  });

  it("never gives a vendor's name to a gateway without saying so", () => {
    const models = [
      row('cohere/command-r-08-2024'),
      row('cohere/command-r-plus-08-2024'),
      row('mistral/mistral-large-2402'),
      row('mistral/open-mistral-7b'),
      row('openrouter/cohere/command-r'),
      row('openrouter/cohere/command-a-plus'),
      row('azure/mistral-nemo'),
      row('together/mistralai/Mistral-7B-v0.1'),
    ];
    const expected: Readonly<Record<string, string>> = {
      'cohere/command-r': 'elsewhere: cohere/command-r-08-2024 or openrouter/cohere/command-r',
      'openrouter/cohere/command-r': 'openrouter/cohere/command-r',
      'openrouter/command-r': 'openrouter/cohere/command-r (reading)',
      'cohere/command-a-plus': 'openrouter/cohere/command-a-plus (onlyAt)',
      'mistral-nemo': 'azure/mistral-nemo (onlyAt)',
      'mistralai/Mistral-7B-v0.1': 'together/mistralai/Mistral-7B-v0.1 (onlyAt)',
    };
    for (const [name, meaning] of Object.entries(expected)) {
      assert.equal(resolve(name, AT_MS, { models }), meaning, name);
    }
  });

  it('says the same of a name with and without the prefix of its maker', () => {
    const models = [
      row('cohere/command-a'),
      row('mistral/mistral-small-2506'),
      row('google/gemini-3-flash-preview'),
      row('openai/gpt-4o'),
      row('azure/gpt-4-32k'),
      row('openrouter/cohere/command-r'),
      row('openrouter/openai/gpt-3.5-turbo-0613'),
      row('openrouter/mistralai/mistral-small'),
      row('vercel/google/gemini-3-flash'),
    ];
    const expected: readonly (readonly [string, ...string[]])[] = [
      [
        'openrouter/cohere/command-r (onlyAt)',
        'command-r',
        'cohere/command-r',
        'cohere_chat:command-r',
      ],
      [
        'elsewhere: openrouter/openai/gpt-3.5-turbo-0613',
        'gpt-3.5-turbo-0613',
        'openai/gpt-3.5-turbo-0613',
        'openai:gpt-3.5-turbo-0613',
      ],
      ['elsewhere: azure/gpt-4-32k', 'gpt-4-32k', 'openai/gpt-4-32k', 'openai:gpt-4-32k'],
      [
        'elsewhere: mistral/mistral-small-2506 or openrouter/mistralai/mistral-small',
        'mistral-small',
        'mistral/mistral-small',
        'mistralai:mistral-small',
      ],
      [
        'google/gemini-3-flash-preview (reading)',
        'gemini-3-flash',
        'google/gemini-3-flash',
        'google-gla:gemini-3-flash',
      ],
    ];
    for (const [meaning, ...names] of expected) {
      for (const name of names) assert.equal(resolve(name, AT_MS, { models }), meaning, name);
    }
  });

  it('asks for a release where the maker has only releases of a name, and never for another version', () => {
    const models = [
      row('mistral/mistral-medium-2312'),
      ended(row('mistral/mistral-medium-2505')),
      row('openai/gpt-4.5-preview'),
      row('openai/gpt-3.5-0301'),
      row('openai/gpt-4'),
      row('anthropic/claude-opus-4-5'),
    ];
    const expected: Readonly<Record<string, string>> = {
      'mistral-medium': 'elsewhere: mistral/mistral-medium-2312',
      'mistral:mistral-medium': 'elsewhere: mistral/mistral-medium-2312',
      'gpt-4.5': 'openai/gpt-4.5-preview (reading)',
      'gpt-3.5': 'unknown',
      gpt: 'unknown',
      'claude-opus': 'unknown',
      'claude-opus-4': 'unknown',
      'azure/mistral-medium': 'unknown',
    };
    for (const [name, meaning] of Object.entries(expected)) {
      assert.equal(resolve(name, AT_MS, { models }), meaning, name);
    }
  });

  it('asks only the hosts that sell weights at the speed of the name', () => {
    const hosted = (id: string): Model => ({ ...row(id), weights: 'llama-3.3-70b-instruct' });
    const models = [
      hosted('together/meta-llama/Llama-3.3-70B-Instruct-Turbo'),
      hosted('deepinfra/meta-llama/Llama-3.3-70B-Instruct-Turbo'),
      hosted('groq/llama-3.3-70b-specdec'),
      hosted('fireworks/accounts/fireworks/models/llama-v3p3-70b-instruct'),
    ];
    const turbo =
      'several: together/meta-llama/Llama-3.3-70B-Instruct-Turbo or deepinfra/meta-llama/Llama-3.3-70B-Instruct-Turbo';
    for (const name of [
      'meta-llama/Llama-3.3-70B-Instruct-Turbo',
      'Llama-3.3-70B-Instruct-Turbo',
    ]) {
      assert.equal(resolve(name, AT_MS, { models }), turbo, name);
    }
  });

  it("gives Cloudflare's names to Cloudflare alone", () => {
    const hosted = (id: string): Model => ({ ...row(id), weights: 'llama-3.1-8b-instruct' });
    const models = [
      hosted('cloudflare/@cf/meta/llama-3.1-8b-instruct'),
      hosted('together/meta-llama/Llama-3.1-8B-Instruct'),
    ];
    const expected: Readonly<Record<string, string>> = {
      '@cf/meta/llama-3.1-8b-instruct': 'cloudflare/@cf/meta/llama-3.1-8b-instruct',
      'workers-ai/@cf/meta/llama-3.1-8b-instruct':
        'cloudflare/@cf/meta/llama-3.1-8b-instruct (reading)',
      '@cf/other/llama-3.1-8b-instruct': 'unknown',
    };
    for (const [name, meaning] of Object.entries(expected)) {
      assert.equal(resolve(name, AT_MS, { models }), meaning, name);
    }
    const others = { models: models.slice(1) };
    assert.equal(resolve('@cf/meta/llama-3.1-8b-instruct', AT_MS, others), 'unknown');
  });

  it('knows the prefixes of libraries', () => {
    expectAll({
      'openai/responses/gpt-4o': 'openai/gpt-4o (reading)',
      'azure/responses/gpt-4o': 'azure/gpt-4o (reading)',
      'openai:gpt-4o': 'openai/gpt-4o (reading)',
      'openai-responses:gpt-4o': 'openai/gpt-4o (reading)',
      'google_genai:gemini-2.5-flash': 'google/gemini-2.5-flash (reading)',
      'gemini/gemini-2.5-flash': 'google/gemini-2.5-flash (reading)',
      'vertex_ai/gemini-2.5-flash': 'google-vertex/gemini-2.5-flash (reading)',
      'x-ai/grok-4': 'xai/grok-4-0709 (reading)',
      'azure_ai/gpt-4o': 'azure/gpt-4o (reading)',
      'gateway/google:gemini-2.5-flash': 'google/gemini-2.5-flash (reading)',
      'github_copilot/claude-sonnet-4.6': 'github-copilot/claude-sonnet-4.6 (reading)',
      'openrouter:anthropic/claude-sonnet-4-6': 'openrouter/anthropic/claude-sonnet-4.6 (reading)',
      'openrouter/claude-sonnet-4.6': 'openrouter/anthropic/claude-sonnet-4.6 (reading)',
      'fireworks_ai/accounts/fireworks/models/llama-v3p3-70b-instruct':
        'fireworks/accounts/fireworks/models/llama-v3p3-70b-instruct (reading)',
      'together_ai/meta-llama/Llama-3.3-70B-Instruct':
        'together/meta-llama/Llama-3.3-70B-Instruct (reading)',
    });
  });

  it('never drops a prefix that it does not know, or that names another provider', () => {
    expectAll({
      'acme/gpt-4o': 'unknown',
      'sambanova/gpt-4o': 'unknown',
      'azure/claude-sonnet-4-6': 'unknown',
      'azure/my-deployment': 'unknown',
      'gateway/gpt-4o': 'unknown',
      'gateway/acme:gpt-4o': 'unknown',
      'constructor/gpt-4o': 'unknown',
      __proto__: 'unknown',
      '': 'unknown',
      '/': 'unknown',
      'openai/': 'unknown',
    });
  });

  it('never drops the suffix of a gateway', () => {
    expectAll({
      'openrouter/openai/gpt-4o:free': 'unknown',
      'gpt-4o:latest': 'unknown',
      'deepseek/deepseek-r1:free': 'openrouter/deepseek/deepseek-r1:free (onlyAt)',
      'openrouter/deepseek/deepseek-r1': 'unknown',
    });
  });

  it('knows the resource names of clouds', () => {
    expectAll({
      'models/gemini-2.5-flash': 'google/gemini-2.5-flash (reading)',
      'publishers/google/models/gemini-2.5-flash': 'google-vertex/gemini-2.5-flash (reading)',
      'projects/p/locations/us-central1/publishers/anthropic/models/claude-sonnet-4-5@20250929':
        'google-vertex/claude-sonnet-4-5@20250929 (reading)',
      'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0':
        'amazon/us.anthropic.claude-sonnet-4-5-20250929-v1:0 (reading)',
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0':
        'amazon/amazon.nova-pro-v1:0 (reading)',
    });
  });

  it("knows Vertex's mark of a snapshot", () => {
    expectAll({
      'claude-sonnet-4-5@20250929': 'google-vertex/claude-sonnet-4-5@20250929',
      'vertex_ai/claude-sonnet-4-5': 'google-vertex/claude-sonnet-4-5@20250929 (reading)',
      'vertex_ai/claude-sonnet-4-5@20250101': 'unknown',
      'claude-sonnet-4-6@default': 'anthropic/claude-sonnet-4-6 (reading)',
      'gpt-4o@default': 'unknown',
      'openai/gpt-4o@default': 'unknown',
      'azure/gpt-4o@default': 'unknown',
      'gemini-2.5-flash@default': 'google-vertex/gemini-2.5-flash (reading)',
    });
    const vendors = { models: table.models.filter(({ provider }) => provider === 'anthropic') };
    assert.equal(
      resolve('claude-sonnet-4-5@20250929', AT_MS, vendors),
      'anthropic/claude-sonnet-4-5 (reading)',
    );
  });

  it('takes the price of the region, and asks where the table does not have it', () => {
    const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    expectAll({
      [sonnet]: `amazon/${sonnet}`,
      [`us.${sonnet}`]: `amazon/us.${sonnet}`,
      [`bedrock/us.${sonnet}`]: `amazon/us.${sonnet} (reading)`,
      [`bedrock/converse/us.${sonnet}`]: `amazon/us.${sonnet} (reading)`,
      [`eu.${sonnet}`]: `region: amazon/${sonnet} or amazon/us.${sonnet}`,
      [`bedrock/eu-west-1/${sonnet}`]: `region: amazon/${sonnet} or amazon/us.${sonnet}`,
      [`bedrock/us-east-1/${sonnet}`]: `amazon/${sonnet} (reading)`,
      [`bedrock/us-west-2/${sonnet}`]: `amazon/${sonnet} (reading)`,
      [`bedrock/us-gov-west-1/${sonnet}`]: `region: amazon/${sonnet} or amazon/us.${sonnet}`,
      'anthropic.claude-sonnet-4-6': 'region: amazon/global.anthropic.claude-sonnet-4-6',
      'azure/eu/gpt-4o': 'region: azure/gpt-4o',
      'azure/global-standard/gpt-4o': 'azure/gpt-4o (reading)',
    });
  });

  it("knows the shorter forms of Bedrock's and Azure's ids", () => {
    expectAll({
      'amazon.nova-pro-v1': 'amazon/amazon.nova-pro-v1:0 (reading)',
      'amazon/nova-pro-v1': 'amazon/amazon.nova-pro-v1:0 (reading)',
      'bedrock/nova-pro': 'amazon/amazon.nova-pro-v1:0 (reading)',
      'bedrock/claude-sonnet-4-5': 'amazon/anthropic.claude-sonnet-4-5-20250929-v1:0 (reading)',
      'us.anthropic.claude-sonnet-4-5':
        'amazon/us.anthropic.claude-sonnet-4-5-20250929-v1:0 (reading)',
      'amazon.nova-pro-v2:0': 'unknown',
      'azure/gpt-35-turbo': 'azure/gpt-3.5-turbo (reading)',
      'gpt-35-turbo': 'azure/gpt-3.5-turbo (reading)',
      'openai/gpt-35-turbo': 'unknown',
    });
    const withoutAzures = {
      models: table.models.filter(({ id }) => id !== 'azure/gpt-3.5-turbo'),
    };
    for (const name of ['gpt-35-turbo', 'azure/gpt-35-turbo', 'azure_ai/gpt-35-turbo']) {
      assert.equal(resolve(name, AT_MS, withoutAzures), 'elsewhere: openai/gpt-3.5-turbo', name);
    }
  });

  it('gives a moving alias its meaning at the time', () => {
    assert.equal(resolve('gpt-5.6'), 'openai/gpt-5.6-sol (moving)');
    assert.equal(resolve('openai:gpt-5.6', SWITCHED_MS), 'openai/gpt-5.6-sol (moving)');
    assert.equal(resolve('openai/gpt-5.6', SWITCHED_MS - 1), 'openai/gpt-5.6-terra (moving)');
    // deepseek-v3 is no longer sold, so that the other one is meant.
    assert.equal(resolve('deepseek-chat'), 'deepseek/deepseek-flash (moving)');
    assert.equal(
      resolve('deepseek-chat', Date.UTC(2025, 0)),
      'several: deepseek/deepseek-v3 or deepseek/deepseek-flash',
    );
  });

  it('offers no meaning of a moving alias before its first day, and none that another one answers', () => {
    const begins = (id: string, fromMs: number, answeredBy?: string): Model => {
      const model = row(id);
      const servedBy =
        answeredBy === undefined ? undefined : { id: answeredBy, source: ownSource('user') };
      return { ...model, periods: [{ ...model.periods[0], fromMs, servedBy }] };
    };
    const prices: PriceTable = {
      models: [
        begins('mistral/large-3', 0),
        begins('mistral/large-4', SWITCHED_MS),
        begins('deepseek/flash', 0),
        begins('deepseek/v4-flash', 0, 'deepseek/flash'),
      ],
      movingAliases: [
        moving('mistral/large-latest', ['mistral/large-3', 'mistral/large-4']),
        moving('deepseek/chat', ['deepseek/flash', 'deepseek/v4-flash']),
      ],
    };
    assert.equal(resolve('large-latest', SWITCHED_MS - 1, prices), 'mistral/large-3 (moving)');
    assert.equal(
      resolve('large-latest', SWITCHED_MS, prices),
      'several: mistral/large-3 or mistral/large-4',
    );
    assert.equal(resolve('deepseek/chat', AT_MS, prices), 'deepseek/flash (moving)');
  });

  it("gives the makers' moving aliases the meaning that they documented for the day", () => {
    const on = (name: string, day: string): string =>
      resolve(name, Date.parse(day), bundledTable()).replace(' (moving)', '');
    const expected = [
      ['gemini-pro-latest', '2026-01-20', 'google/gemini-2.5-pro'],
      ['gemini-pro-latest', '2026-01-21', 'google/gemini-3-pro-preview'],
      ['gemini-pro-latest', '2026-03-06', 'google/gemini-3.1-pro-preview'],
      ['gemini-flash-latest', '2026-01-21', 'google/gemini-3-flash-preview'],
      ['gemini-flash-latest', '2026-05-18', 'google/gemini-3-flash-preview'],
      ['mistral-large-latest', '2025-11-01', 'mistral/mistral-medium-3-1'],
      ['mistral-large-latest', '2026-08-15', 'mistral/mistral-large-2512'],
      ['mistral-medium-latest', '2026-06-15', 'mistral/mistral-medium-3-1'],
      ['mistral-medium-latest', '2026-06-16', 'mistral/mistral-medium-3-5'],
      ['ministral-8b-latest', '2025-12-01', 'mistral/ministral-8b'],
      ['ministral-8b-latest', '2025-12-02', 'mistral/ministral-8b-2512'],
      ['deepseek-chat', '2026-11-27', 'deepseek/deepseek-flash'],
    ] as const;
    assert.deepStrictEqual(
      expected.map(([name, day]) => [name, day, on(name, day)]),
      expected,
    );
    assert.match(
      on('gemini-pro-latest', '2026-10-13'),
      /^several: .*argon.* or .*3\.1-pro-preview$/,
    );
  });

  it('says what is not priced by tokens, and what runs on the own machine', () => {
    expectAll({
      'dall-e-3': 'by picture',
      'openai:DALL-E-3': 'by picture',
      'ollama/llama3.3': 'local',
      'lm_studio/qwen3-8b': 'local',
      'ollama:gpt-4o': 'local',
      'google-gla:gemini-exp-1206': 'free',
      'gemini-2.5-pro-exp-03-25': 'free',
      'models/gemini-2.0-flash-exp': 'free',
      'gemini-2.5-pro-expert': 'unknown',
      'openai/gpt-4o:free': 'unknown',
      'openrouter/google/gemini-2.0-flash-exp:free': 'free',
      'openrouter/deepseek-ai/DeepSeek-V3:free': 'unknown',
      'deepseek-ai/DeepSeek-V3:free': 'free',
      'deepseek-ai/DeepSeek-V9:free': 'unknown',
    });
  });

  it("prefers the user's own model", () => {
    const own = row('mine/gpt-4o');
    const [period] = own.periods;
    const mine = { ...own, periods: [{ ...period, source: ownSource('user') }] } as const;
    const alias = { ...row('openai/gpt-4o-2024-08-06'), periods: mine.periods };
    const both = { ...table, models: [...table.models, mine, alias] };
    assert.equal(resolve('gpt-4o', AT_MS, both), 'mine/gpt-4o');
    assert.equal(resolve('openai/gpt-4o', AT_MS, both), 'openai/gpt-4o');
    // An id wins over an equal alias of a bundled model.
    for (const name of ['gpt-4o-2024-08-06', 'openai/gpt-4o-2024-08-06']) {
      assert.equal(resolve(name, AT_MS, both), alias.id);
    }
  });
});
