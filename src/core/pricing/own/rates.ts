import * as v from 'valibot';
import { isPrice, PRICE_DECIMALS } from '../money';
import type { Source } from '../table/priceTable';

/** More than any vendor asks, in USD per million tokens: a price above it is a slip, such as a price per token. */
export const MAX_USER_PRICE = 10_000;

const price = v.pipe(
  v.number('is not a number'),
  v.check(isPrice, `is not a price: negative, not finite or over ${PRICE_DECIMALS} decimals`),
  v.maxValue(MAX_USER_PRICE, `is above ${MAX_USER_PRICE} USD per million tokens`),
);

/** Rates from the user's settings, USD per million tokens; at least one. */
export const userRatesSchema = v.pipe(
  v.strictObject({
    input: v.optional(price),
    cachedInput: v.optional(price),
    cacheWrite: v.optional(price),
    cacheWriteLong: v.optional(price),
    output: v.optional(price),
    reasoning: v.optional(price),
  }),
  v.check((rates) => Object.keys(rates).length > 0, 'names no rate'),
);

/** The source of prices that the user has written: no address, and no day on which they grow old. */
export const USER_SOURCE: Source = { url: '', checked: '', origin: 'user' };

/**
 * The source of a card of which the user has replaced some rates: the others keep their address and day,
 * and grow old with it.
 */
export function partlyOwn(source: Source): Source {
  return { ...source, origin: 'user' };
}

/** Whether a price is the user's own, to be marked so wherever it shows. */
export function isUsersOwn({ source }: { readonly source: Source }): boolean {
  return source.origin === 'user';
}
