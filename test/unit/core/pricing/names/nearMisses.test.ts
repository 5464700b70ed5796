import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bedrockParts } from '../../../../../src/core/pricing/names/hosts/bedrock';
import { looseNames } from '../../../../../src/core/pricing/names/hosts/looseNames';
import { withoutVertexMark } from '../../../../../src/core/pricing/names/hosts/vertex';
import { inOtherOrder } from '../../../../../src/core/pricing/names/claude/otherOrder';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { spellingKey } from '../../../../../src/core/pricing/names/spelling';
import { weightsKey } from '../../../../../src/core/pricing/names/weightsName';
import { bundledTable } from '../../../../support/priceTables';

const table = bundledTable();
const AT_MS = Date.UTC(2026, 10, 27);

/** All names in the table, with and without the provider and in the shorter forms of hosts. */
const names = [
  ...table.models.flatMap(({ provider, model, aliases }) =>
    [model]
      .concat(aliases)
      .flatMap((name) => [`${provider}/${name}`, name].concat(looseNames(provider, name))),
  ),
  ...(table.movingAliases ?? []).flatMap(({ id, name }) => [id, name]),
];
const keys = new Set(names.map(spellingKey));
/** What hosts call open weights. */
const weights = new Set(
  table.models.flatMap((model) =>
    model.weights === undefined ? [] : [weightsKey(model.model), weightsKey(model.weights)],
  ),
);

/** Whether the name is one of the table in some spelling, without the prefixes before it. */
function isByRule(name: string): boolean {
  const parts = name.split(/(?<=[/:])/);
  const rests = parts.map((_part, index) => parts.slice(index).join('').trim());
  return rests.some((rest) =>
    formsOf(rest).some(
      (each) =>
        ['', '-latest', '-preview'].some((stage) => keys.has(spellingKey(each + stage))) ||
        weights.has(weightsKey(each)),
    ),
  );
}

/** As hosts write a name, and with the version of Claude at its other place: one rule may follow the other. */
function formsOf(name: string): readonly string[] {
  const plain = [name, withoutVertexMark(name), bedrockParts(name).model];
  return [...plain, ...plain.flatMap((each) => inOtherOrder(each) ?? [])];
}

function assertNotGuessed(name: string): void {
  const { kind } = resolveModel(table, name, AT_MS);
  assert.ok(kind !== 'found' || isByRule(name), name);
}

const realName = fc.nat(names.length - 1).map((index) => names[index] ?? '');
const character = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-./:@_'.split(''));
const digit = fc.constantFrom(...'0123456789'.split(''));

/** A name with one character replaced, added or left out. */
function edited(by: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(realName, fc.nat(), by, fc.constantFrom(0, 1), fc.boolean())
    .map(([name, at, added, removed, adds]) => {
      const index = at % (name.length + 1);
      return name.slice(0, index) + (adds ? added : '') + name.slice(index + removed);
    });
}

/** A name with another number in it. */
const renumbered = fc.tuple(realName, fc.nat(), fc.nat(99)).map(([name, which, value]) => {
  const numbers = [...name.matchAll(/\d+/g)];
  const match = numbers[which % Math.max(1, numbers.length)];
  if (!match) return name;
  return name.slice(0, match.index) + String(value) + name.slice(match.index + match[0].length);
});

describe('names that are nearly right', () => {
  for (const [title, arbitrary] of [
    ['one character off', edited(character)],
    ['one digit off', edited(digit)],
    ['of another version', renumbered],
    ['random', fc.string({ maxLength: 40 })],
  ] as const) {
    it(`are not guessed: ${title}`, () => {
      fc.assert(fc.property(arbitrary, assertNotGuessed), { numRuns: 1000 });
    });
  }

  it('of versions that do not exist lead to nothing', () => {
    for (const name of [
      'gpt-5.7',
      'gpt-7',
      'openai/gpt-5.7',
      'openai:gpt-4o-2',
      'gpt-4o-2025-08-06',
      'claude-sonnet-9',
      'claude-sonnet-4.9',
      'anthropic/claude-opus-45',
      'claude-sonnet-4-6-20260217x',
      'gemini-2.6-pro',
      'gemini-25-pro',
      'grok-44',
      'mistral-large-2513',
      'deepseek-v33',
      'us.anthropic.claude-sonnet-4-5-20250930-v1:0',
      'anthropic.claude-sonnet-4-5-20250929-v9:0',
      'claude-sonnet-4-5@20250930',
      'azure/gpt-4o-2023-01-01',
    ]) {
      assert.equal(resolveModel(table, name, AT_MS).kind, 'unknown', name);
    }
  });
});
