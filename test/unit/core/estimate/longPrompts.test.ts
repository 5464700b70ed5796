import assert from 'node:assert/strict';
import { estimateCall, type Estimate } from '../../../../src/core/estimate/estimate';
import { findHeadline } from '../../../../src/core/estimate/headline';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { applyOverrides } from '../../../../src/core/pricing/own/overrides';
import type { Model, PlainModel } from '../../../../src/core/pricing/table/priceTable';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import type { TokenCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel, modelOf, tableFile } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const DAY_MS = Date.parse('2026-11-28');

/** At 1 / 2 for prompts of up to 999 tokens; of longer ones, these rates are known. */
function acme(ratesOfLong: object = {}): PlainModel {
  const tiers = [{ fromPromptTokens: 1000, usdPerMillionTokens: ratesOfLong }];
  const usdPerMillionTokens = { input: 1, cachedInput: 0.5, output: 2 };
  return modelOf(
    tableFile({ periods: [{ from: null, to: null, source: 'page', usdPerMillionTokens, tiers }] }),
  );
}

function result({ price }: Estimate): string {
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

function costOf(
  model: Model,
  count: TokenCount | number,
  scenario: Partial<Scenario> = {},
): string {
  const counted = typeof count === 'number' ? exact(count) : count;
  return result(estimateCall(model, counted, { outputTokens: 0, ...scenario }, DAY_MS));
}

describe('prompts whose price is unknown', () => {
  it('begin with the tier that has no rates', () => {
    assert.equal(costOf(acme(), 999), '0.000999');
    assert.equal(costOf(acme(), 1000), 'noLongPromptRate');
  });

  it('begin with the high end of an estimated count, and with the longest turn', () => {
    const count = (high: number): TokenCount => ({
      tokens: 900,
      low: 800,
      high,
      method: 'estimated',
    });
    assert.equal(costOf(acme(), count(999)), '0.0009');
    assert.equal(costOf(acme(), count(1000)), 'noLongPromptRate');
    // Each turn adds 10 tokens: the prompts have 889 and 889 + 100 + 10 = 999; the answers cost 2 x 100 x 2.
    const turns = { conversationTurns: 2, turnInputTokens: 10, outputTokens: 100 };
    assert.equal(costOf(acme(), 879, turns), '0.002288');
    assert.equal(costOf(acme(), 880, turns), 'noLongPromptRate');
  });

  it('are told from rates that shorter prompts lack too', () => {
    const long = { input: 3, output: 6 };
    assert.equal(costOf(acme(long), 1000, { cachedShare: 0.5 }), 'noLongPromptRate');
    assert.equal(costOf(acme({ input: 3 }), 1000, { outputTokens: 1 }), 'noLongPromptRate');
    const write = { cachedShare: 0.5, cacheWrite: 'short' } as const;
    assert.equal(costOf(acme(long), 1000, write), 'noCacheWriteRate');
  });

  it('leave a sum without a price if one text is too long', () => {
    const sum = (...tokens: number[]): string =>
      result(rowOf(acme(), tokens.map(exact), { outputTokens: 0 }, DAY_MS));
    assert.equal(sum(999, 999, 999), '0.002997');
    assert.equal(sum(999, 1000, 1), 'noLongPromptRate');
    assert.equal(sum(1000, 1001), 'noLongPromptRate');
    const cached = { outputTokens: 0, cachedShare: 0.5 };
    assert.equal(
      result(rowOf(acme(), [exact(10), exact(1000)], cached, DAY_MS)),
      'noLongPromptRate',
    );
  });

  it('have the own price where there is one', () => {
    const own = (rates: object): Model => {
      const { table } = applyOverrides({ models: [acme()] }, { 'acme/one': rates }, 'user', DAY_MS);
      assert.ok(table.models[0]);
      return table.models[0];
    };
    assert.equal(costOf(own({ input: 4, output: 5 }), 1000, { outputTokens: 1 }), '0.004005');
    assert.equal(costOf(own({ input: 4 }), 1000, { outputTokens: 1 }), 'noLongPromptRate');
  });

  it('may be those of a cheaper model, which the headline says', () => {
    const rows = [acme(), acme({ input: 3, output: 6 })].map((model, index) =>
      estimateCall({ ...model, id: `acme/${index}` }, exact(1000), { outputTokens: 0 }, DAY_MS),
    );
    assert.equal(findHeadline(rows, 'acme/1', undefined).leftOut, 1);
  });
});

describe('long prompts at resellers', () => {
  const cost = (id: string, tokens: number): string => costOf(bundledModel(id), tokens);

  // GPT-5.5 costs 5, and above 272,000 tokens 10 at OpenAI.
  it('have no price where a list tells only that of short ones', () => {
    assert.equal(cost('openai/gpt-5.5', 272_001), '2.72001');
    for (const [id, price] of [
      ['cloudflare-ai-gateway/gpt-5.5', '1.36'],
      ['amazon/openai.gpt-5.5', '1.496'],
      ['venice/openai-gpt-55', '1.36'],
    ] as const) {
      assert.equal(cost(id, 272_000), price, id);
      assert.equal(cost(id, 272_001), 'noLongPromptRate', id);
    }
  });

  // xAI bills grok-4.6 at 2, and from 200,000 tokens on at 4.
  it('of Grok begin with 200,000 tokens', () => {
    assert.equal(cost('xai/grok-4.6', 200_000), '0.8');
    assert.equal(cost('google-vertex/xai/grok-4.6', 199_999), '0.399998');
    assert.equal(cost('google-vertex/xai/grok-4.6', 200_000), 'noLongPromptRate');
  });

  it('have the price that a page of the reseller states', () => {
    // GitHub's table: 2 up to 200K, 4 above.
    assert.equal(cost('github-copilot/gemini-3.1-pro-preview', 200_000), '0.4');
    assert.equal(cost('github-copilot/gemini-3.1-pro-preview', 200_001), '0.800004');
    // Novita's page: 0.3 below 524,288 tokens, 1.2 from there.
    assert.equal(cost('novita/minimax/minimax-m3', 524_287), '0.1572861');
    assert.equal(cost('novita/minimax/minimax-m3', 524_288), '0.6291456');
  });

  it('have the price of short ones where the list of a host is its own', () => {
    // SambaNova runs the open weights at 0.6, twice MiniMax's price.
    assert.equal(cost('sambanova/MiniMax-M3', 600_000), '0.36');
    assert.equal(cost('nebius/MiniMaxAI/MiniMax-M3', 512_001), 'noLongPromptRate');
  });
});
