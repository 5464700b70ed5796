import * as v from 'valibot';
import { parseInstant } from '../instant';
import { isPrice } from '../money';
import { code } from './problem';

/** An instant with its zone ("2025-02-26T16:30:00Z") or a day, which means its first instant in UTC. */
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/, code('notInstant')),
  v.check((text) => parseInstant(text) !== undefined, code('notCalendarDay')),
);

const day = v.pipe(instant, v.length(10, code('notDay')));
/** Starts with a letter or digit; letters, digits and . : / _ - follow. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:/-]*$/, code('notId')));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty(code('empty')));
const tokens = v.pipe(v.number(), v.integer(code('notWhole')), v.minValue(1, code('belowOne')));

const price = v.pipe(v.number(code('notNumber')), v.check(isPrice, code('notPrice')));

/**
 * Bounds of a rate that is not free, in USD per million tokens. The lowest rate of the bundled table is 0.0028. The
 * highest known rate, o1-pro's 600, is 0.0006 as a price per token, so a price per token is below the lower bound.
 */
export const LOWEST_RATE = 0.001;
export const HIGHEST_RATE = 10_000;

const rate = v.pipe(
  v.number(code('notNumber')),
  // Before the check of decimals, of which a price per token has too many.
  v.check((value) => value <= 0 || value >= LOWEST_RATE, code('belowLowestRate')),
  price,
  v.maxValue(HIGHEST_RATE, code('aboveHighestRate')),
  v.description('USD per million tokens; free is 0'),
);

/** A rate that is absent is unknown or not offered; free is written down as 0. */
export const ratesSchema = v.strictObject({
  input: v.optional(rate),
  /** Input that is read from the vendor's cache. */
  cachedInput: v.optional(rate),
  /** Input that is written to the cache for the vendor's short time: 5 minutes at Anthropic, 30 at OpenAI. */
  cacheWrite: v.optional(rate),
  /** Input that is written to the cache for the vendor's long time: 1 hour at Anthropic, 12 at OpenAI. */
  cacheWriteLong: v.optional(rate),
  output: v.optional(rate),
  /** Only where reasoning is not billed as output. */
  reasoning: v.optional(rate),
});

const tier = v.strictObject({
  /** Inclusive: a vendor's "above 200k" is 200001, its "from 200k on" is 200000. */
  fromPromptTokens: tokens,
  usdPerMillionTokens: ratesSchema,
});

/** Hours and minutes of a day in UTC. */
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('notTimeOfDay')));

const timeWindow = v.strictObject({
  name: text,
  /** Days of the week, 1 Monday to 7 Sunday, on the calendar of `calendarOffset`. */
  weekdays: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    v.nonEmpty(code('empty')),
  ),
  /** Offset from UTC of the calendar that the weekdays belong to. */
  calendarOffset: v.pipe(
    v.string(),
    v.regex(/^(\+(0\d|1[0-3]):[0-5]\d|\+14:00|-(0\d|1[01]):[0-5]\d|-12:00)$/, code('notOffset')),
  ),
  /** Each from inclusive to exclusive; one that ends before it begins runs past midnight. */
  timesUtc: v.pipe(
    v.array(v.strictObject({ from: timeOfDay, to: timeOfDay })),
    v.nonEmpty(code('empty')),
  ),
  usdPerMillionTokens: ratesSchema,
  tiers: v.optional(v.array(tier)),
});

/** What a request of another kind costs as an exact fraction of the standard rate. */
const factor = v.strictObject({ numerator: tokens, denominator: tokens, source: idSchema });

export const FACTOR_NAMES = ['batch', 'flex', 'fast', 'priority', 'ultrafast', 'regional'] as const;

const factors = v.strictObject({
  /** Answers within a day. */
  batch: v.optional(factor),
  /** Slower answers at OpenAI and Google. */
  flex: v.optional(factor),
  /** Faster answers at OpenAI and Anthropic. */
  fast: v.optional(factor),
  /** Faster answers at Google. */
  priority: v.optional(factor),
  /** Fastest answers at OpenAI. */
  ultrafast: v.optional(factor),
  /** Processing in a region of the customer's choice. */
  regional: v.optional(factor),
});

