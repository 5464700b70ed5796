/**
 * The prefixes that libraries and marketplaces write before a model, and the provider that bills it, as ids of the
 * price table; the first that the table has counts.
 *
 * - LiteLLM, `provider/model`: https://docs.litellm.ai/docs/providers
 * - LangChain's `init_chat_model`, `provider:model`:
 *   https://python.langchain.com/api_reference/langchain/chat_models/langchain.chat_models.base.init_chat_model.html
 * - Pydantic AI, `provider:model`: https://ai.pydantic.dev/models/overview/
 * - Vercel AI SDK and Mastra, `provider/model`: https://ai-sdk.dev/providers
 * - OpenRouter and Hugging Face name the maker: https://openrouter.ai/models, https://huggingface.co/models
 */
const PROVIDERS: Readonly<Record<string, readonly string[]>> = {
  openai: ['openai'],
  'openai-chat': ['openai'],
  'openai-responses': ['openai'],
  'text-completion-openai': ['openai'],
  'openai.chat': ['openai'],
  'openai.responses': ['openai'],
  anthropic: ['anthropic'],
  'anthropic.messages': ['anthropic'],
  google: ['google'],
  gemini: ['google'],
  'google-genai': ['google'],
  'google-gla': ['google'],
  'google-generative-ai': ['google'],
  'google.generative-ai': ['google'],
  googleai: ['google'],
  'google-ai-studio': ['google'],
  vertex: ['google-vertex'],
  'vertex-ai': ['google-vertex'],
  vertexai: ['google-vertex'],
  'vertex-ai-beta': ['google-vertex'],
  'google-vertex': ['google-vertex'],
  'google-vertexai': ['google-vertex'],
  'google-vertex-ai': ['google-vertex'],
  'google-vertex-anthropic': ['google-vertex'],
  'google-anthropic-vertex': ['google-vertex'],
  'anthropic-vertex': ['google-vertex'],
  'google.vertex': ['google-vertex'],
  'vertex-anthropic': ['google-vertex'],
  'google-cloud': ['google-vertex'],
  azure: ['azure'],
  'azure-ai': ['azure'],
  'azure-openai': ['azure'],
  'azure-openai-responses': ['azure'],
  'azure-responses': ['azure'],
  'azure-text': ['azure'],
  'azure-cognitive-services': ['azure'],
  bedrock: ['amazon'],
  'bedrock-converse': ['amazon'],
  'bedrock-mantle': ['amazon'],
  'amazon-bedrock': ['amazon'],
  'aws-bedrock': ['amazon'],
  'anthropic-bedrock': ['amazon'],
  amazon: ['amazon'],
  aws: ['amazon'],
  openrouter: ['openrouter'],
  'github-copilot': ['github-copilot'],
  copilot: ['github-copilot'],
  fireworks: ['fireworks'],
  'fireworks-ai': ['fireworks'],
  together: ['together'],
  'together-ai': ['together'],
  togetherai: ['together'],
  'together.ai': ['together'],
  groq: ['groq'],
  cerebras: ['cerebras'],
  deepinfra: ['deepinfra'],
  sambanova: ['sambanova'],
  nebius: ['nebius'],
  'nebius-token-factory': ['nebius'],
  hyperbolic: ['hyperbolic'],
  databricks: ['databricks'],
  ai21: ['ai21'],
  'ai21-chat': ['ai21'],
  ai21labs: ['ai21'],
  novita: ['novita'],
  'novita-ai': ['novita'],
  nvidia: ['nvidia'],
  'nvidia-nim': ['nvidia'],
  baseten: ['baseten'],
  cloudflare: ['cloudflare'],
  'cloudflare-workers-ai': ['cloudflare'],
  'workers-ai': ['cloudflare'],
  huggingface: ['huggingface'],
  hf: ['huggingface'],
  ovhcloud: ['ovhcloud'],
  wandb: ['coreweave'],
  coreweave: ['coreweave'],
  voyage: ['voyage'],
  voyageai: ['voyage'],
  jina: ['jina'],
  'jina-ai': ['jina'],
  jinaai: ['jina'],
  stepfun: ['stepfun'],
  'stepfun-ai': ['stepfun'],
  xiaomi: ['xiaomi'],
  xiaomimimo: ['xiaomi'],
  arcee: ['arcee'],
  'arcee-ai': ['arcee'],
  venice: ['venice'],
  veniceai: ['venice'],
  opencode: ['opencode'],
  'opencode-zen': ['opencode'],
  'cloudflare-ai-gateway': ['cloudflare-ai-gateway'],
  vercel: ['vercel'],
  'vercel-ai-gateway': ['vercel'],
  deepseek: ['deepseek'],
  'deepseek-ai': ['deepseek'],
  xai: ['xai'],
  'x-ai': ['xai'],
  spacexai: ['xai'],
  grok: ['xai'],
  mistral: ['mistral'],
  mistralai: ['mistral'],
  codestral: ['mistral'],
  cohere: ['cohere'],
  'cohere-chat': ['cohere'],
  coherelabs: ['cohere'],
  cohereforai: ['cohere'],
  alibaba: ['alibaba'],
  dashscope: ['alibaba'],
  qwen: ['alibaba'],
  tongyi: ['alibaba'],
  moonshot: ['moonshot'],
  moonshotai: ['moonshot'],
  kimi: ['moonshot'],
  zai: ['zai'],
  'z-ai': ['zai'],
  'zai-org': ['zai'],
  zhipu: ['zai'],
  zhipuai: ['zai'],
  thudm: ['zai'],
  minimax: ['minimax'],
  minimaxai: ['minimax'],
  perplexity: ['perplexity'],
  watsonx: ['watsonx'],
  ibm: ['watsonx'],
  snowflake: ['snowflake'],
  replicate: ['replicate'],
  crusoe: ['crusoe'],
  byteplus: ['byteplus'],
  inception: ['inception'],
  'text-completion-inception': ['inception'],
  upstage: ['upstage'],
  morph: ['morph'],
  nomic: ['nomic'],
  sap: ['sap'],
  'sap-ai-core': ['sap'],
  meta: ['meta'],
  'meta-llama': ['meta'],
};

/** Programs that run models on the user's own machine. */
const LOCAL = new Set([
  'ollama',
  'ollama-chat',
  'lmstudio',
  'lm-studio',
  'llamacpp',
  'llama-cpp',
  'llamafile',
  'vllm',
  'hosted-vllm',
  'xinference',
  'mlx',
  'gpt4all',
  'sentence-transformers',
]);

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
  const known = isKnownPrefix(head) ? (PROVIDERS[prefix] ?? []) : [];
  return { prefix, providers: [...new Set([...known, prefix])], rest: rest.trim() };
}

/** A name without what passes the request on: openhands/claude-sonnet-4-5 is claude-sonnet-4-5. */
export function withoutGateway(name: string): string {
  return name.replace(GATEWAY, '');
}

/** Whether a library or marketplace writes it before models of a provider. */
export function isKnownPrefix(head: string): boolean {
  return Object.hasOwn(PROVIDERS, keyOf(head));
}

function keyOf(head: string): string {
  return head.toLowerCase().replaceAll('_', '-');
}

/** The prefixes of a maker, as gateways and libraries write them before its models. */
export function prefixesOf(maker: string): readonly string[] {
  return Object.keys(PROVIDERS).filter((prefix) => PROVIDERS[prefix]?.[0] === maker);
}

export function isLocal(prefix: string): boolean {
  return LOCAL.has(prefix);
}
