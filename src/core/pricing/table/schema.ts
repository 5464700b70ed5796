import * as v from 'valibot';
import { factors } from './factorSchema';
import { period } from './periodSchema';
import { code } from './problem';
import { HIGHEST_RATE, holidays } from './rateSchema';
import { day, idSchema, instant, price, text, tokens } from './values';

const tokenizer = v.strictObject({
  encoding: idSchema,
  accuracy: v.picklist(['exact', 'near-exact', 'estimated'] as const),
  /** The calibration of the estimate, if the tokenizer is not public. */
  calibration: v.optional(idSchema),
  evidence: text,
  /** Known overhead of each message of a call, with the token of its role. */
  perMessageTokens: v.optional(tokens),
  /** Known overhead of the reply: its beginning. */
  perReplyTokens: v.optional(tokens),
  /** What each message that the model wrote has more, such as the name of its channel. */
  perModelMessageTokens: v.optional(tokens),
});

/** What the vendor bills for keeping an explicit cache, beside writing and reading it. */
const cacheStorage = v.strictObject({
  /** Inclusive; null: as long as the model has been sold. */
  from: v.nullable(instant),
  usdPerMillionTokenHours: v.pipe(price, v.maxValue(HIGHEST_RATE, code('aboveHighestRate'))),
  source: idSchema,
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
  /** The price of storage, each from an instant on; absent: unknown, or no explicit caches. */
  cacheStorage: v.optional(v.array(cacheStorage)),
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
  /** Nothing for a token: it is part of a subscription. */
  'subscription',
  /** The model is known, and no source tells what it costs. */
  'unknown',
] as const;

const source = v.strictObject({
  url: v.pipe(v.string(), v.regex(/^https:\/\//, code('notHttps')), v.url()),
  /** Day on which the page, or a quotation of it, was read. Absent for a package, which names no day. */
  checked: v.optional(day),
  /** The page itself was not read: others quote it, as the note says. */
  quoted: v.optional(v.boolean()),
  /** A stored copy of the page was read, which can be older than `checked`. */
  storedCopy: v.optional(v.boolean()),
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
export type SourceRow = v.InferOutput<typeof source>;
export type Tokenizer = v.InferOutput<typeof tokenizer>;
