import { isRecord } from '../json';
import { CHAT } from './formats/chat';
import { COHERE_V1 } from './formats/cohere';
import { COMPLETION, TITAN } from './formats/completion';
import { COHERE_EMBEDDING, EMBEDDING, RERANKING } from './formats/embeddings';
import type { BodyPlace, Format } from './formats/format';
import { GEMINI, GEMINI_EMBEDDING } from './formats/gemini';
import { RESPONSES } from './formats/responses';
import { hasBadLimit, maxOutputTokensOf, modelNameOf } from './limits';
import { answersOf, serviceTierOf } from './options';
import { Draft, type JsonObject } from './parts/draft';
import { addTools } from './parts/tools';
import type { ApiRequest } from './request';

/** What a body says of its request. */
export type Body = Omit<ApiRequest, 'line' | 'id' | 'usage'>;

/** A body that stands by itself. */
export const BARE: BodyPlace = { endpoint: '', isEnveloped: false };

/** The first that matches is the body's. */
const FORMATS: readonly Format[] = [
  CHAT,
  GEMINI,
  GEMINI_EMBEDDING,
  EMBEDDING,
  RESPONSES,
  COHERE_V1,
  COMPLETION,
  TITAN,
  COHERE_EMBEDDING,
  RERANKING,
];

/** @returns undefined if the value is no body of an API that is known. */
export function readBody(body: unknown, place: BodyPlace = BARE): Body | undefined {
  if (!isRecord(body)) return undefined;
  const format = FORMATS.find((each) => each.matches(body, place));
  if (!format) return undefined;
  const draft = new Draft();
  addTools(body, draft);
  format.read(body, draft);
  const hasAnswer = format.hasAnswer(body, place);
  return bodyOf(draft, hasAnswer, body);
}

/** What was found in a body, with what its options say of the call. */
export function bodyOf(draft: Draft, hasAnswer = true, options: JsonObject = {}): Body {
  const { parts, messages, media, unseen, tools, toolUse, names, modelMessages, stableParts } =
    draft;
  return {
    parts,
    messages,
    media,
    unseen,
    tools,
    toolUse,
    names,
    modelMessages,
    ...(stableParts === undefined ? {} : { stableParts }),
    hasAnswer,
    modelName: modelNameOf(options),
    maxOutputTokens: maxOutputTokensOf(options),
    answers: answersOf(options),
    serviceTier: serviceTierOf(options),
    ...(hasAnswer && hasBadLimit(options) ? { hasBadLimit: true } : {}),
    ...(draft.tokenIds > 0 ? { tokenIds: draft.tokenIds } : {}),
    ...(draft.base64Length > 0 ? { base64Length: draft.base64Length } : {}),
    ...(draft.marksCache ? { marksCache: true } : {}),
  };
}
