import { estimateTexts, type Estimate, type Share } from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { itemsAt, onOwnModels, placesByModel } from '../../core/estimate/own/models';
import { countModels, namedModels } from '../../core/estimate/own/requestModels';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { OpenRequests } from '../counting/requestFiles';
import type { Settings } from '../settings/settings';

/** The model of each request. */
export interface OwnModels {
  readonly models: readonly Model[];
  /** The requests that name no model of the table, and have the status bar's; undefined: each names one. */
  readonly without: { readonly requests: number; readonly model: string } | undefined;
}

/** The model of each request, where they name several and the user wants them; undefined: all have the status bar's. */
export function modelsOfRequests(
  table: PriceTable,
  { fileCall }: Pick<Settings, 'fileCall'>,
  requests: OpenRequests | undefined,
  yours: Model,
  atMs: number,
): OwnModels | undefined {
  const named = fileCall?.isUsed === true ? (fileCall.requests?.modelNames ?? []) : [];
  if (!requests || requests.kind === 'training' || named.length < 2) return undefined;
  const found = namedModels(table, requests.requests, atMs);
  if (countModels(found) === 0) return undefined;
  const without = found.filter((model) => model === undefined).length;
  return {
    models: found.map((model) => model ?? yours),
    without: without === 0 ? undefined : { requests: without, model: yours.name },
  };
}

/**
 * The requests, each on its own model.
 *
 * @param main all of them on the status bar's model.
 * @param countsOn the tokens of all requests on a model.
 */
export function estimateOnOwn(
  main: Estimate,
  models: readonly Model[],
  countsOn: (model: Model) => readonly TokenCount[],
  calls: readonly OwnCall[],
): Estimate {
  const { scenario, atMs } = main;
  const shares = Array.from(placesByModel(models), ([model, places]): Share => {
    const counts = itemsAt(countsOn(model), places);
    const estimate = estimateTexts(model, counts, scenario, atMs, itemsAt(calls, places));
    return { places, estimate };
  });
  return onOwnModels(main, shares);
}
