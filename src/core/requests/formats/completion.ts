import { addImages } from '../parts/messages';
import type { Draft, JsonObject } from '../parts/draft';
import { mediaOfBlock } from '../parts/media';
import { isAddressed, type BodyPlace, type Format } from './format';

/** Fields beside a prompt that only a request has. */
const LIMITS = ['max_gen_len', 'max_tokens', 'max_tokens_to_sample', 'num_predict'] as const;

/** Fields beside `inputText` of an embedding request. */
const EMBEDDING_FIELDS = ['dimensions', 'normalize', 'embeddingTypes', 'embeddingConfig'] as const;

/**
 * `{ prompt }`, with Ollama `{ system, prompt, images }`.
 *
 * OpenAI: https://platform.openai.com/docs/api-reference/completions/create
 * Ollama: https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-completion
 * Llama on Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 */
export const COMPLETION: Format = {
  matches: (body, place) => isPrompt(body['prompt']) && isRequest(body, place),
  read: (body, draft) => {
    const { system, prompt, suffix, images, context } = body;
    // Ollama's template makes messages of both.
    if (typeof system === 'string' && system !== '') draft.messages += 2;
    draft.addText(system);
    // Tokens of the turns before, as numbers.
    if (isTokens(context)) draft.tokenIds += context.length;
    addPrompt(prompt, draft);
    draft.addText(suffix);
    addImages(images, draft);
  },
  hasAnswer: () => true,
};

/**
 * `{ inputText }`: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan.html
 * The same field is that of Titan's embeddings.
 */
export const TITAN: Format = {
  matches: (body, { isEnveloped }) =>
    typeof body['inputText'] === 'string' &&
    (isEnveloped || typeof body['textGenerationConfig'] === 'object'),
  read: ({ inputText, inputImage }, draft) => {
    draft.addText(inputText);
    if (typeof inputImage === 'string') draft.addMedia(mediaOfBlock('image', { data: inputImage }));
  },
  hasAnswer: (body) => !EMBEDDING_FIELDS.some((key) => body[key] !== undefined),
};

/** A text, or the prompts of several answers; tokens may be given as numbers. */
export function addPrompt(prompt: unknown, draft: Draft): void {
  if (typeof prompt === 'string') draft.addText(prompt);
  else if (isTokens(prompt)) draft.tokenIds += prompt.length;
  else if (Array.isArray(prompt)) for (const each of prompt) addPrompt(each, draft);
}

/** A text, tokens, or a list of either. */
export function isPrompt(value: unknown): boolean {
  if (typeof value === 'string' || isTokens(value)) return true;
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'string' || isTokens(each))
  );
}

function isTokens(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'number')
  );
}

function isRequest(body: JsonObject, place: BodyPlace): boolean {
  return isAddressed(body, place) || LIMITS.some((key) => typeof body[key] === 'number');
}
