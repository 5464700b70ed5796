import * as v from 'valibot';
import { code } from '../table/problem';
import type { Source } from '../table/priceTable';
import { ratesSchema } from '../table/schema';

/** Rates from the user's settings, in USD per million tokens; at least one. */
export const userRatesSchema = v.pipe(
  ratesSchema,
  v.check((rates) => Object.keys(rates).length > 0, code('noRate')),
);

/** The source of the user's own prices: no address, and no day after which they are stale. */
export const USER_SOURCE: Source = { url: '', checked: '', origin: 'user' };

/** The source of a card of which the user has replaced some rates. Address and day hold for the other rates. */
export function partlyOwn(source: Source): Source {
  return { ...source, origin: 'user' };
}

/** Whether all rates are the user's own, so that no day of a vendor's price list applies. */
export function isWhollyOwn({ origin, url }: Source): boolean {
  return origin === 'user' && url === '';
}

/** Whether some or all rates are the user's own; views mark them so. */
export function isUsersOwn({ source }: { readonly source: Source }): boolean {
  return source.origin === 'user';
}
