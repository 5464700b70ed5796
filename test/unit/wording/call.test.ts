import assert from 'node:assert/strict';
import { completeScenario, type FullScenario } from '../../../src/core/scenario/scenario';
import {
  callsADay,
  describeAssumedCall,
  describeCall,
  describeInAndOut,
  describeLater,
  laterNote,
  describeUnit,
  perCall,
} from '../../../src/wording/call';
import { ENGLISH } from '../../../src/wording/words';

const CALL = completeScenario({ outputTokens: 500 });
const CONVERSATION: FullScenario = { ...CALL, conversationTurns: 20 };

function asAnswer(scenario: FullScenario): FullScenario {
  return { ...scenario, treatTextAs: 'output' };
}

describe('sentences about a call or a conversation', () => {
  it('name the unit that is priced', () => {
    assert.equal(describeUnit(ENGLISH, CALL), 'one call');
    assert.equal(describeUnit(ENGLISH, CONVERSATION), 'one conversation of 20 turns');
    assert.equal(perCall(ENGLISH, '$1.00', CALL), '$1.00 per call');
    assert.equal(perCall(ENGLISH, '$1.00', CONVERSATION), '$1.00 per conversation');
  });

  it('state the role of the text', () => {
    assert.equal(describeCall(ENGLISH, 'a.md', CALL), 'one call with a.md');
    assert.equal(describeCall(ENGLISH, 'a.md', asAnswer(CALL)), 'one call that writes a.md');
    assert.equal(
      describeCall(ENGLISH, 'a.md', CONVERSATION),
      'one conversation of 20 turns with a.md',
    );
    assert.equal(
      describeAssumedCall(ENGLISH, 'a.md', CALL),
      'one call with a.md and 500 output tokens',
    );
    assert.equal(
      describeAssumedCall(ENGLISH, 'a.md', CONVERSATION),
      'one conversation of 20 turns with a.md, 500 output tokens each',
    );
    assert.equal(describeAssumedCall(ENGLISH, 'a.md', asAnswer(CALL)), 'one call that writes a.md');
  });

  it('state the input and output of each turn', () => {
    assert.equal(
      describeInAndOut(ENGLISH, '2 tokens', CALL),
      '2 tokens in, 500 tokens out assumed',
    );
    assert.equal(describeInAndOut(ENGLISH, '2 tokens', asAnswer(CALL)), '2 tokens out');
    assert.equal(
      describeInAndOut(ENGLISH, '2 tokens', CONVERSATION),
      '2 tokens in, 500 tokens out assumed, in each of 20 turns',
    );
  });

  it('count calls and conversations per day', () => {
    assert.equal(callsADay(ENGLISH, CALL), '1 call a day');
    assert.equal(callsADay(ENGLISH, { ...CALL, callsPerDay: 1000 }), '1,000 calls a day');
    assert.equal(callsADay(ENGLISH, CONVERSATION), '1 conversation a day');
    assert.equal(callsADay(ENGLISH, { ...CONVERSATION, callsPerDay: 2 }), '2 conversations a day');
    assert.match(
      describeLater(ENGLISH, '$1.00', CALL),
      /^The first call of a day .* costs \$1\.00\.$/,
    );
    assert.match(
      describeLater(ENGLISH, '$1.00', CONVERSATION),
      /^The first conversation of a day /,
    );
    assert.equal(laterNote(ENGLISH, '$1.00', CALL), 'each later call of a day $1.00');
    assert.equal(
      laterNote(ENGLISH, '$1.00', CONVERSATION),
      'each later conversation of a day $1.00',
    );
  });
});
