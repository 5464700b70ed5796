import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TierRow } from '../../../src/core/pricing/table/rateSchema';
import { packageFolder } from './packages';
import { kindAndRates, rateOf, ratesFrom, tokensOf, type PriceSource, type SourceRow } from './row';

/** Rates in USD per million tokens; 0 is free or unknown. */
interface Cost {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly tiers?: readonly (Omit<Cost, 'tiers'> & { readonly inputTokensAbove: number })[];
  /** How pi-catalog has the one tier that it knows. */
  readonly longContext?: Omit<Cost, 'tiers'> & {
    readonly inputThreshold: number;
    readonly inputThresholdInclusive?: boolean;
  };
}

/** A model of pi-ai and of pi-catalog, whose format is the same. */
export interface PiModel {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
  readonly cost?: Cost;
  readonly contextWindow?: number | null;
  readonly maxTokens?: number | null;
}

/** `@earendil-works/pi-ai`: models.dev and the lists of gateways, in a file for each provider. */
export function readPiAi(day: string): PriceSource {
  const folder = join(packageFolder('@earendil-works/pi-ai'), 'dist/providers/data');
  const files = new Set(readdirSync(folder));
  return {
    id: 'pi-ai',
    day,
    lineage: 'models.dev',
    isDated: false,
    isPartial: false,
    rows(provider) {
      if (!files.has(`${provider}.json`)) return [];
      const apis = JSON.parse(readFileSync(join(folder, `${provider}.json`), 'utf8')) as Record<
        string,
        Record<string, PiModel>
      >;
      return Object.values(apis).flatMap((models) => Object.values(models).flatMap(readPiModel));
    },
  };
}

/** No row for a model without a price, and for classifiers and image models. */
export function readPiModel({ id, name, type = 'chat', cost, ...limits }: PiModel): SourceRow[] {
  if (type !== 'chat' || !cost) return [];
  const found = kindAndRates(id, readCost(cost));
  if (!found) return [];
  const { kind, rates } = found;
  const tiers = readTiers(id, cost);
  return [
    {
      id,
      name,
      kind,
      periods: [{ from: null, to: null, usdPerMillionTokens: rates, ...(tiers && { tiers }) }],
      contextWindowTokens: tokensOf(limits.contextWindow),
      maxOutputTokens: tokensOf(limits.maxTokens),
      aliases: [],
      ends: undefined,
    },
  ];
}

function readCost({ input, output, cacheRead, cacheWrite }: Cost): TierRow['usdPerMillionTokens'] {
  return ratesFrom({
    input: rateOf(input),
    cachedInput: rateOf(cacheRead),
    cacheWrite: rateOf(cacheWrite),
    output: rateOf(output),
  });
}

function readTiers(id: string, { tiers = [], longContext }: Cost): TierRow[] | undefined {
  if (longContext) {
    const { inputThreshold, inputThresholdInclusive = false } = longContext;
    const fromPromptTokens = inputThresholdInclusive ? inputThreshold : inputThreshold + 1;
    return [{ fromPromptTokens, usdPerMillionTokens: readCost(longContext) }];
  }
  if (tiers.length === 0) return undefined;
  return tiers
    .toSorted((a, b) => a.inputTokensAbove - b.inputTokensAbove)
    .map((tier) => ({
      fromPromptTokens: firstTokens(id, tier.inputTokensAbove),
      usdPerMillionTokens: readCost(tier),
    }));
}

/** The shortest prompt of a tier above a number of tokens. xAI's long context begins with 200,000 tokens, everybody else's above a number. */
export function firstTokens(id: string, above: number): number {
  return /grok/i.test(id) && above === 200_000 ? above : above + 1;
}
