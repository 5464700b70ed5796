import * as v from 'valibot';
import { code } from '../table/problem';
import type { Model, PriceOrigin, Source } from '../table/priceTable';
import { ratesSchema } from '../table/rateSchema';

/** Who has stated an own price: the user in the settings, or the team in `.api-spend.json`. */
export type OwnOrigin = Exclude<PriceOrigin, 'table'>;

/** Rates of an own price, in USD per million tokens; at least one. */
export const ownRatesSchema = v.pipe(
  ratesSchema,
  v.check((rates) => Object.keys(rates).length > 0, code('noRate')),
);

/** The source of a price that is wholly own: no address, and no day after which it is stale. */
export function ownSource(origin: OwnOrigin): Source {
  return { name: '', url: '', checked: '', origin };
}

/** The source of a card of which some rates, or a factor on them, are own. Address and day hold for the rest. */
export function partlyOwn(source: Source, origin: OwnOrigin): Source {
  return { ...source, origin };
}

/** Whether all rates are own, so that no day of a vendor's price list applies. */
export function isWhollyOwn({ origin, url }: Source): boolean {
  return origin !== 'table' && url === '';
}

/** Whether the price is own, wholly or in part; views mark it so. */
export function isOwn({ source }: { readonly source: Source }): boolean {
  return source.origin !== 'table';
}

/** Whether the user's settings have added the model or replaced rates of it. */
export function isUsers({ periods }: Pick<Model, 'periods'>): boolean {
  return periods[0].source.origin === 'user';
}
