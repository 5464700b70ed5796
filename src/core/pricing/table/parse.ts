import * as v from 'valibot';
import { finish, type Sliced } from '../../scheduling/sliced';
import { buildInSlices } from './build';
import { findTableProblems, futureProblems } from './checks';
import type { PriceTable } from './priceTable';
import { schemaProblem, under, type Problem } from './problem';
import { TABLE_PARTS, type ModelRow, type PriceTableFile, type ProviderRow } from './schema';
import type { KnownTokenizers } from './tokenizerProblems';
import { raised } from './rows/version1';

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
  return finish(parseInSlices(json, { encodings, calibrations }, nowMs));
}

/** `parsePriceTable` in slices: each checks one model. */
export function* parseInSlices(
  json: unknown,
  tokenizers: KnownTokenizers,
  nowMs?: number,
): Sliced<PriceTableResult> {
  const problems: Problem[] = [];
  const file = yield* readFile(raised(json), problems);
  if (file && problems.length === 0) {
    problems.push(...(yield* findTableProblems(file, tokenizers)), ...futureProblems(file, nowMs));
  }
  const [first, ...rest] = problems;
  if (first)
    return { ok: false, problems: [named(first, json), ...rest.map((each) => named(each, json))] };
  if (!file) throw new Error('a file without problems has no rows');
  return { ok: true, table: yield* buildInSlices(file) };
}

/** A problem in the row of a model, with the id of that model. */
function named(problem: Problem, json: unknown): Problem {
  const [, provider = '', model = ''] =
    /^providers\.(\d+)\.models\.(\d+)\b/.exec(problem.path) ?? [];
  const row = entry(entry(json, 'providers'), provider);
  const ids = [entry(row, 'id'), entry(entry(entry(row, 'models'), model), 'id')];
  return ids.every((id) => typeof id === 'string') ? { ...problem, model: ids.join('/') } : problem;
}

function entry(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** Adds the problems to a list. @returns undefined if the file as a whole has another shape. */
function* readFile(json: unknown, problems: Problem[]): Sliced<PriceTableFile | undefined> {
  const file = readPart(TABLE_PARTS.file, json, '', problems);
  if (!file) return undefined;
  const providers: ProviderRow[] = [];
  for (const [index, row] of file.providers.entries()) {
    const path = `providers.${index}`;
    const provider = readPart(TABLE_PARTS.provider, row, path, problems);
    if (!provider) continue;
    const models = yield* readModels(provider.models, `${path}.models`, problems);
    providers.push({ ...provider, models });
  }
  return { ...file, providers };
}

function* readModels(
  rows: readonly unknown[],
  path: string,
  problems: Problem[],
): Sliced<ModelRow[]> {
  const models: ModelRow[] = [];
  for (const [index, row] of rows.entries()) {
    const model = readPart(TABLE_PARTS.model, row, `${path}.${index}`, problems);
    if (model) models.push(model);
    yield;
  }
  return models;
}

function readPart<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  path: string,
  problems: Problem[],
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) problems.push(under(path, schemaProblem(issue, schema)));
  return undefined;
}
