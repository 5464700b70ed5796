import { isRecord } from '../json';
import { BARE, bodyOf, readBody, type Body } from './body';
import { readEnvelope } from './envelope';
import { GEMINI } from './formats/gemini';
import { Draft, type JsonObject } from './parts/draft';
import { addMessages, areMessages, endsWithAnswer } from './parts/messages';
import type { ApiRequest, RequestFileKind, Usage } from './request';
import { readUsage } from './usage';

export interface Whole {
  readonly kind: RequestFileKind;
  readonly request: Omit<ApiRequest, 'line'>;
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
]);

/** Reads a JSON file as one request or one conversation. */
export function readWhole(value: unknown): Whole | undefined {
  if (Array.isArray(value)) return readMessages(value);
  if (!isRecord(value)) return undefined;
  const usage = readUsage(value) ?? lastUsage(value['messages']);
  const enveloped = readEnvelope(value);
  const body = enveloped ? enveloped.body : readBody(value);
  if (!body) return undefined;
  const kind = enveloped ? 'batch' : 'request';
  return {
    kind: usage !== undefined || isConversation(value) ? 'transcript' : kind,
    request: { ...body, id: enveloped?.id, usage },
  };
}

/** A list of messages, or of contents as the SDKs of Gemini keep a conversation. */
function readMessages(list: readonly unknown[]): Whole | undefined {
  const body = areMessages(list) ? messagesBody(list) : contentsBody(list);
  return (
    body && { kind: 'transcript', request: { ...body, id: undefined, usage: lastUsage(list) } }
  );
}

/** Each answer may have what was counted for it; that of the last has the whole conversation. */
function lastUsage(messages: unknown): Usage | undefined {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
  return isRecord(last) ? readUsage(last) : undefined;
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
