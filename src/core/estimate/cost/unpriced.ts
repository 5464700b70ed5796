import type { NoRatesReason } from '../../pricing/rates/lookup';

/** Why there is no price; `src/wording/cost.ts` has a sentence for each. */
export type NoPriceReason =
  | NoRatesReason
  | 'noInputRate'
  | 'noCachedInputRate'
  | 'noCacheWriteRate'
  | 'noOutputRate'
  | 'noLongPromptRate'
  | 'factorUnknownForRate'
  | 'serviceTierExcludesLength'
  | 'training'
  | 'noImages'
  | 'noDocuments'
  | 'noAudio'
  | 'noVideo'
  | 'noFormula';

export interface Unpriced {
  readonly kind: 'unpriced';
  readonly reason: NoPriceReason;
}
