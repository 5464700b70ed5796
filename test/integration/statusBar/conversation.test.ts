import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
} from '../../support/window';

// openai/o1 at 15 USD in and 60 USD out per million tokens with 500 output tokens: two turns with 2
// tokens of text send 2, then 2 + 500 tokens: 504 x 15 + 1,000 x 60 = 67,560 millionths of a dollar.
describe('the readout of a conversation', () => {
  before(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.conversationTurns': 2 });
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
