/** A file, as far as its name and language tell what it is. */
interface NamedFile {
  readonly path: string;
  /** VS Code's language id. */
  readonly languageId: string;
}

const LINES_NAME = /\.(?:jsonl|jsonlines|ndjson)$/i;
const JSON_NAME = /\.json$/i;
const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc']);

/** Whether a file has one JSON value on each line. */
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
  return canHoldRequests(file) && STARTS.test(text.slice(0, REQUESTS_START));
}

/** Whether a file can hold API requests, by its name and language. Only `readRequestFile` knows whether it does. */
export function canHoldRequests(file: NamedFile): boolean {
  return hasLines(file) || JSON_NAME.test(file.path) || JSON_LANGUAGES.has(file.languageId);
}
