import assert from 'node:assert/strict';
import { costOfText, isMostlyAssumed } from '../../../../src/core/estimate/textShare';
import { moneyOfUsd, moneyToDecimal } from '../../../../src/core/pricing/money';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const o1 = bundledModel('openai/o1');

function added(tokens: number, scenario: Scenario): string | undefined {
  const money = costOfText(rowOf(o1, [exact(tokens)], scenario));
  return money && moneyToDecimal(money);
}

// openai/o1: 15 USD per million input tokens, 60 USD per million output tokens.
describe('the cost of a text', () => {
  it('is its tokens, whatever else the call has', () => {
    assert.equal(added(100, { outputTokens: 500 }), '0.0015');
    assert.equal(added(100, { outputTokens: 0, messages: 5 }), '0.0015');
    assert.equal(added(0, { outputTokens: 500 }), '0');
    assert.equal(added(100, { outputTokens: 500, treatTextAs: 'output' }), '0.006');
  });

  it('is that of all texts, less the calls that each of them has', () => {
    const files = rowOf(o1, [exact(100), exact(300)], { outputTokens: 500 });
    const money = costOfText(files);
    assert.equal(money && moneyToDecimal(money), '0.006');
  });

  it('counts each time that a conversation sends the text', () => {
    assert.equal(added(100, { outputTokens: 500, conversationTurns: 1 }), '0.0015');
    // Each of the two turns sends the text.
    assert.equal(added(100, { outputTokens: 500, conversationTurns: 2 }), '0.003');
  });

  it('is unknown without a price', () => {
    assert.equal(costOfText(rowOf(o1, [exact(100)], { outputTokens: 500 }, 0)), undefined);
  });

  it('is the smaller part below a half', () => {
    assert.equal(isMostlyAssumed(moneyOfUsd(0.49), moneyOfUsd(1)), true);
    assert.equal(isMostlyAssumed(moneyOfUsd(0.5), moneyOfUsd(1)), false);
    assert.equal(isMostlyAssumed(moneyOfUsd(0), moneyOfUsd(0)), false);
  });
});
