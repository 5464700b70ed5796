import { expect, test } from '@playwright/test';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

// 2 input tokens ("hello world") at 15 and 500 output tokens at 60 with openai/o1: 30,030 millionths of a dollar.

test.describe('an extension host that is restarted', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  const cost = () => frame.locator('#yours .amount');

  test.beforeAll(async () => {
    workbench = await startWorkbench({
      files: { 'prompt.txt': 'hello world' },
      settings: { 'apiSpend.model': 'openai/o1' },
    });
    await workbench.openFile('prompt.txt');
    await workbench.statusText('$0.0300 · 2 tokens');
    await workbench.runCommand('API Spend: Open Report');
    frame = workbench.webviewFrame();
    await expect(cost()).toContainText('$0.0300');
    await frame.locator('#scenario-outputTokens').fill('1000');
    await expect(cost()).toContainText('$0.0600');
  });
  test.afterAll(() => workbench.close());

  test('prices the text again, and the report keeps what was tried', async () => {
    await workbench.runCommand('Developer: Restart Extension Host');
    await workbench.statusText('$0.0300 · 2 tokens');
    await expect(cost()).toContainText('$0.0600');
    await expect(frame.locator('#scenario-outputTokens')).toHaveValue('1000');
  });

  test('answers the report as before', async () => {
    await frame.getByRole('button', { name: 'Back to settings' }).click();
    await expect(cost()).toContainText('$0.0300');
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.typeText(' and more');
    await workbench.statusText(/· [3-9] tokens$/);
    // Three tokens or more at 15 USD per million.
    await expect(cost()).toContainText('$0.0301');
  });
});
