import * as v from 'valibot';
import { parseInstant } from '../instant';
import { isPrice } from '../money';
import { code } from './problem';

/** An instant in UTC ("2025-02-26T16:30:00Z"), or a day ("2025-02-26"): its first instant in UTC. */
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/, code('notInstant')),
  v.check((text) => parseInstant(text) !== undefined, code('notCalendarDay')),
);

const day = v.pipe(instant, v.length(10, code('notDay')));
/** Starts with a letter, a digit or @; letters, digits and . : / _ @ - follow. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9@][\w.:/@-]*$/, code('notId')));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty(code('empty')));
const tokens = v.pipe(v.number(), v.integer(code('notWhole')), v.minValue(1, code('belowOne')));

const price = v.pipe(v.number(code('notNumber')), v.check(isPrice, code('notPrice')));

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

const tier = v.strictObject({
  /** Inclusive: "above 200k" is 200001, "from 200k on" is 200000. */
  fromPromptTokens: tokens,
  usdPerMillionTokens: ratesSchema,
});

const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('notTimeOfDay')));

const timeWindow = v.strictObject({
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

const holidays = v.strictObject({
  dates: v.pipe(v.array(day), v.nonEmpty(code('empty'))),
  /** The last day of which it is known whether it is a holiday. */
  knownUntil: day,
  source: idSchema,
});

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

const factors = v.strictObject({
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

export const UNKNOWN_FEES = ['searches', 'citations'] as const;

const period = v.strictObject({
  /** Inclusive; null: since the model has been sold. */
  from: v.nullable(instant),
  /** Exclusive; null: until further notice. */
  to: v.nullable(instant),
  source: idSchema,
  /** Day on which this price was looked at in its source, if that is known and not the source's own day. */
  checked: v.optional(day),
  /** Independent sources that have the same price. A copy of another source is not independent. */
  alsoIn: v.optional(v.array(idSchema)),
  /** Independent sources that have another price, with it. */
  disagreeing: v.optional(
    v.array(v.strictObject({ source: idSchema, usdPerMillionTokens: ratesSchema })),
  ),
  /** The model of the same provider that answers the requests, at its own prices. */
  servedBy: v.optional(v.strictObject({ model: idSchema, source: idSchema })),
  usdPerMillionTokens: ratesSchema,
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

const tokenizer = v.strictObject({
  encoding: idSchema,
  accuracy: v.picklist(['exact', 'near-exact', 'estimated'] as const),
  /** The calibration of the estimate, if the tokenizer is not public. */
  calibration: v.optional(idSchema),
  evidence: text,
  /** Documented overhead of each message of a call. */
  perMessageTokens: v.optional(tokens),
  /** Documented overhead of the reply. */
  perReplyTokens: v.optional(tokens),
});

const model = v.strictObject({
  id: idSchema,
  name: text,
  /** Absent: a model that answers with text. The others bill no output. */
  kind: v.optional(v.picklist(['embedding', 'reranker'] satisfies ModelKind[])),
  /** A model of another vendor that this one hosts beside its own. */
  hosted: v.optional(v.boolean()),
  /** The open weights that it runs, such as llama-3.3-70b-instruct; the same name at every host. */
  weights: v.optional(idSchema),
  /** Other names of the same model, such as its dated id; not moving aliases. */
  aliases: v.optional(v.array(idSchema)),
  contextWindowTokens: v.optional(tokens),
  maxOutputTokens: v.optional(tokens),
  /** The vendor caches no prefix that is shorter. */
  cacheMinimumTokens: v.optional(tokens),
  /** Cache writes have the input rate on cards without a cache write rate; otherwise their rate is unknown. */
  cacheWritesAtInputRate: v.optional(v.boolean()),
  /** The newest list of its provider, which no longer has the model: nobody says whether it is still sold. */
  unlistedIn: v.optional(idSchema),
  /** The source of the day on which the last period ends. */
  endSource: v.optional(idSchema),
  /** A name stands in `tokenizers`. */
  tokenizer: v.union([idSchema, tokenizer]),
  /** A name stands in `factorSets`. */
  factors: v.optional(v.union([idSchema, factors])),
  periods: v.pipe(v.array(period), v.nonEmpty(code('empty'))),
});

/** A name that a vendor has pointed at several models over time. */
const movingAlias = v.strictObject({
  id: idSchema,
  /** Oldest first, adjacent as the periods of a model. Several models: it is not known which one was meant. */
  meanings: v.pipe(
    v.array(
      v.strictObject({
        from: v.nullable(instant),
        to: v.nullable(instant),
        models: v.pipe(v.array(idSchema), v.nonEmpty(code('empty'))),
      }),
    ),
    v.nonEmpty(code('empty')),
  ),
  source: v.optional(idSchema),
});

/** What a vendor bills instead of text tokens. */
export const BILLING_UNITS = [
  'picture',
  'second',
  'character',
  'page',
  'request',
  /** Tokens of audio, at another rate than those of text. */
  'audio',
] as const;

const source = v.strictObject({
  url: v.pipe(v.string(), v.regex(/^https:\/\//, code('notHttps')), v.url()),
  /** Day on which the page, or a quotation of it, was read. Absent for a package, which names no day. */
  checked: v.optional(day),
  /** The page itself was not read: others quote it, as the note says. */
  quoted: v.optional(v.boolean()),
  /** Day on which a package, or another collection of prices, was published. */
  published: v.optional(day),
  /** Version of a package. */
  version: v.optional(idSchema),
  /** Licence of a package that rows were taken from. */
  licence: v.optional(text),
  note: v.optional(text),
});

const providerEntries = {
  id: idSchema,
  name: text,
  /** Absent: it makes the models that it sells. A host runs weights of others, a gateway passes requests on. */
  kind: v.optional(v.picklist(['host', 'gateway'] as const)),
  /** Whether the input tokens in the vendor's usage report include cached tokens (`inside`) or not (`beside`). */
  cachedTokens: v.optional(v.picklist(['inside', 'beside'] as const)),
  movingAliases: v.optional(v.array(movingAlias)),
  /** Ids of models that are not priced by text tokens. */
  notPricedByTokens: v.optional(
    v.array(v.strictObject({ id: idSchema, unit: v.picklist(BILLING_UNITS) })),
  ),
};

const provider = v.strictObject({
  ...providerEntries,
  models: v.pipe(v.array(model), v.nonEmpty(code('empty'))),
});

const fileEntries = {
  $schema: v.optional(v.string()),
  schemaVersion: v.literal(2),
  currency: v.literal('USD'),
  /** Packages that rows were generated from, with their versions. */
  generatedFrom: v.optional(v.array(text)),
  sources: v.record(idSchema, source),
  /** Tokenizers that models name. */
  tokenizers: v.optional(v.record(idSchema, tokenizer)),
  /** Factors that models and periods name. */
  factorSets: v.optional(v.record(idSchema, factors)),
  /** Holidays that windows name. */
  holidays: v.optional(v.record(idSchema, holidays)),
};

/** The format of pricing.json. */
export const priceTableSchema = v.strictObject({
  ...fileEntries,
  providers: v.array(provider),
});

/** The same format in parts, which are checked one after the other. */
export const TABLE_PARTS = {
  file: v.strictObject({ ...fileEntries, providers: v.array(v.unknown()) }),
  provider: v.strictObject({
    ...providerEntries,
    models: v.pipe(v.array(v.unknown()), v.nonEmpty(code('empty'))),
  }),
  model,
};

export type PriceTableFile = v.InferOutput<typeof priceTableSchema>;
export type ProviderRow = v.InferOutput<typeof provider>;
export type ModelRow = v.InferOutput<typeof model>;
/** `text`: answers with text. */
export const MODEL_KINDS = ['text', 'embedding', 'reranker'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
export type BillingUnit = (typeof BILLING_UNITS)[number];
export type MovingAliasRow = v.InferOutput<typeof movingAlias>;
export type PeriodRow = v.InferOutput<typeof period>;
export type SourceRow = v.InferOutput<typeof source>;
export type TierRow = v.InferOutput<typeof tier>;
export type WindowRow = v.InferOutput<typeof timeWindow>;
export type HolidaysRow = v.InferOutput<typeof holidays>;
export type FactorsRow = v.InferOutput<typeof factors>;
export type Rates = v.InferOutput<typeof ratesSchema>;
export type RateName = keyof Rates;
export type FactorName = (typeof FACTOR_NAMES)[number];
export type UnknownFee = (typeof UNKNOWN_FEES)[number];
export type FactorRate = v.InferOutput<typeof factorRates>[number];
export type Tokenizer = v.InferOutput<typeof tokenizer>;

/** All rates, in display order. */
export const RATE_NAMES: readonly RateName[] = [
  'input',
  'cachedInput',
  'cacheWrite',
  'cacheWriteLong',
  'output',
  'reasoning',
];
