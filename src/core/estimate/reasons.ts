import type { NoPriceReason } from './estimate';

/** Plain English for each reason why a model has no price; the editor translates these sentences. */
export const NO_PRICE_SENTENCES: Readonly<Record<NoPriceReason, string>> = {
  notYetSold: 'No price: the model was not sold yet at that time.',
  noInputRate: 'No price: the price table has no rate for input.',
  noOutputRate: 'No price: the price table has no rate for output.',
};
