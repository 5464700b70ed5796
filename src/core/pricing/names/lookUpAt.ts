import { isVendor } from './choose';
import { azureNames, withoutZone } from './hosts/azure';
import { bedrockParts, otherRegions, withoutRoute } from './hosts/bedrock';
import { isHostsForm } from './hosts/forms';
import { openRouterNames } from './hosts/openRouter';
import { isVertex, vertexNames, withoutVertexMark } from './hosts/vertex';
import { hostsOfWeights } from './hostsOfWeights';
import { makerOf } from './makers';
import type { Model } from '../table/priceTable';
import type { NameIndex, Named, Target } from './nameIndex';
import { splitPrefix } from './prefixes';
import { storedAs } from './weightsName';

/** Names at one provider, or those among which the region decides. */
export interface AtProvider {
  readonly reason: 'several' | 'region';
  readonly named: readonly Named[];
}

/** A name of which the user has said which provider they mean. Empty if it has no such name. */
export function lookUpAt(index: NameIndex, provider: string, name: string): AtProvider {
  for (const each of namesAt(provider, name)) {
    const named = byName(index, provider, each);
    if (named.length > 0) return { reason: 'several', named };
  }
  const elsewhere = inOtherRegions(index, provider, name);
  if (elsewhere.length > 0) return { reason: 'region', named: elsewhere };
  return { reason: 'several', named: weightsAt(index, provider, name) };
}

function namesAt(provider: string, name: string): readonly string[] {
  if (provider === 'azure') return azureNames(name);
  if (provider === 'amazon') return [withoutRoute(name)];
  if (provider === 'openrouter') return openRouterNames(name);
  if (isVertex(provider)) return vertexNames(name);
  return [name];
}

function byName(index: NameIndex, provider: string, name: string): readonly Named[] {
  const exact = index.byId(`${provider}/${name}`);
  if (exact) return [exact];
  const spelled = index.at(provider, name);
  if (spelled.length > 0) return spelled;
  const loose = index.looselyAt(provider, name);
  return loose.length > 0 ? loose : underMakersNames(index, provider, name);
}

/**
 * A host's model under another name that its maker gives it: azure/gpt-4o-2024-11-20 where Azure's list has gpt-4o and
 * OpenAI says that both are one. A dated id that the maker bills apart is a model of its own, and is not found here.
 */
function underMakersNames(index: NameIndex, provider: string, name: string): readonly Named[] {
  const { region, model: written } = partsAt(provider, name);
  const maker = makerOf(written);
  if (!maker || maker.provider === provider) return [];
  const split = splitPrefix(written);
  const isMakers = split?.providers.includes(maker.provider) === true;
  const plain = isMakers ? split.rest : written;
  const unmarked = isVertex(provider) ? withoutVertexMark(plain) : plain;
  const models = index
    .at(maker.provider, unmarked)
    .flatMap(({ target }) => modelsMeant(index, target));
  const names = new Set(models.flatMap(({ model, aliases }) => [model].concat(aliases)));
  const found = [...names].flatMap((each) => {
    const spelled = index.at(provider, region + each);
    return spelled.length > 0 ? spelled : index.looselyAt(provider, region + each);
  });
  return asWritten(found, [plain, unmarked]);
}

/** The region of a host's name, as it stands before the model, and the rest. */
function partsAt(provider: string, name: string): ReturnType<typeof bedrockParts> {
  if (provider === 'amazon') return bedrockParts(name);
  const plain = provider === 'azure' ? withoutZone(name) : undefined;
  return plain === undefined
    ? { region: '', model: name }
    : { region: name.slice(0, -plain.length), model: plain };
}

/** A name that moves, gpt-5.6, is at a host each model that it has named. */
function modelsMeant(index: NameIndex, target: Target): readonly Model[] {
  switch (target.kind) {
    case 'model':
      return [target.model];
    case 'moving':
      return target.alias.meanings.flatMap(({ modelIds }) =>
        modelIds.flatMap((id) => index.model(id) ?? []),
      );
    case 'otherwise':
      return [];
  }
}

/**
 * Of the rows of one model at a host, with a day and without one, the one that is written:
 * vertex_ai/claude-sonnet-4-5@default is the one without a day. All if none is.
 */
function asWritten(named: readonly Named[], written: readonly string[]): readonly Named[] {
  for (const each of written) {
    const exact = named.filter(({ name }) => name === each);
    if (exact.length > 0) return exact;
  }
  return named;
}

/**
 * The models of a host with the weights that a name is, in the maker's words: groq/llama-3.3-70b. An id of another host
 * is not in them, nor are weights that are stored in another way than the name says.
 */
function weightsAt(index: NameIndex, provider: string, name: string): readonly Named[] {
  if (isHostsForm(name)) return [];
  const stored = storedAs(name);
  return hostsOfWeights(index, name).filter(
    (each) =>
      each.provider === provider &&
      !isVendor(each) &&
      (stored === '' || storedAs(each.name) === stored),
  );
}

/** The same model in regions whose price is known: that of the named one is not in the table. */
function inOtherRegions(index: NameIndex, provider: string, name: string): readonly Named[] {
  if (provider === 'amazon') {
    return otherRegions(name).flatMap((each) => byName(index, provider, each));
  }
  const plain = provider === 'azure' ? withoutZone(name) : undefined;
  return plain === undefined
    ? []
    : azureNames(plain).flatMap((each) => byName(index, provider, each));
}
