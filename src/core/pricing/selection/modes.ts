import { isEqual } from '../../isEqual';
import type { Model } from '../table/priceTable';
import { periodAt } from './sold';

/**
 * What a vendor appends to the id of a model for a mode of it, perhaps with a day. Other words name other models at the
 * same price: gpt-5-codex, gpt-5.3-codex-spark, o1-preview.
 */
const MODE = /^(?:-(?:reasoning|non-reasoning|thinking|customtools|multi-agent|\d{4}))+$/;

/**
 * Without the models that are another one of the same vendor in a mode: the same weights, or the same prices, under an id
 * that goes on.
 *
 * Worked examples: grok-4.20-0309-reasoning beside grok-4.20, at its prices; kimi-k2.7-code-highspeed beside
 * kimi-k2.7-code, whose weights it runs. gpt-5-mini is another model than gpt-5, and so is claude-opus-4-1 than
 * claude-opus-4, at whatever price.
 */
export function withoutModes(models: readonly Model[], atMs: number): readonly Model[] {
  const byId = new Map(models.map((model) => [model.id.toLowerCase(), model]));
  return models.filter((model) =>
    beginningsOf(model.id.toLowerCase()).every((id) => {
      const plain = byId.get(id);
      return !plain || !isMode(model, plain, atMs);
    }),
  );
}

/** The ids that end before one of the dashes of an id. */
function beginningsOf(id: string): readonly string[] {
  return [...id.matchAll(/-/g)].map(({ index }) => id.slice(0, index));
}

function isMode(model: Model, plain: Model, atMs: number): boolean {
  if (plain.weights !== undefined && model.weights === plain.weights) return true;
  return MODE.test(model.id.slice(plain.id.length)) && isBilledAs(model, plain, atMs);
}

/** Whether both have the same prices at a time, for prompts of any length and in each hour. */
function isBilledAs(model: Model, other: Model, atMs: number): boolean {
  return isEqual(pricesOf(model, atMs), pricesOf(other, atMs));
}

function pricesOf(model: Model, atMs: number): readonly unknown[] {
  const { rates, tiers, windows, usdPerThousandRequests } = periodAt(model, atMs);
  return [rates, tiers, windows, usdPerThousandRequests];
}
