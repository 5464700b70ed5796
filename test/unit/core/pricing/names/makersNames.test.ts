import assert from 'node:assert/strict';
import { isAzureName } from '../../../../../src/core/pricing/names/hosts/azure';
import { isBedrockName } from '../../../../../src/core/pricing/names/hosts/bedrock';
import { isVertexName } from '../../../../../src/core/pricing/names/hosts/vertex';
import { makerOf } from '../../../../../src/core/pricing/names/makers';
import { hasPriceAt } from '../../../../../src/core/pricing/selection/sold';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { bundledTable } from '../../../../support/priceTables';

const table = bundledTable();
const { models, movingAliases = [], otherwiseBilled = [] } = table;
const AT_MS = Date.UTC(2026, 10, 28);

const vendors = new Set(
  models.filter(({ providerKind }) => providerKind === 'vendor').map(({ provider }) => provider),
);

/** The answer in one line; hosts in any order. */
function answer(name: string): string {
  const resolution = resolveModel(table, name, AT_MS);
  switch (resolution.kind) {
    case 'found':
      return resolution.model.id;
    case 'ambiguous':
      return `one of ${resolution.candidates
        .map(({ id }) => id)
        .toSorted()
        .join(', ')}`;
    case 'notByTokens':
      return `by ${resolution.unit}`;
    case 'local':
    case 'fineTuned':
    case 'free':
    case 'unknown':
      return resolution.kind;
  }
}

/** All names of the table without a host or a suffix, by the maker whose habits they follow. */
function namesByMaker(): ReadonlyMap<string, ReadonlySet<string>> {
  const names = [
    ...models.flatMap(({ model, aliases }) => [model].concat(aliases)),
    ...movingAliases.map(({ name }) => name),
    ...otherwiseBilled.map(({ name }) => name),
  ].map((name) => name.slice(name.lastIndexOf('/') + 1).replace(/:.*$/, ''));
  const byMaker = new Map<string, Set<string>>();
  for (const name of names) {
    const maker = makerOf(name)?.provider;
    if (maker === undefined || !vendors.has(maker) || isHosts(name)) continue;
    byMaker.set(maker, (byMaker.get(maker) ?? new Set()).add(name));
  }
  return byMaker;
}

/** Whether a name is in the form of a cloud, which no maker uses: of Bedrock, Azure, Vertex AI, Databricks, Fireworks (`glm-5p3`). */
function isHosts(name: string): boolean {
  return isBedrockName(name) || isAzureName(name) || isVertexName(name) || /\dp\d/.test(name);
}

/** Whether open weights that their maker no longer sells have this name in another spelling: `DeepSeek-R1` is what hosts run. */
function isSpelledByHosts(name: string, provider: string): boolean {
  const id = answer(`${provider}:${name}`);
  const own = models.find((model) => model.provider === provider && model.id === id);
  if (!own || hasPriceAt(own, AT_MS)) return false;
  return makerOf(name)?.areWeightsOpen === true && ![own.model].concat(own.aliases).includes(name);
}

describe('a name of a maker', () => {
  it('says the same with and without the prefix of the maker, over the whole table', () => {
    const differing: string[] = [];
    let count = 0;
    for (const [maker, names] of namesByMaker()) {
      for (const name of names) {
        count++;
        const plain = answer(name);
        for (const prefixed of [`${maker}/${name}`, `${maker}:${name}`]) {
          const other = answer(prefixed);
          if (plain === other || isSpelledByHosts(name, maker)) continue;
          differing.push(`${name}: ${plain}; ${prefixed}: ${other}`);
        }
      }
    }
    assert.ok(count > 1000, String(count));
    assert.deepStrictEqual(differing, []);
  });
});
