import type { JsonObject } from './parts/draft';
import { valueAt } from './parts/values';

/** Where each API has the most tokens of its answer. */
const LIMITS: readonly (readonly string[])[] = [
  // https://platform.openai.com/docs/api-reference/chat/create
  ['max_completion_tokens'],
  // Anthropic, Cohere, Mistral, xAI, and OpenAI before
  ['max_tokens'],
  // https://platform.openai.com/docs/api-reference/responses/create
  ['max_output_tokens'],
  // https://ai.google.dev/api/generate-content#generationconfig
  ['generationConfig', 'maxOutputTokens'],
  ['generationConfig', 'max_output_tokens'],
  ['generation_config', 'max_output_tokens'],
  ['generation_config', 'maxOutputTokens'],
  // https://github.com/ollama/ollama/blob/main/docs/modelfile.mdx#parameter
  ['options', 'num_predict'],
  // https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
  ['inferenceConfig', 'maxTokens'],
  ['inferenceConfig', 'max_new_tokens'],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
  ['textGenerationConfig', 'maxTokenCount'],
  ['max_gen_len'],
  ['max_tokens_to_sample'],
];

/** The ceiling of a request's answer. Ollama's -1 and -2 are no ceiling. */
export function maxOutputTokensOf(body: JsonObject): number | undefined {
  return LIMITS.map((path) => valueAt(body, path)).find(isLimit);
}

/** Whether a request states a length of its answer that no API takes, as "100", 1.5, or -1 to others than Ollama. */
export function hasBadLimit(body: JsonObject): boolean {
  if (maxOutputTokensOf(body) !== undefined) return false;
  return LIMITS.some((path) => {
    const value = valueAt(body, path) ?? undefined;
    const isNone = path[0] === 'options' && (value === -1 || value === -2);
    return value !== undefined && !isNone;
  });
}

/** The model as written, without the folder that Google's names begin with. */
export function modelNameOf(body: JsonObject): string | undefined {
  const name = body['model'] ?? body['modelId'];
  if (typeof name !== 'string') return undefined;
  const bare = name.trim().replace(/^(?:.*\/)?models\//, '');
  return bare === '' ? undefined : bare;
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
