import * as v from 'valibot';
import { isPrice, PRICE_DECIMALS } from './money';

/** An instant with its zone ("2025-02-26T16:30:00Z") or a day, which means its first instant in UTC. */
const instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/,
    'is not a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z)',
  ),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'is not a date of the calendar'),
);

const day = v.pipe(instant, v.length(10, 'is not a day such as 2025-01-27'));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:/-]*$/, 'is not an id'));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));
const tokens = v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(1));

/** USD per million tokens. */
const price = v.pipe(
  v.number('is not a number'),
  v.check(isPrice, `is not a price: negative, not finite or over ${PRICE_DECIMALS} decimals`),
);

/** A rate that is absent is unknown or not offered; free is written down as 0. */
const rates = v.strictObject({
  input: v.optional(price),
  cachedInput: v.optional(price),
  output: v.optional(price),
});

const tier = v.strictObject({ fromPromptTokens: tokens, usdPerMillionTokens: rates });

const period = v.strictObject({
  /** First instant at which the card holds; null: since the model has been sold. */
  from: v.nullable(instant),
  /** First instant at which it holds no more; null: it holds until further notice. */
  to: v.nullable(instant),
  source: id,
  usdPerMillionTokens: rates,
  /** Cards for prompts of at least so many tokens; each reprices the whole request. */
  tiers: v.optional(v.array(tier)),
});

const tokenizer = v.strictObject({
  encoding: id,
  accuracy: v.picklist(['exact', 'near-exact', 'estimated'] as const),
  /** Family of the estimate when the tokenizer is not public. */
  calibration: v.optional(id),
  evidence: text,
});

const model = v.strictObject({
  id,
  name: text,
  aliases: v.optional(v.array(id)),
  contextWindowTokens: v.optional(tokens),
  maxOutputTokens: v.optional(tokens),
  tokenizer,
  periods: v.pipe(v.array(period), v.nonEmpty('is empty')),
});

const source = v.strictObject({
  url: v.pipe(v.string(), v.regex(/^https:\/\//, 'is not an https address'), v.url()),
  checked: day,
  note: v.optional(text),
});

/** The format of pricing.json, as it stands in the file. */
export const priceTableSchema = v.strictObject({
  schemaVersion: v.literal(1),
  currency: v.literal('USD'),
  sources: v.record(id, source),
  providers: v.array(
    v.strictObject({ id, name: text, models: v.pipe(v.array(model), v.nonEmpty('is empty')) }),
  ),
});

export type PriceTableFile = v.InferOutput<typeof priceTableSchema>;
export type ModelRow = v.InferOutput<typeof model>;
export type PeriodRow = v.InferOutput<typeof period>;
export type Rates = v.InferOutput<typeof rates>;
export type Tokenizer = v.InferOutput<typeof tokenizer>;
