import * as v from 'valibot';
import { code } from './problem';
import { idSchema, tokens } from './values';

const factorRates = v.pipe(v.array(v.picklist(['cachedInput'])), v.nonEmpty(code('empty')));

/** An exact fraction on the rates. */
const factor = v.strictObject({
  numerator: tokens,
  denominator: tokens,
  source: idSchema,
  /** Rates that it does not change. */
  exceptRates: v.optional(factorRates),
  /** Rates of which the vendor does not say whether it changes them: such tokens have no price. */
  unknownRates: v.optional(factorRates),
  /** The longest prompt for which the vendor sells it. */
  maxPromptTokens: v.optional(tokens),
});

export const FACTOR_NAMES = ['batch', 'flex', 'fast', 'ultrafast', 'regional'] as const;

export const factors = v.strictObject({
  /** Answers within 24 hours. */
  batch: v.optional(factor),
  /** Slower answers at OpenAI, Google and AWS. */
  flex: v.optional(factor),
  /** Faster answers: Fast at OpenAI and Anthropic, Priority at Google, AWS and xAI. */
  fast: v.optional(factor),
  /** Fastest answers at OpenAI. */
  ultrafast: v.optional(factor),
  /** Processing in a region of the customer's choice. */
  regional: v.optional(factor),
});

export type FactorsRow = v.InferOutput<typeof factors>;
export type FactorName = (typeof FACTOR_NAMES)[number];
export type FactorRate = v.InferOutput<typeof factorRates>[number];
