import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import {
  callsADay,
  describeAssumedCall,
  describeCall,
  describeInAndOut,
  describeLater,
  describeUnit,
  perCall,
} from '../../src/editor/wording/call';
import { completeScenario, type FullScenario } from '../../src/core/scenario/scenario';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
} from '../support/window';

const CALL = completeScenario({ outputTokens: 500 });
const CONVERSATION: FullScenario = { ...CALL, conversationTurns: 20 };

function asAnswer(scenario: FullScenario): FullScenario {
  return { ...scenario, treatTextAs: 'output' };
}

describe('sentences about a call or a conversation', () => {
  it('name what is paid for', () => {
    assert.equal(describeUnit(CALL), 'one call');
    assert.equal(describeUnit(CONVERSATION), 'one conversation of 20 turns');
    assert.equal(perCall('$1.00', CALL), '$1.00 per call');
    assert.equal(perCall('$1.00', CONVERSATION), '$1.00 per conversation');
  });

  it('say what the text is in it', () => {
    assert.equal(describeCall('a.md', CALL), 'one call with a.md');
    assert.equal(describeCall('a.md', asAnswer(CALL)), 'one call that writes a.md');
    assert.equal(describeCall('a.md', CONVERSATION), 'one conversation of 20 turns with a.md');
    assert.equal(describeAssumedCall('a.md', CALL), 'one call with a.md and 500 output tokens');
    assert.equal(
      describeAssumedCall('a.md', CONVERSATION),
      'one conversation of 20 turns with a.md, 500 output tokens each',
    );
    assert.equal(describeAssumedCall('a.md', asAnswer(CALL)), 'one call that writes a.md');
  });

  it('say what goes in and out of each turn', () => {
    assert.equal(describeInAndOut('2 tokens', CALL), '2 tokens in, 500 tokens out assumed');
    assert.equal(describeInAndOut('2 tokens', asAnswer(CALL)), '2 tokens out');
    assert.equal(
      describeInAndOut('2 tokens', CONVERSATION),
      '2 tokens in, 500 tokens out assumed, in each of 20 turns',
    );
  });

  it('count calls and conversations of a day', () => {
    assert.equal(callsADay(CALL), '1 call a day');
    assert.equal(callsADay({ ...CALL, callsPerDay: 1000 }), '1,000 calls a day');
    assert.equal(callsADay(CONVERSATION), '1 conversation a day');
    assert.equal(callsADay({ ...CONVERSATION, callsPerDay: 2 }), '2 conversations a day');
    assert.match(describeLater('$1.00', CALL), /^The first call of a day .* costs \$1\.00\.$/);
    assert.match(describeLater('$1.00', CONVERSATION), /^The first conversation of a day /);
  });
});

// openai/o1 at 15 USD in and 60 USD out per million tokens with 500 output tokens: two turns with 2
// tokens of text send 2, then 2 + 500 tokens: 504 x 15 + 1,000 x 60 = 67,560 millionths of a dollar.
describe('the readout of a conversation', () => {
  before(async () => {
    await resetWindow();
    await setSetting('model', 'openai/o1');
    await setSetting('scenario.conversationTurns', 2);
    await openText('hello world');
    await statusText('$0.0676 · 2 tokens');
  });
  after(resetWindow);

  it('is one of a conversation: read aloud, over budget, per day, copied', async () => {
    await setSetting('budget.perCall', 0.06);
    await setSetting('scenario.callsPerDay', 10);
    const { tooltip, accessibilityLabel } = await eventually(
      async () => (await apiSpend()).statusItem,
      (item) => item.tooltip.includes('over the budget') && item.tooltip.includes(' a day'),
    );
    assert.match(
      accessibilityLabel,
      /one conversation of 2 turns with Untitled-\d+ costs \$0\.0676 /,
    );
    assert.match(
      accessibilityLabel,
      /Note: one conversation of 2 turns is \$0\.00756 over the budget/,
    );
    assert.match(tooltip, /One conversation of 2 turns is/);
    assert.match(tooltip, /10 conversations a day: \$0\.676 a day, \$20\.27 in 30 days/);
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(
      await env.clipboard.readText(),
      /: \$0\.0676 on openai\/o1 \(2 tokens in, 500 tokens out assumed, in each of 2 turns\)/,
    );
  });
});
