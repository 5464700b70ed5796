import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { groupFound, rowsOf, sectionsOf } from '../../../../src/core/estimate/found';
import { isRetired, rankEstimates, type FirstModels } from '../../../../src/core/estimate/ranking';
import { modelsNamed, searchModels } from '../../../../src/core/pricing/selection/search';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledTable } from '../../../support/priceTables';

const table = bundledTable();
const AT_MS = Date.UTC(2026, 10, 27);

function found(query: string, first: FirstModels = {}, isForUse = true) {
  const { models } = searchModels(table, query, AT_MS);
  const rows = models.map((model) =>
    estimateCall(model, exactCount(1000), { outputTokens: 500 }, AT_MS),
  );
  return groupFound(rankEstimates(rows), modelsNamed(table, query), first, isForUse);
}

const idsIn = (rows: readonly { readonly model: { readonly id: string } }[]) =>
  rows.map(({ model }) => model.id);

describe('the order of what a search finds', () => {
  for (const [query, id] of [
    ['gpt-5', 'openai/gpt-5'],
    ['gpt 5', 'openai/gpt-5'],
    ['GPT-5 nano', 'openai/gpt-5-nano'],
    ['claude sonnet 4.5', 'anthropic/claude-sonnet-4-5'],
    ['openai/o1', 'openai/o1'],
    ['azure/gpt-5', 'azure/gpt-5'],
  ] as const) {
    it(`has ${id} first for "${query}"`, () => {
      assert.equal(idsIn(found(query).named)[0], id);
    });
  }

  it('has hosts of the same name next, and all others by cost, vendors or not', () => {
    const { named, users, pinned, others } = found('gpt 5');
    assert.ok(idsIn(named).includes('azure/gpt-5'));
    assert.deepStrictEqual([users, pinned], [[], []]);
    const isHosted = others.findIndex(({ model }) => model.providerKind !== 'vendor');
    const isVendors = others.findLastIndex(
      ({ model, timesCheapest }) => model.providerKind === 'vendor' && timesCheapest !== undefined,
    );
    assert.ok(isHosted >= 0 && isHosted < isVendors);
    const times = others.flatMap(({ timesCheapest }) => timesCheapest ?? []);
    assert.deepStrictEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
  });

  it('has all sellers of that name, however they write its id', () => {
    const named = idsIn(found('GPT-5 nano').named);
    for (const id of ['openrouter/openai/gpt-5-nano', 'databricks/databricks-gpt-5-nano'])
      assert.ok(named.includes(id), id);
  });

  it("has the vendor's model first where it need not be sold any more", () => {
    assert.equal(idsIn(found('o1', {}, false).named)[0], 'openai/o1');
    assert.ok(!idsIn(found('o1').named).includes('openai/o1'));
  });

  it("has the user's model and pinned ones before cheaper ones, after the typed name", () => {
    const pinnedIds = ['openai/gpt-5.5', 'anthropic/claude-sonnet-5'];
    const { named, users, pinned, others } = found('gpt 5', {
      userId: 'openai/gpt-5.6-sol',
      pinnedIds,
    });
    assert.equal(idsIn(named)[0], 'openai/gpt-5');
    assert.deepStrictEqual(idsIn(users), ['openai/gpt-5.6-sol']);
    assert.deepStrictEqual(idsIn(pinned), ['openai/gpt-5.5']);
    assert.ok(!idsIn(others).includes('openai/gpt-5.5'));
  });

  it('has a vendor before hosts and gateways with the same price', () => {
    const { others } = found('sol 6.2');
    const [first, ...rest] = others;
    assert.equal(first?.model.id, 'openai/gpt-6.2-sol');
    assert.equal(rest[0]?.timesCheapest, first.timesCheapest);
  });

  it('does not put a model first that is no longer sold, unless its id was typed', () => {
    assert.deepStrictEqual(idsIn(found('claude').named), []);
    assert.ok(!idsIn(found('o1').named).includes('openai/o1'));
  });
});

describe('the sections of what a search finds', () => {
  const none = { named: [], users: [], pinned: [], others: [] };
  const claude3 = found('claude 3');
  const retired = claude3.others.filter(isRetired);
  assert.ok(retired.length > 0);

  it('have models that are no longer sold last, below a heading of their own', () => {
    const [sold, past, ...rest] = sectionsOf(claude3);
    assert.deepStrictEqual([sold?.heading, past?.heading, rest], ['others', 'retired', []]);
    assert.ok(sold && sold.rows.length > 0 && !sold.rows.some(isRetired));
    assert.deepStrictEqual(past?.rows, retired);
  });

  it('say before the first row that nothing which matches is sold', () => {
    assert.deepStrictEqual(sectionsOf({ ...none, others: retired }), [
      { heading: 'onlyRetired', rows: retired },
    ]);
    const [users, ...others] = retired;
    assert.ok(users);
    assert.deepStrictEqual(
      sectionsOf({ ...none, users: [users], others }).map(({ heading }) => heading),
      ['users', 'retired'],
    );
  });

  it('have all rows of the list, in its order', () => {
    for (const query of ['gpt 5', 'claude', 'llama']) {
      const groups = found(query);
      const rows = sectionsOf(groups).flatMap((section) => section.rows);
      assert.deepStrictEqual(rows, rowsOf(groups), query);
    }
  });

  it('need no heading if there is one', () => {
    const [row] = found('gpt 5').named;
    assert.ok(row);
    assert.deepStrictEqual(sectionsOf({ ...none, others: [row] }), [
      { heading: undefined, rows: [row] },
    ]);
    assert.deepStrictEqual(sectionsOf(none), []);
  });

  it('have models without a price below a heading of their own', () => {
    const [row] = found('gpt 5').named;
    assert.ok(row);
    const price = { kind: 'unpriced', reason: 'noInputRate' } as const;
    const unpriced = { ...row, price };
    const groups = { ...none, others: [row, unpriced] };
    assert.deepStrictEqual(sectionsOf(groups), [
      { heading: 'others', rows: [row] },
      { heading: 'unpriced', rows: [unpriced] },
    ]);
  });
});
