import assert from 'node:assert/strict';
import { layOutDrivers } from '../../../../src/core/charts/drivers';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import type { TokenCount } from '../../../../src/core/tokens/tokenCount';
import {
  describeDrivers,
  driverAmount,
  driverShare,
  driverUnits,
} from '../../../../src/wording/page/drivers';
import { ENGLISH } from '../../../../src/wording/words';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

/** On o1, 15 / 60 USD per million. */
function say(count: TokenCount, scenario: Scenario): readonly string[] {
  const row = rowOf(bundledModel('openai/o1'), [count], scenario);
  assert.ok(row.price.kind === 'priced');
  const drivers = layOutDrivers(row.price);
  return [
    describeDrivers(ENGLISH, row, drivers),
    ...drivers.map((driver) =>
      [driverUnits, driverAmount, driverShare].map((part) => part(ENGLISH, row, driver)).join(' '),
    ),
  ];
}

const ABOUT_100 = { tokens: 100, low: 90, high: 110, method: 'estimated' } as const;

describe('the sentence on what drives a cost', () => {
  it('names the assumption that dominates', () => {
    assert.deepEqual(say(exact(100), { outputTokens: 500 }), [
      '95.2% of the cost is the 500 output tokens that are assumed.',
      '100 tokens $0.00150 4.8%',
      '500 tokens $0.0300 95.2%',
    ]);
    assert.match(
      say(exact(1), { outputTokens: 1 })[0] ?? '',
      /is the 1 output token that is assumed\.$/,
    );
    assert.match(
      say(exact(1), { outputTokens: 1, reasoningTokens: 2000 })[0] ?? '',
      /is the reasoning that is assumed: 2,000 tokens\.$/,
    );
  });

  it('names the text that dominates, with the mark of an estimate', () => {
    assert.deepEqual(say(ABOUT_100, { outputTokens: 10 }), [
      '≈71.4% of the cost is what is sent: ≈100 tokens.',
      '≈100 tokens ≈$0.00150 ≈71.4%',
      '10 tokens $0.000600 ≈28.6%',
    ]);
    assert.equal(
      say(ABOUT_100, { outputTokens: 10, treatTextAs: 'output' })[0],
      '≈100.0% of the cost is the text: ≈100 tokens.',
    );
  });

  it('does not call a part of the prompt all that is sent, if the rest is cached', () => {
    // 2,000 x 15 = 30,000; 2,000 x 7.5 = 15,000; 40 x 60 = 2,400: 63.3 %.
    assert.equal(
      say(exact(4000), { outputTokens: 40, cachedShare: 0.5 })[0],
      '63.3% of the cost is what is sent and not cached: 2,000 tokens.',
    );
  });

  it('marks the answers that a conversation sends again, if the text is the answer', () => {
    const scenario = { outputTokens: 10, treatTextAs: 'output', conversationTurns: 2 } as const;
    const [, input] = say(ABOUT_100, scenario);
    assert.match(input ?? '', /^≈\d+ tokens ≈\$/);
  });

  it('says which part is the largest if none is half of the cost', () => {
    // 300 x 15, 75 x 60, 100 x 60: 30, 30 and 40 %.
    assert.equal(
      say(exact(300), { outputTokens: 75, reasoningTokens: 100 })[0],
      'The largest part, 40.0% of the cost, is the reasoning that is assumed: 100 tokens.',
    );
    assert.deepEqual(say(exact(0), { outputTokens: 0 }), ['Nothing: it is free.']);
  });
});
