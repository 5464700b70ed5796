import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ratesFrom, rateOf } from '../sources/row';
import type { SampleRow } from './sampleRow';

/** From a provider of the package to one of the table; others are second names, or not in the table. */
const PROVIDERS: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'google',
  xai: 'xai',
  deepseek: 'deepseek',
  perplexity: 'perplexity',
  mistral: 'mistral',
  groq: 'groq',
  cerebras: 'cerebras',
  cohere: 'cohere',
  together: 'together',
  fireworks: 'fireworks',
  openrouter: 'openrouter',
  'z-ai': 'zai',
  alibaba: 'alibaba',
  moonshotai: 'moonshot',
};

interface Pricing {
  readonly inputPer1MTokens?: number;
  readonly cacheReadPer1MTokens?: number;
  readonly outputPer1MTokens?: number;
  readonly longContextThreshold?: number;
  readonly longContextThresholdInclusive?: boolean;
  readonly longContextInputPer1MTokens?: number;
  readonly longContextCacheReadPer1MTokens?: number;
  readonly longContextOutputPer1MTokens?: number;
}

/** npm's `ai-sdk-cost-calculator`: prices of makers, some hosts and OpenRouter, with those of long prompts. */
export async function readCostCalculator(folder: string): Promise<readonly SampleRow[]> {
  const { allPricing } = (await import(pathToFileURL(join(folder, 'dist/index.mjs')).href)) as {
    allPricing: Readonly<Record<string, Readonly<Record<string, Pricing>>>>;
  };
  return Object.entries(PROVIDERS).flatMap(([name, provider]) =>
    Object.entries(allPricing[name] ?? {}).flatMap(([id, pricing]) =>
      readRow(provider, id, pricing),
    ),
  );
}

/** No row without both rates: it bills something else. */
function readRow(provider: string, id: string, pricing: Pricing): readonly SampleRow[] {
  const rates = ratesFrom({
    input: rateOf(pricing.inputPer1MTokens),
    cachedInput: rateOf(pricing.cacheReadPer1MTokens),
    output: rateOf(pricing.outputPer1MTokens),
  });
  if (rates.input === undefined || rates.output === undefined) return [];
  const longPrompts = longPromptsOf(pricing);
  return [{ provider, id, rates, ...(longPrompts && { longPrompts }) }];
}

function longPromptsOf(pricing: Pricing): SampleRow['longPrompts'] {
  const { longContextThreshold: threshold, longContextThresholdInclusive: isInclusive } = pricing;
  if (threshold === undefined) return undefined;
  return {
    fromPromptTokens: isInclusive === true ? threshold : threshold + 1,
    rates: ratesFrom({
      input: rateOf(pricing.longContextInputPer1MTokens),
      cachedInput: rateOf(pricing.longContextCacheReadPer1MTokens),
      output: rateOf(pricing.longContextOutputPer1MTokens),
    }),
  };
}
