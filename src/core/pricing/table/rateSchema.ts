import * as v from 'valibot';
import { code } from './problem';
import { day, idSchema, price, text, tokens } from './values';

/**
 * Bounds of a rate that is not free, in USD per million tokens. They detect a price per token that was written by
 * mistake: even the highest known rate, 600 for o1-pro, is 0.0006 per token. The lowest rate of the bundled table is
 * 0.0028.
 */
export const LOWEST_RATE = 0.001;
export const HIGHEST_RATE = 10_000;

const rate = v.pipe(
  v.number(code('notNumber')),
  // First, because a price per token has too many decimals as well.
  v.check((value) => value <= 0 || value >= LOWEST_RATE, code('belowLowestRate')),
  price,
  v.maxValue(HIGHEST_RATE, code('aboveHighestRate')),
  v.description('USD per million tokens; free is 0'),
);

/** An absent rate is unknown or not offered; a free one is 0. */
export const ratesSchema = v.strictObject({
  input: v.optional(rate),
  /** Input read from the vendor's cache. */
  cachedInput: v.optional(rate),
  /** Input written to the cache for the vendor's short lifetime: 5 minutes at Anthropic, 30 at OpenAI. */
  cacheWrite: v.optional(rate),
  /** Input written to the cache for the vendor's long lifetime: 1 hour at Anthropic, 12 at OpenAI. */
  cacheWriteLong: v.optional(rate),
  output: v.optional(rate),
  /** Only if reasoning is not billed as output. */
  reasoning: v.optional(rate),
});

export const tier = v.strictObject({
  /** Inclusive: "above 200k" is 200001, "from 200k on" is 200000. */
  fromPromptTokens: tokens,
  /** Without rates, what such prompts cost is unknown. */
  usdPerMillionTokens: ratesSchema,
});

const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('notTimeOfDay')));

export const timeWindow = v.strictObject({
  name: text,
  /** 1 (Monday) to 7 (Sunday) in the vendor's calendar. */
  weekdays: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    v.nonEmpty(code('empty')),
  ),
  /** Offset of the vendor's calendar from UTC. */
  calendarOffset: v.pipe(
    v.string(),
    v.regex(/^(\+(0\d|1[0-3]):[0-5]\d|\+14:00|-(0\d|1[01]):[0-5]\d|-12:00)$/, code('notOffset')),
  ),
  /** `to` is exclusive; a range whose `to` is not after its `from` runs past midnight. */
  timesUtc: v.pipe(
    v.array(v.strictObject({ from: timeOfDay, to: timeOfDay })),
    v.nonEmpty(code('empty')),
  ),
  /** A name in `holidays`: days of the vendor's calendar on which the window does not apply. */
  exceptHolidays: v.optional(idSchema),
  usdPerMillionTokens: ratesSchema,
  tiers: v.optional(v.array(tier)),
});

export const holidays = v.strictObject({
  dates: v.pipe(v.array(day), v.nonEmpty(code('empty'))),
  /** The last day of which it is known whether it is a holiday. */
  knownUntil: day,
  source: idSchema,
});

export type Rates = v.InferOutput<typeof ratesSchema>;
export type RateName = keyof Rates;
export type TierRow = v.InferOutput<typeof tier>;
export type WindowRow = v.InferOutput<typeof timeWindow>;
export type HolidaysRow = v.InferOutput<typeof holidays>;

/** All rates, in display order. */
export const RATE_NAMES: readonly RateName[] = [
  'input',
  'cachedInput',
  'cacheWrite',
  'cacheWriteLong',
  'output',
  'reasoning',
];
