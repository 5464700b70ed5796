import { getDotPath, type BaseIssue } from 'valibot';

/** Why a value of a checked file is refused. The wording room has a sentence for each. */
export const PROBLEM_CODES = [
  'missing',
  'unknownKey',
  'notValid',
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
  'aboveOne',
  'notAfterStart',
  'notAdjacent',
  'tierNotAbove',
  'rateAbove',
  'notCurrencyCode',
  'notCurrencyRate',
  'notOneForDollars',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A value of a checked file that is refused. */
export interface Problem {
  /** Dotted path from the root, e.g. `providers.0.models.1.periods.0.usdPerMillionTokens.input`. */
  readonly path: string;
  readonly code: ProblemCode;
  /** Names in the sentence, such as the values that are allowed. */
  readonly names?: readonly string[];
  /** The value as it is written; absent where the sentence needs none. */
  readonly value?: string;
}

/** Types the code of a check of a schema, which is its message. */
export function code(problem: ProblemCode): ProblemCode {
  return problem;
}

/** What valibot found, as the path of the value and the reason. */
export function schemaProblem(issue: BaseIssue<unknown>): Problem {
  const path = getDotPath(issue) ?? '';
  const { message, expected, received, type } = issue;
  if (type === 'strict_object' && expected === 'never') return { path, code: 'unknownKey' };
  if (received === 'undefined') return { path, code: 'missing' };
  const value = isShort(received) ? { value: received } : {};
  const known = PROBLEM_CODES.find((each) => each === message);
  if (known) return { path, code: known, ...value };
  return { path, code: 'notValid', names: [expected ?? message], ...value };
}

/** Valibot writes only the type of objects and lists. */
function isShort(received: string): boolean {
  return received !== 'Object' && received !== 'Array';
}
