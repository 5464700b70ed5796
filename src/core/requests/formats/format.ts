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

/** Whether something says that this is a request: an envelope, or the name of a model. */
export function isAddressed(body: JsonObject, { isEnveloped }: BodyPlace): boolean {
  if (isEnveloped) return true;
  return typeof body['model'] === 'string' && body['model'] !== '' && !hasResult(body);
}
