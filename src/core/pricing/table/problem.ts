import { getDotPath, type BaseIssue, type GenericSchema } from 'valibot';
import {
  EXPECTED_CODES,
  expectationOf,
  meantKeys,
  shapesAt,
  type Expectation,
  type Shape,
} from './expectation';

/** Why a value of a file or setting is rejected. `src/wording/problems.ts` has a sentence for each. */
export const PROBLEM_CODES = [
  ...EXPECTED_CODES,
  'missing',
  'unknownKey',
  'notValid',
  'below',
  'above',
  'tooLong',
  'empty',
  'belowOne',
  'belowLowestRate',
  'aboveHighestRate',
  'aboveHighestFee',
  'noRate',
  'notCalendarDay',
  'inFuture',
  'notModels',
  'notModelNames',
  'notOverrides',
  'existingModel',
  'unknownModel',
  'ambiguousModel',
  'overriddenTwice',
  'usedTwice',
  'notOfProvider',
  'unknownEncoding',
  'unknownCalibration',
  'noCalibration',
  'uselessCalibration',
  'otherBaseEncoding',
  'unknownSource',
  'unknownTokenizer',
  'unknownFactors',
  'unknownHolidays',
  'aboveOne',
  'notAfterStart',
  'notAdjacent',
  'tierNotAbove',
  'rateAbove',
  'notOneForDollars',
  'notDiscount',
  'matchesNoModel',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A rejected value of a file or setting. */
export interface Problem {
  /** Dotted path from the root, e.g. `providers.0.models.1.periods.0.usdPerMillionTokens.input`. */
  readonly path: string;
  readonly code: ProblemCode;
  /** Names in the sentence, such as the values that are allowed. */
  readonly names?: readonly string[];
  /** What is missing has to be one of these. */
  readonly expected?: readonly Expectation[];
  /** Id of the model in whose row the value is, because a path has only its number. */
  readonly model?: string;
  /** The value as written; absent if the sentence does not show it. */
  readonly value?: string;
}

/** A message for valibot's checks; checks that it is a problem code. */
export function code(problem: ProblemCode): ProblemCode {
  return problem;
}

type Issue = BaseIssue<unknown>;

/** Converts an issue of valibot. Its own messages, which are for programmers, are not used. */
export function schemaProblem(issue: Issue, schema: GenericSchema): Problem {
  return problemOf(issue, (keys) => shapesAt(schema, keys));
}

/** The shapes at a path from the root of what was checked. */
type ShapesAt = (keys: readonly unknown[]) => readonly Shape[];

function problemOf(issue: Issue, at: ShapesAt): Problem {
  const path = getDotPath(issue) ?? '';
  const keys = (issue.path ?? []).map(({ key }) => key);
  const reason = entryReason(issue, keys, at);
  if (reason)
    return reason.code === 'notObject' ? { ...reason, path: parentOf(keys) } : { path, ...reason };
  const { message, type } = issue;
  const known = PROBLEM_CODES.find((each) => each === message);
  if (known) return { path, code: known, ...shortValue(issue) };
  const nested = type === 'union' ? nestedIssue(issue) : undefined;
  if (nested)
    return under(
      path,
      problemOf(nested, (inner) => at([...keys, ...inner])),
    );
  return { path, ...reasonOf(issue, at(keys)), ...shortValue(issue) };
}

/** Of a key that is missing or not known. */
function entryReason(issue: Issue, keys: readonly unknown[], at: ShapesAt): Reason | undefined {
  const { type, expected, received, path } = issue;
  const isUnknown = type === 'strict_object' && expected === 'never';
  if (!isUnknown && received !== 'undefined') return undefined;
  // valibot takes a list for an object without keys.
  if (type === 'strict_object' && Array.isArray(path?.at(-1)?.input)) return { code: 'notObject' };
  if (isUnknown) {
    return { code: 'unknownKey', names: meantKeys(String(keys.at(-1)), at(keys.slice(0, -1))) };
  }
  return { code: 'missing', expected: at(keys).flatMap((shape) => expectationOf(shape) ?? []) };
}

function reasonOf(issue: Issue, shapes: readonly Shape[]): Reason {
  const [expected] =
    issue.kind === 'schema' ? shapes.flatMap((each) => expectationOf(each) ?? []) : [];
  return expected ?? CODES_OF_CHECKS[issue.type]?.(issue) ?? { code: 'notValid' };
}

function parentOf(keys: readonly unknown[]): string {
  return keys.slice(0, -1).map(String).join('.');
}

/** A problem of a part, with the path from the root. */
export function under(path: string, problem: Problem): Problem {
  return { ...problem, path: [path, problem.path].filter((part) => part !== '').join('.') };
}

type Reason = Pick<Problem, 'code' | 'names' | 'expected'>;

const ofRequirement =
  (problem: ProblemCode) =>
  ({ requirement }: Issue): Reason => ({ code: problem, names: [String(requirement)] });

/** By the types of valibot's checks. */
const CODES_OF_CHECKS: Readonly<Record<string, (issue: Issue) => Reason>> = {
  integer: () => ({ code: 'notWhole' }),
  min_value: ofRequirement('below'),
  max_value: ofRequirement('above'),
  max_length: ofRequirement('tooLong'),
  min_length: () => ({ code: 'empty' }),
  non_empty: () => ({ code: 'empty' }),
};

/** The issue of the alternative that the value comes closest to: inside it rather than about its type. */
function nestedIssue({ issues }: Issue): Issue | undefined {
  return issues?.find(({ path }) => path !== undefined) ?? issues?.at(-1);
}

const LONGEST_VALUE = 80;

/** The value as written: a check of valibot tells what it has looked at, such as the length of a text. */
function shortValue({ input }: Issue): Pick<Problem, 'value'> {
  if (input === undefined || input === '' || (typeof input === 'object' && input !== null))
    return {};
  const written = typeof input === 'number' ? String(input) : JSON.stringify(input);
  const isLong = written.length > LONGEST_VALUE;
  return { value: isLong ? `${written.slice(0, LONGEST_VALUE)}…` : written };
}
