import * as v from 'valibot';
import { code } from '../table/problem';
import type { Source } from '../table/priceTable';
import { ratesSchema } from '../table/schema';

/** Rates from the user's settings, USD per million tokens; at least one. */
export const userRatesSchema = v.pipe(
  ratesSchema,
  v.check((rates) => Object.keys(rates).length > 0, code('noRate')),
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
