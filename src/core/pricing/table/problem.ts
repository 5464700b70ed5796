import { getDotPath, type BaseIssue } from 'valibot';

/** Why a value of a file or setting is rejected. `src/wording/problems.ts` has a sentence for each. */
export const PROBLEM_CODES = [
  'missing',
  'unknownKey',
  'notValid',
  'notText',
  'notFlag',
  'notList',
  'notObject',
  'notOneOf',
  'below',
  'above',
  'tooLong',
  'empty',
  'notNumber',
  'notWhole',
  'belowOne',
  'notPrice',
  'belowLowestRate',
  'aboveHighestRate',
  'aboveHighestFee',
  'noRate',
  'notId',
  'notModelId',
  'notInstant',
  'notCalendarDay',
  'notDay',
  'inFuture',
  'notTimeOfDay',
  'notOffset',
  'notHttps',
  'notEncodingName',
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
  'notCurrencyCode',
  'notCurrencyRate',
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
  /** The value as written; absent if the sentence does not show it. */
  readonly value?: string;
}

/** A message for valibot's checks; checks that it is a problem code. */
export function code(problem: ProblemCode): ProblemCode {
  return problem;
}

type Issue = BaseIssue<unknown>;

/** Converts an issue of valibot. Its own messages, which are for programmers, are not used. */
export function schemaProblem(issue: Issue): Problem {
  const path = getDotPath(issue) ?? '';
  const { message, expected, received, type } = issue;
  if (type === 'strict_object' && expected === 'never') return { path, code: 'unknownKey' };
  if (received === 'undefined') return { path, code: 'missing' };
  const known = PROBLEM_CODES.find((each) => each === message);
  if (known) return { path, code: known, ...shortValue(received) };
  const nested = type === 'union' ? nestedIssue(issue) : undefined;
  if (nested) return under(path, schemaProblem(nested));
  return {
    path,
    ...(CODES_OF_TYPES[type]?.(issue) ?? { code: 'notValid' }),
    ...shortValue(received),
  };
}

/** A problem of a part, with the path from the root. */
export function under(path: string, problem: Problem): Problem {
  return { ...problem, path: [path, problem.path].filter((part) => part !== '').join('.') };
}

type Reason = Pick<Problem, 'code' | 'names'>;

const ofRequirement =
  (code: ProblemCode) =>
  ({ requirement }: Issue): Reason => ({ code, names: [String(requirement)] });

/** By the types of valibot's schemas and checks. */
const CODES_OF_TYPES: Readonly<Record<string, (issue: Issue) => Reason>> = {
  string: () => ({ code: 'notText' }),
  number: () => ({ code: 'notNumber' }),
  boolean: () => ({ code: 'notFlag' }),
  array: () => ({ code: 'notList' }),
  strict_object: () => ({ code: 'notObject' }),
  record: () => ({ code: 'notObject' }),
  picklist: ({ expected }) => ({ code: 'notOneOf', names: choicesIn(expected) }),
  literal: ({ expected }) => ({ code: 'notOneOf', names: choicesIn(expected) }),
  integer: () => ({ code: 'notWhole' }),
  min_value: ofRequirement('below'),
  max_value: ofRequirement('above'),
  max_length: ofRequirement('tooLong'),
  min_length: () => ({ code: 'empty' }),
  non_empty: () => ({ code: 'empty' }),
};

/** ["none", "short"] of valibot's `("none" | "short")`. */
function choicesIn(expected: string | null): readonly string[] {
  return (expected ?? '').replaceAll(/^\(|\)$/g, '').split(' | ');
}

/** The issue of the alternative that the value comes closest to: inside it rather than about its type. */
function nestedIssue({ issues }: Issue): Issue | undefined {
  return issues?.find(({ path }) => path !== undefined) ?? issues?.at(-1);
}

const LONGEST_VALUE = 80;

/** Of objects and arrays, valibot gives only the type. */
function shortValue(received: string): Pick<Problem, 'value'> {
  if (received === 'Object' || received === 'Array') return {};
  const isLong = received.length > LONGEST_VALUE;
  return { value: isLong ? `${received.slice(0, LONGEST_VALUE)}…` : received };
}
