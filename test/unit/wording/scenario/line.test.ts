import assert from 'node:assert/strict';
import { LINE_PARTS, fieldsOf } from '../../../../src/core/scenario/lineParts';
import { FIELD_NAMES } from '../../../../src/core/scenario/fields';
import { DEFAULT_SCENARIO, type FullScenario } from '../../../../src/core/scenario/scenario';
import { describePart, describeTried } from '../../../../src/wording/scenario/line';
import { ENGLISH } from '../../../../src/wording/words';

describe('the line of assumptions', () => {
  const line = (scenario: Partial<FullScenario>) =>
    LINE_PARTS.map((part) => describePart(ENGLISH, part, { ...DEFAULT_SCENARIO, ...scenario }));

  it('has each assumption in one part', () => {
    assert.deepEqual(LINE_PARTS.flatMap(fieldsOf).toSorted(), FIELD_NAMES.toSorted());
  });

  it('says defaults shortly', () => {
    assert.deepEqual(line({}), ['500 output tokens', 'one call', 'no cache', 'standard price']);
  });

  it('says of several files that each has the calls', () => {
    const calls = (callsPerDay: number) =>
      describePart(ENGLISH, 'calls', { ...DEFAULT_SCENARIO, callsPerDay }, 20);
    assert.deepEqual(
      [calls(1), calls(50)],
      ['one call for each file', '50 calls a day for each file'],
    );
    assert.equal(describePart(ENGLISH, 'answer', DEFAULT_SCENARIO, 20), '500 output tokens');
  });

  it('says exactly what differs from a default', () => {
    assert.deepEqual(
      line({
        outputTokens: 1500,
        reasoningTokens: 4000,
        callsPerDay: 50,
        cachedShare: 0.8,
        batch: true,
        regional: true,
      }),
      [
        '1,500 output tokens, 4,000 reasoning tokens',
        '50 calls a day',
        '80% of the prompt cached',
        'batch, regional processing',
      ],
    );
    assert.equal(line({ treatTextAs: 'output' })[0], 'the text is the output');
    assert.equal(line({ messages: 3 })[1], 'one call, 3 messages');
    assert.equal(
      line({
        conversationTurns: 20,
        turnInputTokens: 200,
        cacheHistory: true,
        callsPerDay: 100,
      })[1],
      'one conversation of 20 turns, 100 conversations a day, 200 tokens added a turn, cached history',
    );
  });

  it('says what is tried, also if it is off', () => {
    const tried = (scenario: Partial<FullScenario>) =>
      describeTried(
        ENGLISH,
        { ...DEFAULT_SCENARIO, ...scenario },
        FIELD_NAMES.filter((name) => name in scenario),
        undefined,
      );
    assert.equal(
      tried({ outputTokens: 10, batch: true }),
      'Tried, not saved: 10 output tokens, batch',
    );
    assert.equal(
      tried({ batch: false, cachedShare: 0, reasoningTokens: 0, serviceTier: 'standard' }),
      'Tried, not saved: "Reasoning tokens": 0, "Cached share of the prompt": 0%, "Batch": No, "Service tier": Standard',
    );
  });
});
