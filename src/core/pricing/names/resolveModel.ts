import type { PriceTable } from '../table/priceTable';
import { asSpelled, chooseProvider, isOwn, soldOrAll } from './choose';
import { isMakersFreeOffer } from './withoutPrice/freeOffers';
import { resolveUnpriced } from './withoutPrice/resolveUnpriced';
import { isAzureName, withoutAzureSpelling } from './hosts/azure';
import { isAmazonsOwn, isBedrockName } from './hosts/bedrock';
import { isFireworksName } from './hosts/fireworks';
import { isHostsForm } from './hosts/forms';
import { isSelfModerated } from './hosts/openRouter';
import { isMarkedClaude, isVertex, isVertexName, withoutVertexMark } from './hosts/vertex';
import { resolveMarked } from './claude/marks';
import { lookUpAt } from './lookUpAt';
import { hostsOfWeights } from './hostsOfWeights';
import { makerOf } from './makers';
import { isMakers, spelledByMaker, type Reading } from './makersSpellings';
import { indexOf, type NameIndex, type Named } from './nameIndex';
import { inOtherOrder } from './claude/otherOrder';
import { splitPrefix, withoutGateway } from './prefixes';
import type { How, Resolution } from './resolution';
import { parseResource, type Resource } from './resourceNames';
import { isWithoutPrice, settle } from './settle';
import { onlyStage, releasesAt, versionsAt } from './versions';
import { leafOf } from './weightsName';

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
  const resolve = (each: string): Resolution => resolveModel(table, each, atMs);
  return (
    resolveOffered(wanted) ??
    resolveAsWritten(index, wanted, atMs) ??
    resolveMarked(wanted, resolve) ??
    resolveUnpriced(wanted, resolve)
  );
}

/** A name that the maker of the model does not use, but others do, is in the maker's order before it is theirs. */
function resolveAsWritten(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const found = resolveWritten(index, wanted, atMs);
  const isTheirs = found?.kind === 'ambiguous' && found.reason === 'elsewhere';
  if (found && !isTheirs) return found;
  const other = inOtherOrder(wanted);
  const inOrder = other === undefined ? undefined : resolveWritten(index, other, atMs);
  if (inOrder?.kind === 'found') return { ...inOrder, how: 'reading' };
  return found ?? inOrder;
}

function resolveWritten(index: NameIndex, name: string, atMs: number): Resolution | undefined {
  const wanted = withoutGateway(name);
  const found = resolveAtProvider(index, wanted, atMs) ?? resolveElsewhere(index, wanted, atMs);
  const isShortened = wanted !== name && found?.kind === 'found' && found.how === 'exact';
  return isShortened ? { ...found, how: 'reading' } : found;
}

function resolveOffered(wanted: string): Resolution | undefined {
  return isMakersFreeOffer(wanted) ? { kind: 'free' } : undefined;
}

