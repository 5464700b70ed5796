import { MAX_RATE } from '../core/figures/currency';
import { shorten } from '../core/figures/visibleText';
import { PRICE_DECIMALS } from '../core/pricing/money';
import { HIGHEST_DISCOUNT } from '../core/pricing/own/discounts';
import type { ExpectedCode, Expectation } from '../core/pricing/table/expectation';
import type { Problem, ProblemCode } from '../core/pricing/table/problem';
import { HIGHEST_RATE, LOWEST_RATE } from '../core/pricing/table/rateSchema';
import { showNumber } from './numbers';
import { counted } from './language/forms';
import { commas, orList } from './language/lists';
import { about, type Words } from './words';

/** The most of a path, name or value that is shown, in characters: keys can have any length. */
export const LONGEST_SHOWN = 200;

/** "overrides.openai/o1.input is not a number: "2"". Keys and values are the user's, or of a file from elsewhere. */
export function describeProblem(words: Words, problem: Problem): string {
  const { path, code, expected = [], value } = problem;
  const names = problem.names?.map((name) => shorten(name, LONGEST_SHOWN)) ?? [];
  const show = (number: number): string => showNumber(words, number);
  const sentence = SENTENCES[code](words, { names, expected, value, show });
  const predicated = path === '' ? sentence : `${shorten(path, LONGEST_SHOWN)} ${sentence}`;
  return value === undefined ? predicated : about(words, predicated, shorten(value, LONGEST_SHOWN));
}

/** Buttons beside a message about a rejected value. */
export function openFileButton({ l10n }: Words): string {
  return l10n.t('Open File');
}

export function showFormatButton({ l10n }: Words): string {
  return l10n.t('Show the Format');
}

export function chooseModelButton({ l10n }: Words): string {
  return l10n.t('Choose a Model');
}

export function openSettingsFile({ l10n }: Words): string {
  return l10n.t('Open Settings (JSON)');
}

/** Of a file that ships with the program. @param file its name. */
export function brokenInstallation({ l10n }: Words, file: string): string {
  return l10n.t('{0}, a file of API Spend, is missing or damaged. Install API Spend again.', file);
}

interface Details {
  readonly names: readonly string[];
  readonly expected: readonly Expectation[];
  readonly value: string | undefined;
  readonly show: (number: number) => string;
}

type Sentence = (words: Words, details: Details) => string;

/** What a value has to be; follows "is not" and "it must be". */
const EXPECTED: Readonly<Record<ExpectedCode, Sentence>> = {
  notText: ({ l10n }) => l10n.t('text'),
  notFlag: ({ l10n }) => l10n.t('true or false'),
  notList: ({ l10n }) => l10n.t('a list'),
  notObject: ({ l10n }) => l10n.t('an object'),
  notOneOf: (words, { names }) => {
    const { l10n } = words;
    return names.length > 1 ? l10n.t('one of {0}', commas(words, names)) : (names[0] ?? '');
  },
  notNumber: ({ l10n }) => l10n.t('a number'),
  notWhole: ({ l10n }) => l10n.t('a whole number'),
  notPrice: ({ l10n }) => l10n.t('a price of 0 or more with up to {0} decimals', PRICE_DECIMALS),
  notId: ({ l10n }) => l10n.t('an id of letters, digits and . : / _ @ -'),
  notModelId: ({ l10n }) => l10n.t('an id such as provider/model'),
  notInstant: ({ l10n }) =>
    l10n.t('a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z)'),
  notDay: ({ l10n }) => l10n.t('a day such as 2025-01-27'),
  notTimeOfDay: ({ l10n }) => l10n.t('a time of day such as 16:30'),
  notOffset: ({ l10n }) => l10n.t('an offset from UTC such as +08:00, between -12:00 and +14:00'),
  notHttps: ({ l10n }) => l10n.t('an https address'),
  notEncodingName: ({ l10n }) => l10n.t('the name of an encoding'),
  notCurrencyCode: ({ l10n }) => l10n.t('a currency code such as EUR'),
  notCurrencyRate: ({ l10n }, { show }) =>
    l10n.t(
      'a number above 0 and at most {0}, with up to {1} decimals',
      show(MAX_RATE),
      PRICE_DECIMALS,
    ),
};

/** "one of none, short"; follows "is not" and "it must be". */
export function describeExpected(words: Words, { code, names = [] }: Expectation): string {
  return EXPECTED[code](words, { ...NO_DETAILS, names, show: (each) => showNumber(words, each) });
}

const isNot =
  (code: ExpectedCode): Sentence =>
  (words, { names }) => {
    const { l10n } = words;
    return l10n.t('is not {0}', describeExpected(words, { code, names }));
  };

const withNames =
  (sentence: (words: Words, names: string) => string): Sentence =>
  (words, { names }) =>
    sentence(words, commas(words, names));

function describeMissing(words: Words, { expected }: Details): string {
  const { l10n } = words;
  const forms = expected.map((each) => describeExpected(words, each));
  if (forms.length === 0) return l10n.t('is missing');
  return l10n.t('is missing; it must be {0}', orList(words, [...new Set(forms)]));
}

/** @param names the key that is meant, or all that are known. */
function describeUnknownKey(words: Words, { names }: Details): string {
  const { l10n } = words;
  const [first, ...others] = names;
  if (first === undefined) return l10n.t('is not a known key');
  return others.length === 0
    ? l10n.t('is not a known key; the nearest is {0}', first)
    : l10n.t('is not a known key; known are {0}', commas(words, names));
}

