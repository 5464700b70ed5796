import * as v from 'valibot';
import { dayOf } from './instant';
import { listRates, rateChanges, type RateChange } from './priceChange';
import { periodAt } from './selection/sold';
import { knownDay } from './staleness';
import type { Model } from './table/priceTable';
import { ratesSchema } from './table/rateSchema';
import { day } from './table/values';

const DAY_MS = 86_400_000;

/** A change is no longer news after this many days, whether or not somebody has noted it. */
const NEWS_DAYS = 7;

const seenPriceSchema = v.object({
  rates: ratesSchema,
  /** The last day on which these rates were shown, YYYY-MM-DD. */
  day,
  /** The first day on which other rates were shown. */
  otherSince: v.optional(day),
});

/** The rates of a model that its user has seen and knows. */
export type SeenPrice = v.InferOutput<typeof seenPriceSchema>;

/** A change of rates since the user saw them. Days are YYYY-MM-DD. */
export interface NewPrice {
  readonly rates: readonly RateChange[];
  readonly seenOn: string;
  /** The day from which the new rates apply, if it is known and later than `seenOn`. */
  readonly appliesFrom: string | undefined;
  /** The day on which the new rates were looked at, or published; empty if unknown. */
  readonly checkedOn: string;
}

export interface Look {
  /** What the user knows now; undefined: nothing to remember. */
  readonly seen: SeenPrice | undefined;
  readonly news: NewPrice | undefined;
}

/** Undefined if the value is no `SeenPrice`. */
export function parseSeenPrice(value: unknown): SeenPrice | undefined {
  const parsed = v.safeParse(seenPriceSchema, value);
  return parsed.success ? parsed.output : undefined;
}

/**
 * What the user knows of a model's price after it has been shown, and what is new in it. The first price that is shown
 * is not new, and equal numbers are not new wherever they come from.
 *
 * Worked example: seen at 15 USD on 2026-11-20. At 12 USD from 2026-11-22 on, it is new until the user notes it, at most
 * until 2026-11-28, if it is shown on 2026-11-22 for the first time.
 */
export function lookAtPrice(seen: SeenPrice | undefined, model: Model, atMs: number): Look {
  const rates = listRates(model, atMs);
  if (!rates) return { seen, news: undefined };
  const today = dayOf(atMs);
  const known = { rates, day: today };
  if (!seen) return { seen: known, news: undefined };
  const changes = rateChanges(seen.rates, rates);
  if (changes.length === 0) return { seen: known, news: undefined };
  // A day in the future is none: the clock has been set back.
  const otherSince = earlier(seen.otherSince ?? today, today);
  if (atMs - Date.parse(otherSince) >= NEWS_DAYS * DAY_MS) return { seen: known, news: undefined };
  const seenOn = earlier(seen.day, today);
  const { fromMs, source } = periodAt(model, atMs);
  const from = Number.isFinite(fromMs) ? dayOf(fromMs) : '';
  return {
    seen: { ...seen, otherSince },
    news: {
      rates: changes,
      seenOn,
      appliesFrom: from > seenOn ? from : undefined,
      checkedOn: knownDay(source),
    },
  };
}

/** Of two days. */
function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
