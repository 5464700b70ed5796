import { isWhollyOwn } from '../own/rates';
import { hasPriceAt } from '../selection/sold';
import { makerOf } from './makers';
import type { NameIndex, Named } from './nameIndex';
import { isKnownPrefix, splitPrefix } from './prefixes';
import { priced } from './settle';
import { spellingKey } from './spelling';
import { isHostsOwnName, weightsKey } from './weightsName';

/** The names that are left of those that fit; `elsewhere`: the maker has none of them. */
export interface Chosen {
  readonly reason: 'several' | 'elsewhere';
  readonly named: readonly Named[];
}

/**
 * Of equal names at several providers, those that a name without a provider means:
 *
 * 1. the user's own model;
 * 2. that of the maker: gpt-4o is OpenAI's, not Azure's. Open weights that their maker no longer sells are not its any
 *    more, unless the name is written as the maker writes it: deepseek-r1;
 * 3. of a model with closed weights, none: its maker has the name under no other price;
 * 4. that of the only vendor; else all: hosts of the same weights spell their name with and without capitals, and in
 *    other ways.
 *
 * One is left if the name is clear.
 */
export function chooseProvider(
  index: NameIndex,
  fitting: readonly Named[],
  name: string,
  atMs: number,
): Chosen {
  const maker = makerOf(name);
  const all = pricedOrMakers(fitting, maker?.provider);
  const own = all.filter(isOwn);
  if (targetsOf(own) === 1) return several(own);
  const makers = all.filter(({ provider }) => provider === maker?.provider);
  if (maker && !maker.areWeightsOpen) {
    if (makers.length > 0) return several(asSpelled(makers, name));
    if (index.providers.has(maker.provider)) return { reason: 'elsewhere', named: all };
  }
  if (makers.some((named) => named.name === name || isSold(named, atMs))) {
    return several(asSpelled(makers, name));
  }
  const vendors = maker ? [] : all.filter(isVendor);
  if (targetsOf(vendors) === 1) return several(vendors);
  const hosts = hostsOfWeights(index, all, name, atMs);
  if (hosts)
    return isOnlySeller(hosts, all, name) ? { reason: 'elsewhere', named: hosts } : several(hosts);
  const isOneProvider = new Set(all.map(({ provider }) => provider)).size === 1;
  return several(isOneProvider ? asSpelled(all, name) : all);
}

/** What a host sells for an unknown price is not meant where others or the maker have the name. */
function pricedOrMakers(fitting: readonly Named[], maker: string | undefined): readonly Named[] {
  const isMakers = fitting.some(({ provider }) => provider === maker);
  return isMakers ? fitting : priced(fitting);
}

/**
 * All hosts of the weights whose own name a name is, although some or one alone have an id that is spelled so:
 * `Qwen/Qwen2.5-72B-Instruct` at one, `qwen/qwen-2.5-72b-instruct` at another. A host's own name of weights, such as
 * `llama-3.1-8b-instant`, means that host.
 */
function hostsOfWeights(
  index: NameIndex,
  all: readonly Named[],
  name: string,
  atMs: number,
): readonly Named[] | undefined {
  const [first] = all;
  if (first?.target.kind !== 'model') return undefined;
  const { weights, providerKind } = first.target.model;
  if (weights === undefined || (providerKind === 'vendor' && isSold(first, atMs))) return undefined;
  if (all.some(({ target }) => target.kind !== 'model' || target.model.weights !== weights))
    return undefined;
  const hosts = index.withWeights(weights);
  if (!isNameOfWeights(name, weights, first, hosts)) return undefined;
  return soldOrAll(hosts, atMs);
}

/**
 * Whether the table has a single host of weights, which calls them otherwise, or whose id begins with the maker's name at
 * Hugging Face: `thenlper/gte-large`. Others may run them, so the program asks.
 */
function isOnlySeller(hosts: readonly Named[], spelled: readonly Named[], name: string): boolean {
  const [first] = hosts;
  if (!first || hosts.some(({ provider }) => provider !== first.provider)) return false;
  const isOthers = spelled.every(({ provider }) => provider !== first.provider);
  const head = splitPrefix(name)?.prefix;
  return isOthers || (head !== undefined && head !== first.provider && !isKnownPrefix(head));
}

/** Without the hosts that do not sell the weights at the time, unless none does. */
export function soldOrAll(hosts: readonly Named[], atMs: number): readonly Named[] {
  const sold = hosts.filter((host) => isSold(host, atMs));
  return sold.length > 0 ? sold : hosts;
}

/** Whether their maker, and not only one host, calls weights so. */
function isNameOfWeights(
  name: string,
  weights: string,
  first: Named,
  hosts: readonly Named[],
): boolean {
  const key = weightsKey(name);
  if (key === spellingKey(weights)) return true;
  // Together's and DeepInfra's -Turbo is not what the others sell.
  if (isHostsOwnName(name)) return false;
  const others = hosts.filter(({ provider }) => provider !== first.provider);
  if (others.some((other) => weightsKey(other.name) === key)) return true;
  const prefix = splitPrefix(name);
  return prefix !== undefined && !prefix.providers.includes(first.provider);
}

/** The names that are written exactly so; all if none is. */
export function asSpelled(all: readonly Named[], name: string): readonly Named[] {
  const exact = all.filter((each) => each.name === name);
  return exact.length > 0 ? exact : all;
}

function several(named: readonly Named[]): Chosen {
  return { reason: 'several', named };
}

function targetsOf(named: readonly Named[]): number {
  return new Set(named.map(({ target }) => target.id)).size;
}

/** Whether it is the user's own model, or the team's. */
export function isOwn({ target }: Named): boolean {
  return target.kind === 'model' && target.model.periods.every(({ source }) => isWhollyOwn(source));
}

export function isVendor({ target }: Named): boolean {
  return target.kind === 'model' && target.model.providerKind === 'vendor';
}

function isSold({ target }: Named, atMs: number): boolean {
  return target.kind !== 'model' || hasPriceAt(target.model, atMs);
}
