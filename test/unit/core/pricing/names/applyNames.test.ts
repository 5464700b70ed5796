import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyNames,
  withMovingAliases,
  type NamesFile,
} from '../../../../../scripts/pricing/names/applyNames';
import { isSameModel } from '../../../../../scripts/pricing/names/sameModel';
import { otherUnit } from '../../../../../scripts/pricing/wide/skipped';
import type { WideHand } from '../../../../../scripts/pricing/wide/wideHand';
import type { HandFile } from '../../../../../scripts/pricing/handFile';
import type { PriceTableFile } from '../../../../../src/core/pricing/table/schema';
import { bundledTable, projectRoot, tableFile } from '../../../../support/priceTables';

const hand = {
  sources: {},
  tokenizers: {},
  factorSets: {},
  providers: [{ id: 'acme', name: 'Acme', tokenizer: 't', models: [{ id: 'one', name: 'One' }] }],
} as unknown as HandFile;

function aliasesOf(same: Record<string, string[]>, aliases: string[]): readonly string[] {
  const file = tableFile({ aliases }) as PriceTableFile;
  const named = applyNames(file, { sources: {}, providers: { acme: { same } } }, hand);
  return named.providers[0]?.models[0]?.aliases ?? [];
}

describe('the names in the price table', () => {
  it('stay where they differ from an id in day, region, maker, spelling or order of words', () => {
    for (const [id, name] of [
      ['gpt-5.5', 'gpt-5.5-2026-04-23'],
      ['anthropic.claude-opus-4-5-20251101-v1:0', 'us.anthropic.claude-opus-4-5-20251101-v1:0'],
      ['claude-sonnet-4-5', 'claude-sonnet-4-5@20250929'],
      ['anthropic/claude-haiku-4.5', 'anthropic/claude-4.5-haiku-20251001'],
      ['MiniMax-M3', 'minimax-m3'],
    ] as const) {
      assert.ok(isSameModel(id, name), name);
    }
  });

  it('go where they are another model or tier at the same price', () => {
    for (const [id, name] of [
      ['mistral-medium-3-5', 'mistral-medium-3'],
      ['gpt-4o-mini', 'gpt-4o-mini-search-preview'],
      ['openai/gpt-oss-120b', 'openai/gpt-oss-safeguard-20b'],
      ['Qwen/Qwen3-32B', 'qwen/qwen3-32b-fast'],
      ['anthropic/claude-opus-4.5', 'anthropic/claude-opus-4.5:beta'],
      ['o3-mini', 'o3-mini-high'],
    ] as const) {
      assert.ok(!isSameModel(id, name), name);
    }
    assert.deepStrictEqual(aliasesOf({}, ['one-2026-01-01', 'one-mini']), ['one-2026-01-01']);
  });

  it('are added where somebody has looked them up, for models that exist', () => {
    assert.deepStrictEqual(aliasesOf({ one: ['uno'] }, []), ['uno']);
    assert.throws(() => aliasesOf({ two: ['due'] }, []), /acme has no two/);
    assert.throws(() => aliasesOf({ one: ['one'] }, []), /acme has rows of one/);
  });

  it('are of the unit that the rules for sources give them', () => {
    const read = (path: string): unknown =>
      JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
    const names = read('scripts/pricing/names/aliases.json') as NamesFile;
    const wide = read('scripts/pricing/wide/hand.json') as WideHand;
    const lists = [
      ...Object.values(names.providers).map(({ unpriced = {} }) => unpriced),
      ...Object.values(wide.notPricedByTokens),
    ];
    const stated = lists.flatMap((list) =>
      Object.entries(list).flatMap(([unit, ids]) => ids.map((id) => [id, unit] as const)),
    );
    const differing = stated.filter(([id, unit]) => (otherUnit(id) ?? unit) !== unit);
    assert.ok(stated.length > 200);
    assert.deepStrictEqual(differing, []);
  });

  it('have their meanings from one file', () => {
    const moving = [{ id: 'new', meanings: [{ from: null, to: null, models: ['one'] }] }];
    const [acme] = withMovingAliases(hand, {
      sources: {},
      providers: { acme: { moving } },
    }).providers;
    assert.deepStrictEqual(acme?.movingAliases, moving);
  });

  it('are those of one model each: no alias is the id of another one', () => {
    const { models } = bundledTable();
    const ids = new Set(models.map(({ id }) => id));
    const doubled = models.flatMap(({ provider, aliases }) =>
      aliases.map((name) => `${provider}/${name}`).filter((id) => ids.has(id)),
    );
    assert.deepStrictEqual(doubled, []);
  });
});
