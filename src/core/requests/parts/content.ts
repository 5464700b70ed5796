import { isRecord } from '../../json';
import type { MediaKind } from '../../media/part';
import type { Draft, JsonObject } from './draft';
import { mediaOfBlock, textOfBlock } from './media';

/** Results of tools hold content themselves; no API nests it this deeply. */
const MOST_DEPTH = 16;

type BlockReader = (block: JsonObject, draft: Draft, depth: number) => void;

/**
 * Content blocks that name their `type`.
 *
 * OpenAI chat: https://platform.openai.com/docs/api-reference/chat/create
 * OpenAI responses: https://platform.openai.com/docs/api-reference/responses/create
 * Anthropic: https://docs.anthropic.com/en/api/messages
 * Mistral: https://docs.mistral.ai/api/
 * Cohere v2: https://docs.cohere.com/reference/chat
 */
const TYPED: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ['text', addField('text')],
  ['input_text', addField('text')],
  ['output_text', addField('text')],
  ['reasoning_text', addField('text')],
  ['summary_text', addField('text')],
  ['refusal', addField('refusal')],
  ['thinking', (block, draft, depth) => addContent(block['thinking'], draft, depth)],
  ['image_url', media('image')],
  ['input_image', media('image')],
  ['image', media('image')],
  ['computer_screenshot', media('image')],
  ['input_audio', media('audio')],
  ['audio_url', media('audio')],
  ['audio', media('audio')],
  ['video_url', media('video')],
  ['input_video', media('video')],
  ['video', media('video')],
  ['file', addFile],
  ['input_file', addFile],
  ['document_url', media('document')],
  ['container_upload', media('document')],
  ['document', addDocument],
  ['search_result', addSearchResult],
  ['tool_use', addCall],
  ['server_tool_use', addCall],
  ['mcp_tool_use', addCall],
]);

/**
 * Content blocks that are told by their one key.
 *
 * Amazon Nova: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 * Bedrock Converse: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 */
const KEYED: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ['text', addField('text')],
  ['json', (block, draft) => draft.addValue(block['json'])],
  ['image', media('image')],
  ['audio', media('audio')],
  ['video', media('video')],
  ['document', within('document', addSource)],
  ['toolUse', within('toolUse', addCall)],
  ['toolResult', within('toolResult', addResult)],
  ['reasoningContent', within('reasoningContent', addReasoning)],
  ['guardContent', within('guardContent', within('text', addField('text')))],
  // Where the cache ends is no content.
  ['cachePoint', (_, draft) => void (draft.marksCache = true)],
]);

/** Adds the content of a message: a text, a block, or a list of them. What is unknown counts as 'other'. */
export function addContent(content: unknown, draft: Draft, depth = 0): void {
  if (depth > MOST_DEPTH) draft.addUnseen('other');
  else if (typeof content === 'string') draft.addText(content);
  else if (Array.isArray(content))
    for (const each of content) addContent(each, draft, Array.isArray(each) ? depth + 1 : depth);
  else if (isRecord(content)) addBlock(content, draft, depth);
}

function addBlock(block: JsonObject, draft: Draft, depth: number): void {
  // https://docs.anthropic.com/en/docs/build-with-claude/prompt-caching
  if (isRecord(block['cache_control'])) draft.marksCache = true;
  readerOf(block)(block, draft, depth);
}

/** Whether a value is content of a message; what its blocks are called does not matter. */
export function isContent(content: unknown): boolean {
  if (typeof content === 'string' || isBlock(content)) return true;
  return (
    Array.isArray(content) && content.every((each) => typeof each === 'string' || isBlock(each))
  );
}

function isBlock(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return typeof value['type'] === 'string' || Object.keys(value).some((key) => KEYED.has(key));
}

function readerOf(block: JsonObject): BlockReader {
  const { type } = block;
  if (typeof type !== 'string') {
    const key = Object.keys(block).find((each) => KEYED.has(each));
    return KEYED.get(key ?? '') ?? other;
  }
  const known = TYPED.get(type);
  if (known) return known;
  // `web_search_tool_result`, `mcp_tool_result` and further ones are built as `tool_result`.
  return type.endsWith('tool_result') ? addResult : other;
}

function addField(key: string): BlockReader {
  return (block, draft) => draft.addText(block[key]);
}

function media(kind: MediaKind): BlockReader {
  return (block, draft) => draft.addMedia(mediaOfBlock(kind, block));
}

/** A text file is read as its text: https://platform.openai.com/docs/guides/pdf-files; a PDF has pages. */
function addFile(block: JsonObject, draft: Draft): void {
  const text = textOfBlock(block);
  if (text === undefined) draft.addMedia(mediaOfBlock('document', block));
  else draft.addText(text);
}

function other(_: JsonObject, draft: Draft): void {
  draft.addUnseen('other');
}

function within(key: string, reader: BlockReader): BlockReader {
  return (block, draft, depth) => {
    const inner = block[key];
    if (isRecord(inner)) reader(inner, draft, depth);
    else draft.addUnseen('other');
  };
}

function addCall({ name, input }: JsonObject, draft: Draft): void {
  draft.addText(name);
  draft.addValue(input);
}

/** A result of a tool; that of a tool of the provider is one block, or has its text encrypted. */
function addResult({ content }: JsonObject, draft: Draft, depth: number): void {
  addContent(content, draft, depth + 1);
}

function addReasoning({ reasoningText }: JsonObject, draft: Draft): void {
  if (isRecord(reasoningText)) draft.addText(reasoningText['text']);
  else draft.addUnseen('other');
}

/**
 * A document is text, blocks, or a file.
 *
 * Anthropic: https://docs.anthropic.com/en/docs/build-with-claude/citations
 */
function addDocument(block: JsonObject, draft: Draft, depth: number): void {
  const { source, document } = block;
  draft.addText(block['title']);
  draft.addText(block['context']);
  if (isRecord(document)) draft.addValue(document['data']);
  else if (isRecord(source) && source['type'] === 'text') draft.addText(source['data']);
  else if (isRecord(source) && source['type'] === 'content')
    addContent(source['content'], draft, depth + 1);
  else draft.addMedia(mediaOfBlock('document', block));
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentSource.html */
function addSource({ source }: JsonObject, draft: Draft, depth: number): void {
  const { text, content } = isRecord(source) ? source : {};
  if (typeof text === 'string') draft.addText(text);
  else if (Array.isArray(content)) addContent(content, draft, depth + 1);
  else draft.addMedia(mediaOfBlock('document', source));
}

/** https://docs.anthropic.com/en/docs/build-with-claude/search-results */
function addSearchResult(block: JsonObject, draft: Draft, depth: number): void {
  draft.addText(block['source']);
  draft.addText(block['title']);
  addContent(block['content'], draft, depth + 1);
}
