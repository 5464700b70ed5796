import * as v from 'valibot';
import { parseJsonc } from '../jsonc';
import { schemaProblem, type Problem } from '../pricing/table/problem';
import { teamFileSchema, type TeamFile } from './schema';

/** Why a file is refused: a syntax error, or the first value that is not allowed. */
export type TeamFileProblem =
  | { readonly kind: 'syntax'; readonly error: string; readonly line: number }
  | { readonly kind: 'value'; readonly problem: Problem };

export type TeamFileResult =
  | { readonly ok: true; readonly file: TeamFile }
  | { readonly ok: false; readonly problem: TeamFileProblem };

const NO_OBJECT: Problem = { path: '', code: 'notObject' };

/**
 * Checks the text of `.api-spend.json`. A file with any problem is refused as a whole. Names of models are checked
 * later, by `resolvePrices`, because they depend on the price table.
 */
export function parseTeamFile(text: string): TeamFileResult {
  const parsed = parseJsonc(text);
  if (!parsed.ok) return { ok: false, problem: { ...parsed, kind: 'syntax' } };
  // valibot takes an array for an object.
  if (Array.isArray(parsed.json))
    return { ok: false, problem: { kind: 'value', problem: NO_OBJECT } };
  const checked = v.safeParse(teamFileSchema, parsed.json, { abortPipeEarly: true });
  if (checked.success) return { ok: true, file: checked.output };
  return {
    ok: false,
    problem: { kind: 'value', problem: schemaProblem(checked.issues[0], teamFileSchema) },
  };
}