/** A name that says no provider, or not the one that bills it. The resource name of a cloud is nobody else's. */
function resolveElsewhere(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  if (parseResource(wanted)) return undefined;
  return (
    resolvePlain(index, wanted, atMs) ??
    resolveAzures(index, wanted, atMs) ??
    resolveReleases(index, wanted, atMs)
  );
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

/** The providers that a name may mean, with what is left of it. */
function providerReadings(index: NameIndex, wanted: string): readonly Reading[] {
  const { prefix, rest } = prefixOf(wanted);
  const providers = prefix.filter((provider) => index.providers.has(provider));
  return [
    ...providers.map((provider) => ({ provider, name: innermost(rest, provider) })),
    ...(isAzureName(wanted) ? [{ provider: 'azure', name: wanted }] : []),
    ...(isBedrockName(wanted) || isAmazonsOwn(wanted)
      ? [{ provider: 'amazon', name: wanted }]
      : []),
    ...(isFireworksName(wanted) ? [{ provider: 'fireworks', name: wanted }] : []),
    ...(isSelfModerated(wanted) ? [{ provider: 'openrouter', name: wanted }] : []),
    ...(isVertexName(wanted) ? [{ provider: 'google-vertex', name: wanted }] : []),
  ];
}

function prefixOf(wanted: string): { readonly prefix: readonly string[]; readonly rest: string } {
  const resource = parseResource(wanted);
  if (resource) return { prefix: [resource.prefix], rest: wanted };
  const split = splitPrefix(wanted);
  return { prefix: split?.providers ?? [], rest: split?.rest ?? '' };
}

/**
 * LiteLLM's mark of OpenAI's Responses API, https://docs.litellm.ai/docs/providers/openai/responses_api, and
 * Cloudflare's of its own models: cloudflare/workers-ai/@cf/….
 */
const ROUTE = /^(?:responses|workers-ai)\//;

/**
 * A prefix may stand before a resource name or a route: `fireworks_ai/accounts/…`, `bedrock/arn:…`, `azure/responses/…`.
 * The resource name of another provider stays as it is, and is no name at this one.
 */
function innermost(rest: string, provider: string): string {
  const resource = parseResource(rest);
  return resource && isProvidersResource(resource, provider)
    ? resource.model
    : rest.replace(ROUTE, '');
}

/** Google's own names stand at Vertex AI, too: vertex_ai/models/gemini-2.5-flash. */
function isProvidersResource({ prefix }: Resource, provider: string): boolean {
  return prefix === provider || (isVertex(provider) && prefix === 'google');
}

function resolvePlain(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const vendor = vendorOf(index, wanted);
  const fitting = fittingNames(index, wanted, vendor);
  if (fitting.length === 0) return resolveWeights(index, wanted, atMs);
  const isHosts = fitting.every(({ provider }) => index.isHost(provider));
  if (isHosts && isWithoutPrice(fitting)) {
    const elsewhere = resolveWeights(index, leafOf(wanted), atMs);
    if (elsewhere) return elsewhere;
  }
  const name = vendor && isMakers(vendor) ? makersWay(index, wanted, vendor) : wanted;
  const { named, reason } = chooseProvider(index, fitting, name, atMs);
  const isVendors = named.some((each) => each.provider === vendor?.provider || isOwn(each));
  if (!vendor || isVendors) {
    return settle(index, named, reason, howRead(named, wanted), atMs);
  }
  const versions = versionsAt(index, vendor.provider, vendor.name);
  const only = onlyStage(versions, vendor.name);
  if (only && !areOthersMeant(only, vendor.name, atMs))
    return settle(index, [only], 'several', 'reading', atMs);
  if (versions.length > 0)
    return settle(index, [...versions, ...named], 'elsewhere', 'reading', atMs);
  return settle(index, named, reason, 'onlyAt', atMs);
}

/** Open weights that their maker no longer sells are those of the hosts. */
function areOthersMeant(makers: Named, name: string, atMs: number): boolean {
  return (makerOf(name)?.areWeightsOpen ?? true) && isEnded([makers], atMs);
}

function fittingNames(
  index: NameIndex,
  wanted: string,
  vendor: Reading | undefined,
): readonly Named[] {
  if (!isMarkedClaude(wanted)) return spelledByMaker(index, wanted, vendor);
  const marked = index.spelled(wanted);
  return marked.length > 0 ? marked : index.spelled(withoutVertexMark(wanted));
}

/** A name that its maker does not have, with the maker's prefix: it is one of those of hosts, if only one has it so. */
function makersWay(index: NameIndex, wanted: string, { provider, name }: Reading): string {
  return index.at(provider, name).length > 0 ? wanted : `${provider}/${name}`;
}

/** The provider whose model a name is by its prefix, or by the makers' habits, if the table has the provider. */
function vendorOf(index: NameIndex, wanted: string): Reading | undefined {
  const { prefix, rest } = prefixOf(wanted);
  const prefixed = prefix.find((provider) => index.providers.has(provider));
  if (prefixed !== undefined) return { provider: prefixed, name: innermost(rest, prefixed) };
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

/** A name under which its maker has only versions and days: it asks for one of them. */
function resolveReleases(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  const vendor = vendorOf(index, wanted);
  if (!vendor || !isMakers(vendor)) return undefined;
  const releases = releasesAt(index, vendor.provider, vendor.name);
  if (releases.length === 0) return undefined;
  const only = onlyStage(releases, vendor.name);
  if (only) return settle(index, [only], 'several', 'reading', atMs);
  return settle(index, soldOrAll(releases, atMs), 'elsewhere', 'reading', atMs);
}

/** The name of open weights, which several hosts have under other ids. */
function resolveWeights(index: NameIndex, wanted: string, atMs: number): Resolution | undefined {
  if (isHostsForm(wanted)) return undefined;
  const vendor = vendorOf(index, wanted);
  const plain = vendor && isMakers(vendor) ? vendor.name : wanted;
  const hosts = soldOrAll(hostsOfWeights(index, plain), atMs);
  if (hosts.length === 0) return undefined;
  const isShared = new Set(hosts.map(({ provider }) => provider)).size > 1;
  // The table has one host; others may run open weights as well, so it asks all the same.
  const reason = isShared ? 'several' : 'elsewhere';
  return settle(index, hosts, reason, 'reading', atMs);
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
