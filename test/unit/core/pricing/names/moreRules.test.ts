import assert from 'node:assert/strict';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { bundledTable } from '../../../../support/priceTables';

const AT_MS = Date.UTC(2026, 10, 27);

function meaningOf(name: string): string {
  const resolution = resolveModel(bundledTable(), name, AT_MS);
  switch (resolution.kind) {
    case 'found':
      return resolution.model.id;
    case 'notByTokens':
      return `#${resolution.unit}`;
    case 'ambiguous':
      return `? ${resolution.reason}`;
    case 'local':
    case 'free':
    case 'unknown':
      return resolution.kind;
  }
}

describe('rules of names', () => {
  for (const [title, meanings] of [
    [
      'what passes a request on is left out',
      {
        'litellm_proxy/gpt-4o': 'openai/gpt-4o',
        'openhands/claude-sonnet-4-20250514': 'anthropic/claude-sonnet-4-0',
        'gateway/openai:gpt-4o': 'openai/gpt-4o',
        'someproxy/gpt-4o': 'unknown',
      },
    ],
    [
      "Fireworks' own way to write versions means Fireworks, of which other accounts are others",
      {
        'llama-v3p1-70b-instruct': 'fireworks/accounts/fireworks/models/llama-v3p1-70b-instruct',
        'llama-v3-8b-instruct': 'fireworks/accounts/fireworks/models/llama-v3-8b-instruct',
        'llama-v3p9-70b-instruct': 'unknown',
        'accounts/mine/models/llama-v3p1-70b-instruct': 'unknown',
      },
    ],
    [
      "Amazon's own models need no maker",
      {
        'nova-pro': 'amazon/amazon.nova-pro-v1:0',
        'nova-lite': 'amazon/amazon.nova-lite-v1:0',
        'nova-giga': 'unknown',
      },
    ],
    [
      'ids of Bedrock for reserved throughput are known, and have no price for tokens',
      {
        'anthropic.claude-3-haiku-20240307-v1:0:200k': '#unknown',
        'amazon.titan-text-lite-v1:0:4k': '#unknown',
        'anthropic.claude-9-haiku-v1:0:200k': 'unknown',
      },
    ],
    [
      "variants of OpenRouter's models have no known price, and none of an unknown model",
      {
        'meta-llama/llama-3.3-70b-instruct:nitro': '#unknown',
        'openai/gpt-4o:online': '#unknown',
        'openai/gpt-9:online': 'unknown',
        'openai/gpt-4o:sometimes': 'unknown',
      },
    ],
    [
      'the one preview, or latest, of a model is meant by its name; of several releases none is',
      {
        'gemini-3-flash': 'google/gemini-3-flash-preview',
        'openai/gpt-5.2-chat': 'openai/gpt-5.2-chat-latest',
        'gpt-4.5': 'openai/gpt-4.5-preview',
        'google/gemini-2.5-pro-preview': '? elsewhere',
        'mistral-small': '? elsewhere',
      },
    ],
    [
      'a host that is named has the weights under the name of their maker',
      {
        'groq/llama-3.1-70b': 'groq/llama-3.1-70b-versatile',
        'groq/llama-3.3-70b': '? several',
        'groq/llama-9-70b': 'unknown',
      },
    ],
    [
      'a zone of Azure is kept where the maker has several names for a model',
      {
        'azure/eu/gpt-4o': 'azure/eu/gpt-4o-2024-11-20',
        'azure/us/gpt-5': 'azure/us/gpt-5-2025-08-07',
        'azure/us/gpt-9': 'unknown',
      },
    ],
    [
      'a name that moves is at a host what it is at its maker, and means what it meant last after its end',
      { 'azure/gpt-5.6': 'azure/gpt-5.6-sol', 'deepseek-coder': 'deepseek/deepseek-v2.5' },
    ],
    [
      "experimental models of Google and Z.ai's small models are free",
      {
        'gemini-embedding-exp-03-07': 'free',
        'gemini-1.5-flash-8b-exp-0827': 'free',
        'google/gemini-pro-1.5-exp': 'free',
        'glm-4.5-flash': 'free',
        'zai/glm-4.6v-flash': 'free',
        'glm-4.7-flashx': 'zai/glm-4.7-flashx',
        'gemini-9-exper': 'unknown',
      },
    ],
    [
      'the same with and without the maker of Llama, which sells none',
      { 'meta/llama-3.1-70b-instruct': '? several', 'meta-llama/Llama-3.1-8B': 'unknown' },
    ],
  ] as const) {
    it(title, () => {
      for (const [name, meaning] of Object.entries(meanings)) {
        assert.equal(meaningOf(name), meaning, name);
      }
    });
  }
});
