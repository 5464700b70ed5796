import { isWhollyOwn } from '../own/rates';
import { hasPriceAt } from '../selection/sold';
import { makerOf } from './makers';
import type { NameIndex, Named } from './nameIndex';
import { spellingKey } from './spelling';

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
  all: readonly Named[],
  name: string,
  atMs: number,
): Chosen {
  const own = all.filter(isOwn);
  if (targetsOf(own) === 1) return several(own);
  const maker = makerOf(name);
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
  const isOneProvider = new Set(all.map(({ provider }) => provider)).size === 1;
  if (!isOneProvider) return several(all);
  return several(hostsOfWeights(index, all, name, atMs) ?? asSpelled(all, name));
}

/**
 * All hosts of the weights whose own name a name is, although one alone has an id that is spelled so:
 * `Qwen/Qwen2.5-72B-Instruct` at one, `qwen/qwen-2.5-72b-instruct` at another. A host's own name of weights, such as
 * `llama-3.1-8b-instant`, means that host.
 */
function hostsOfWeights(
  index: NameIndex,
  [first]: readonly Named[],
  name: string,
  atMs: number,
): readonly Named[] | undefined {
  if (first?.target.kind !== 'model') return undefined;
  const { weights, providerKind } = first.target.model;
  if (providerKind === 'vendor' && isSold(first, atMs)) return undefined;
  const leaf = name.slice(name.lastIndexOf('/') + 1);
  const isOwnName = weights !== undefined && spellingKey(leaf) === spellingKey(weights);
  return isOwnName ? index.withWeights(weights) : undefined;
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

function isOwn({ target }: Named): boolean {
  return target.kind === 'model' && target.model.periods.every(({ source }) => isWhollyOwn(source));
}

function isVendor({ target }: Named): boolean {
  return target.kind === 'model' && target.model.providerKind === 'vendor';
}

function isSold({ target }: Named, atMs: number): boolean {
  return target.kind !== 'model' || hasPriceAt(target.model, atMs);
}
