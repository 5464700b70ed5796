import type { Rates } from '../../../src/core/pricing/table/rateSchema';

/** A price of a collection that the table is not made from. */
export interface SampleRow {
  /** As the table calls it. */
  readonly provider: string;
  readonly id: string;
  readonly rates: Rates;
  /** Of prompts above a number of tokens, if the collection has them. */
  readonly longPrompts?: { readonly fromPromptTokens: number; readonly rates: Rates };
}
