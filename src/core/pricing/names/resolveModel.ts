import type { Model, MovingAlias, PriceTable } from '../table/priceTable';
import { hasPriceAt, periodAt } from '../selection/sold';
import { asSpelled, chooseProvider, isOwn, soldOrAll } from './choose';
import { isFreeOffer } from './freeOffers';
import { isAzureName, withoutAzureSpelling } from './hosts/azure';
import { isBedrockName } from './hosts/bedrock';
import { isMarkedClaude, isVertexName, withoutVertexMark } from './hosts/vertex';
import { lookUpAt } from './lookUpAt';
import { makerOf } from './makers';
import { indexOf, type NameIndex, type Named } from './nameIndex';
import { isLocal, splitPrefix } from './prefixes';
import type { AmbiguityReason, How, Resolution } from './resolution';
import { parseResource } from './resourceNames';
import { versionsAt } from './versions';

/**
 * The model that a name means at a time. The first way that leads to a model counts:
 *
 * 1. `provider/model` of the table, with an alias in place of the model or without;
 * 2. a prefix or form that names the provider (`azure_ai/gpt-4o`, `us.anthropic.…`, an ARN), and one of its models;
 * 3. the name of a model at any provider.
 *
 * A moving alias leads to what it means at that time. No way drops or changes a digit, or a suffix such as `:free`.
 */
export function resolveModel(table: PriceTable, name: string, atMs: number): Resolution {
  const index = indexOf(table);
  const wanted = name.trim();
  const exact = index.byId(wanted);
  if (exact) return settle(index, [exact], 'several', 'exact', atMs);
  return (
    resolveAtProvider(index, wanted, atMs) ??
    resolvePlain(index, wanted, atMs) ??
    resolveAzures(index, wanted, atMs) ?? { kind: kindWithoutPrice(wanted) }
  );
}

function kindWithoutPrice(wanted: string): 'local' | 'free' | 'unknown' {
  if (isLocalName(wanted)) return 'local';
  return isFreeOffer(wanted) ? 'free' : 'unknown';
}

function resolveAtProvider(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  for (const { provider, name } of providerReadings(index, wanted)) {
    const { named, reason } = lookUpAt(index, provider, name);
    if (named.length === 0) continue;
    // Weights that their maker no longer sells are those of the hosts that have them under this name.
    const hosts = index.spelled(wanted).filter((each) => each.provider !== provider);
    const areWeightsOpen = makerOf(name)?.areWeightsOpen ?? true;
    if (areWeightsOpen && hosts.length > 0 && isEnded(named, atMs)) return undefined;
    const spelled = asSpelled(named, name);
    return settle(index, spelled, reason, howRead(spelled, wanted), atMs);
  }
  return undefined;
}

interface Reading {
  readonly provider: string;
  readonly name: string;
}

/** The providers that a name may mean, with what is left of it. */
function providerReadings(index: NameIndex, wanted: string): readonly Reading[] {
  const { prefix, rest } = prefixOf(wanted);
  const providers = prefix.filter((provider) => index.providers.has(provider));
  return [
    ...providers.map((provider) => ({ provider, name: innermost(rest) })),
    ...(isAzureName(wanted) ? [{ provider: 'azure', name: wanted }] : []),
    ...(isBedrockName(wanted) ? [{ provider: 'amazon', name: wanted }] : []),
    ...(isVertexName(wanted) ? [{ provider: 'google-vertex', name: wanted }] : []),
  ];
}

function prefixOf(wanted: string): { readonly prefix: readonly string[]; readonly rest: string } {
  const resource = parseResource(wanted);
  if (resource) return { prefix: [resource.prefix], rest: resource.model };
  const split = splitPrefix(wanted);
  return { prefix: split?.providers ?? [], rest: split?.rest ?? '' };
}

/** A prefix may stand before a resource name: `fireworks_ai/accounts/fireworks/models/…`, `bedrock/arn:…`. */
function innermost(rest: string): string {
  return parseResource(rest)?.model ?? rest;
}

function resolvePlain(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const all = index.spelled(wanted);
  const isMarked = all.length === 0 && isMarkedClaude(wanted);
  const fitting = isMarked ? index.spelled(withoutVertexMark(wanted)) : all;
  if (fitting.length === 0) return resolveWeights(index, wanted, atMs);
  const { named, reason } = chooseProvider(index, fitting, wanted, atMs);
  const vendor = vendorOf(index, wanted);
  const isVendors = named.some((each) => each.provider === vendor?.provider || isOwn(each));
  if (!vendor || isVendors) {
    return settle(index, named, reason, howRead(named, wanted), atMs);
  }
  const versions = versionsAt(index, vendor.provider, vendor.name);
  if (versions.length > 0)
    return settle(index, [...versions, ...named], 'elsewhere', 'reading', atMs);
  return settle(index, named, reason, 'onlyAt', atMs);
}

