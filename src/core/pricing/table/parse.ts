import * as v from 'valibot';
import { buildTable } from './build';
import { findTableProblems, futureProblems } from './checks';
import type { PriceTable } from './priceTable';
import { schemaProblem, type Problem } from './problem';
import { priceTableSchema, type PriceTableFile } from './schema';

export type PriceTableResult =
  | { readonly ok: true; readonly table: PriceTable }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Checks unknown JSON and turns it into a price table. A table with any problem is rejected as a whole; each problem
 * has its path and the reason.
 *
 * @param encodings names of the encodings that can be counted.
 * @param calibrations from a calibration to its base encoding; undefined: any name is accepted.
 * @param nowMs milliseconds since 1970; a source that was checked later is rejected. Undefined: any day is accepted.
 */
export function parsePriceTable(
  json: unknown,
  encodings: readonly string[],
  calibrations?: Readonly<Record<string, string>>,
  nowMs?: number,
): PriceTableResult {
  const parsed = v.safeParse(priceTableSchema, json, { abortPipeEarly: true });
  const problems = parsed.success
    ? [
        ...findTableProblems(parsed.output, { encodings, calibrations }),
        ...futureProblems(parsed.output, nowMs),
      ]
    : parsed.issues.map(schemaProblem);
  const [first, ...rest] = problems;
  if (first) return { ok: false, problems: [first, ...rest] };
  return { ok: true, table: buildTable(parsed.output as PriceTableFile) };
}
