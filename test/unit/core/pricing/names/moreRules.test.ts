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
    case 'fineTuned':
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
      'weights that several hosts run ask, embeddings and rerankers too, also where one host alone has the id',
      {
        'BAAI/bge-large-en-v1.5': '? several',
        'bge-m3': '? several',
        'BAAI/bge-small-en-v1.5': '? elsewhere',
        'intfloat/multilingual-e5-large': '? elsewhere',
        'thenlper/gte-large': '? elsewhere',
        'meta-llama/Llama-2-70b-chat-hf': '? several',
        'openrouter/intfloat/multilingual-e5-large': 'openrouter/intfloat/multilingual-e5-large',
        'someone/bge-m3': 'unknown',
      },
    ],
    [
      'a host without a price for weights does not hide those that have one',
      {
        'microsoft/Phi-3.5-mini-instruct': '? elsewhere',
        'Phi-3.5-mini-instruct': '? elsewhere',
        'microsoft/Phi-3-mini-4k-instruct': '? elsewhere',
        'gemma-3n-e4b-it': '#unknown',
      },
    ],
    [
      "no suffix of a host's id, and no way of storing the weights, is left out",
      {
        'meta.llama4-scout-17b-instruct-v1:0': 'amazon/meta.llama4-scout-17b-instruct-v1:0',
        'meta.llama4-scout-17b-instruct-v1:0-fp8': 'unknown',
        'mistral.ministral-3-14b-instruct-fp8': 'unknown',
        'accounts/fireworks/models/inkling-fp8': 'unknown',
        'fireworks_ai/inkling-fp8': 'unknown',
      },
    ],
    [
      "the id of one host is no other's",
      {
        'fireworks_ai/accounts/fireworks/models/llama-v3p1-70b-instruct':
          'fireworks/accounts/fireworks/models/llama-v3p1-70b-instruct',
        'bedrock/accounts/fireworks/models/llama-v3p1-70b-instruct': 'unknown',
        'together_ai/accounts/fireworks/models/llama-v3p1-70b-instruct': 'unknown',
        'together/llama-v3p1-70b-instruct': 'unknown',
        'openrouter/databricks-meta-llama-3-3-70b-instruct': 'unknown',
        'groq/meta.llama3-3-70b-instruct-v1:0': 'unknown',
      },
    ],
    [
      "Claude Code's mark of the long context is read where the model has that context",
      {
        'claude-sonnet-4-6[1m]': 'anthropic/claude-sonnet-4-6',
        'us.anthropic.claude-sonnet-4-6[1m]': 'amazon/anthropic.claude-sonnet-4-6',
        // It had the long context until 2026.
        'claude-sonnet-4-5[1m]': 'anthropic/claude-sonnet-4-5',
        'claude-haiku-4-5[1m]': 'unknown',
        'claude-sonnet-4-6[2m]': 'unknown',
        'gpt-4.1[1m]': 'unknown',
      },
    ],
    [
      'Claude that thinks is sold under this name by programs at their prices',
      {
        'claude-3.7-sonnet-thinking': '? elsewhere',
        'claude-9-sonnet-thinking': 'unknown',
        'gpt-4o-thinking': 'unknown',
      },
    ],
    [
      'a tuned model is known by the model that it was made of',
      {
        'ft:gpt-4o-mini-2024-07-18:my-org::id': 'fineTuned',
        'openai/ft:gpt-4o-mini-2024-07-18:my-org:name:id': 'fineTuned',
        'ft:gpt-9:my-org::id': 'unknown',
      },
    ],
    [
      'GitHub Models and SAP have models at prices that no source tells',
      {
        'github/gpt-4o': '#unknown',
        'scaleway/llama-3.3-70b-instruct': '#unknown',
        'scaleway/gpt-oss-120b': '#unknown',
        'scaleway/no-such-model': 'unknown',
        'github/gpt-9': 'unknown',
        'anthropic--claude-4.6-sonnet': 'sap/anthropic--claude-4.6-sonnet',
        'anthropic--claude-4.6-opus': '#unknown',
        'anthropic--claude-9-opus': 'unknown',
      },
    ],
    [
      "xAI's names of its fast models are known",
      {
        'grok-code-fast': 'xai/grok-code-fast-1',
        'x-ai/grok-4-fast-reasoning-latest': 'xai/grok-4-fast-reasoning',
        'grok-4-fast-non-reasoning-latest': 'xai/grok-4-fast-non-reasoning',
      },
    ],
    [
      'models that write no text, moderation and those of sentence-transformers are known',
      {
        'omni-moderation-latest': 'free',
        'openai/omni-moderation-2024-09-26': 'free',
        'black-forest-labs/flux.2-pro': '#picture',
        'playai-tts': '#character',
        'distil-whisper-large-v3-en': '#second',
        'voxtral-mini-latest': '#second',
        'textembedding-gecko@002': '#character',
        'all-MiniLM-L6-v2': 'local',
        'cross-encoder/ms-marco-MiniLM-L-6-v2': 'local',
        'paraphrase-multilingual-MiniLM-L12-v2': 'local',
      },
    ],
    [
      'models of hosts and makers that people write',
      {
        'ministral-3b-2410': 'mistral/ministral-3b-2410',
        'groq/compound': '#unknown',
        'groq/compound-mini': '#unknown',
        'kimi-latest': '? several',
        'databricks-dbrx-instruct': '#unknown',
        'baidu/ernie-4.5-300b-a47b': '? elsewhere',
        'replicate/meta/meta-llama-3-70b-instruct': 'replicate/meta/llama-3-70b-instruct',
        'github-copilot/mai-code-1-flash': '#unknown',
        'google-ai-studio/gemini-2.5-pro': 'google/gemini-2.5-pro',
        'ibm/granite-3-8b-instruct': 'watsonx/ibm/granite-3-8b-instruct',
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
