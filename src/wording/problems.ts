import { MAX_RATE } from '../core/figures/currency';
import { PRICE_DECIMALS } from '../core/pricing/money';
import { HIGHEST_DISCOUNT } from '../core/pricing/own/discounts';
import type { Problem, ProblemCode } from '../core/pricing/table/problem';
import { HIGHEST_RATE, LOWEST_RATE } from '../core/pricing/table/rateSchema';
import { showNumber } from './numbers';
import type { Words } from './words';

/** "overrides.openai/o1.input is not a number: "2"". */
export function describeProblem(words: Words, problem: Problem): string {
  const { path, code, names = [], value } = problem;
  const show = (number: number): string => showNumber(words, number);
  const sentence = SENTENCES[code](words, { names, value, show });
  const about = path === '' ? sentence : `${path} ${sentence}`;
  return value === undefined ? about : `${about}: ${value}`;
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

interface Details {
  readonly names: readonly string[];
  readonly value: string | undefined;
  readonly show: (number: number) => string;
}

type Sentence = (words: Words, details: Details) => string;

/** The rest of a sentence that begins with the path of the value. */
const SENTENCES: Readonly<Record<ProblemCode, Sentence>> = {
  missing: ({ l10n }) => l10n.t('is missing'),
  unknownKey: ({ l10n }) => l10n.t('is not a known key'),
  notValid: ({ l10n }) => l10n.t('is not valid'),
  notText: ({ l10n }) => l10n.t('is not text'),
  notFlag: ({ l10n }) => l10n.t('is not true or false'),
  notList: ({ l10n }) => l10n.t('is not a list'),
  notObject: ({ l10n }) => l10n.t('is not an object'),
  notOneOf: ({ l10n }, { names: [first = '', ...others] }) =>
    others.length === 0
      ? l10n.t('is not {0}', first)
      : l10n.t('is not one of {0}', [first, ...others].join(', ')),
  below: ({ l10n }, { names, show }) => l10n.t('is below {0}', show(Number(names[0]))),
  above: ({ l10n }, { names, show }) => l10n.t('is above {0}', show(Number(names[0]))),
  tooLong: ({ l10n }, { names, show }) =>
    l10n.t('has more than {0} characters', show(Number(names[0]))),
  empty: ({ l10n }) => l10n.t('is empty'),
  notNumber: ({ l10n }) => l10n.t('is not a number'),
  notWhole: ({ l10n }) => l10n.t('is not a whole number'),
  belowOne: ({ l10n }) => l10n.t('is below 1'),
  notPrice: ({ l10n }) =>
    l10n.t('is not a price of 0 or more with up to {0} decimals', PRICE_DECIMALS),
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
  notId: ({ l10n }) => l10n.t('is not an id of letters, digits and . : / _ @ -'),
  notModelId: ({ l10n }) => l10n.t('is not an id such as provider/model'),
  notInstant,
  notCalendarDay: ({ l10n }) => l10n.t('is not a date in the calendar'),
  notDay: ({ l10n }) => l10n.t('is not a day such as 2025-01-27'),
  inFuture: ({ l10n }) => l10n.t('is in the future'),
  notTimeOfDay: ({ l10n }) => l10n.t('is not a time of day such as 16:30'),
  notOffset: ({ l10n }) =>
    l10n.t('is not an offset from UTC such as +08:00, between -12:00 and +14:00'),
  notHttps: notHttpsAddress,
  notEncodingName: ({ l10n }) => l10n.t('is not the name of an encoding'),
  notModelNames: ({ l10n }) => l10n.t('is not a list of model names'),
  notModels: ({ l10n }) => l10n.t('is neither a list of models nor an object from ids to models'),
  notOverrides: ({ l10n }) => l10n.t('is not an object from model ids to rates'),
  existingModel: ({ l10n }) =>
    l10n.t('is the id of another model; set its rates in apiSpend.pricing.overrides instead'),
  unknownModel: ({ l10n }) => l10n.t('is not a model of the price table'),
  ambiguousModel: ({ l10n }, { names }) =>
    l10n.t('is the name of several models, choose one of {0}', names.join(', ')),
  overriddenTwice: ({ l10n }, { names }) => l10n.t('overrides {0} a second time', names.join(', ')),
  usedTwice: ({ l10n }) => l10n.t('is used twice'),
  notOfProvider: ({ l10n }) => l10n.t('is not a model of the provider'),
  unknownEncoding: ({ l10n }, { names }) =>
    l10n.t('is not one of the encodings {0}', names.join(', ')),
  unknownCalibration: ({ l10n }, { names }) =>
    l10n.t('is not one of the calibrations {0}', names.join(', ')),
  noCalibration: ({ l10n }) => l10n.t('is required with accuracy "estimated"'),
  uselessCalibration: ({ l10n }) => l10n.t('is only allowed with accuracy "estimated"'),
  otherBaseEncoding: ({ l10n }, { names }) =>
    l10n.t('must be {0} with the calibration {1}', names[0] ?? '', names[1] ?? ''),
  unknownSource: ({ l10n }) => l10n.t('is not one of the sources'),
  unknownTokenizer: ({ l10n }) => l10n.t('is not one of the tokenizers'),
  unknownFactors: ({ l10n }) => l10n.t('is not one of the sets of factors'),
  unknownHolidays: ({ l10n }) => l10n.t('is not one of the lists of holidays'),
  aboveOne: ({ l10n }) => l10n.t('is above 1'),
  notAfterStart: ({ l10n }) => l10n.t('is not after the start of the period'),
  notAdjacent: ({ l10n }, { names }) =>
    l10n.t('is not the end of the previous period ({0})', names.join(', ')),
  tierNotAbove: ({ l10n }) => l10n.t('is not above the previous tier'),
  rateAbove: ({ l10n }, { names }) => l10n.t('is above {0} ({1})', names[0] ?? '', names[1] ?? ''),
  notCurrencyCode: ({ l10n }) => l10n.t('is not a currency code such as EUR'),
  notCurrencyRate: ({ l10n }, { show }) =>
    l10n.t(
      'is not above 0 and at most {0}, with up to {1} decimals',
      show(MAX_RATE),
      PRICE_DECIMALS,
    ),
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
export function notInstant({ l10n }: Words): string {
  return l10n.t('is not a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z)');
}

/** Follows the address. */
export function notHttpsAddress({ l10n }: Words): string {
  return l10n.t('is not an https address');
}

/** USD per token to USD per million tokens, without floating-point error: 1e-7 gives 0.1. */
function perMillion(usdPerToken: number): number {
  return Number((usdPerToken * 1e6).toPrecision(12));
}