/** The rest of a sentence that begins with the path of the value. */
const SENTENCES: Readonly<Record<ProblemCode, Sentence>> = {
  missing: describeMissing,
  unknownKey: describeUnknownKey,
  notValid: ({ l10n }) => l10n.t('is not valid'),
  notText: isNot('notText'),
  notFlag: isNot('notFlag'),
  notList: isNot('notList'),
  notObject: isNot('notObject'),
  notOneOf: isNot('notOneOf'),
  below: ({ l10n }, { names, show }) => l10n.t('is below {0}', show(Number(names[0]))),
  above: ({ l10n }, { names, show }) => l10n.t('is above {0}', show(Number(names[0]))),
  tooLong: (words, { names, show }) => {
    const { l10n } = words;
    const most = Number(names[0]);
    return counted(words, most, l10n.t('[other]has more than {0} characters'), show(most));
  },
  empty: ({ l10n }) => l10n.t('is empty'),
  notNumber: isNot('notNumber'),
  notWhole: isNot('notWhole'),
  belowOne: ({ l10n }) => l10n.t('is below 1'),
  notPrice: isNot('notPrice'),
  belowLowestRate: ({ l10n }, { value }) =>
    l10n.t(
      'is below {0} US dollars per million tokens; write a price per token as {1}',
      String(LOWEST_RATE),
      perMillion(Number(value)),
    ),
  aboveHighestRate: ({ l10n }, { show }) =>
    l10n.t('is above {0} US dollars per million tokens', show(HIGHEST_RATE)),
  aboveHighestFee: ({ l10n }, { show }) =>
    l10n.t('is above {0} US dollars per thousand requests', show(HIGHEST_RATE)),
  noRate: ({ l10n }) => l10n.t('has no rate'),
  notId: isNot('notId'),
  notModelId: isNot('notModelId'),
  notInstant: isNot('notInstant'),
  notCalendarDay: ({ l10n }) => l10n.t('is not a date in the calendar'),
  notDay: isNot('notDay'),
  inFuture: ({ l10n }) => l10n.t('is in the future'),
  notTimeOfDay: isNot('notTimeOfDay'),
  notOffset: isNot('notOffset'),
  notHttps: isNot('notHttps'),
  notEncodingName: isNot('notEncodingName'),
  notModelNames: ({ l10n }) => l10n.t('is not a list of model names'),
  notModels: ({ l10n }) => l10n.t('is neither a list of models nor an object from ids to models'),
  notOverrides: ({ l10n }) => l10n.t('is not an object from model ids to rates'),
  existingModel: ({ l10n }) =>
    l10n.t('is the id of another model; set its rates in apiSpend.pricing.overrides instead'),
  unknownModel: ({ l10n }) => l10n.t('is not a model of the price table'),
  ambiguousModel: withNames(({ l10n }, names) =>
    l10n.t('is the name of several models, choose one of {0}', names),
  ),
  overriddenTwice: withNames(({ l10n }, names) => l10n.t('overrides {0} a second time', names)),
  usedTwice: ({ l10n }) => l10n.t('is used twice'),
  notOfProvider: ({ l10n }) => l10n.t('is not a model of the provider'),
  unknownEncoding: withNames(({ l10n }, names) => l10n.t('is not one of the encodings {0}', names)),
  unknownCalibration: withNames(({ l10n }, names) =>
    l10n.t('is not one of the calibrations {0}', names),
  ),
  noCalibration: ({ l10n }) => l10n.t('is required with accuracy "estimated"'),
  uselessCalibration: ({ l10n }) => l10n.t('is only allowed with accuracy "estimated"'),
  otherBaseEncoding: ({ l10n }, { names }) =>
    l10n.t('must be {0} with the calibration {1}', names[0] ?? '', names[1] ?? ''),
  unknownSource: ({ l10n }) => l10n.t('is not a key of "sources"'),
  unknownTokenizer: ({ l10n }) => l10n.t('is not a key of "tokenizers"'),
  unknownFactors: ({ l10n }) => l10n.t('is not a key of "factorSets"'),
  unknownHolidays: ({ l10n }) => l10n.t('is not a key of "holidays"'),
  aboveOne: ({ l10n }) => l10n.t('is above 1'),
  notAfterStart: ({ l10n }) => l10n.t('is not after the start of the period'),
  notAdjacent: withNames(({ l10n }, names) =>
    l10n.t('is not the end of the previous period ({0})', names),
  ),
  tierNotAbove: ({ l10n }) => l10n.t('is not above the previous tier'),
  rateAbove: ({ l10n }, { names }) => l10n.t('is above {0} ({1})', names[0] ?? '', names[1] ?? ''),
  notCurrencyCode: isNot('notCurrencyCode'),
  notCurrencyRate: isNot('notCurrencyRate'),
  notOneForDollars: ({ l10n }) => l10n.t('must be 1 for US dollars'),
  notDiscount: ({ l10n }, { show }) =>
    l10n.t(
      'is not a factor above 0 and at most {0}, with up to {1} decimals; write 15 % off as 0.85',
      show(HIGHEST_DISCOUNT),
      PRICE_DECIMALS,
    ),
  matchesNoModel: ({ l10n }) => l10n.t('matches no model of the price table'),
};

/** Follows the name of the value. */
export function notInstant(words: Words): string {
  return isNot('notInstant')(words, NO_DETAILS);
}

/** Below the box where an address is typed. */
export function typeHttpsAddress({ l10n }: Words): string {
  return l10n.t('Type an https address, such as https://example.com/pricing.json.');
}

/** Follows the address. */
export function notHttpsAddress(words: Words): string {
  return isNot('notHttps')(words, NO_DETAILS);
}

const NO_DETAILS: Details = { names: [], expected: [], value: undefined, show: String };

/** USD per token to USD per million tokens, without floating-point error: 1e-7 gives 0.1. */
function perMillion(usdPerToken: number): number {
  return Number((usdPerToken * 1e6).toPrecision(12));
}
