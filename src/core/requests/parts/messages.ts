import { isRecord } from '../../json';
import { addContent, isContent } from './content';
import type { Draft, JsonObject } from './draft';
import { mediaOfBlock } from './media';

const ROLES: ReadonlySet<unknown> = new Set([
  'system',
  'developer',
  'user',
  'assistant',
  'tool',
  'function',
]);

/** Fields that hold an answer without content. */
const CALLS = ['tool_calls', 'function_call', 'refusal', 'audio'] as const;

/** A message of a conversation: `{ role, content }`. */
export function isMessage(value: unknown): value is JsonObject {
  if (!isRecord(value) || !ROLES.has(value['role'])) return false;
  const { content } = value;
  if (content === undefined || content === null)
    return value['role'] === 'assistant' && CALLS.some((key) => isFilled(value[key]));
  return isContent(content);
}

export function areMessages(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}

/** Whether the last message is the model's answer. */
export function endsWithAnswer(messages: readonly JsonObject[]): boolean {
  return messages.at(-1)?.['role'] === 'assistant';
}

export function addMessages(messages: readonly JsonObject[], draft: Draft): void {
  for (const message of messages) addMessage(message, draft);
}

/**
 * The texts of a message: the name of its author, what was reasoned, its content, calls of tools.
 *
 * `name` is counted: https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken
 * `thinking`, `images`: https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion
 * `reasoning_content`: https://api-docs.deepseek.com/guides/reasoning_model
 * `tool_plan`: https://docs.cohere.com/reference/chat
 */
function addMessage(message: JsonObject, draft: Draft): void {
  draft.addMessage(message['role']);
  if (typeof message['name'] === 'string' && message['name'] !== '') draft.names++;
  if (isOfSystem(message)) draft.hasSystem = true;
  else draft.beginTurns();
  for (const key of ['name', 'thinking', 'reasoning_content', 'tool_plan'])
    draft.addText(message[key]);
  addContent(message['content'], draft);
  draft.addText(message['refusal']);
  addImages(message['images'], draft);
  // An earlier spoken answer is named by its id.
  if (isRecord(message['audio'])) draft.addUnseen('reference');
  const { tool_calls: calls, function_call: call } = message;
  for (const each of Array.isArray(calls) ? calls : []) addToolCall(each, draft);
  if (isRecord(call)) addFunction(call, draft);
}

/** OpenAI calls the role of newer models `developer`. */
export function isOfSystem({ role }: JsonObject): boolean {
  return role === 'system' || role === 'developer';
}

/** Ollama has pictures as a list of base64 texts. */
export function addImages(images: unknown, draft: Draft): void {
  for (const image of Array.isArray(images) ? images : [])
    if (typeof image === 'string') draft.addMedia(mediaOfBlock('image', { data: image }));
}

function addToolCall(call: unknown, draft: Draft): void {
  if (!isRecord(call)) return;
  const { function: called, custom } = call;
  if (isRecord(called)) addFunction(called, draft);
  else if (isRecord(custom)) addFunction(custom, draft);
  else addFunction(call, draft);
}

/** Arguments are a text with OpenAI, an object with Ollama, and `parameters` with Cohere. */
export function addFunction(call: JsonObject, draft: Draft): void {
  draft.addText(call['name']);
  draft.addValue(call['arguments'] ?? call['input'] ?? call['parameters']);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' || isRecord(value) || (Array.isArray(value) && value.length > 0);
}
