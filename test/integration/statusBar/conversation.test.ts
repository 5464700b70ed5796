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

// openai/o1: 15 USD per million input tokens, 60 USD per million output tokens, 500 output tokens. Two turns on a text
// of 2 tokens send 2 tokens, then 2 + 500 + 0: 504 x 15 + 1,000 x 60 = 67,560 millionths of a dollar.
describe('the readout of a conversation', () => {
  before(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.conversationTurns': 2 });
    await openText('hello world');
    await statusText('$0.0676 · 2 tokens');
  });
  after(resetWindow);

  it('shows the cost of the conversation in its text, label, budget, tooltip and copy', async () => {
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
    assert.match(tooltip, /10 conversations a day: \$0\.676 a day, \$20\.27 a month/);
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(
      await env.clipboard.readText(),
      /: \$0\.0676 on openai\/o1 \(2 tokens in, 500 tokens out assumed, in each of 2 turns\)/,
    );
  });
});
