import assert from 'node:assert/strict';
import { estimateCall } from '../../../../../src/core/estimate/estimate';
import { fractionOf, moneyToDecimal } from '../../../../../src/core/pricing/money';
import { applyDiscounts, discountOn } from '../../../../../src/core/pricing/own/discounts';
import { isOwn } from '../../../../../src/core/pricing/own/rates';
import { resolvePrices, type TeamPrices } from '../../../../../src/core/pricing/resolve';
import { isStale } from '../../../../../src/core/pricing/staleness';
import type { Model, PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { KNOWN_TOKENIZERS } from '../../../../../src/core/tokens/knownTokenizers';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';
import { bundledTable } from '../../../../support/priceTables';

const AT_MS = Date.parse('2026-11-23T02:00:00Z');
const bundled = bundledTable();

function modelOf(table: PriceTable, id: string): Model {
  const model = table.models.find((each) => each.id === id);
  assert.ok(model, id);
  return model;
}

function apply(discounts: Record<string, number>): Record<string, number | undefined> {
  const { table, problems } = applyDiscounts(bundled, discounts, 0);
  assert.deepStrictEqual(problems, []);
  const ids = ['openai/o1', 'openai/gpt-6-luna', 'anthropic/claude-haiku-5-5'];
  return Object.fromEntries(ids.map((id) => [id, discountOn(modelOf(table, id).periods[0])]));
}

describe("the team's discounts", () => {
  it('apply by the most precise pattern: a name, then the most characters, then the later one', () => {
    assert.deepStrictEqual(apply({ '*': 0.9, 'openai/*': 0.8, 'openai/gpt-6*': 0.7 }), {
      'openai/o1': 0.8,
      'openai/gpt-6-luna': 0.7,
      'anthropic/claude-haiku-5-5': 0.9,
    });
    assert.deepStrictEqual(apply({ o1: 0.5, 'openai/o1*': 0.6, 'openai/*1': 0.8 }), {
      'openai/o1': 0.5,
      'openai/gpt-6-luna': undefined,
      'anthropic/claude-haiku-5-5': undefined,
    });
    assert.equal(apply({ 'openai/*': 0.8, '*/gpt-6-*': 0.7 })['openai/gpt-6-luna'], 0.7);
    assert.equal(apply({ 'openai*': 0.8, 'o*penai/*1': 0.7 })['openai/o1'], 0.7);
    assert.equal(apply({ '*o*1*': 0.8, '*a*1*': 0.6 })['openai/o1'], 0.6);
  });

  it('ignore capitals in patterns, as in names', () => {
    const discounts = apply({ 'OpenAI/*': 0.8, '*/CLAUDE-Haiku-5*': 0.7 });
    assert.equal(discounts['openai/o1'], 0.8);
    assert.equal(discounts['anthropic/claude-haiku-5-5'], 0.7);
  });

  it('mean the same among many patterns', () => {
    const others = Object.fromEntries(
      Array.from({ length: 60 }, (_each, index) => [`p${index}/*`, 0.9]),
    );
    const patterns = ['*', '*o*', '*o1', 'openai/o*', 'o*1', '*a*i/o*1*', 'openai/o1*o1', '*/o*x*'];
    for (const pattern of patterns) {
      const ids = (discounts: Record<string, number>): readonly string[] =>
        applyDiscounts(bundled, discounts, 0).table.models.flatMap(({ id, periods }) =>
          discountOn(periods[0]) === 0.5 ? [id] : [],
        );
      assert.deepStrictEqual(ids({ ...others, [pattern]: 0.5 }), ids({ [pattern]: 0.5 }), pattern);
    }
  });

  it('name what no model has, and what several have', () => {
    const discounts = { 'opnai/*': 0.8, '*penai/o': 0.8, 'openai/o1*o1': 0.8, 'gpt-0': 0.9 };
    const { table, problems } = applyDiscounts(bundled, discounts, 0);
    assert.deepStrictEqual(
      problems.map(({ path, code }) => `${path} ${code}`),
      [
        'discounts.opnai/* matchesNoModel',
        'discounts.*penai/o matchesNoModel',
        'discounts.openai/o1*o1 matchesNoModel',
        'discounts.gpt-0 unknownModel',
      ],
    );
    assert.equal(table, bundled);
  });

  it('multiply all token rates exactly, in tiers, hours and batches, and not the fees', () => {
    const price = (id: string, factor: number, scenario = {}, tokens = 1_000_000): string => {
      const model = modelOf(applyDiscounts(bundled, { [id]: factor }, 0).table, id);
      const count = exactCount(tokens);
      const found = estimateCall(model, count, { outputTokens: 0, ...scenario }, AT_MS).price;
      return found.kind === 'priced' ? moneyToDecimal(found.expected.total) : found.reason;
    };
    // 0.10 x 0.85; the tier from 272,001 tokens: 0.20 x 0.85; in a batch half of it
    assert.equal(price('openai/gpt-6-luna', 0.85, {}, 100_000), '0.0085');
    assert.equal(price('openai/gpt-6-luna', 0.85), '0.17');
    assert.equal(price('openai/gpt-6-luna', 0.85, { batch: true }), '0.085');
    assert.equal(price('openai/o1', 0.123456789), '1.851851835');
    assert.equal(price('openai/o1', 1.05), '15.75');
    // sonar-pro: 3 x 0.5 for a million tokens, and 0.006 for one request as before
    assert.equal(price('perplexity/sonar-pro', 0.5, {}, 1_000_000), '1.506');
  });

  it('mark the price, which is old where the list price is', () => {
    const [period] = modelOf(applyDiscounts(bundled, { o1: 0.5 }, 0).table, 'openai/o1').periods;
    assert.ok(isOwn(period));
    assert.equal(period.source.origin, 'team');
    assert.ok(isStale(period.source, Date.parse('2030-01-01')));
  });

  it('are decimals as exact fractions', () => {
    const text = [0.85, 1, 0.000000001, 10].map((decimal) => {
      const { numerator, denominator } = fractionOf(decimal);
      return `${numerator}/${denominator}`;
    });
    assert.deepStrictEqual(text, ['85/100', '1/1', '1/1000000000', '10/1']);
    assert.throws(() => fractionOf(1e-10), RangeError);
  });
});

describe("the team's and the user's prices", () => {
  function resolve(team: TeamPrices, settings: { overrides?: unknown; customModels?: unknown }) {
    const own = { overrides: undefined, customModels: undefined, ...settings };
    return resolvePrices({ bundled, loaded: [], team, settings: own }, KNOWN_TOKENIZERS, 0);
  }

  function inputs(table: PriceTable, ...ids: string[]): string[] {
    return ids.map((id) => {
      const [{ rates, source, factors }] = modelOf(table, id).periods;
      return `${id} ${rates.input} ${source.origin}${factors.discount ? ' discount' : ''}`;
    });
  }

  it("are the user's for each model that the user has prices for, else the team's, else the discount", () => {
    const team = {
      discounts: { 'openai/*': 0.8, 'acme/*': 0.5 },
      overrides: { o1: { input: 5 }, 'gpt-4o': { input: 1 }, 'acme/b': { output: 9 } },
      customModels: {
        'acme/a': { encoding: 'o200k_base', rates: { input: 1 } },
        'acme/b': { encoding: 'o200k_base', rates: { input: 2 } },
      },
    };
    const settings = {
      overrides: { 'openai/o1': { input: 7 }, 'acme/b': { input: 3 } },
      customModels: { 'acme/a': { encoding: 'o200k_base', rates: { input: 4 } } },
    };
    const { table, problems, teamProblems } = resolve(team, settings);
    assert.deepStrictEqual([problems, teamProblems], [[], []]);
    const ids = ['openai/o1', 'openai/gpt-4o', 'openai/gpt-6-luna', 'acme/a', 'acme/b'];
    assert.deepStrictEqual(inputs(table, ...ids), [
      'openai/o1 7 user',
      'openai/gpt-4o 1 team',
      'openai/gpt-6-luna 0.1 team discount',
      'acme/a 4 user',
      'acme/b 3 user',
    ]);
  });

  it('are refused one by one, each in the file that has it', () => {
    const { problems, teamProblems } = resolve(
      {
        overrides: { 'gpt-0': { input: 1 } },
        customModels: { 'openai/o1': { encoding: 'o200k_base', rates: { input: 1 } } },
        discounts: { 'gpt-1': 0.5 },
      },
      { overrides: { 'gpt-2': { input: 1 } } },
    );
    assert.deepStrictEqual(
      [problems, teamProblems].map((list) => list.map(({ path, code }) => `${path} ${code}`)),
      [
        ['overrides.gpt-2 unknownModel'],
        [
          'customModels.openai/o1.id existingModel',
          'overrides.gpt-0 unknownModel',
          'discounts.gpt-1 unknownModel',
        ],
      ],
    );
  });
});
