/**
 * Tokenizers by the name of a model without its provider. The first pattern that matches counts. Names stand in
 * `tokenizers` of the hand-kept files; a host's copy of open weights has the vocabulary of the weights.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^gpt-oss-/, 'gpt-oss'],
  [/^text-embedding-(3|ada-002)/, 'openai-embedding'],
  [/^gpt-5-chat/, 'openai-5-chat'],
  [/^gpt-(5|6)/, 'openai-5'],
  [/^(gpt-4o|chatgpt-4o)/, 'openai-4o'],
  [/^gpt-4\.1\b/, 'openai-4-1'],
  [/^(gpt-4\.5|o1|o3|o4)\b/, 'openai'],
  [/^(gpt-4|gpt-3\.?5)/, 'openai-4'],
  [/^claude-(fable|mythos|sonnet-5|opus-4[.-][78]|opus-5|haiku-5)/, 'claude-new'],
  [/^claude-(3|4|opus|sonnet|haiku)/, 'claude-old'],
  [/^gemini-(1|pro|flash-1|pro-1)/, 'unknown'],
  [/^gemini-(2|3-)/, 'gemma3'],
  [/^gemini-(3\.|4)/, 'gemini-newer'],
  [/^gemma-3-/, 'gemma3'],
  [/^gemma-4-/, 'gemini-newer'],
  [/^llama-4-/, 'llama4'],
  [/^llama-3\b|^deepseek-r1-distill-llama|llama-3\.[123]/, 'llama3'],
  [/distill/, 'unknown'],
  [/^qwen3-max/, 'qwen3-hosted'],
  [/^qwen3(-|$)/, 'qwen3'],
  [/^qwen(3\.[5-9]|4)/, 'qwen35'],
  [/^(deepseek-(flash|v4\.[1-9]))/, 'deepseek-newer'],
  [/^(deepseek-(v3|v4|r1)|r1-1776)/, 'deepseek'],
  [/^grok-(beta|vision-beta|2)/, 'grok-2'],
  [/^grok-/, 'grok'],
  [/^(open-)?mi[sx]tral-(7b|8x7b|8x22b|tiny|large-2402|small-2402|medium-2312)/, 'mistral-32k'],
  [
    /^(mistral-(nemo|small-(3|24b|2[56]|4)|medium-(3|2[56])|large-(3|4|2512))|ministral-(3-)?\d+b-2512|ministral-3-|devstral|magistral|pixtral-12b|open-mistral-nemo)/,
    'tekken',
  ],
  [/^kimi-k[23]/, 'kimi'],
  [/^glm-(4\.[5-9]|5)/, 'glm'],
  [/^minimax-m[23]/, 'minimax'],
  [/^nova-/, 'nova'],
  [/^command-(r|a)/, 'cohere'],
];

/** The name of a model's tokenizer; `unknown` if nothing is known of its vocabulary. */
export function tokenizerOf(plainName: string): string {
  return RULES.find(([pattern]) => pattern.test(plainName))?.[1] ?? 'unknown';
}
