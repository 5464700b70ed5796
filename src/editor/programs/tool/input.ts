import * as v from 'valibot';
import { parseInstant } from '../../../core/pricing/instant';
import { code, schemaProblem } from '../../../core/pricing/table/problem';
import { wrongInput, wrongSubject, wrongTime } from '../../../wording/programs/toolProblems';
import { RequestError } from '../requestError';

/** Default number of models in a comparison of all. */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 500;

const names = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), v.minLength(1));

/** The manifest's inputSchema says the same to the language model. */
const schema = v.strictObject({
  text: v.optional(v.string()),
  filePath: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(code('empty')))),
  language: v.optional(v.string(), 'plaintext'),
  // Language models often write a single id without a list around it.
  models: v.optional(
    v.union([names, v.pipe(v.string(), v.transform(listOf), names)], code('notModelNames')),
  ),
  limit: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LIMIT)),
    DEFAULT_LIMIT,
  ),
  scenario: v.optional(v.record(v.string(), v.unknown()), {}),
  at: v.optional(v.string()),
});

/** A language model's request. */
export interface ToolInput {
  readonly subject:
    | { readonly kind: 'text'; readonly text: string; readonly languageId: string }
    | { readonly kind: 'file'; readonly path: string };
  readonly models: readonly string[] | 'current' | undefined;
  readonly limit: number;
  readonly scenario: Readonly<Record<string, unknown>>;
  /** Undefined: now. */
  readonly atMs: number | undefined;
}

/** @throws {RequestError} that says what is wrong and how to correct it. */
export function parseToolInput(input: unknown): ToolInput {
  const result = v.safeParse(schema, input ?? {});
  if (!result.success) {
    throw wrong(wrongInput(schemaProblem(result.issues[0], schema)));
  }
  const { models, limit, scenario, at, ...subject } = result.output;
  return {
    subject: subjectOf(subject),
    models: models?.includes('all') === true ? 'current' : models,
    limit,
    scenario,
    atMs: at === undefined ? undefined : instantOf(at),
  };
}

function subjectOf({
  text,
  filePath,
  language,
}: Pick<v.InferOutput<typeof schema>, 'text' | 'filePath' | 'language'>): ToolInput['subject'] {
  if (text !== undefined && filePath !== undefined) {
    throw wrong(wrongSubject('textAndFile'));
  }
  if (text !== undefined) return { kind: 'text', text, languageId: language };
  if (filePath !== undefined) return { kind: 'file', path: filePath };
  throw wrong(wrongSubject('neither'));
}

function instantOf(at: string): number {
  const atMs = parseInstant(at);
  if (atMs !== undefined) return atMs;
  throw wrong(wrongTime(at));
}

function listOf(text: string): string[] {
  return text.split(',');
}

function wrong(message: string): RequestError {
  return new RequestError('invalidArgument', message);
}
