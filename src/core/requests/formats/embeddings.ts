import { isRecord } from '../../json';
import { addContent } from '../parts/content';
import type { Draft, JsonObject } from '../parts/draft';
import { mediaOfBlock } from '../parts/media';
import { listOf } from '../parts/values';
import { addPrompt, isPrompt } from './completion';
import { isAddressed, type BodyPlace, type Format } from './format';

/** Paths and names of models that answer with numbers. */
const NO_ANSWER = /embed|moderation|rerank/i;
const EMBEDDING_MODEL = /embed|moderation|^voyage-|^(?:bge|gte|e5)-/i;

const EMBEDDING_FIELDS = [
  'encoding_format',
  'dimensions',
  'input_type',
  'output_dimension',
] as const;

/**
 * `{ input }`, a text, tokens, or a list of either.
 *
 * OpenAI: https://platform.openai.com/docs/api-reference/embeddings/create
 * Mistral: https://docs.mistral.ai/api/#tag/embeddings
 * Ollama: https://github.com/ollama/ollama/blob/main/docs/api.md#generate-embeddings
 */
export const EMBEDDING: Format = {
  matches: (body, place) =>
    isAddressed(body, place) && isPrompt(body['input']) && isEmbedding(body, place),
  read: ({ input }, draft) => addPrompt(input, draft),
  hasAnswer: () => false,
};

/** `{ texts }` or `{ inputs: [{ content }] }`: https://docs.cohere.com/reference/embed */
export const COHERE_EMBEDDING: Format = {
  matches: (body, place) =>
    (place.isEnveloped || typeof body['input_type'] === 'string' || hasEmbeddingModel(body)) &&
    (isTexts(body['texts']) || isTexts(body['images']) || isInputs(body['inputs'])),
  read: ({ texts, images, inputs }, draft) => {
    for (const text of listOf(texts)) draft.addText(text);
    for (const url of listOf(images)) draft.addMedia(mediaOfBlock('image', { url }));
    for (const input of listOf(inputs)) if (isRecord(input)) addContent(input['content'], draft);
  },
  hasAnswer: () => false,
};

/** `{ query, documents }`: https://docs.cohere.com/reference/rerank; Voyage and Jina alike. */
export const RERANKING: Format = {
  matches: (body, place) =>
    isAddressed(body, place) &&
    typeof body['query'] === 'string' &&
    listOf(body['documents']).length > 0 &&
    listOf(body['documents']).every((each) => typeof each === 'string' || isRecord(each)),
  read: ({ query, documents }, draft) => {
    draft.addText(query);
    for (const each of listOf(documents)) addRanked(each, draft);
  },
  hasAnswer: () => false,
};

/** Whether a body with `input` is that of an embedding; that of a response is written alike. */
export function isEmbedding(body: JsonObject, { endpoint, isEnveloped }: BodyPlace): boolean {
  if (endpoint !== '') return NO_ANSWER.test(endpoint);
  const { model, input } = body;
  if (EMBEDDING_FIELDS.some((key) => body[key] !== undefined)) return true;
  if (hasEmbeddingModel(body)) return true;
  // An input of several texts is no response; nor is one of Mistral's batches, whose body may name no model.
  return isEnveloped && (Array.isArray(input) ? isPrompt(input) : model === undefined);
}

function hasEmbeddingModel({ model }: JsonObject): boolean {
  return typeof model === 'string' && EMBEDDING_MODEL.test(model);
}

function addRanked(document: unknown, draft: Draft): void {
  if (!isRecord(document)) draft.addText(document);
  else if (typeof document['text'] === 'string') draft.addText(document['text']);
  else draft.addValue(document);
}

function isTexts(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
  );
}

function isInputs(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => isRecord(each) && Array.isArray(each['content']))
  );
}
