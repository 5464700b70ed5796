/**
 * The prefixes that libraries and marketplaces write before a model, by the provider that bills it, the id of
 * which the price table has.
 *
 * - LiteLLM, `provider/model`: https://docs.litellm.ai/docs/providers
 * - LangChain's `init_chat_model`, `provider:model`:
 *   https://python.langchain.com/api_reference/langchain/chat_models/langchain.chat_models.base.init_chat_model.html
 * - Pydantic AI, `provider:model`: https://ai.pydantic.dev/models/overview/
 * - Vercel AI SDK and Mastra, `provider/model`: https://ai-sdk.dev/providers
 * - OpenRouter and Hugging Face name the maker: https://openrouter.ai/models, https://huggingface.co/models
 */
const PREFIXES: Readonly<Record<string, string>> = {
  openai: 'openai openai-chat openai-responses text-completion-openai openai.chat openai.responses',
  anthropic: 'anthropic anthropic.messages',
  google:
    'google gemini google-genai google-gla google-generative-ai google.generative-ai googleai',
  'google-vertex':
    'vertex vertex-ai vertexai vertex-ai-beta google-vertex google-vertexai google-vertex-ai google-vertex-anthropic google-anthropic-vertex anthropic-vertex google.vertex google-cloud',
  azure:
    'azure azure-ai azure-openai azure-openai-responses azure-responses azure-text azure-cognitive-services',
  amazon:
    'bedrock bedrock-converse bedrock-mantle amazon-bedrock aws-bedrock anthropic-bedrock amazon aws',
  'github-copilot': 'github-copilot copilot',
  fireworks: 'fireworks fireworks-ai',
  together: 'together together-ai togetherai',
  nebius: 'nebius nebius-token-factory',
  ai21: 'ai21 ai21-chat ai21labs',
  novita: 'novita novita-ai',
  nvidia: 'nvidia nvidia-nim',
  cloudflare: 'cloudflare cloudflare-workers-ai workers-ai',
  huggingface: 'huggingface hf',
  coreweave: 'wandb coreweave',
  voyage: 'voyage voyageai',
  jina: 'jina jina-ai jinaai',
  stepfun: 'stepfun stepfun-ai',
  xiaomi: 'xiaomi xiaomimimo',
  arcee: 'arcee arcee-ai',
  venice: 'venice veniceai',
  opencode: 'opencode opencode-zen',
  vercel: 'vercel vercel-ai-gateway',
  deepseek: 'deepseek deepseek-ai',
  xai: 'xai x-ai spacexai grok',
  mistral: 'mistral mistralai codestral',
  cohere: 'cohere cohere-chat coherelabs cohereforai',
  alibaba: 'alibaba dashscope qwen tongyi',
  moonshot: 'moonshot moonshotai kimi',
  zai: 'zai z-ai zai-org zhipu zhipuai thudm',
  minimax: 'minimax minimaxai',
  inception: 'inception text-completion-inception',
  sap: 'sap sap-ai-core',
  meta: 'meta meta-llama',
};

/** Those whose only prefix is their id. */
const ALONE =
  'openrouter groq cerebras deepinfra sambanova hyperbolic databricks baseten ovhcloud cloudflare-ai-gateway perplexity watsonx snowflake replicate scaleway crusoe byteplus upstage morph nomic';

const PROVIDERS = new Map(
  [...Object.entries(PREFIXES), ...ALONE.split(' ').map((id) => [id, id] as const)].flatMap(
    ([provider, prefixes]) => prefixes.split(' ').map((prefix) => [prefix, provider] as const),
  ),
);

/** Programs that run models on the user's own machine. */
const LOCAL = new Set(
  'ollama ollama-chat lmstudio lm-studio llamacpp llama-cpp llamafile vllm hosted-vllm xinference mlx gpt4all sentence-transformers'.split(
    ' ',
  ),
);

export interface Prefixed {
  /** As written, without case and underscores. */
  readonly prefix: string;
  /** Ids of the providers that it can mean. */
  readonly providers: readonly string[];
  /** The name after the prefix. */
  readonly rest: string;
}

/**
 * What passes a request on at the price of the model after it: Pydantic AI's gateway, https://ai.pydantic.dev/gateway/,
 * one's own LiteLLM proxy, https://docs.litellm.ai/docs/providers/litellm_proxy, and OpenHands, which bills the vendors'
 * prices, https://docs.openhands.dev/openhands/usage/llms/openhands-llms.
 */
const GATEWAY = /^(?:gateway\/(?=[\w-]+:)|(?:litellm[-_]proxy|openhands)\/)/i;

/**
 * Splits a name at its first `/` or `:`; undefined without one.
 *
 * Examples: `google_genai:gemini-2.5-flash` is gemini-2.5-flash at Google; so is `gateway/google:gemini-2.5-flash`.
 */
export function splitPrefix(name: string): Prefixed | undefined {
  const match = /^([^/:\s]+)[/:](.+)$/.exec(withoutGateway(name));
  if (!match) return undefined;
  const [, head = '', rest = ''] = match;
  const prefix = keyOf(head);
  const known = PROVIDERS.get(prefix) ?? prefix;
  return { prefix, providers: [...new Set([known, prefix])], rest: rest.trim() };
}

/** A name without what passes the request on: openhands/claude-sonnet-4-5 is claude-sonnet-4-5. */
export function withoutGateway(name: string): string {
  return name.replace(GATEWAY, '');
}

/** Whether a library or marketplace writes it before models of a provider. */
export function isKnownPrefix(head: string): boolean {
  return PROVIDERS.has(keyOf(head));
}

function keyOf(head: string): string {
  return head.toLowerCase().replaceAll('_', '-');
}

/** The prefixes of a maker, as gateways and libraries write them before its models. */
export function prefixesOf(maker: string): readonly string[] {
  return PREFIXES[maker]?.split(' ') ?? (PROVIDERS.has(maker) ? [maker] : []);
}

export function isLocal(prefix: string): boolean {
  return LOCAL.has(prefix);
}
