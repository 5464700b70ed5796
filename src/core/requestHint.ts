/** A file, as far as its name and language tell what it is. */
interface NamedFile {
  readonly path: string;
  /** VS Code's language id. */
  readonly languageId: string;
}

const LINES_NAME = /\.(?:jsonl|jsonlines|ndjson)$/i;
const JSON_NAME = /\.json$/i;
const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc']);

/** Whether the name or language of a file says that it has one JSON value on each line. */
export function hasLines({ path, languageId }: NamedFile): boolean {
  return LINES_NAME.test(path) || languageId === 'jsonl';
}

/** With what requests, and lines of a batch, begin. Translations and logs have messages and contents, too. */
const STARTS =
  /"(?:custom_id|recordId)"\s*:|"(?:messages|contents)"\s*:\s*\[?\s*\{\s*"(?:role|content|parts)"\s*:/;

/** Requests have their messages, or a batch's id, in the first characters. */
export const REQUESTS_START = 1000;

/** Whether a file seems to hold API requests: for where it is not read request by request. */
export function looksLikeRequests(text: string, file: NamedFile): boolean {
  return canHoldRequests(file, text) && STARTS.test(text.slice(0, REQUESTS_START));
}

/** An object, or the first one of a list or of lines. Prose, source code and logs mostly begin otherwise. */
const OBJECT_START = /^\uFEFF?\s*(?:\[\s*)?\{\s*"/;

/** With what objects begin that may be requests or messages: what they are is known when they are read. */
const FIRST_KEYS =
  /"(?:model|system|systemInstruction|system_instruction|tools|max_tokens|input|prompt|params|request|modelInput|role|message|anthropic_version|conversations)"\s*:/;

/**
 * Whether a file can hold API requests, by its name and language, else by its first characters: logs and files without
 * an extension hold some as well. Only `readRequestFile` knows whether it does.
 *
 * @param text the file, or its first `REQUESTS_START` characters.
 */
export function canHoldRequests(file: NamedFile, text: string): boolean {
  return isNamedAsJson(file) || beginsAsRequests(text.slice(0, REQUESTS_START));
}

/** Whether the name or language of a file says that it is JSON, or lines of it. */
export function isNamedAsJson(file: NamedFile): boolean {
  return hasLines(file) || JSON_NAME.test(file.path) || JSON_LANGUAGES.has(file.languageId);
}

function beginsAsRequests(start: string): boolean {
  return OBJECT_START.test(start) && (STARTS.test(start) || FIRST_KEYS.test(start));
}
