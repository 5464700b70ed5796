/**
 * Exact US dollars: `numerator / denominator` units of 1e-15 USD, denominator > 0.
 *
 * A price of 0.55 USD per million tokens is 550,000,000 units per token: prices with up to nine decimals are
 * integers, and sums of tokens × price are exact. Amounts are rounded only for display.
 */
export interface Money {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** An exact factor, such as a batch discount of 1/2. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Decimal places of one unit: 1e-15 USD. */
export const UNIT_DECIMALS = 15;

/** Decimals of a price per million tokens, so that it is a whole number of units per token. */
export const PRICE_DECIMALS = 9;

/** Rounds a price to a whole number of units per token. */
export function roundPrice(usdPerMillionTokens: number): number {
  return Number(usdPerMillionTokens.toFixed(PRICE_DECIMALS));
}

export const ZERO_MONEY: Money = { numerator: 0n, denominator: 1n };

/**
 * Units of 1e-15 USD per token, from the shortest decimal text of a price per million tokens: 0.55 gives
 * 550_000_000n.
 *
 * @throws {RangeError} if the price is negative, not finite or has more than nine decimals.
 */
export function unitsPerToken(usdPerMillionTokens: number): bigint {
  const digits = decimalDigits(usdPerMillionTokens);
  if (digits === undefined) {
    throw new RangeError(`not a price in USD per million tokens: ${usdPerMillionTokens}`);
  }
  return digits;
}

/** Whether a number can be a price: not negative, finite, at most nine decimals. */
export function isPrice(usdPerMillionTokens: number): boolean {
  return decimalDigits(usdPerMillionTokens) !== undefined;
}

/** Cache: a table has a few hundred prices, and a report reads each a thousand times. */
const knownDigits = new Map<number, bigint | undefined>();

function decimalDigits(price: number): bigint | undefined {
  if (!knownDigits.has(price)) knownDigits.set(price, readDigits(price));
  return knownDigits.get(price);
}

function readDigits(price: number): bigint | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(price));
  if (!match) return undefined;
  const [, whole = '', decimals = '', exponent = '0'] = match;
  const shift = PRICE_DECIMALS - decimals.length + Number(exponent);
  return shift < 0 ? undefined : BigInt(whole + decimals) * 10n ** BigInt(shift);
}

/**
 * A decimal number as an exact fraction, from its shortest decimal text: 0.85 is 85/100.
 *
 * @throws {RangeError} if it is negative, not finite or has more than nine decimals.
 */
export function fractionOf(decimal: number): Fraction {
  let [numerator, denominator] = [unitsPerToken(decimal), 10n ** BigInt(PRICE_DECIMALS)];
  while (numerator % 10n === 0n && denominator > 1n) {
    [numerator, denominator] = [numerator / 10n, denominator / 10n];
  }
  return { numerator, denominator };
}

/** The cost of a whole number of tokens: 1,000,000 tokens at 0.55 cost 0.55 USD. */
export function costOfTokens(tokens: number, usdPerMillionTokens: number): Money {
  return { numerator: BigInt(tokens) * unitsPerToken(usdPerMillionTokens), denominator: 1n };
}

/** The fee for a whole number of requests: 1,000 requests at 5 USD per thousand cost 5 USD. */
export function costOfRequests(requests: number, usdPerThousandRequests: number): Money {
  const unitsPerRequest = unitsPerToken(usdPerThousandRequests) * 1000n;
  return { numerator: BigInt(requests) * unitsPerRequest, denominator: 1n };
}

/**
 * An amount in USD, from its shortest decimal text: 0.05 is exactly five cents.
 *
 * @throws {RangeError} if the amount is negative, not finite or has more than nine decimals.
 */
export function moneyOfUsd(usd: number): Money {
  return costOfRequests(1000, usd);
}

export function addMoney(a: Money, b: Money): Money {
  if (a.denominator === b.denominator) {
    return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  }
  // Sums of thousands of means would have denominators of thousands of digits.
  if (a.denominator % b.denominator === 0n) return addFiner(a, b);
  if (b.denominator % a.denominator === 0n) return addFiner(b, a);
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** @param fine its denominator is a multiple of the other one. */
function addFiner({ numerator, denominator }: Money, coarse: Money): Money {
  return {
    numerator: numerator + coarse.numerator * (denominator / coarse.denominator),
    denominator,
  };
}

export function sumMoney(amounts: readonly Money[]): Money {
  return amounts.reduce(addMoney, ZERO_MONEY);
}

/** The sum of amounts that are all known; undefined if one is not. */
export function sumKnown(amounts: readonly (Money | undefined)[]): Money | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sumMoney(known) : undefined;
}

/** a - b, which may be negative. */
export function subtractMoney(a: Money, b: Money): Money {
  return addMoney(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiplyMoney(amount: Money, factor: Fraction): Money {
  return {
    numerator: amount.numerator * factor.numerator,
    denominator: amount.denominator * factor.denominator,
  };
}

/** @param times a whole number. */
export function timesMoney(amount: Money, times: number): Money {
  return multiplyMoney(amount, { numerator: BigInt(times), denominator: 1n });
}

/** @param among a whole number above 0. */
export function divideMoney(amount: Money, among: number): Money {
  return multiplyMoney(amount, { numerator: 1n, denominator: BigInt(among) });
}

/** Negative if a < b, positive if a > b, 0 if they are equal. */
export function compareMoney(a: Money, b: Money): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** More digits than a number holds. */
const RATIO_DIGITS = 18;

/**
 * a / b as precise as a number is, for display and bar lengths, so that a small part and its large inverse read alike;
 * undefined if b is zero.
 */
export function moneyRatio(a: Money, b: Money): number | undefined {
  const dividend = a.numerator * b.denominator;
  const divisor = b.numerator * a.denominator;
  if (divisor === 0n) return undefined;
  const missing = RATIO_DIGITS + digitsOf(divisor) - digitsOf(dividend);
  const exponent = Math.max(0, missing);
  return Number(`${(dividend * 10n ** BigInt(exponent)) / divisor}e-${exponent}`);
}

function digitsOf(value: bigint): number {
  return value.toString().length;
}

/**
 * The amount in USD as decimal text: "0.000012", "75", "0". Exact for every product of tokens and prices; otherwise
 * rounded half up at 15 decimals.
 */
export function moneyToDecimal(amount: Money): string {
  const units = roundHalfUp(amount.numerator, amount.denominator);
  const digits = units.toString().padStart(UNIT_DECIMALS + 1, '0');
  const decimals = digits.slice(-UNIT_DECIMALS).replace(/0+$/, '');
  const whole = digits.slice(0, -UNIT_DECIMALS);
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** numerator / denominator rounded half up to a whole number; neither may be negative. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
