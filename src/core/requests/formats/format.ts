import type { Draft, JsonObject } from '../parts/draft';

/** Where a body was found. */
export interface BodyPlace {
  /** The path of the API that the envelope names, as `/v1/embeddings`; empty if it names none. */
  readonly endpoint: string;
  /** Whether an envelope says that this is a request; otherwise the body must show it by itself. */
  readonly isEnveloped: boolean;
}

/** How the body of a request is written. */
export interface Format {
  matches(body: JsonObject, place: BodyPlace): boolean;
  read(body: JsonObject, draft: Draft): void;
  hasAnswer(body: JsonObject, place: BodyPlace): boolean;
}

/** Fields of a saved result, as in a log or an evaluation. */
const RESULTS = ['output', 'outputs', 'embedding', 'embeddings', 'response', 'completion'] as const;

/** Whether an object has an answer beside its question, so that it is no request. */
export function hasResult(body: JsonObject): boolean {
  return RESULTS.some((key) => body[key] !== undefined);
}

/** Fields that only a call has. */
const CALL_FIELDS = [
  'temperature',
  'top_p',
  'top_k',
  'seed',
  'stop',
  'stream',
  'instructions',
  'tools',
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'max_gen_len',
  'reasoning',
  'previous_response_id',
  'store',
  'encoding_format',
  'dimensions',
  'input_type',
  'top_n',
] as const;

/** Names of models begin with, or have, the name of their family. */
const FAMILY =
  /gpt|^o\d|claude|gem(?:ini|ma)|llama|mi(?:s|x|nis)tral|(?:code|dev|magi)stral|command|grok|qwen|deepseek|phi-?\d|nova-|titan|sonar|kimi|glm|embed|rerank|voyage|davinci|babbage|moderation|^ft:/i;

/** A model and what it is asked. */
const FEWEST_KEYS = 2;

/**
 * Whether something beside a text says that this is a request: an envelope, or a model that is called. Many objects
 * have a model and an input, as a car has.
 */
export function isAddressed(body: JsonObject, { isEnveloped }: BodyPlace): boolean {
  if (isEnveloped) return true;
  const { model } = body;
  if (typeof model !== 'string' || hasResult(body)) return false;
  return (
    FAMILY.test(model) ||
    CALL_FIELDS.some((key) => body[key] !== undefined) ||
    Object.keys(body).length === FEWEST_KEYS
  );
}
