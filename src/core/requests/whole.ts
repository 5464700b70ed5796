import { isRecord } from '../json';
import { BARE, bodyOf, readBody, type Body } from './body';
import { readEnvelope } from './envelope';
import { GEMINI } from './formats/gemini';
import { Draft, type JsonObject } from './parts/draft';
import { addMessages, areMessages, endsWithAnswer } from './parts/messages';
import { listOf } from './parts/values';
import type { ApiRequest, RequestFile, RequestFileKind } from './request';
import { bodyOfResponse, readSaved, withAnswer } from './saved';

export interface Whole {
  readonly kind: RequestFileKind;
  readonly request: Omit<ApiRequest, 'line'>;
  readonly servers?: RequestFile['servers'];
}

/** Keys of which at least one stands at the top of a request, or in the first object of a list of messages. */
export const SIGNATURES: ReadonlySet<string> = new Set([
  'messages',
  'contents',
  'content',
  'role',
  'input',
  'inputs',
  'prompt',
  'message',
  'inputText',
  'texts',
  'images',
  'query',
  'body',
  'params',
  'request',
  'modelInput',
  'requests',
  'batch',
  'conversations',
  'choices',
  'candidates',
  'usage',
  'usageMetadata',
]);

/** Reads a JSON file as one request or one conversation. */
export function readWhole(value: unknown): Whole | undefined {
  if (Array.isArray(value)) return readMessages(value);
  if (!isRecord(value)) return undefined;
  const saved = readSaved(value);
  const call = saved?.call ?? value;
  const enveloped = readEnvelope(call);
  const body = enveloped ? enveloped.body : (readBody(call) ?? bodyOfResponse(value, saved));
  if (!body) return undefined;
  const kind = enveloped ? 'batch' : 'request';
  return {
    kind: saved || isConversation(value) ? 'transcript' : kind,
    request: {
      ...(body.answer ? body : withAnswer(body, saved)),
      id: enveloped?.id,
      usage: saved?.usage,
    },
  };
}

/** A list of messages, or of contents as the SDKs of Gemini keep a conversation. */
function readMessages(list: readonly unknown[]): Whole | undefined {
  const saved = readSaved(areMessages(list) ? { messages: list } : { contents: list });
  const { messages = list, contents = list } = saved?.call ?? {};
  const body = areMessages(messages) ? messagesBody(messages) : contentsBody(listOf(contents));
  if (!body) return undefined;
  const request = { ...withAnswer(body, saved), id: undefined, usage: saved?.usage };
  return { kind: 'transcript', request };
}

function messagesBody(messages: readonly JsonObject[]): Body {
  const draft = new Draft();
  addMessages(messages, draft);
  return bodyOf(draft);
}

function contentsBody(contents: readonly unknown[]): Body | undefined {
  const haveRoles = contents.every((each) => isRecord(each) && typeof each['role'] === 'string');
  return haveRoles && GEMINI.matches({ contents }, BARE) ? readBody({ contents }) : undefined;
}

/** A conversation that ends with the answer, and asks no model for a further one. */
function isConversation({ messages, model, max_tokens: limit }: JsonObject): boolean {
  if (model !== undefined || limit !== undefined) return false;
  return areMessages(messages) && endsWithAnswer(messages);
}
