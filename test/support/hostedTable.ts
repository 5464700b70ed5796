// A small price table with hosts of open weights, and a model that is no longer sold.
import type { Model, PriceTable } from '../../src/core/pricing/table/priceTable';
import { bundledModel } from './priceTables';

/** Sold until a day in the past. */
export const RETIRED_ID = 'deepseek/deepseek-r1';

/** Models that vendors sell now. */
const VENDOR_IDS = ['openai/gpt-5', 'anthropic/claude-haiku-4-5'] as const;

/** Input rates of the hosts of the same weights, in USD per million tokens. */
const HOST_RATES = { costly: 0.9, cheap: 0.1, middle: 0.5 } as const;

/** Two vendors' models, a retired one, and three hosts of `open-weights`, the dearest one first. */
export function hostedTable(): PriceTable {
  const hosts = Object.entries(HOST_RATES).map(([name, input]) => hostOf(name, input));
  return { models: [...[...VENDOR_IDS, RETIRED_ID].map(bundledModel), ...hosts] };
}

function hostOf(provider: string, input: number): Model {
  const model = bundledModel(VENDOR_IDS[0]);
  const [period] = model.periods;
  return {
    ...model,
    id: `${provider}/open-70b`,
    provider,
    model: 'open-70b',
    name: 'Open 70B',
    providerName: provider,
    providerKind: 'host',
    weights: 'open-weights',
    aliases: [],
    periods: [
      { ...period, fromMs: -Infinity, toMs: Infinity, rates: { input, output: 2 * input } },
    ],
  };
}
