import { isRecord } from '../json';
import { readBody, type Body } from './body';
import type { JsonObject } from './parts/draft';

export interface Enveloped {
  readonly id: string | undefined;
  /** Undefined: an envelope with a body that is no request. */
  readonly body: Body | undefined;
}

/** Where envelopes have their id and their body. */
const ENVELOPES: readonly (readonly [id: string, body: string])[] = [
  // OpenAI: https://platform.openai.com/docs/guides/batch
  // Mistral, without `method` and `url`: https://docs.mistral.ai/capabilities/batch
  ['custom_id', 'body'],
  // Anthropic: https://docs.anthropic.com/en/api/creating-message-batches
  ['custom_id', 'params'],
  // Claude on Vertex AI: https://cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude/batch
  ['custom_id', 'request'],
  // Gemini: https://ai.google.dev/gemini-api/docs/batch-api
  ['key', 'request'],
  // Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
  ['recordId', 'modelInput'],
];

/** Gemini on Vertex AI: https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-gemini */
const WITHOUT_ID: readonly string[] = ['request', 'modelInput'];

/** What these answer is no text, and what they are asked is not priced as text. */
const OTHER_ENDPOINT = /\/(?:images|videos|audio)(?:\/|$)/;

/** @returns undefined if the value is no envelope of a batch API. */
export function readEnvelope(value: unknown): Enveloped | undefined {
  if (!isRecord(value)) return undefined;
  const found = ENVELOPES.find(([id, body]) => isId(value[id]) && isRecord(value[body]));
  if (found) return open(value, found[0], found[1]);
  const body = WITHOUT_ID.find((key) => isRecord(value[key]));
  const enveloped = body === undefined ? undefined : open(value, undefined, body);
  return enveloped?.body && enveloped;
}

function open(envelope: JsonObject, id: string | undefined, key: string): Enveloped {
  const { url } = envelope;
  const endpoint = typeof url === 'string' ? url : '';
  // Many objects have a key and a request, so that its content must say what it is.
  const isEnveloped = key !== 'request';
  const isText = !OTHER_ENDPOINT.test(endpoint);
  return {
    id: id === undefined ? keyOf(envelope) : String(envelope[id]),
    body: isText ? readBody(envelope[key], { endpoint, isEnveloped }) : undefined,
  };
}

/** Of a request in the call that makes a batch of Gemini: https://ai.google.dev/gemini-api/docs/batch-api */
function keyOf({ metadata }: JsonObject): string | undefined {
  const key = isRecord(metadata) ? metadata['key'] : undefined;
  return isId(key) ? String(key) : undefined;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
