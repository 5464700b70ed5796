import assert from 'node:assert/strict';
import { LINE_PARTS, fieldsOf } from '../../../../src/core/scenario/lineParts';
import { FIELD_NAMES } from '../../../../src/core/scenario/fields';
import { DEFAULT_SCENARIO, type FullScenario } from '../../../../src/core/scenario/scenario';
import {
  describePart,
  type PricedTexts,
  describeTried,
} from '../../../../src/wording/scenario/line';
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
    const files = { kind: 'files', texts: 20, ownAnswers: 'none' } as const;
    const calls = (callsPerDay: number) =>
      describePart(ENGLISH, 'calls', { ...DEFAULT_SCENARIO, callsPerDay }, files);
    assert.deepEqual(
      [calls(1), calls(50)],
      ['one call for each file', '50 calls a day for each file'],
    );
    assert.equal(describePart(ENGLISH, 'answer', DEFAULT_SCENARIO, files), '500 output tokens');
  });

  it('says how many requests there are, and whose answers they have', () => {
    const part = (name: 'answer' | 'calls', ownAnswers: PricedTexts['ownAnswers'], perDay = 1) =>
      describePart(
        ENGLISH,
        name,
        { ...DEFAULT_SCENARIO, callsPerDay: perDay },
        { kind: 'requests', texts: 1000, ownAnswers },
      );
    assert.equal(part('calls', 'all'), '1,000 requests');
    assert.equal(part('calls', 'all', 50), '1,000 requests, 50 calls a day');
    assert.equal(part('answer', 'none'), '500 output tokens');
    assert.equal(
      part('answer', 'some'),
      '500 output tokens, or the longest answer that each names',
    );
    assert.equal(part('answer', 'all'), 'the longest answer that each names');
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
    const conversation = { conversationTurns: 20, turnInputTokens: 200, callsPerDay: 100 };
    const cached = { ...conversation, cacheHistory: true };
    assert.deepEqual(line(cached).slice(1, 3), [
      'one conversation of 20 turns, 100 conversations a day, 200 tokens added a turn, cached history',
      'nothing else cached',
    ]);
    assert.equal(line({ ...cached, cachedShare: 0.5 })[2], '50% of the prompt cached');
    assert.equal(line(conversation)[2], 'no cache');
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
