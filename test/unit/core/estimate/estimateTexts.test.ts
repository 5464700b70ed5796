import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findHeadline } from '../../../../src/core/estimate/headline';
import { sumParts } from '../../../../src/core/estimate/cost/parts';
import { buildFileTree } from '../../../../src/core/charts/fileTree';
import { projectCost } from '../../../../src/core/estimate/projection';
import { fits } from '../../../../src/core/estimate/contextFit';
import { estimateTexts } from '../../../../src/core/estimate/estimate';
import { estimateEach } from '../../../../src/core/estimate/own/each';
import { timesOf } from '../../../../src/core/estimate/ranking';
import { completeScenario } from '../../../../src/core/scenario/scenario';
import { addMoney, compareMoney, moneyToDecimal } from '../../../../src/core/pricing/money';
import { bundledModel, bundledTable } from '../../../support/priceTables';
import { exact, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

const DAY_MS = Date.parse('2026-11-23T12:00:00Z');

const r1 = bundledModel('deepseek/deepseek-r1');

describe('the estimate of several texts', () => {
  it('sums the calls of several files, parts and all', () => {
    const { count, price } = rowOf(r1, [exact(1000), exact(3000)], {
      outputTokens: 500,
      callsPerDay: 10,
    });
    assert.ok(price.kind === 'priced');
    assert.equal(count.tokens, 4000);
    // 4,000 x 0.55 + 1,000 x 2.19 millionths.
    assert.equal(moneyToDecimal(price.expected.total), '0.00439');
    assert.equal(moneyToDecimal(price.perDay.expected), '0.0439');
    assert.equal(moneyToDecimal(price.perMonth.expected), '1.317');
    assert.deepEqual(
      price.expected.parts.map((part) => [part.name, 'tokens' in part ? part.tokens : undefined]),
      [
        ['input', 4000],
        ['output', 1000],
      ],
    );
  });

  it('costs exactly the sum of its files under any assumptions', () => {
    const models = bundledTable().models.filter(
      ({ periods }) => periods.at(-1)?.factors.batch !== undefined,
    );
    const nearEdges = fc.oneof(
      fc.nat(3000),
      ...[1024, 2048, 4096, 128_000, 200_000, 272_000].map((edge) =>
        fc.integer({ min: edge - 60, max: edge + 60 }),
      ),
    );
    const count = fc.tuple(nearEdges, fc.nat(50), fc.nat(50)).map(([tokens, less, more]) => ({
      tokens,
      low: Math.max(0, tokens - less),
      high: tokens + more,
      method: 'estimated' as const,
    }));
    const scenario = fc.record({
      outputTokens: fc.nat(2000),
      treatTextAs: fc.constantFrom('input' as const, 'output' as const),
      reasoningTokens: fc.nat(100),
      cachedShare: fc.constantFrom(0, 0.5, 0.8, 1),
      cacheWrite: fc.constantFrom('none' as const, 'short' as const, 'long' as const),
      batch: fc.boolean(),
      callsPerDay: fc.constantFrom(0, 1, 100),
      messages: fc.nat(3),
      conversationTurns: fc.integer({ min: 1, max: 4 }),
      turnInputTokens: fc.nat(100),
      cacheHistory: fc.boolean(),
    });
    const counts = fc.array(count, { minLength: 1, maxLength: 5 });
    const stated = [{}, { outputTokens: 7 }, { outputTokens: 0, messages: 2 }] as const;
    const calls = fc.array(fc.constantFrom(...stated), { maxLength: 5 });
    const question = [fc.constantFrom(...models), counts, scenario, calls] as const;
    let priced = 0;
    fc.assert(
      fc.property(...question, (model, counts, scenario, calls) => {
        const row = estimateTexts(model, counts, scenario, DAY_MS, calls);
        const each = estimateEach(row);
        assert.equal(
          fits(row.fit),
          each.every(({ fit }) => fits(fit)),
        );
        const files = each.map(({ price }) => price);
        const unpriced = files.find(({ kind }) => kind === 'unpriced');
        if (row.price.kind === 'unpriced' || unpriced) {
          assert.deepEqual(row.price, unpriced);
          return;
        }
        const prices = files.filter((price) => price.kind === 'priced');
        const days = (count: number) =>
          prices.map((price) => projectCost(price, completeScenario(scenario), count));
        assert.deepEqual(
          [
            row.price.expected.total,
            row.price.low,
            row.price.high,
            row.price.perDay.expected,
            row.price.perMonth.expected,
          ].map(moneyToDecimal),
          [
            prices.map(({ expected }) => expected.total),
            prices.map(({ low }) => low),
            prices.map(({ high }) => high),
            days(1).map(({ expected }) => expected),
            days(30).map(({ expected }) => expected),
          ].map((amounts) => moneyToDecimal(amounts.reduce(addMoney))),
        );
        assert.equal(compareMoney(sumParts(row.price.expected.parts), row.price.expected.total), 0);
        priced++;
      }),
      { numRuns: 2000 },
    );
    assert.ok(priced > 500, `${priced} priced`);
  }).timeout(30_000);

  it('has for each request the output tokens and messages that it states', () => {
    const calls = [{ outputTokens: 100 }, {}, { outputTokens: 0, messages: 2 }];
    const counts = [exact(1000), exact(2000), exact(7)];
    const { price } = estimateTexts(r1, counts, { outputTokens: 500 }, SEED_DAY_MS, calls);
    assert.ok(price.kind === 'priced');
    // 3,007 × 0.55 + 600 × 2.19 millionths.
    assert.equal(moneyToDecimal(price.expected.total), '0.00296785');
    const gpt4o = bundledModel('openai/gpt-4o');
    const chat = estimateTexts(gpt4o, [exact(1)], { outputTokens: 500 }, DAY_MS, [{ messages: 1 }]);
    assert.ok(chat.price.kind === 'priced');
    // 1 + 4 for the message + 3 for the reply = 8: 8 × 2.5 + 500 × 10 millionths.
    assert.equal(moneyToDecimal(chat.price.expected.total), '0.00502');
  });

  it('splits into requests with what they state', () => {
    const calls = [{ outputTokens: 100 }, { outputTokens: 200 }];
    const row = estimateTexts(r1, [exact(10), exact(20)], { outputTokens: 1 }, SEED_DAY_MS, calls);
    const each = estimateEach(row);
    assert.deepEqual(
      each.map(({ scenario }) => scenario.outputTokens),
      [100, 200],
    );
    const totals = each.map(({ price }) =>
      price.kind === 'priced' ? price.expected.total : assert.fail('no price'),
    );
    assert.ok(row.price.kind === 'priced');
    assert.equal(compareMoney(totals.reduce(addMoney), row.price.expected.total), 0);
  });

  it('does not fit if the answer of any request does not', () => {
    const model = { ...r1, contextWindowTokens: 10_000, maxOutputTokens: 500 };
    const counts = [exact(9000), exact(1)];
    const fitOf = (outputTokens: number) =>
      estimateTexts(model, counts, { outputTokens: 1 }, SEED_DAY_MS, [{}, { outputTokens }]).fit;
    assert.equal(fits(fitOf(500)), true);
    assert.equal(fitOf(500).promptTokens, 9000);
    assert.equal(fits(fitOf(501)), false);
    assert.equal(fitOf(501).promptTokens, 1);
  });

  it('writes nothing for an embedding, whatever a request states', () => {
    const model = bundledModel('openai/text-embedding-3-small');
    const { price } = estimateTexts(model, [exact(1000)], { outputTokens: 5 }, DAY_MS, [
      { outputTokens: 100 },
    ]);
    assert.ok(price.kind === 'priced');
    // 1,000 × 0.02 millionths.
    assert.equal(moneyToDecimal(price.expected.total), '0.00002');
  });

  it('has no price when one file has none', () => {
    const { price } = rowOf(r1, [exact(1)], { outputTokens: 1 }, 0);
    assert.deepEqual(price, { kind: 'unpriced', reason: 'notYetSold' });
  });

  it('fits up to the context window, prompt and answer together', () => {
    const model = { ...r1, contextWindowTokens: 1500, maxOutputTokens: undefined };
    assert.equal(fits(rowOf(model, [exact(1000)]).fit), true);
    assert.equal(fits(rowOf(model, [exact(1001)]).fit), false);
    assert.equal(rowOf(model, [exact(750)]).fit.share, 0.5);
    assert.equal(fits(rowOf({ ...model, maxOutputTokens: 499 }, [exact(1)]).fit), false);
  });

  it('measures the last turn of a conversation, which is the longest', () => {
    const model = { ...r1, contextWindowTokens: 10_000 };
    const scenario = { outputTokens: 500, conversationTurns: 10, turnInputTokens: 100 };
    // 1,000 of text, 10 x 100 of the user, 9 x 500 of the model.
    assert.equal(rowOf(model, [exact(1000)], scenario).fit.share, 0.65);
  });
});

describe('the headline', () => {
  const rows = seedModels().map((model) => rowOf(model, [exact(1000)]));

  it('has the multiple of the baseline', () => {
    const { cheapest, baseline, ratio } = findHeadline(rows, 'openai/o1', undefined);
    assert.equal(cheapest?.model.id, 'deepseek/deepseek-r1');
    assert.equal(baseline?.model.id, 'openai/o1');
    // 0.045 / 0.001645
    assert.equal(ratio?.toFixed(3), '27.356');
    assert.equal(timesOf(rows[1] ?? rowOf(r1, []), baseline)?.toFixed(4), '0.0366');
  });

  it('counts models that other assumptions would give a price', () => {
    // DeepSeek-R1 has a rate for cached input; a copy without it has no price if a share is cached.
    const periods = r1.periods.map((period) => {
      const { cachedInput: _, ...rates } = period.rates;
      return { ...period, rates };
    });
    const [first, ...rest] = periods;
    assert.ok(first);
    const uncached = { ...r1, id: 'x/uncached', periods: [first, ...rest] as const };
    const leftOut = (cachedShare: number): number => {
      const scenario = { outputTokens: 1, cachedShare };
      const rows = [r1, uncached].map((model) => rowOf(model, [exact(1000)], scenario));
      return findHeadline(rows, r1.id, undefined).leftOut;
    };
    assert.deepEqual([leftOut(0), leftOut(0.5)], [0, 1]);
    // A model that was not sold yet is no offer under any assumptions.
    const early = [rowOf(r1, [exact(1)], { outputTokens: 1 }, 0)];
    assert.equal(findHeadline(early, r1.id, undefined).leftOut, 0);
  });

  it('ignores models that do not fit or are no longer sold', () => {
    const tiny = { ...r1, contextWindowTokens: 10 };
    const withTiny = [rowOf(tiny, [exact(1000)]), ...rows.slice(0, 1)];
    assert.equal(findHeadline(withTiny, '', undefined).cheapest?.model.id, 'openai/o1');
    const late = Date.parse('2030-01-01');
    const retired = seedModels().map((model) =>
      rowOf(model, [exact(1)], { outputTokens: 1 }, late),
    );
    assert.equal(findHeadline(retired, 'openai/o1', undefined).cheapest, undefined);
  });
});

describe('the tree of files', () => {
  it('has a total that is exactly the sum, for any folders', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c', '..', '__proto__'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.nat(5000)), { minLength: 1 }), (entries) => {
        const row = rowOf(
          r1,
          entries.map(([, tokens]) => exact(tokens)),
        );
        const files = estimateEach(row).map((estimate, index) => ({
          path: entries[index]?.[0] ?? '',
          estimate,
        }));
        const tree = buildFileTree('root', files);
        assert.ok(row.price.kind === 'priced' && tree.cost);
        assert.equal(compareMoney(tree.cost, row.price.expected.total), 0);
        assert.equal(tree.count.tokens, row.count.tokens);
        assert.equal(tree.fileCount, entries.length);
      }),
    );
  });

  it('lists the most expensive entries first', () => {
    const paths = ['src/a.ts', 'src/b.ts', 'readme.md'];
    const row = rowOf(r1, [exact(10), exact(20), exact(5000)], undefined, SEED_DAY_MS);
    const files = estimateEach(row).map((estimate, index) => ({
      path: paths[index] ?? '',
      estimate,
    }));
    const { children } = buildFileTree('root', files);
    assert.deepEqual(
      children.map(({ path }) => path),
      ['readme.md', 'src'],
    );
    assert.deepEqual(
      children[1]?.children.map(({ name }) => name),
      ['b.ts', 'a.ts'],
    );
  });
});
