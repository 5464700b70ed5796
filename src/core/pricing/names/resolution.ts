import type { Model } from '../table/priceTable';
import type { BillingUnit } from '../table/schema';

/** What a name stands for on a day. */
export type Resolution =
  | Found
  /**
   * `several`: models share the name. `region`: the price of the named region is not in the table.
   * `elsewhere`: its maker does not sell it under that name, others do.
   */
  | {
      readonly kind: 'ambiguous';
      readonly reason: AmbiguityReason;
      readonly candidates: readonly Model[];
    }
  | { readonly kind: 'notByTokens'; readonly unit: BillingUnit }
  /** It runs on the user's own machine. */
  | { readonly kind: 'local' }
  /** Tuned by a customer: its maker bills it at rates of its own. */
  | { readonly kind: 'fineTuned' }
  /** A free offer: nothing is billed. */
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown' };

export interface Found {
  readonly kind: 'found';
  readonly model: Model;
  readonly how: How;
}

/** A name that leads to no model. */
export type Unresolved = Exclude<Resolution, { kind: 'found' }>;

export type AmbiguityReason = 'several' | 'region' | 'elsewhere';

/**
 * How a name led to its model. `exact`: it is an id or an alias of the table. `reading`: in another spelling, or with
 * the prefix of a library or a region. `moving`: it has this meaning on this day. `onlyAt`: the vendor whose model it
 * names does not have it, one host or gateway does.
 */
export type How = 'exact' | 'reading' | 'moving' | 'onlyAt';
