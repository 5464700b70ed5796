import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rates } from '../../../src/core/pricing/table/rateSchema';
import type { SampleRow } from './sampleRow';

/** From a file of model-bank to a provider of the table. */
const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: 'anthropic',
  azure: 'azure',
  bedrock: 'amazon',
  cerebras: 'cerebras',
  cloudflare: 'cloudflare',
  cohere: 'cohere',
  deepseek: 'deepseek',
  fireworksai: 'fireworks',
  githubCopilot: 'github-copilot',
  google: 'google',
  groq: 'groq',
  huggingface: 'huggingface',
  meta: 'meta',
  minimax: 'minimax',
  mistral: 'mistral',
  moonshot: 'moonshot',
  novita: 'novita',
  nvidia: 'nvidia',
  openai: 'openai',
  opencodeZen: 'opencode',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
  qwen: 'alibaba',
  stepfun: 'stepfun',
  togetherai: 'together',
  vercelaigateway: 'vercel',
  vertexai: 'google-vertex',
  xai: 'xai',
  xiaomimimo: 'xiaomi',
  zhipu: 'zai',
};

interface BankUnit {
  readonly name: string;
  readonly unit: string;
  readonly rate?: number;
  /** Shortest prompts first. */
  readonly tiers?: readonly { readonly rate: number }[];
}

interface BankModel {
  readonly id: string;
  readonly pricing?: { readonly currency?: string; readonly units?: readonly BankUnit[] };
}

/** npm's `model-bank`: a file of models for each provider. */
export async function readModelBank(folder: string): Promise<readonly SampleRow[]> {
  const rows = Object.entries(PROVIDERS).map(async ([file, provider]) => {
    const models = await readBank(folder, file);
    return models.flatMap(({ id, pricing }) => {
      const rates = ratesOf(pricing);
      return rates ? [{ provider, id, rates }] : [];
    });
  });
  return (await Promise.all(rows)).flat();
}

async function readBank(folder: string, file: string): Promise<readonly BankModel[]> {
  const path = join(folder, 'dist/aiModels', `${file}.mjs`);
  if (!existsSync(path)) return [];
  const { default: models } = (await import(pathToFileURL(path).href)) as { default: BankModel[] };
  return models;
}

/** Undefined if prices are in another currency, or not of text. */
function ratesOf({ currency = 'USD', units = [] }: NonNullable<BankModel['pricing']> = {}):
  Rates | undefined {
  const rate = (name: string): number | undefined => {
    const unit = units.find((each) => each.name === name && each.unit === 'millionTokens');
    return unit?.rate ?? unit?.tiers?.[0]?.rate;
  };
  const rates = {
    input: rate('textInput'),
    cachedInput: rate('textInput_cacheRead'),
    output: rate('textOutput'),
  };
  // 0 is a free offer there.
  if (currency !== 'USD' || !rates.input || !rates.output) return undefined;
  return Object.fromEntries(Object.entries(rates).filter(([, value]) => value !== undefined));
}
