import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { findCheapest, rankEstimates } from '../../../../src/core/estimate/ranking';
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
  it('come after all models that answer with text, with multiples of the cheapest embedding', () => {
    const text = modelOf(tableFile());
    const dearer = {
      ...embedding,
      id: 'acme/dear',
      periods: [{ ...embedding.periods[0] }] as const,
    };
    const rates = { input: 0.06 };
    const models = [
      { ...dearer, periods: [{ ...dearer.periods[0], rates }] as const },
      embedding,
      text,
    ];
    const rows = models.map((model) =>
      estimateCall(model, exactCount(1000), { outputTokens: 500 }, Date.now()),
    );
    // 1,000 x 1 + 500 x 2 millionths; 1,000 x 0.02; 1,000 x 0.06
    assert.deepStrictEqual(
      rankEstimates(rows).map(({ model, timesCheapest }) => [model.kind, timesCheapest]),
      [
        ['text', 1],
        ['embedding', 1],
        ['embedding', 3],
      ],
    );
    assert.equal(findCheapest(rows)?.model, text);
  });

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
