import type { Model, PriceTable } from '../table/priceTable';
import { withoutModes } from './modes';
import { byRates, groupByWeights } from './hosts';
import { isPast, mayNotHaveBeenSold } from './past';
import { isSold, periodAt } from './sold';
import { undated } from './undated';

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
 * weights that no vendor has ever sold but several hosts do, the cheapest host. Left out are other hosts and gateways,
 * models that are not yet, no longer, or perhaps no longer sold, names that another model answers, dated ids beside the
 * undated one, modes of a model beside it, models without a price, embeddings and rerankers. In the past, models without
 * a first day are left out that no source had seen by then.
 *
 * Worked examples: gpt-4o of OpenAI is shown, and gpt-4o-2024-08-06 and gpt-4o at Azure are not; Llama 3.3 70B, which
 * Meta does not sell, is shown once, at the host with the lowest rates; MiniMax M2, which MiniMax sold until it had a
 * newer one, is not shown, though hosts still sell it.
 *
 * @param keptIds models that are shown in any case: the user's, the pinned and the recent ones.
 */
export function currentSelection(
  table: PriceTable,
  atMs: number,
  keptIds: readonly string[],
): Selection {
  const isThen = isPast(table, atMs);
  const current = table.models.filter(
    (model) => isOffered(model, atMs) && !(isThen && mayNotHaveBeenSold(model, atMs)),
  );
  const shown = new Set([...keptIds, ...idsOfCurrent(current, makersWeights(table), atMs)]);
  const models = table.models.filter(({ id }) => shown.has(id));
  return { models, more: table.models.length - models.length };
}

function idsOfCurrent(
  current: readonly Model[],
  makers: ReadonlySet<string>,
  atMs: number,
): readonly string[] {
  const vendors = current.filter(({ providerKind }) => providerKind === 'vendor');
  const ids = new Set(vendors.map(({ id }) => id));
  const hosted = current.filter(
    ({ providerKind, weights }) =>
      providerKind === 'host' && weights !== undefined && !makers.has(undated(weights)),
  );
  const cheapest = [...groupByWeights(hosted).values()].flatMap((models) => {
    const hosts = new Set(models.map(({ provider }) => provider));
    return hosts.size < FEWEST_HOSTS ? [] : models.toSorted(byRates(atMs)).slice(0, 1);
  });
  const plain = vendors.filter(({ id }) => undated(id) === id || !ids.has(undated(id)));
  return [...withoutModes(plain, atMs), ...cheapest].map(({ id }) => id);
}

/** The weights that their makers sell or sold, without days: what a maker has given up is no current model. */
function makersWeights({ models }: PriceTable): ReadonlySet<string> {
  return new Set(
    models.flatMap(({ providerKind, weights }) =>
      providerKind === 'vendor' && weights !== undefined ? [undated(weights)] : [],
    ),
  );
}

function isOffered(model: Model, atMs: number): boolean {
  if (model.kind !== 'text' || !isSold(model, atMs)) return false;
  const { servedBy, unknownFees } = periodAt(model, atMs);
  return !servedBy && unknownFees.length === 0;
}
