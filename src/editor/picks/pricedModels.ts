import type { ConfigurationScope } from 'vscode';
import { estimateCall } from '../../core/estimate/estimate';
import { exactCount } from '../../core/tokens/tokenCount';
import { HumanError } from '../errors';
import { modelOfSetting } from '../live/modelOfSetting';
import type { PriceBook } from '../prices/book';
import { readSettings } from '../settings/settings';
import type { PricedModels } from './listing';

/** The text that orders a list where none is open, in tokens. */
const ASSUMED_TOKENS = 1000;

/** The models of a table, with the cost of a text of an assumed length. */
export async function assumedModels(
  prices: PriceBook,
  scope: ConfigurationScope | undefined,
): Promise<PricedModels> {
  const settings = readSettings(scope);
  const table = await prices.table(scope);
  const atMs = Date.now();
  const named = modelOfSetting(table, settings, atMs);
  return {
    table,
    settings,
    model: named instanceof HumanError ? undefined : named.model,
    atMs,
    isComplete: true,
    estimate: (model) => estimateCall(model, exactCount(ASSUMED_TOKENS), settings.scenario, atMs),
  };
}
