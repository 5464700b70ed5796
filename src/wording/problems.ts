import { MAX_RATE } from '../core/figures/currency';
import { PRICE_DECIMALS } from '../core/pricing/money';
import type { Problem } from '../core/pricing/table/problem';
import { HIGHEST_RATE, LOWEST_RATE } from '../core/pricing/table/schema';
import { showNumber } from './numbers';
import type { Words } from './words';

/** "overrides.openai/o1.input is not a number: "2"". */
export function describeProblem(words: Words, problem: Problem): string {
  const { path, value } = problem;
  const sentence = describeCode(words, problem);
  const about = path === '' ? sentence : `${path} ${sentence}`;
  return value === undefined ? about : `${about}: ${value}`;
}

/** The rest of a sentence that begins with the path of the value. */
function describeCode(words: Words, { code, names = [], value }: Problem): string {
  const { l10n } = words;
  const list = names.join(', ');
  switch (code) {
    case 'missing':
      return l10n.t('is missing');
    case 'unknownKey':
      return l10n.t('is not a known key');
    case 'notValid':
      return l10n.t('is not valid, expected {0}', list);
    case 'empty':
      return l10n.t('is empty');
    case 'notNumber':
      return l10n.t('is not a number');
    case 'notWhole':
      return l10n.t('is not a whole number');
    case 'belowOne':
      return l10n.t('is below 1');
    case 'notPrice':
      return l10n.t('is not a price of 0 or more with up to {0} decimals', PRICE_DECIMALS);
    case 'belowLowestRate': {
      const least = String(LOWEST_RATE);
      return l10n.t(
        'is below {0} US dollars per million tokens; write a price per token as {1}',
        least,
        perMillion(Number(value)),
      );
    }
    case 'aboveHighestRate': {
      const most = showNumber(words, HIGHEST_RATE);
      return l10n.t('is above {0} US dollars per million tokens', most);
    }
    case 'aboveHighestFee': {
      const most = showNumber(words, HIGHEST_RATE);
      return l10n.t('is above {0} US dollars per thousand requests', most);
    }
    case 'noRate':
      return l10n.t('has no rate');
    case 'notId':
      return l10n.t('is not an id of letters, digits and . : / _ -');
    case 'notModelId':
      return l10n.t('is not an id such as provider/model');
    case 'notInstant':
      return l10n.t('is not a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z)');
    case 'notCalendarDay':
      return l10n.t('is not a date in the calendar');
    case 'notDay':
      return l10n.t('is not a day such as 2025-01-27');
    case 'inFuture':
      return l10n.t('is in the future');
    case 'notTimeOfDay':
      return l10n.t('is not a time of day such as 16:30');
    case 'notOffset':
      return l10n.t('is not an offset from UTC such as +08:00, between -12:00 and +14:00');
    case 'notHttps':
      return l10n.t('is not an https address');
    case 'notEncodingName':
      return l10n.t('is not the name of an encoding');
    case 'notModels':
      return l10n.t('is neither a list of models nor an object from ids to models');
    case 'notOverrides':
      return l10n.t('is not an object from model ids to rates');
    case 'existingModel':
      return l10n.t(
        'is the id of another model; set its rates in apiSpend.pricing.overrides instead',
      );
    case 'unknownModel':
      return l10n.t('is not a model of the price table');
    case 'ambiguousModel':
      return l10n.t('is the name of several models, choose one of {0}', list);
    case 'overriddenTwice':
      return l10n.t('overrides {0} a second time', list);
    case 'usedTwice':
      return l10n.t('is used twice');
    case 'notOfProvider':
      return l10n.t('is not a model of the provider');
    case 'unknownEncoding':
      return l10n.t('is not one of the encodings {0}', list);
    case 'unknownCalibration':
      return l10n.t('is not one of the calibrations {0}', list);
    case 'noCalibration':
      return l10n.t('is required with accuracy "estimated"');
    case 'uselessCalibration':
      return l10n.t('is only allowed with accuracy "estimated"');
    case 'otherBaseEncoding':
      return l10n.t('must be {0} with the calibration {1}', names[0] ?? '', names[1] ?? '');
    case 'unknownSource':
      return l10n.t('is not one of the sources');
    case 'aboveOne':
      return l10n.t('is above 1');
    case 'notAfterStart':
      return l10n.t('is not after the start of the period');
    case 'notAdjacent':
      return l10n.t('is not the end of the previous period ({0})', list);
    case 'tierNotAbove':
      return l10n.t('is not above the previous tier');
    case 'rateAbove':
      return l10n.t('is above {0} ({1})', names[0] ?? '', names[1] ?? '');
    case 'notCurrencyCode':
      return l10n.t('is not a currency code such as EUR');
    case 'notCurrencyRate': {
      const most = showNumber(words, MAX_RATE);
      return l10n.t(
        'is not above 0 and at most {0}, with up to {1} decimals',
        most,
        PRICE_DECIMALS,
      );
    }
    case 'notOneForDollars':
      return l10n.t('must be 1 for US dollars');
  }
}

/** USD per token to USD per million tokens, without floating-point error: 1e-7 gives 0.1. */
function perMillion(usdPerToken: number): number {
  return Number((usdPerToken * 1e6).toPrecision(12));
}
