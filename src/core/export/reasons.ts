import type { NoPriceReason } from '../estimate/estimate';

/** Plain English for each reason why a model has no price; the editor translates these sentences. */
export const NO_PRICE_SENTENCES: Readonly<Record<NoPriceReason, string>> = {
  notYetSold:
    'No price: the model was not sold yet at that time, or its price is not known for it.',
  noBatch: 'No price: the price table knows no batch discount for the model.',
  noServiceTier: 'No price: the price table does not know this service tier for the model.',
  noRegional: 'No price: the price table knows no regional processing for the model.',
  batchHasNoTiers: 'No price: a batch cannot be asked for in another service tier.',
  noInputRate: 'No price: the price table has no rate for input.',
  noCachedInputRate: 'No price: the price table has no rate for cached input.',
  noCacheWriteRate: 'No price: the price table has no rate for writing to the cache.',
  noOutputRate: 'No price: the price table has no rate for output.',
};
