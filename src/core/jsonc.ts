import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

export type JsoncResult =
  | { readonly ok: true; readonly json: unknown }
  /** `error`: a name of jsonc-parser, for which `src/wording/json.ts` has a sentence. `line` counts from 1. */
  | { readonly ok: false; readonly error: string; readonly line: number };

/** Parses JSON in which comments and trailing commas are allowed, as VS Code does with its settings. */
export function parseJsonc(text: string): JsoncResult {
  const errors: ParseError[] = [];
  const json = parse(text, errors, { allowTrailingComma: true }) as unknown;
  const [first] = errors;
  if (!first) return { ok: true, json };
  const line = text.slice(0, first.offset).split('\n').length;
  return { ok: false, error: printParseErrorCode(first.error), line };
}
