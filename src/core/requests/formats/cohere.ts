import { isRecord } from '../../json';
import type { Draft, JsonObject } from '../parts/draft';
import { listOf } from '../parts/values';
import type { Format } from './format';

/** Many objects have a message and a model, as lines of a log. */
const MODEL = /command|c4ai|aya|cohere/i;

const ROLES: ReadonlySet<unknown> = new Set(['USER', 'CHATBOT', 'SYSTEM', 'TOOL']);

/**
 * `{ preamble, chat_history, message, documents }`: https://docs.cohere.com/v1/reference/chat
 * Bedrock has the same body without a model.
 */
export const COHERE_V1: Format = {
  matches: (body, place) =>
    typeof body['message'] === 'string' &&
    isHistory(body['chat_history']) &&
    (place.isEnveloped || isCohere(body)),
  read: (body, draft) => {
    const { preamble, documents, chat_history: history, message, conversation_id: id } = body;
    if (typeof id === 'string') draft.addUnseen('reference');
    addTurn(preamble, draft);
    draft.beginTurns();
    for (const each of listOf(documents)) addDocument(each, draft);
    for (const each of listOf(history)) addHistory(each, draft);
    if (message !== '') addTurn(message, draft);
    for (const each of listOf(body['tool_results'])) addToolResult(each, draft);
  },
  hasAnswer: () => true,
};

function isCohere(body: JsonObject): boolean {
  const { model, preamble, chat_history: history } = body;
  if (history !== undefined || typeof preamble === 'string') return true;
  return typeof model === 'string' && MODEL.test(model);
}

function isHistory(history: unknown): boolean {
  if (history === undefined) return true;
  return (
    Array.isArray(history) && history.every((turn) => isRecord(turn) && ROLES.has(turn['role']))
  );
}

function addTurn(text: unknown, draft: Draft): void {
  if (typeof text !== 'string') return;
  draft.messages++;
  draft.addText(text);
}

function addHistory(turn: unknown, draft: Draft): void {
  if (!isRecord(turn)) return;
  draft.addMessage(turn['role']);
  draft.addText(turn['message']);
  for (const call of listOf(turn['tool_calls'])) addCall(call, draft);
  for (const result of listOf(turn['tool_results'])) addToolResult(result, draft);
}

function addToolResult(result: unknown, draft: Draft): void {
  if (!isRecord(result)) return;
  addCall(result['call'], draft);
  for (const output of listOf(result['outputs'])) draft.addValue(output);
}

function addCall(call: unknown, draft: Draft): void {
  if (!isRecord(call)) return;
  draft.addText(call['name']);
  draft.addValue(call['parameters']);
}

/** Keys and values are sent, except `id`, `_excludes` and what it names. */
function addDocument(document: unknown, draft: Draft): void {
  if (!isRecord(document)) return draft.addValue(document);
  const excludes = new Set<unknown>(['id', '_excludes', ...listOf(document['_excludes'])]);
  draft.addValue(sentFields(document, excludes));
}

function sentFields(document: JsonObject, excludes: ReadonlySet<unknown>): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !excludes.has(key)));
}
