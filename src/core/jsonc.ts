import {
  findNodeAtLocation,
  parse,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
  type ParseOptions,
} from 'jsonc-parser';

export type JsonResult =
  | { readonly ok: true; readonly json: unknown }
  /** `error`: `TOO_DEEP` or a name of jsonc-parser, for which `src/wording/json.ts` has a sentence. */
  | { readonly ok: false; readonly error: string; readonly line: number };

/** JSON as VS Code reads its settings. */
const WITH_COMMENTS: ParseOptions = { allowTrailingComma: true };
const STRICT: ParseOptions = { allowTrailingComma: false, disallowComments: true };

/** Of a text nested more deeply than the stack, as jsonc-parser calls itself for each level. */
const TOO_DEEP = 'TooDeep';

/** What a function of jsonc-parser returns; undefined if the text is nested too deeply. */
export function unlessTooDeep<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Parses JSON in which comments and trailing commas are allowed, as VS Code does with its settings. */
export function parseJsonc(text: string): JsonResult {
  const errors: ParseError[] = [];
  const parsed = unlessTooDeep(() => ({ json: parse(text, errors, WITH_COMMENTS) as unknown }));
  if (!parsed) return { ok: false, error: TOO_DEEP, line: 1 };
  const [first] = errors;
  return first ? syntaxError(text, first) : { ok: true, json: parsed.json };
}

/** Parses JSON without comments. The platform's parser is faster; jsonc-parser knows where the error is. */
export function parseStrictJson(text: string): JsonResult {
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch {
    const errors: ParseError[] = [];
    const parsed = unlessTooDeep(() => ({ json: parse(text, errors, STRICT) as unknown }));
    return parsed ? syntaxError(text, errors[0]) : { ok: false, error: TOO_DEEP, line: 1 };
  }
}

/** @param first undefined: jsonc-parser accepts what the platform's parser refuses. */
function syntaxError(text: string, first: ParseError | undefined): JsonResult {
  const error = first ? printParseErrorCode(first.error) : '';
  return { ok: false, error, line: lineAt(text, first?.offset ?? 0) };
}

/** A part of a text, as offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a value stands in a JSON text, with its key; the nearest object or list around it if it is missing; the first
 * error of a text that is not JSON.
 *
 * @param path dotted, as in a `Problem`; keys may have dots themselves.
 */
export function findPlace(text: string, path: string): Place {
  const errors: ParseError[] = [];
  const root = unlessTooDeep(() => parseTree(text, errors, WITH_COMMENTS));
  const [first] = errors;
  if (first) return { start: first.offset, end: first.offset + first.length };
  const node = root && nearest(root, path);
  const shown = node?.parent?.type === 'property' ? node.parent : node;
  return shown && node !== root
    ? { start: shown.offset, end: shown.offset + shown.length }
    : { start: 0, end: 0 };
}

function nearest(node: Node, path: string): Node {
  for (const key of keysOf(node)) {
    if (path !== key && !path.startsWith(`${key}.`)) continue;
    const child = findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key]);
    if (child) return nearest(child, path.slice(key.length + 1));
  }
  return node;
}

/** The longest first: "gpt-5.6" before "gpt-5". */
function keysOf({ type, children = [] }: Node): readonly string[] {
  const keys =
    type === 'array'
      ? children.map((_, index) => String(index))
      : children.map(({ children: [key] = [] }) => String(key?.value));
  return keys.toSorted((a, b) => b.length - a.length);
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** "prices.json:12", as compilers name a line; the file alone where the value is not in the text. @param path of a `Problem`. */
export function placeIn(file: string, text: string, path: string): string {
  const { start, end } = findPlace(text, path);
  return end === 0 ? file : `${file}:${lineAt(text, start)}`;
}
