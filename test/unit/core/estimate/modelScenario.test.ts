import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { scenarioFor } from '../../../../src/core/estimate/modelScenario';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { completeScenario } from '../../../../src/core/scenario/scenario';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { modelOf, tableFile } from '../../../support/priceTables';

const page = { from: null, to: null, source: 'page' };
const embedding = modelOf(
  tableFile({
    kind: 'embedding',
    periods: [{ ...page, usdPerMillionTokens: { input: 0.02 } }],
  }),
);

function cost(scenario: Parameters<typeof completeScenario>[0]): string {
  const { price } = estimateCall(embedding, exactCount(1_000_000), scenario, Date.now());
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

describe('embeddings', () => {
  it('have no output, whatever the scenario assumes', () => {
    // 1,000,000 tokens x 0.02 USD per million
    assert.equal(cost({ outputTokens: 500, reasoningTokens: 1000 }), '0.02');
    assert.equal(cost({ outputTokens: 500, conversationTurns: 7 }), '0.02');
  });

  it('cannot write a text', () => {
    assert.equal(cost({ outputTokens: 0, treatTextAs: 'output' }), 'noOutputRate');
  });

  it('change nothing for models that answer with text', () => {
    const scenario = completeScenario({ outputTokens: 500, conversationTurns: 7 });
    assert.equal(scenarioFor({ ...embedding, kind: 'text' }, scenario), scenario);
  });
});
