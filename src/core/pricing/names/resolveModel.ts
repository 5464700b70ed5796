import type { Model, MovingAlias, PriceTable } from '../table/priceTable';
import { asSpelled, chooseProvider } from './choose';
import { isFreeOffer } from './freeOffers';
import { isBedrockName } from './hosts/bedrock';
import { isVertexName, withoutVertexMark } from './hosts/vertex';
import { lookUpAt } from './lookUpAt';
import { makerOf } from './makers';
import { indexOf, type NameIndex, type Named } from './nameIndex';
import { isLocal, splitPrefix } from './prefixes';
import type { AmbiguityReason, How, Resolution } from './resolution';
import { parseResource } from './resourceNames';

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
    resolvePlain(index, wanted, atMs) ?? { kind: kindWithoutPrice(wanted) }
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
  const name = withoutVertexMark(wanted);
  const all = index.spelled(wanted);
  const fitting = all.length > 0 ? all : index.spelled(name);
  if (fitting.length === 0) return resolveWeights(index, wanted, atMs);
  const { named, reason } = chooseProvider(index, fitting, wanted, atMs);
  return settle(index, named, reason, howRead(named, wanted), atMs);
}

/** The name of open weights, which several hosts have under other ids. */
function resolveWeights(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const hosts = index.withWeights(wanted);
  const isShared = new Set(hosts.map(({ provider }) => provider)).size > 1;
  return isShared ? settle(index, hosts, 'several', 'reading', atMs) : undefined;
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
  return {
    kind: 'ambiguous',
    reason,
    candidates: targets.flatMap((each) => modelsOf(index, each)),
  };
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

/** Ambiguous if it is not known which of several models the alias meant then, or if it meant none. */
function meaningOf(index: NameIndex, alias: MovingAlias, atMs: number): Resolution {
  const then = meantModels(index, alias, ({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const [only] = then;
  if (only && then.length === 1) return { kind: 'found', model: only, how: 'moving' };
  const candidates = then.length > 0 ? then : meantModels(index, alias, () => true);
  return { kind: 'ambiguous', reason: 'several', candidates };
}

function meantModels(
  index: NameIndex,
  { meanings }: MovingAlias,
  isMeant: (meaning: MovingAlias['meanings'][number]) => boolean,
): readonly Model[] {
  const ids = new Set(meanings.filter(isMeant).flatMap(({ modelIds }) => modelIds));
  return [...ids].flatMap((id) => index.models.get(id) ?? []);
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