const period = v.strictObject({
  /** First instant at which the card holds; null: since the model has been sold. */
  from: v.nullable(instant),
  /** First instant at which it holds no more; null: it holds until further notice. */
  to: v.nullable(instant),
  source: idSchema,
  usdPerMillionTokens: ratesSchema,
  /** A fee for each thousand requests, beside the tokens. */
  usdPerThousandRequests: v.optional(
    v.pipe(price, v.maxValue(HIGHEST_RATE, code('aboveHighestFee'))),
  ),
  /** Cards for prompts of at least so many tokens; each reprices the whole request. */
  tiers: v.optional(v.array(tier)),
  /** Cards for hours of the week, such as a vendor's peak hours. */
  windows: v.optional(v.array(timeWindow)),
  /** In place of the model's factors. */
  factors: v.optional(factors),
});

const tokenizer = v.strictObject({
  encoding: idSchema,
  accuracy: v.picklist(['exact', 'near-exact', 'estimated'] as const),
  /** Family of the estimate when the tokenizer is not public. */
  calibration: v.optional(idSchema),
  evidence: text,
  /** Tokens that the vendor documents to add for each message of a call. */
  perMessageTokens: v.optional(tokens),
  /** Tokens that the vendor documents to add once for the reply. */
  perReplyTokens: v.optional(tokens),
});

const model = v.strictObject({
  id: idSchema,
  name: text,
  /** Other names of the same model, such as its dated id; never a name that moves. */
  aliases: v.optional(v.array(idSchema)),
  contextWindowTokens: v.optional(tokens),
  maxOutputTokens: v.optional(tokens),
  /** Fewest tokens that the vendor caches; of a shorter prefix nothing is cached. */
  cacheMinimumTokens: v.optional(tokens),
  /** The vendor bills what it writes to its cache as plain input; else a card without a rate for it has none. */
  cacheWritesAtInputRate: v.optional(v.boolean()),
  /** Source of the day on which the last period ends. */
  endSource: v.optional(idSchema),
  tokenizer,
  factors: v.optional(factors),
  periods: v.pipe(v.array(period), v.nonEmpty(code('empty'))),
});

/** A name that a vendor has pointed at several models: it has no price of its own. */
const movingAlias = v.strictObject({
  id: idSchema,
  models: v.pipe(v.array(idSchema), v.nonEmpty(code('empty'))),
});

const source = v.strictObject({
  url: v.pipe(v.string(), v.regex(/^https:\/\//, code('notHttps')), v.url()),
  /** Day on which the source was read, or the day on which a package was published. */
  checked: day,
  note: v.optional(text),
});

const provider = v.strictObject({
  id: idSchema,
  name: text,
  /** Whether the vendor's usage report counts cached tokens inside its input tokens or beside them. */
  cachedTokens: v.optional(v.picklist(['inside', 'beside'] as const)),
  movingAliases: v.optional(v.array(movingAlias)),
  models: v.pipe(v.array(model), v.nonEmpty(code('empty'))),
});

/** The format of pricing.json, as it stands in the file. */
export const priceTableSchema = v.strictObject({
  $schema: v.optional(v.string()),
  schemaVersion: v.literal(1),
  currency: v.literal('USD'),
  /** Packages that rows were generated from, with their versions. */
  generatedFrom: v.optional(v.array(text)),
  sources: v.record(idSchema, source),
  providers: v.array(provider),
});

export type PriceTableFile = v.InferOutput<typeof priceTableSchema>;
export type ProviderRow = v.InferOutput<typeof provider>;
export type ModelRow = v.InferOutput<typeof model>;
export type PeriodRow = v.InferOutput<typeof period>;
export type TierRow = v.InferOutput<typeof tier>;
export type WindowRow = v.InferOutput<typeof timeWindow>;
export type FactorsRow = v.InferOutput<typeof factors>;
export type Rates = v.InferOutput<typeof ratesSchema>;
export type RateName = keyof Rates;
export type FactorName = (typeof FACTOR_NAMES)[number];
export type Tokenizer = v.InferOutput<typeof tokenizer>;

/** The rates of a card in the order in which they are shown. */
export const RATE_NAMES: readonly RateName[] = [
  'input',
  'cachedInput',
  'cacheWrite',
  'cacheWriteLong',
  'output',
  'reasoning',
];
