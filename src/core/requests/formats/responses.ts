import { isRecord } from '../../json';
import { addContent, isContent } from '../parts/content';
import type { Draft, JsonObject } from '../parts/draft';
import { addFunction, isOfSystem } from '../parts/messages';
import { isEmbedding } from './embeddings';
import { isAddressed, type BodyPlace, type Format } from './format';

/** Fields that name text which the provider keeps. */
const REFERENCES = ['previous_response_id', 'conversation', 'prompt'] as const;

/** Items without a role. */
const ITEMS: ReadonlySet<unknown> = new Set([
  'reasoning',
  'item_reference',
  'compaction',
  'local_shell_call',
  'shell_call',
  'apply_patch_call',
  'mcp_list_tools',
  'mcp_approval_request',
  'mcp_approval_response',
  'function_call',
  'function_call_output',
  'custom_tool_call',
  'custom_tool_call_output',
  'computer_call',
  'computer_call_output',
  'web_search_call',
  'file_search_call',
  'code_interpreter_call',
  'image_generation_call',
  'mcp_call',
  'local_shell_call_output',
  'shell_call_output',
  'apply_patch_call_output',
]);

/**
 * `{ instructions, input }`, the input a text or a list of items.
 *
 * OpenAI: https://platform.openai.com/docs/api-reference/responses/create
 * xAI: https://docs.x.ai/docs/guides/responses-api
 */
export const RESPONSES: Format = {
  matches: (body, place) =>
    (isAddressed(body, place) || isStored(body['prompt'])) &&
    !isEmbedding(body, place) &&
    isInput(body, place),
  read: (body, draft) => {
    const { instructions, input, prompt } = body;
    for (const key of REFERENCES)
      if (typeof body[key] === 'string' || isRecord(body[key])) draft.addUnseen('reference');
    addVariables(prompt, draft);
    if (isContent(instructions)) draft.hasSystem = true;
    addMessage(instructions, draft);
    // "A text input to the model, equivalent to a text input with the user role."
    if (typeof input === 'string') {
      draft.beginTurns();
      addMessage(input, draft);
    } else if (Array.isArray(input)) for (const item of input) addItem(item, draft);
  },
  hasAnswer: () => true,
};

/** A prompt that the provider keeps may be all of a request, which then names no model of its own. */
function isStored(prompt: unknown): prompt is JsonObject {
  return isRecord(prompt) && typeof prompt['id'] === 'string' && prompt['id'].startsWith('pmpt_');
}

/**
 * Texts and files that are put into a stored prompt:
 * https://developers.openai.com/api/docs/guides/prompting#create-a-prompt
 */
function addVariables(prompt: unknown, draft: Draft): void {
  const variables = isRecord(prompt) ? prompt['variables'] : undefined;
  for (const value of isRecord(variables) ? Object.values(variables) : []) addContent(value, draft);
}

function isInput({ input, prompt }: JsonObject, { endpoint }: BodyPlace): boolean {
  if (input === undefined)
    return isStored(prompt) || (isRecord(prompt) && endpoint.includes('/responses'));
  if (typeof input === 'string') return true;
  return Array.isArray(input) && input.length > 0 && input.every(isItem);
}

function isItem(item: unknown): item is JsonObject {
  if (!isRecord(item)) return false;
  const { type, role, content } = item;
  if (typeof role === 'string') return isContent(content);
  return ITEMS.has(type) || (type === undefined && typeof item['id'] === 'string');
}

function addMessage(content: unknown, draft: Draft): void {
  if (!isContent(content)) return;
  draft.messages++;
  addContent(content, draft);
}

export function addItem(item: unknown, draft: Draft): void {
  if (!isItem(item)) return;
  const { type, content, output } = item;
  if (!isOfSystem(item)) draft.beginTurns();
  if (type === 'item_reference' || Object.keys(item).join() === 'id') {
    draft.addUnseen('reference');
    return;
  }
  draft.addMessage(item['role']);
  if (content !== undefined && typeof item['role'] === 'string') addContent(content, draft);
  else if (type === 'function_call' || type === 'custom_tool_call') addFunction(item, draft);
  else if (output !== undefined && isOutput(type)) addContent(output, draft);
  // What was reasoned is encrypted; other items are calls of the provider's own tools.
  else draft.addUnseen('other');
}

/** `function_call_output` and its like. */
function isOutput(type: unknown): boolean {
  return typeof type === 'string' && type.endsWith('_output');
}
