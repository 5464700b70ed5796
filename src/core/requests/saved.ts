import { isRecord } from '../json';
import type { TextPart } from '../files/notebook';
import { bodyOf, type Body } from './body';
import { addParts } from './formats/gemini';
import { addItem } from './formats/responses';
import { addContent } from './parts/content';
import { Draft, type JsonObject } from './parts/draft';
import { addMessages, areMessages, endsWithAnswer } from './parts/messages';
import { listOf } from './parts/values';
import type { Usage } from './request';
import { readUsage } from './usage';

/** A call that was saved with what the provider counted for it. */
export interface SavedCall {
  /** What was sent. */
  readonly call: JsonObject;
  /** The texts of the answer, which the provider counted as output; empty: the file does not have them. */
  readonly answer: readonly TextPart[];
  readonly usage: Usage;
}

/** Where a response has its answers. */
const ANSWERS: ReadonlyMap<string, (value: unknown, draft: Draft) => void> = new Map([
  // https://platform.openai.com/docs/api-reference/chat/object
  ['choices', each(addChoice)],
  // https://ai.google.dev/api/generate-content#v1beta.Candidate
  ['candidates', each((one, draft) => addParts(isRecord(one) ? one['content'] : one, draft))],
  // https://platform.openai.com/docs/api-reference/responses/object
  ['output', each(addItem)],
]);

/** Fields that are answers in a response, and something else in a request. */
const ONLY_IN_RESPONSE: typeof ANSWERS = new Map([
  // https://docs.anthropic.com/en/api/messages#response-content
  ['content', addContent],
  // https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion; Cohere alike
  ['message', (message, draft) => addMessages(isRecord(message) ? [message] : [], draft)],
  ['completion', (text, draft) => draft.addText(text)],
]);

/** What the request itself may lie below. */
const INNER = ['request', 'body', 'params', 'modelInput'] as const;

/** @returns undefined if the provider's count is not there. */
export function readSaved(value: unknown): SavedCall | undefined {
  if (!isRecord(value)) return undefined;
  const usage = readUsage(value) ?? lastUsage(value);
  if (!usage) return undefined;
  const answered = readResponse(value) ?? withoutLastAnswer(value);
  if (answered) return { ...answered, usage };
  const key = INNER.find((each) => isRecord(value[each]));
  const inner = key === undefined ? undefined : value[key];
  const below = isRecord(inner) ? withoutLastAnswer(inner) : undefined;
  if (key === undefined || !below) return { call: value, answer: [], usage };
  return { call: { ...value, [key]: below.call }, answer: below.answer, usage };
}

/** A body with what is known of its answer: its length is what was counted. */
export function withAnswer(body: Body, saved: SavedCall | undefined): Body {
  if (!saved || !body.hasAnswer) return body;
  return { ...body, answer: saved.answer, maxOutputTokens: saved.usage.outputTokens };
}

/** Each answer of a conversation may have what was counted for it; that of the last has the whole conversation. */
function lastUsage({ messages }: JsonObject): Usage | undefined {
  const last = listOf(messages).at(-1);
  return isRecord(last) ? readUsage(last) : undefined;
}

/** Beside a request they say nothing of what was sent. */
const COUNTS: ReadonlySet<string> = new Set(['usage', 'usageMetadata', 'usage_metadata']);

/**
 * A response that was saved without its request. What was sent is not there, but the provider has counted it.
 *
 * @returns undefined if the response has no answer.
 */
export function bodyOfResponse(value: unknown, saved: SavedCall | undefined): Body | undefined {
  if (!saved || !isRecord(value)) return undefined;
  const answer = saved.answer.length > 0 ? saved.answer : ownAnswer(value);
  if (answer.length === 0) return undefined;
  const draft = new Draft();
  draft.tokenIds = saved.usage.inputTokens;
  const body = bodyOf(draft, true, responseIn(value));
  return withAnswer(body, { ...saved, answer });
}

/** Of a response that is the whole value: `{ role, content }` of Anthropic, `{ message }` of Cohere and Ollama. */
function ownAnswer(value: JsonObject): readonly TextPart[] {
  const draft = new Draft();
  const { role, content, message } = value;
  if (role === 'assistant' && content !== undefined) addContent(content, draft);
  else if (isRecord(message)) addMessages([message], draft);
  return draft.parts;
}

/** The object that names the model. */
function responseIn(value: JsonObject): JsonObject {
  const { response } = value;
  const body = isRecord(response) ? response['body'] : undefined;
  const found = [body, response].find(isRecord) ?? value;
  // https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse
  const { model = found['modelVersion'] } = found;
  return { model };
}

type Answered = Omit<SavedCall, 'usage'>;

/** The answer of a response that stands beside the request, or whose fields do. */
function readResponse(value: JsonObject): Answered | undefined {
  const { response } = value;
  const body = isRecord(response) ? response['body'] : undefined;
  const draft = new Draft();
  if (typeof response === 'string') draft.addText(response);
  for (const [place, fields] of [
    [body, ONLY_IN_RESPONSE],
    [response, ONLY_IN_RESPONSE],
    [body, ANSWERS],
    [response, ANSWERS],
    [value, ANSWERS],
  ] as const)
    if (isRecord(place) && draft.parts.length === 0) addFields(place, fields, draft);
  if (draft.parts.length === 0) return undefined;
  const isAsked = ([key]: readonly [string, unknown]): boolean =>
    !COUNTS.has(key) && key !== 'response' && !ANSWERS.has(key);
  const call = Object.fromEntries(Object.entries(value).filter(isAsked));
  return { call, answer: draft.parts };
}

function addFields(place: JsonObject, fields: typeof ANSWERS, draft: Draft): void {
  for (const [key, add] of fields) if (place[key] !== undefined) add(place[key], draft);
}

/** A conversation that ends with the answer: what was sent is all before it. */
function withoutLastAnswer(call: JsonObject): Answered | undefined {
  const { messages, contents } = call;
  const draft = new Draft();
  if (areMessages(messages) && messages.length > 1 && endsWithAnswer(messages)) {
    addMessages(messages.slice(-1), draft);
    return { call: { ...call, messages: messages.slice(0, -1) }, answer: draft.parts };
  }
  const last = listOf(contents).at(-1);
  if (!isRecord(last) || last['role'] !== 'model') return undefined;
  addParts(last, draft);
  return { call: { ...call, contents: listOf(contents).slice(0, -1) }, answer: draft.parts };
}

function addChoice(choice: unknown, draft: Draft): void {
  if (!isRecord(choice)) return;
  if (isRecord(choice['message'])) addMessages([choice['message']], draft);
  else draft.addText(choice['text']);
}

function each(add: (one: unknown, draft: Draft) => void) {
  return (list: unknown, draft: Draft): void => {
    for (const one of listOf(list)) add(one, draft);
  };
}
