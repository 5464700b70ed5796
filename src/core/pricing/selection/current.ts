import type { Model, PriceTable } from '../table/priceTable';
import { byRates, groupByWeights } from './hosts';
import { isSold, periodAt } from './sold';

/** The part of a price table that a comparison shows first. */
export interface Selection {
  /** In the order of the table. */
  readonly models: readonly Model[];
  /** Models of the table that it leaves out. */
  readonly more: number;
}

/** Weights that fewer hosts sell are found by a filter. */
const FEWEST_HOSTS = 3;

/**
 * What can be bought now, one row for each model and vendor: the models that vendors sell themselves and, of open
 * weights that no vendor sells but several hosts do, the cheapest host. Left out are other hosts and gateways, models
 * that are not yet, no longer, or perhaps no longer sold, names that another model answers, embeddings and rerankers.
 *
 * Worked example: gpt-4o of OpenAI is shown, and gpt-4o at Azure is not; Llama 3.3 70B, which Meta does not sell, is
 * shown once, at the host with the lowest rates.
 *
 * @param keptIds models that are shown in any case: the user's, the pinned and the recent ones.
 */
export function currentSelection(
  table: PriceTable,
  atMs: number,
  keptIds: readonly string[],
): Selection {
  const current = table.models.filter((model) => isOffered(model, atMs));
  const shown = new Set([...keptIds, ...idsOfCurrent(current, atMs)]);
  const models = table.models.filter(({ id }) => shown.has(id));
  return { models, more: table.models.length - models.length };
}

function idsOfCurrent(current: readonly Model[], atMs: number): readonly string[] {
  const vendors = current.filter(({ providerKind }) => providerKind === 'vendor');
  const sold = new Set(vendors.map(({ weights }) => weights));
  const hosted = current.filter(
    ({ providerKind, weights }) =>
      providerKind === 'host' && weights !== undefined && !sold.has(weights),
  );
  const cheapest = [...groupByWeights(hosted).values()].flatMap((models) => {
    const hosts = new Set(models.map(({ provider }) => provider));
    return hosts.size < FEWEST_HOSTS ? [] : models.toSorted(byRates(atMs)).slice(0, 1);
  });
  return [...vendors, ...cheapest].map(({ id }) => id);
}

function isOffered(model: Model, atMs: number): boolean {
  return model.kind === 'text' && isSold(model, atMs) && !periodAt(model, atMs).servedBy;
}
