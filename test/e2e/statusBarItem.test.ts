import { expect, test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

test.describe('hiding the status-bar item', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    const settings = { 'apiSpend.model': 'openai/o1' };
    workbench = await startWorkbench({ files: { 'prompt.txt': 'hello world' }, settings });
    await workbench.openFile('prompt.txt');
    await workbench.statusText('2 tokens');
  });
  test.afterAll(() => workbench.close());

  test('says how it comes back, and brings it back', async () => {
    await workbench.runCommand('API Spend: Show or Hide Status Bar Item');
    await expect(workbench.statusItem()).toBeHidden();
    const { page } = workbench;
    // In the list of notifications, because a toast may close before the test reads it.
    await workbench.runCommand('Notifications: Show Notifications');
    const message = page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'API Spend is hidden in the status bar.' });
    await message.waitFor();
    await workbench.screenshot('item-hidden');
    await message.getByRole('button', { name: 'Show Again' }).click();
    await workbench.statusText('2 tokens');
  });
});
