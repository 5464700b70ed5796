import { isWhollyOwn } from './own/rates';
import type { Period, Source } from './table/priceTable';
import { RATE_NAMES, type RateName } from './table/rateSchema';

/**
 * How a price is known: `own` from the user's settings, `vendor` read at the vendor itself, `copy` read in a stored copy
 * of the vendor's page, `agreed` equal in at least two independent sources, `single` from one source.
 */
export type Trust = 'own' | 'vendor' | 'copy' | 'agreed' | 'single';

/** A price that is partly the user's own is known as its other rates are. */
export function trustOf({ source, alsoIn }: Pick<Period, 'source' | 'alsoIn'>): Trust {
  if (isWhollyOwn(source)) return 'own';
  if (isVendorPage(source)) return source.storedCopy === true ? 'copy' : 'vendor';
  return alsoIn.length > 0 ? 'agreed' : 'single';
}

/** A page that was read; packages and quotations are second hand. */
function isVendorPage({ published, quoted = false }: Source): boolean {
  return published === undefined && !quoted;
}

/** The independent sources that have the price; none for the user's own. */
export function agreeingSources({
  source,
  alsoIn,
}: Pick<Period, 'source' | 'alsoIn'>): readonly Source[] {
  return isWhollyOwn(source) ? [] : [source, ...alsoIn];
}

/** A rate that another source gives differently, in USD per million tokens. */
export interface OtherRate {
  readonly name: RateName;
  /** The rate that prices the model; undefined: unknown. */
  readonly used: number | undefined;
  readonly other: number;
}

export interface Disagreement {
  readonly source: Source;
  /** At least one. */
  readonly rates: readonly OtherRate[];
}

/** The sources that have other rates, with the rates that differ. A source that lacks a rate does not disagree on it. */
export function disagreements({
  rates,
  disagreeing,
}: Pick<Period, 'rates' | 'disagreeing'>): readonly Disagreement[] {
  return disagreeing
    .map(({ source, rates: theirs }) => ({
      source,
      rates: RATE_NAMES.flatMap((name) => {
        const [used, other] = [rates[name], theirs[name]];
        return other === undefined || other === used ? [] : [{ name, used, other }];
      }),
    }))
    .filter((each) => each.rates.length > 0);
}
