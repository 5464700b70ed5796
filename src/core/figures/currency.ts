import * as v from 'valibot';
import { parseInstant } from '../pricing/instant';
import { isPrice, PRICE_DECIMALS, unitsPerToken, type Fraction } from '../pricing/money';
import { code, schemaProblem, type Problem } from '../pricing/table/problem';

/** The currency in which amounts are shown, at the rate that the user states. */
export interface Currency {
  /** ISO 4217, such as EUR. */
  readonly code: string;
  /** Units of this currency per US dollar. */
  readonly rate: number;
  /** Day of the rate, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Above the rate of every currency; a higher one is a typing error. */
export const MAX_RATE = 1_000_000_000;

const currencySchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, code('notCurrencyCode'))),
  rate: v.pipe(
    v.number(code('notNumber')),
    v.check((rate) => isPrice(rate) && rate > 0 && rate <= MAX_RATE, code('notCurrencyRate')),
  ),
  asOf: v.pipe(
    v.string(),
    v.length(10, code('notDay')),
    v.check((day) => parseInstant(day) !== undefined, code('notDay')),
  ),
});

export interface CurrencySetting {
  /** Undefined: amounts are shown in US dollars. */
  readonly currency: Currency | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads the currency setting. Undefined unless it is complete, so that no symbol stands before an amount that was not
 * converted.
 */
export function parseCurrency(setting: unknown): CurrencySetting {
  if (isUnset(setting)) return { currency: undefined, problems: [] };
  const parsed = v.safeParse(currencySchema, setting, { abortPipeEarly: true });
  if (!parsed.success)
    return {
      currency: undefined,
      problems: parsed.issues.map((issue) => schemaProblem(issue, currencySchema)),
    };
  const { code: currencyCode, rate } = parsed.output;
  if (currencyCode !== 'USD') return { currency: parsed.output, problems: [] };
  const problems =
    rate === 1 ? [] : [{ path: 'rate', code: 'notOneForDollars' as const, value: String(rate) }];
  return { currency: undefined, problems };
}

function isUnset(setting: unknown): boolean {
  return (
    setting === undefined ||
    setting === null ||
    (typeof setting === 'object' && Object.keys(setting).length === 0)
  );
}

/** The rate as an exact factor: 0.93 is 930,000,000 / 1,000,000,000. */
export function rateFraction({ rate }: Currency): Fraction {
  return { numerator: unitsPerToken(rate), denominator: 10n ** BigInt(PRICE_DECIMALS) };
}
