import { parseJson } from '../json';
import { parseJsonc } from '../jsonc';
import type { FileKind } from '../files/sentText';
import type { Sliced } from '../scheduling/sliced';
import { canHoldRequests, hasLines, isNamedAsJson } from '../requestHint';
import { readLines } from './lines';
import { readList } from './many/list';
import { parseObjects } from './many/objects';
import { MCP_KEYS, readMcp } from './mcp';
import type { RequestFile } from './request';
import { SAMPLE_VALUES } from './requestValue';
import { hasTopKey } from './topKeys';
import { readWhole, SIGNATURES, type Whole } from './whole';

const KEYS: ReadonlySet<string> = new Set([...SIGNATURES, ...MCP_KEYS]);

/** More characters than this are no file that a person comments. */
const LONGEST_JSONC = 200_000;

/** A list of so many characters takes longer to parse than a slice may. */
const LONG_JSON = 200_000;

/**
 * Reads a file of requests, told by its content. A slice has some lines of JSONL, or an object of a long list; another
 * JSON value, or a very long line, is parsed at once.
 *
 * @returns undefined if the text is no request file.
 */
export function* readRequestFile(text: string, file: FileKind): Sliced<RequestFile | undefined> {
  if (!canHoldRequests(file, text)) return undefined;
  const isLines = hasLines(file);
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = isLines ? yield* readLines(content) : undefined;
  return lines ?? (yield* readJson(content, file, isLines));
}

/** Whether a text is whole: JSON, or lines of it as far as they tell what a file is. While one is typed, it mostly is not. */
export function isWhole(text: string, file: FileKind): boolean {
  if (text.trim() === '' || parseJson(text) !== undefined) return true;
  // Files of other names have one JSON value, or lines of them.
  if (hasLines(file) || !isNamedAsJson(file))
    return text.split('\n', SAMPLE_VALUES).every(isWholeLine);
  return mayHaveComments(text, file) && parseJsonc(text).ok;
}

function isWholeLine(line: string): boolean {
  return line.trim() === '' || parseJson(line) !== undefined;
}

function mayHaveComments(text: string, { languageId }: FileKind): boolean {
  return languageId === 'jsonc' && text.length <= LONGEST_JSONC;
}

function* readJson(
  text: string,
  file: FileKind,
  isLines: boolean,
): Sliced<RequestFile | undefined> {
  // The search for keys does not know comments.
  const isCommented = mayHaveComments(text, file);
  if (!isCommented && !(yield* hasTopKey(text, KEYS))) return undefined;
  const value =
    (text.length > LONG_JSON ? yield* parseObjects(text) : undefined) ??
    parseJson(text) ??
    (isCommented ? parseCommented(text) : undefined);
  // JSONL may be called .json.
  if (value === undefined) return isLines ? undefined : yield* readLines(text);
  const whole = readWhole(value) ?? readServers(value);
  if (!whole) return yield* readList(value, text);
  const request = { line: lineOfStart(text), ...whole.request };
  const { kind, servers } = whole;
  return { kind, requests: [request], badLines: [], repeatedIds: [], ...(servers && { servers }) };
}

function readServers(value: unknown): Whole | undefined {
  const found = readMcp(value);
  if (!found) return undefined;
  const request = { ...found.body, id: undefined, usage: undefined };
  return { kind: 'mcp', request, servers: found.servers };
}

function parseCommented(text: string): unknown {
  const result = parseJsonc(text);
  return result.ok ? result.json : undefined;
}

/** The line of the first character that is not space. */
function lineOfStart(text: string): number {
  return text.slice(0, text.search(/\S/)).split('\n').length;
}