/** The provider whose model a name is by its prefix, or by the makers' habits, if the table has the provider. */
function vendorOf(index: NameIndex, wanted: string): Reading | undefined {
  const { prefix, rest } = prefixOf(wanted);
  const prefixed = prefix.find((provider) => index.providers.has(provider));
  if (prefixed !== undefined) return { provider: prefixed, name: innermost(rest) };
  const maker = makerOf(wanted);
  if (!maker || !index.providers.has(maker.provider)) return undefined;
  return { provider: maker.provider, name: wanted };
}

/** A name in Azure's spelling of a model that the table has only at OpenAI: it says so. */
function resolveAzures(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const reading = providerReadings(index, wanted).find(({ provider }) => provider === 'azure');
  const name = reading?.name ?? wanted;
  if (!isAzureName(name)) return undefined;
  const openAis = index.at('openai', withoutAzureSpelling(name));
  return openAis.length > 0 ? settle(index, openAis, 'elsewhere', 'reading', atMs) : undefined;
}

/** The name of open weights, which several hosts have under other ids. */
function resolveWeights(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const named = index.withWeights(wanted);
  const hosts = named.length > 0 || wanted.includes('/') ? named : index.withWeightsCalled(wanted);
  const isShared = new Set(hosts.map(({ provider }) => provider)).size > 1;
  return isShared ? settle(index, soldOrAll(hosts, atMs), 'several', 'reading', atMs) : undefined;
}

function howRead(named: readonly Named[], wanted: string): How {
  return named.some(({ name }) => name === wanted) ? 'exact' : 'reading';
}

function isEnded(named: readonly Named[], atMs: number): boolean {
  return named.every(
    ({ target }) =>
      target.kind === 'model' && target.model.periods.every(({ toMs }) => toMs <= atMs),
  );
}

function isLocalName(wanted: string): boolean {
  const split = splitPrefix(wanted);
  return split !== undefined && isLocal(split.prefix);
}

/** What is found under the names that are left: one model, several, or one that is billed otherwise. */
function settle(
  index: NameIndex,
  named: readonly Named[],
  reason: AmbiguityReason,
  how: How,
  atMs: number,
): Resolution {
  const targets = [...new Map(named.map(({ target }) => [target.id, target])).values()];
  const [only] = targets;
  const isClear = targets.length === 1 && reason === 'several';
  if (isClear && only?.kind === 'model') return { kind: 'found', model: only.model, how };
  if (isClear && only?.kind === 'moving') return meaningOf(index, only.alias, atMs);
  const [unit, ...units] = new Set(
    targets.map((each) => (each.kind === 'otherwise' ? each.billed.unit : undefined)),
  );
  if (unit !== undefined && units.length === 0) return { kind: 'notByTokens', unit };
  const candidates = new Set(targets.flatMap((each) => modelsOf(index, each)));
  return { kind: 'ambiguous', reason, candidates: [...candidates] };
}

function modelsOf(index: NameIndex, target: Named['target']): readonly Model[] {
  switch (target.kind) {
    case 'model':
      return [target.model];
    case 'moving':
      return meantModels(index, target.alias, () => true);
    case 'otherwise':
      return [];
  }
}

/**
 * Ambiguous if it is not known which of several models the alias meant then, or if it meant none. Models that had no
 * price at that time are not meant: they had not begun, or had ended.
 */
function meaningOf(index: NameIndex, alias: MovingAlias, atMs: number): Resolution {
  const meant = meantModels(index, alias, ({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const then = meant.length > 1 ? answering(soldAt(meant, atMs), atMs) : meant;
  const [only] = then;
  if (only && then.length === 1) return { kind: 'found', model: only, how: 'moving' };
  const ever = meantModels(index, alias, () => true);
  return { kind: 'ambiguous', reason: 'several', candidates: then.length > 0 ? then : ever };
}

function soldAt(models: readonly Model[], atMs: number): readonly Model[] {
  const sold = models.filter((model) => hasPriceAt(model, atMs));
  return sold.length > 0 ? sold : models;
}

/** Without the models of which another one answers the requests. */
function answering(models: readonly Model[], atMs: number): readonly Model[] {
  return models.filter((model) => {
    const by = hasPriceAt(model, atMs) ? periodAt(model, atMs).servedBy : undefined;
    return !models.some(({ id }) => id === by?.id);
  });
}

function meantModels(
  index: NameIndex,
  { meanings }: MovingAlias,
  isMeant: (meaning: MovingAlias['meanings'][number]) => boolean,
): readonly Model[] {
  const ids = new Set(meanings.filter(isMeant).flatMap(({ modelIds }) => modelIds));
  return [...ids].flatMap((id) => index.model(id) ?? []);
}

/** The ids of the models with these names at a time. Names that mean no model, or several, are left out. */
export function idsOf(
  table: PriceTable,
  names: readonly string[],
  atMs: number,
): readonly string[] {
  return names.flatMap((name) => {
    const resolution = resolveModel(table, name, atMs);
    return resolution.kind === 'found' ? [resolution.model.id] : [];
  });
}
