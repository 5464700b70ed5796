import { discountOn } from './own/discounts';
import { isOwn } from './own/rates';
import { periodAt } from './selection/sold';
import type { Model, PriceTable } from './table/priceTable';
import { RATE_NAMES, type RateName, type Rates } from './table/rateSchema';

/** A rate that differs; undefined: unknown, or not offered. */
export interface RateChange {
  readonly name: RateName;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export interface PriceChange {
  readonly model: Model;
  readonly rates: readonly RateChange[];
}

/**
 * The vendor's rates of a model at a time, for prompts of any length and all hours; its last ones if it is no longer
 * sold. Undefined if it is not yet sold, or if its rates are own: those change only when their owner changes them.
 */
export function listRates(model: Model, atMs: number): Rates | undefined {
  if (atMs < model.periods[0].fromMs) return undefined;
  const period = periodAt(model, atMs);
  return isOwn(period) && discountOn(period) === undefined ? undefined : period.rates;
}

/** The rates that differ, in display order. */
export function rateChanges(before: Rates, after: Rates): readonly RateChange[] {
  return RATE_NAMES.map((name) => ({ name, before: before[name], after: after[name] })).filter(
    (rate) => rate.before !== rate.after,
  );
}

/** The models of which the vendor's rates at a time differ between two tables, in the order of the ids. */
export function changedPrices(
  before: PriceTable,
  after: PriceTable,
  ids: readonly string[],
  atMs: number,
): readonly PriceChange[] {
  const ratesIn = ({ models }: PriceTable, id: string): Rates | undefined => {
    const model = models.find((each) => each.id === id);
    return model && listRates(model, atMs);
  };
  return [...new Set(ids)].flatMap((id) => {
    const model = after.models.find((each) => each.id === id);
    const [old, now] = [ratesIn(before, id), ratesIn(after, id)];
    const rates = old && now ? rateChanges(old, now) : [];
    return model && rates.length > 0 ? [{ model, rates }] : [];
  });
}
