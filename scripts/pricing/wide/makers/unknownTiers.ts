import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type {
  ModelRow,
  PriceTableFile,
  ProviderRow,
} from '../../../../src/core/pricing/table/schema';
import { atDay, sameRates } from '../compareRates';
import { plainName } from '../weights';

/**
 * Notes at resellers that the price of long prompts is unknown, where the model has one at its maker and no list of the
 * reseller tells of one: a tier without rates. A list that is silent does not say that the price is the same: those of
 * Cloudflare and Bedrock have the tier of GPT-5.6 and not that of GPT-5.5, and that of GitHub Copilot lacks the one of
 * Gemini 3.1 Pro which GitHub's own table has.
 *
 * Who runs open weights at a price that is not the maker's has a list of its own, and nothing to pass on.
 *
 * Worked example: OpenAI bills GPT-5.5 at 10 / 45 from 272,001 tokens on. Cloudflare's list has 5 / 30 alone, so there
 * 272,000 tokens have a price, and 272,001 have none.
 */
export function withUnknownTiers({
  providers,
  sources,
}: Pick<PriceTableFile, 'providers' | 'sources'>): ProviderRow[] {
  const tiered = tieredModels(providers);
  return providers.map((provider) => ({
    ...provider,
    models: provider.models.map((model) => {
      const original = isResold(provider, model) ? tiered(model.id) : undefined;
      return original ? withUnknownTier(model, original, sources) : model;
    }),
  }));
}

function isResold({ kind }: ProviderRow, { hosted = false }: ModelRow): boolean {
  return kind !== undefined || hosted;
}

/**
 * Finds a model at its maker, or where no maker has it at a reseller that states its tiers. What is sold as a fast or
 * beta mode of it has its tiers, unless it is a model of its own.
 */
function tieredModels(providers: readonly ProviderRow[]): (id: string) => ModelRow | undefined {
  const copies = providers.flatMap((provider) =>
    provider.models.filter((model) => isTieredCopy(provider, model)),
  );
  const named = [...providers.flatMap(makersNames), ...copies.flatMap(namesOf)];
  // The first one of a name counts.
  const found = new Map(named.toReversed().map(([name, model]) => [keyOf(name), model]));
  return (id) => found.get(keyOf(id)) ?? found.get(keyOf(id.replace(/-(fast|beta)$/, '')));
}

type Named = readonly [name: string, model: ModelRow];

/** All names of a maker's models, those that move included if they mean one model now. */
function makersNames(provider: ProviderRow): readonly Named[] {
  const own = provider.models.filter((model) => !isResold(provider, model));
  const moving = (provider.movingAliases ?? []).flatMap(({ id, meanings }): Named[] => {
    const [target, ...others] = meanings.at(-1)?.models ?? [];
    const model = own.find((each) => each.id === target);
    return model && others.length === 0 ? [[id, model]] : [];
  });
  return [...own.flatMap(namesOf), ...moving];
}

/** Resellers leave out that a version is the first one: `meta/muse-ember` is muse-ember-1.0. */
function namesOf(model: ModelRow): readonly Named[] {
  const { id, aliases = [] } = model;
  return [id, ...aliases, id.replace(/-1\.0$/, '')].map((name) => [name, model]);
}

/** A copy of closed weights whose long prompts cost more; some lists have tiers at the same price. */
function isTieredCopy(provider: ProviderRow, model: ModelRow): boolean {
  if (model.weights !== undefined || !isResold(provider, model)) return false;
  const { tiers = [], usdPerMillionTokens } = model.periods.at(-1) ?? {};
  return tiers.some((tier) => tier.usdPerMillionTokens.input !== usdPerMillionTokens?.input);
}

/**
 * Equal for all ways to write a model: `openai.gpt-5.5` of Bedrock and `openai-gpt-55` of Venice are gpt-5.5 of
 * OpenAI.
 */
function keyOf(id: string): string {
  return plainName(id)
    .replace(/^(openai|google|xai)-(?=gpt|gemini|grok)/, '')
    .replaceAll(/[^a-z\d]/g, '');
}

function withUnknownTier(
  model: ModelRow,
  original: ModelRow,
  sources: PriceTableFile['sources'],
): ModelRow {
  const longest = model.contextWindowTokens ?? Infinity;
  // Where another model answers at the maker, the reseller may redirect to none.
  const own = original.periods.filter(({ servedBy }) => !servedBy);
  const periods = model.periods.map((period): PeriodRow => {
    const theirs = atDay(own, lastDayOf(period, sources));
    const from = theirs.tiers?.[0]?.fromPromptTokens;
    if (period.tiers || from === undefined || from > longest) return period;
    if (isOwnPrice(model, period, theirs)) return period;
    return { ...period, tiers: [{ fromPromptTokens: from, usdPerMillionTokens: {} }] };
  });
  return { ...model, periods };
}

function isOwnPrice({ weights }: ModelRow, period: PeriodRow, theirs: PeriodRow): boolean {
  return (
    weights !== undefined && !sameRates(period.usdPerMillionTokens, theirs.usdPerMillionTokens)
  );
}

/** The last day of a period that its source knew. */
function lastDayOf({ source, to }: PeriodRow, sources: PriceTableFile['sources']): string {
  const day = sources[source]?.published ?? sources[source]?.checked ?? '';
  const end = to?.slice(0, 10) ?? day;
  return end < day ? end : day;
}
