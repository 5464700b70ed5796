import type { MediaKind, MediaTokens } from '../../media/part';
import type { Model } from '../../pricing/table/priceTable';

/** Tokens of what is sent beside a text, on one model. */
export type BesideTokens = MediaTokens;

/** What of one call is sent beside its text: pictures, documents, sound, what a vendor adds for tools. */
export interface Beside {
  readonly kinds: readonly MediaKind[];
  /** Models of one family have the same tokens, in every call. */
  readonly familyOf: (model: Model) => string;
  readonly on: (model: Model) => BesideTokens;
}
