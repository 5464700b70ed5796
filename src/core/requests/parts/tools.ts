import { isRecord } from '../../json';
import type { Draft, JsonObject } from './draft';
import { listOf, valueAt } from './values';

/** Types of tools that the file defines; any other type is a tool of the provider. */
const OWN_TYPES: ReadonlySet<unknown> = new Set([undefined, 'function', 'custom']);

/** A tool of another type with one of these has its definition in the file as well. */
const SCHEMAS = ['parameters', 'input_schema', 'inputSchema', 'parameter_definitions'] as const;

/** Where a schema of the answer stands. */
const OUTPUT_SCHEMAS: readonly (readonly string[])[] = [
  // https://platform.openai.com/docs/guides/structured-outputs; Mistral and xAI alike
  ['response_format', 'json_schema', 'schema'],
  ['response_format', 'json_schema', 'schema_definition'],
  ['text', 'format', 'schema'],
  // https://docs.anthropic.com/en/docs/build-with-claude/structured-outputs
  ['output_config', 'format', 'schema'],
  ['output_format', 'schema'],
  // https://ai.google.dev/api/generate-content#generationconfig
  ['generationConfig', 'responseSchema'],
  ['generationConfig', 'responseJsonSchema'],
  ['generationConfig', 'response_schema'],
  ['generationConfig', 'response_json_schema'],
  ['generation_config', 'response_schema'],
  ['generation_config', 'response_json_schema'],
  ['generation_config', 'responseSchema'],
  ['generation_config', 'responseJsonSchema'],
  // https://docs.cohere.com/docs/structured-outputs
  ['response_format', 'schema'],
  ['response_format', 'json_schema'],
  // https://github.com/ollama/ollama/blob/main/docs/api.md#structured-outputs
  ['format'],
];

/**
 * Adds the tools and then the schema of the answer, as both stand before the system prompt.
 *
 * OpenAI: https://platform.openai.com/docs/guides/prompt-caching ("serves as a prefix to the system message")
 * Anthropic: https://docs.anthropic.com/en/docs/build-with-claude/prompt-caching ("tools, system, messages")
 */
export function addTools(body: JsonObject, draft: Draft): void {
  const { tools, functions, toolConfig, mcp_servers: servers } = body;
  for (const tool of [...listOf(tools), ...listOf(functions)]) addTool(tool, draft);
  if (isRecord(toolConfig)) for (const tool of listOf(toolConfig['tools'])) addTool(tool, draft);
  // The tools of an MCP server are not in the file.
  for (const _ of listOf(servers)) draft.addUnseen('server');
  draft.finishTools(isForced(body));
  const schema = OUTPUT_SCHEMAS.map((path) => valueAt(body, path)).find(isRecord);
  if (schema) draft.addSchema(schema);
}

const FORCED: ReadonlySet<unknown> = new Set(['required', 'any', 'ANY', 'tool', 'function']);

/**
 * Whether the model has to call a tool.
 *
 * OpenAI: https://platform.openai.com/docs/guides/function-calling#tool-choice
 * Anthropic: https://docs.anthropic.com/en/docs/agents-and-tools/tool-use/implement-tool-use#forcing-tool-use
 * Gemini: https://ai.google.dev/gemini-api/docs/function-calling#function_calling_modes
 */
function isForced(body: JsonObject): boolean {
  const { tool_choice: choice, function_call: call } = body;
  const mode = [
    ['toolConfig', 'functionCallingConfig', 'mode'],
    ['tool_config', 'function_calling_config', 'mode'],
  ].map((path) => valueAt(body, path));
  const kinds = [choice, isRecord(choice) ? choice['type'] : undefined, ...mode];
  return isRecord(call) || kinds.some((kind) => FORCED.has(kind));
}

function addTool(tool: unknown, draft: Draft): void {
  if (!isRecord(tool)) return;
  if (isRecord(tool['cache_control'])) draft.marksCache = true;
  const declared = tool['functionDeclarations'] ?? tool['function_declarations'];
  const wrapped = [tool['function'], tool['custom'], tool['toolSpec']].find(isRecord);
  if (Array.isArray(declared)) for (const each of declared) addDefinition(each, draft);
  else if (wrapped) addDefinition(wrapped, draft);
  else if (isOwn(tool)) addDefinition(tool, draft);
  // https://platform.openai.com/docs/guides/tools-connectors-mcp
  else if (tool['type'] === 'mcp') draft.addUnseen('server');
  else if (isRecord(tool['cachePoint'])) draft.marksCache = true;
  else draft.addUnseen('other');
}

/** Gemini's own tools are named by their key, as `{ "googleSearch": {} }`. */
function isOwn(tool: JsonObject): boolean {
  if (SCHEMAS.some((key) => isRecord(tool[key]))) return true;
  return OWN_TYPES.has(tool['type']) && typeof tool['name'] === 'string';
}

function addDefinition(tool: unknown, draft: Draft): void {
  if (isRecord(tool)) draft.addDefinition(definitionOf(tool));
}

/** A mark for the cache is not part of the text. */
export function definitionOf(tool: JsonObject): JsonObject {
  const { cache_control: _, ...definition } = tool;
  return definition;
}
