import assert from 'node:assert/strict';
import { fitContext } from '../../../../src/core/estimate/contextFit';
import { rankEstimates } from '../../../../src/core/estimate/ranking';
import { estimateCall, type Priced } from '../../../../src/core/estimate/estimate';
import { isFromText } from '../../../../src/core/estimate/isFromText';
import { completeScenario, type Scenario } from '../../../../src/core/scenario/scenario';
import { spellOut } from '../../../../src/core/scenario/spellOut';
import { describeScenario } from '../../../../src/wording/scenario/sentences';
import { ENGLISH } from '../../../../src/wording/words';
import { renderTextTable } from '../../../../src/cli/estimate/table';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import type { TokenCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel } from '../../../support/priceTables';
import { exact, SEED_DAY_MS } from '../../../support/reports';

/** 500 tokens of output are assumed where the text is not the output itself. */
const AS_OUTPUT: Scenario = { outputTokens: 500, treatTextAs: 'output' };

const R1 = 'deepseek/deepseek-r1'; // 0.55 in, 2.19 out

function priceOf(id: string, count: TokenCount, scenario: Scenario): Priced {
  const { price } = estimateCall(bundledModel(id), count, scenario, SEED_DAY_MS);
  assert.ok(price.kind === 'priced');
  return price;
}

function parts({ expected }: Priced): readonly string[] {
  return expected.parts.map((part) => {
    const quantity = part.name === 'requestFee' ? part.requests : part.tokens;
    return `${part.name} ${quantity} ${moneyToDecimal(part.amount)}`;
  });
}

describe('text that the model writes', () => {
  it('is the output, and nothing is input', () => {
    // 1,000 x 2.19 millionths of a dollar; the assumed 500 tokens are not written beside it.
    const price = priceOf(R1, exact(1000), AS_OUTPUT);
    assert.deepStrictEqual(parts(price), ['input 0 0', 'output 1000 0.00219']);
    assert.equal(moneyToDecimal(price.expected.total), '0.00219');
  });

  it('has the overhead of messages as input', () => {
    // gpt-4o at 2.5 / 10: two messages are 2 x 4 + 3 = 11 tokens.
    const price = priceOf('openai/gpt-4o', exact(1000), { ...AS_OUTPUT, messages: 2 });
    assert.deepStrictEqual(parts(price), ['input 11 0.0000275', 'output 1000 0.01']);
  });

  it('is billed in addition to reasoning, and at half the price in a batch', () => {
    const scenario = { ...AS_OUTPUT, reasoningTokens: 2000 };
    // o1 at 60: 1,000 x 60 and 2,000 x 60 millionths.
    const price = priceOf('openai/o1', exact(1000), scenario);
    assert.deepStrictEqual(parts(price), ['input 0 0', 'output 1000 0.06', 'reasoning 2000 0.12']);
    const batch = priceOf('openai/o1', exact(1000), { ...scenario, batch: true });
    assert.equal(moneyToDecimal(batch.expected.total), '0.09');
  });

  it('is each answer of a conversation, and sent again with the history', () => {
    const scenario = { ...AS_OUTPUT, conversationTurns: 3, turnInputTokens: 100 };
    // 100, 200 + 1,000 and 300 + 2,000 tokens sent: 3,600 x 0.55 = 1,980; 3,000 x 2.19 = 6,570.
    const price = priceOf(R1, exact(1000), scenario);
    assert.deepStrictEqual(parts(price), ['input 3600 0.00198', 'output 3000 0.00657']);
  });

  it('has its band in the output', () => {
    const count = { tokens: 1000, low: 900, high: 1200, method: 'estimated' } as const;
    const { low, high } = priceOf('openai/o1', count, AS_OUTPUT);
    assert.deepStrictEqual([low, high].map(moneyToDecimal), ['0.054', '0.072']);
  });

  it("must be within the model's maximum output", () => {
    const model = { ...bundledModel(R1), contextWindowTokens: 3000, maxOutputTokens: 2000 };
    const fitOf = (tokens: number, scenario: Scenario) =>
      fitContext(model, exact(tokens), completeScenario(scenario));
    assert.equal(fitOf(2000, AS_OUTPUT).fitsAnswer, true);
    assert.equal(fitOf(2001, AS_OUTPUT).fitsAnswer, false);
    assert.equal(fitOf(2001, { outputTokens: 500 }).fitsAnswer, true);
    assert.equal(fitOf(2000, { ...AS_OUTPUT, reasoningTokens: 1 }).fitsAnswer, false);
    assert.equal(fitOf(3000, AS_OUTPUT).fitsWindow, true);
    assert.equal(fitOf(3001, AS_OUTPUT).fitsWindow, false);
    assert.equal(fitOf(3000, AS_OUTPUT).promptTokens, 0);
  });

  it('marks the output if its count is estimated, and the input only in a conversation', () => {
    const uncertain = (scenario: Scenario) =>
      (['input', 'output', 'reasoning'] as const).filter((name) =>
        isFromText(name, completeScenario(scenario)),
      );
    assert.deepStrictEqual(uncertain({ outputTokens: 500 }), ['input']);
    assert.deepStrictEqual(uncertain(AS_OUTPUT), ['output']);
    assert.deepStrictEqual(uncertain({ ...AS_OUTPUT, conversationTurns: 2 }), ['input', 'output']);
    const count = { tokens: 1000, low: 900, high: 1200, method: 'estimated' } as const;
    const estimate = estimateCall(bundledModel('openai/o1'), count, AS_OUTPUT, SEED_DAY_MS);
    const table = renderTextTable(rankEstimates([estimate]), { words: ENGLISH });
    assert.match(table, / ≈1,000 \(900 to 1,200\) +\$0\.00 +≈\$0\.0600 +≈\$0\.0600 /);
  });

  it('is stated in the assumptions, without output tokens', () => {
    assert.deepStrictEqual(describeScenario(ENGLISH, AS_OUTPUT), [
      'the text is the output',
      '1 call a day',
    ]);
    assert.equal(spellOut(AS_OUTPUT).outputTokens, null);
    assert.equal(spellOut({ outputTokens: 500 }).outputTokens, 500);
  });
});
