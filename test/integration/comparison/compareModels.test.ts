import assert from 'node:assert/strict';
import { commands } from 'vscode';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
} from '../../support/window';

describe('the comparison and the report', () => {
  before(async () => {
    await resetWindow({ model: 'openai/o1' });
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
  });
  after(resetWindow);

  it('lists the cheapest model on sale first', async () => {
    const comparison = await (await apiSpend()).compare();
    // About 2 x 0.035 + 500 x 0.14 = 70.07 millionths of a dollar.
    const cheap = comparison.indexOf('amazon/amazon.nova-micro-v1:0 ≈$0.0000701');
    const dearer = comparison.indexOf('openai/gpt-6-sol $0.00500');
    assert.ok(cheap >= 0 && cheap < dearer, comparison.join('\n'));
    // The user's model is listed, although it is no longer sold; Llama 3.1 8B at Groq is not.
    assert.ok(comparison.indexOf('openai/o1 $0.0300') > dearer, comparison.join('\n'));
    assert.ok(!comparison.some((row) => row.startsWith('groq/llama-3.1-8b-instant ')));
  });

  it('shows the same rows in the report and updates them', async () => {
    await commands.executeCommand('apiSpend.openReport');
    const rowsAgree = async (): Promise<string[]> => {
      const shown = await apiSpend();
      const comparison = await shown.compare();
      const { reportRows } = shown;
      assert.ok(comparison.length > 0);
      // The user's model is the first in the report; the page names its first 200 rows.
      const isUsers = (row: string): boolean => row.startsWith('openai/o1 ');
      const wanted = [
        ...comparison.filter(isUsers),
        ...comparison.filter((row) => !isUsers(row)),
      ].slice(0, 200);
      return wanted.filter((row, index) => row !== reportRows[index]);
    };
    await eventually(rowsAgree, (wrong) => wrong.length === 0);
    await setSetting('scenario.outputTokens', 1000);
    await statusText('$0.0600 · 2 tokens');
    await eventually(rowsAgree, (wrong) => wrong.length === 0);
    await setSetting('currency', { code: 'EUR', rate: 0.5, asOf: '2026-11-01' });
    await statusText('€0.0300 · 2 tokens');
    await eventually(rowsAgree, (wrong) => wrong.length === 0);
  });
});
