import * as v from 'valibot';
import { factors } from './factorSchema';
import { code } from './problem';
import { HIGHEST_RATE, ratesSchema, tier, timeWindow } from './rateSchema';
import { day, idSchema, instant, price } from './values';

export const UNKNOWN_FEES = ['searches', 'citations'] as const;

export const period = v.strictObject({
  /** Inclusive; null: since the model has been sold. */
  from: v.nullable(instant),
  /** Exclusive; null: until further notice. */
  to: v.nullable(instant),
  source: idSchema,
  /** Day on which this price was looked at in its source, if that is known and not the source's own day. */
  checked: v.optional(day),
  /** The first day on which a source had this price, if it may have been another one before; absent: `from` is known. */
  seen: v.optional(day),
  /** Independent sources that have the same price. A copy of another source is not independent. */
  alsoIn: v.optional(v.array(idSchema)),
  /** Independent sources that have another price, with it. */
  disagreeing: v.optional(
    v.array(v.strictObject({ source: idSchema, usdPerMillionTokens: ratesSchema })),
  ),
  /** The model of the same provider that answers the requests, at its own prices. */
  servedBy: v.optional(v.strictObject({ model: idSchema, source: idSchema })),
  usdPerMillionTokens: ratesSchema,
  /** With reasoning, the answer has its rate too. */
  answerAtReasoningRate: v.optional(v.boolean()),
  /** A fee for each thousand requests, in addition to the tokens. */
  usdPerThousandRequests: v.optional(
    v.pipe(price, v.maxValue(HIGHEST_RATE, code('aboveHighestFee'))),
  ),
  /** What the vendor bills besides, in amounts that nobody knows before the answer: without a price, then. */
  unknownFees: v.optional(v.pipe(v.array(v.picklist(UNKNOWN_FEES)), v.nonEmpty(code('empty')))),
  /** Rates for long prompts; each reprices the whole request. */
  tiers: v.optional(v.array(tier)),
  /** Rates for hours of the week, such as a vendor's peak hours. */
  windows: v.optional(v.array(timeWindow)),
  /** Replaces the model's factors; a name stands in `factorSets`. */
  factors: v.optional(v.union([idSchema, factors])),
});

export type PeriodRow = v.InferOutput<typeof period>;
export type UnknownFee = (typeof UNKNOWN_FEES)[number];
