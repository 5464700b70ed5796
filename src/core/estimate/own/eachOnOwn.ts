import type { Model, PriceTable } from '../../pricing/table/priceTable';
import type { TokenCount } from '../../tokens/tokenCount';
import { estimateTexts, type Estimate, type Share } from '../estimate';
import type { OwnCall } from '../modelScenario';
import { countsOnModel, itemsAt, onOwnModels, placesByModel, type ModelOfText } from './models';
import { countModels, namedModels, type Named } from './requestModels';

/** The model of each request. */
export interface OwnModels {
  readonly models: readonly Model[];
  /** The requests that name no model of the table, and have the user's; undefined: each names one. */
  readonly without: { readonly requests: number; readonly model: string } | undefined;
}

/** The model of each of some requests; undefined: they name none that the table has. */
export function modelsOfRequests(
  table: PriceTable,
  requests: readonly Named[],
  yours: Model,
  atMs: number,
): OwnModels | undefined {
  const found = namedModels(table, requests, atMs);
  if (countModels(found) === 0) return undefined;
  const without = found.filter((model) => model === undefined).length;
  return {
    models: found.map((model) => model ?? yours),
    without: without === 0 ? undefined : { requests: without, model: yours.name },
  };
}

/**
 * The texts, each on its own model, and of files of requests each request.
 *
 * @param main all of them on the user's model.
 * @param countsOn the tokens of all requests on a model.
 */
export function estimateOnOwn(
  main: Estimate,
  models: readonly ModelOfText[],
  countsOn: (model: Model) => readonly TokenCount[],
  calls: readonly OwnCall[],
): Estimate {
  const { scenario, atMs } = main;
  const shares = Array.from(placesByModel(models), ([model, places]): Share => {
    const counts = countsOnModel(model, countsOn(model), models, places);
    const estimate = estimateTexts(model, counts, scenario, atMs, itemsAt(calls, places));
    return { places, estimate };
  });
  return onOwnModels(main, shares);
}
