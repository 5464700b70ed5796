import { getDotPath, type BaseIssue } from 'valibot';

/** Why a value of a file or setting is rejected. `src/wording/problems.ts` has a sentence for each. */
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

/** Converts an issue of valibot. */
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

/** Of objects and arrays, valibot gives only the type. */
function isShort(received: string): boolean {
  return received !== 'Object' && received !== 'Array';
}
