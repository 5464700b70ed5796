import { isRecord } from '../../json';
import type { Draft, JsonObject } from '../parts/draft';
import { mediaOfData, resolutionOf } from '../parts/media';
import type { Format } from './format';

type PartReader = (value: unknown, draft: Draft, part: JsonObject) => void;

/** What a part is, by its key; both spellings are accepted. https://ai.google.dev/api/caching#Part */
const PARTS: ReadonlyMap<string, PartReader> = new Map<string, PartReader>([
  ['text', (text, draft) => draft.addText(text)],
  ['inlineData', addFile],
  ['inline_data', addFile],
  ['fileData', addFile],
  ['file_data', addFile],
  ['functionCall', addFields('name', 'args')],
  ['function_call', addFields('name', 'args')],
  ['functionResponse', addResponse],
  ['function_response', addResponse],
  ['executableCode', addFields('code')],
  ['executable_code', addFields('code')],
  ['codeExecutionResult', addFields('output')],
  ['code_execution_result', addFields('output')],
]);

/**
 * `{ systemInstruction, contents: [{ role, parts }] }`.
 *
 * Gemini API: https://ai.google.dev/api/generate-content
 * Vertex AI, which writes one content or part without a list as well:
 * https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/inference
 */
export const GEMINI: Format = {
  matches: ({ contents }) => areContents(contents),
  read: (body, draft) => {
    addInstruction(body['systemInstruction'] ?? body['system_instruction'], draft);
    if (typeof (body['cachedContent'] ?? body['cached_content']) === 'string')
      draft.addUnseen('reference');
    draft.beginTurns();
    for (const content of listOf(body['contents'])) {
      draft.addMessage(isRecord(content) ? content['role'] : undefined);
      addParts(content, draft);
    }
    setResolution(draft, body);
  },
  hasAnswer: () => true,
};

/** `{ content: { parts } }`: https://ai.google.dev/api/embeddings */
export const GEMINI_EMBEDDING: Format = {
  // A content of the model is an answer.
  matches: ({ content }) => isContent(content) && isRecord(content) && content['role'] !== 'model',
  read: ({ content }, draft) => addParts(content, draft),
  hasAnswer: () => false,
};

/** Whether the last content is the model's answer. */
export function endsWithModel({ contents }: JsonObject): boolean {
  const last = listOf(contents).at(-1);
  return isRecord(last) && last['role'] === 'model';
}

function areContents(contents: unknown): boolean {
  const list = listOf(contents);
  return list.length > 0 && list.every(isContent);
}

function isContent(content: unknown): boolean {
  if (!isRecord(content)) return false;
  const { role, parts } = content;
  if (role !== undefined && typeof role !== 'string') return false;
  const list = listOf(parts);
  return list.length > 0 && list.every(isRecord) && list.some((part) => keyOf(part) !== undefined);
}

function addInstruction(instruction: unknown, draft: Draft): void {
  if (typeof instruction !== 'string' && !isRecord(instruction)) return;
  draft.messages++;
  if (typeof instruction === 'string') draft.addText(instruction);
  else addParts(instruction, draft);
}

export function addParts(content: unknown, draft: Draft): void {
  for (const part of listOf(isRecord(content) ? content['parts'] : undefined)) {
    const key = isRecord(part) ? keyOf(part) : undefined;
    if (isRecord(part) && key !== undefined) PARTS.get(key)?.(part[key], draft, part);
    else draft.addUnseen('other');
  }
}

function keyOf(part: unknown): string | undefined {
  return isRecord(part) ? Object.keys(part).find((key) => PARTS.has(key)) : undefined;
}

/** A part may have a resolution of its own. */
function addFile(file: unknown, draft: Draft, part: JsonObject): void {
  if (!isRecord(file)) return draft.addUnseen('other');
  const media = mediaOfData(file['data'], file['mimeType'] ?? file['mime_type']);
  const detail = resolutionOf(part['mediaResolution'] ?? part['media_resolution']);
  draft.addMedia(media && detail ? { ...media, detail } : media);
}

/** The resolution of all parts that have none of their own. */
function setResolution(
  draft: Draft,
  { generationConfig, generation_config: config }: JsonObject,
): void {
  const all = isRecord(generationConfig) ? generationConfig : config;
  const detail = isRecord(all)
    ? resolutionOf(all['mediaResolution'] ?? all['media_resolution'])
    : undefined;
  if (detail) draft.media = draft.media.map((part) => ({ detail, ...part }));
}

function addFields(...keys: readonly string[]): PartReader {
  return (value, draft) => {
    if (isRecord(value)) for (const key of keys) draft.addValue(value[key]);
  };
}

/**
 * A result with pictures and files, to which the response refers by their names:
 * https://ai.google.dev/gemini-api/docs/function-calling#multimodal
 */
function addResponse(value: unknown, draft: Draft): void {
  if (!isRecord(value)) return;
  draft.addText(value['name']);
  draft.addValue(value['response']);
  addParts(value, draft);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return isRecord(value) ? [value] : [];
}
