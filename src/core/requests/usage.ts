import { isRecord } from '../json';
import type { JsonObject } from './parts/draft';
import { valueAt } from './parts/values';
import type { Usage } from './request';

/** Fields of which the sum is the input, and those of which it is the output. The first set that is there is taken. */
const NAMES: readonly (readonly [input: readonly string[], output: readonly string[]])[] = [
  // https://platform.openai.com/docs/api-reference/chat/object
  [['prompt_tokens'], ['completion_tokens']],
  // OpenAI's responses, whose input includes what was cached, and Anthropic, whose does not:
  // https://docs.anthropic.com/en/docs/build-with-claude/prompt-caching#tracking-cache-performance
  [['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'], ['output_tokens']],
  // https://ai.google.dev/api/generate-content#UsageMetadata
  [
    ['promptTokenCount', 'toolUsePromptTokenCount'],
    ['candidatesTokenCount', 'thoughtsTokenCount'],
  ],
  [
    ['prompt_token_count', 'tool_use_prompt_token_count'],
    ['candidates_token_count', 'thoughts_token_count'],
  ],
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html
  [['inputTokens', 'cacheReadInputTokens', 'cacheWriteInputTokens'], ['outputTokens']],
  // https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion
  [['prompt_eval_count'], ['eval_count']],
];

/** Most objects have none of these. */
const PLACES = [
  'usage',
  'usageMetadata',
  'usage_metadata',
  'response',
  'prompt_eval_count',
] as const;

/** What the provider counted, of an object that was saved with it; its response may stand beside the request. */
export function readUsage(saved: JsonObject): Usage | undefined {
  if (!PLACES.some((key) => saved[key] !== undefined)) return undefined;
  const { response } = saved;
  // The output of a batch has the response of each request below `body`.
  const body = isRecord(response) ? response['body'] : undefined;
  const places = [saved, response, body].filter(isRecord).flatMap(placesOf);
  return places.map(usageIn).find((usage) => usage !== undefined);
}

/** Where counts may stand in an object. */
function placesOf(saved: JsonObject): readonly unknown[] {
  const { usage, usageMetadata, usage_metadata: metadata } = saved;
  // https://docs.cohere.com/reference/chat: what was counted, beside what is billed
  const counted = isRecord(usage) ? usage['tokens'] : undefined;
  return [counted, usage, usageMetadata, metadata, saved];
}

function usageIn(counts: unknown): Usage | undefined {
  if (!isRecord(counts)) return undefined;
  for (const [[input = '', ...more], output] of NAMES) {
    if (!isCount(counts[input])) continue;
    return {
      inputTokens: sum(counts, [input, ...more]),
      outputTokens: sum(counts, output),
      reasoningTokens: reasoned(counts),
    };
  }
  return undefined;
}

/** Where the output has what was reasoned. */
const REASONED: readonly (readonly string[])[] = [
  // https://platform.openai.com/docs/api-reference/chat/object
  ['completion_tokens_details', 'reasoning_tokens'],
  // https://platform.openai.com/docs/api-reference/responses/object
  ['output_tokens_details', 'reasoning_tokens'],
  // https://ai.google.dev/api/generate-content#UsageMetadata
  ['thoughtsTokenCount'],
  ['thoughts_token_count'],
];

function reasoned(counts: JsonObject): number {
  return REASONED.map((path) => valueAt(counts, path)).find(isCount) ?? 0;
}

function sum(counts: JsonObject, keys: readonly string[]): number {
  return keys.map((key) => counts[key]).reduce<number>((a, b) => a + (isCount(b) ? b : 0), 0);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
