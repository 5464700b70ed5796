import assert from 'node:assert/strict';
import { estimateCall } from '../../../../../src/core/estimate/estimate';
import { sampledCount } from '../../../../../src/core/estimate/counts/sampled';
import { formatUsd } from '../../../../../src/core/figures/formats';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import type { Scenario } from '../../../../../src/core/scenario/scenario';
import { costOfSection } from '../../../../../src/core/estimate/cost/section';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';
import { bundledModel } from '../../../../support/priceTables';

const NOW = Date.UTC(2026, 10, 23);

/** The cost of some of a text's tokens, on a day when all prices below held. */
function cost(modelId: string, textTokens: number, tokens: number, scenario: Scenario): string {
  const atMs = Date.UTC(2025, 5, 1);
  const text = estimateCall(bundledModel(modelId), exactCount(textTokens), scenario, atMs);
  const section = costOfSection(text, exactCount(tokens));
  assert.ok(section);
  return formatUsd(section);
}

describe('the cost of a section', () => {
  it('is its tokens at the input rate', () => {
    assert.equal(cost('openai/o1', 1000, 200, { outputTokens: 500 }), '$0.00300');
    assert.equal(cost('openai/o1', 1000, 1000, { outputTokens: 0 }), '$0.0150');
  });

  it('has its share of the cache', () => {
    // 10,000 tokens: 5,000 x 15 + 5,000 x 7.5 = 0.1125 USD, of which a fifth.
    assert.equal(cost('openai/o1', 10_000, 2000, { outputTokens: 0, cachedShare: 0.5 }), '$0.0225');
  });

  it('is the mean of what it costs with each sample', () => {
    // 100,000 of 200,000 tokens at 0.1 and 200,000 of 300,000 at 0.2 USD per million: (0.01 + 0.04) / 2.
    const text = sampledCount([200_000, 300_000].map(exactCount));
    const section = sampledCount([100_000, 200_000].map(exactCount));
    const estimate = estimateCall(bundledModel('gpt-6-luna'), text, { outputTokens: 0 }, NOW);
    const amount = costOfSection(estimate, section);
    assert.equal(amount && moneyToDecimal(amount), '0.025');
  });

  it('is sent again in each turn of a conversation', () => {
    // 3 x 200 x 15 millionths of a dollar; the history of the answers is not its cost.
    const scenario = { outputTokens: 500, conversationTurns: 3 };
    assert.equal(cost('openai/o1', 1000, 200, scenario), '$0.00900');
  });

  it('is at the output rate if the model writes the text', () => {
    assert.equal(
      cost('openai/o1', 1000, 200, { outputTokens: 500, treatTextAs: 'output' }),
      '$0.0120',
    );
  });

  it('excludes request fees, and is zero without tokens', () => {
    const priced = cost('perplexity/sonar-pro', 1000, 200, { outputTokens: 500 });
    assert.equal(priced, '$0.000600');
    assert.equal(cost('openai/o1', 0, 0, { outputTokens: 500 }), '$0.00');
  });
});
