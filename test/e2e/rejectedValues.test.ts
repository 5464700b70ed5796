import { test } from '@playwright/test';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

const TEAM_FILE = `{
  "scenario": {
    "outputTokens": 100,
    "batch": "yes"
  }
}`;

const NO_TABLE = `{
  "schemaVersion": 1
}`;

test.describe('rejected values', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({
      files: {
        'prompt.txt': 'hello world',
        '.api-spend.json': TEAM_FILE,
        'prices.json': NO_TABLE,
      },
      settings: {
        'apiSpend.model': 'openai/o1',
        'apiSpend.pricing.overrides': { 'nobody/nothing': { input: 1 } },
      },
      isPackaged: true,
    });
    await workbench.openFile('prompt.txt');
    await workbench.statusText('$0.0300 · 2 tokens');
  });
  test.afterAll(() => workbench.close());

  // In the list of notifications, because a toast may close before the test reads it.
  async function notice(text: string): Promise<Locator> {
    await workbench.runCommand('Notifications: Show Notifications');
    const list = workbench.page.locator('.notifications-center .notification-list-item');
    return list.filter({ hasText: text });
  }

  const line = (number: number) =>
    workbench.page.locator('.statusbar-item', { hasText: `Ln ${number},` });
  const activeTab = (name: string) => workbench.page.locator('.tab.active', { hasText: name });

  test('of a file are shown in the file', async () => {
    const found = await notice('.api-spend.json: scenario.batch is not true or false: "yes"');
    await found.getByRole('button', { name: 'Open File' }).click();
    await activeTab('.api-spend.json').waitFor();
    await line(4).waitFor();
    await workbench.screenshot('rejected-value');
    // Once it is mended, the settings come first.
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Control+Shift+K');
    await workbench.page.locator('.view-line', { hasText: 'batch' }).waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
  });

  test('of the settings are shown in the settings', async () => {
    const found = await notice('The setting apiSpend.pricing.overrides: nobody/nothing is not a');
    await found.getByRole('button', { name: 'Open Settings (JSON)' }).click();
    // The breadcrumbs name the place of the cursor.
    const crumb = workbench.page.locator('.monaco-breadcrumb-item');
    await crumb.filter({ hasText: 'apiSpend.pricing.overrides' }).waitFor();
    await workbench.screenshot('rejected-setting');
    await workbench.page.keyboard.press('Escape');
    await crumb.filter({ hasText: 'apiSpend.pricing.overrides' }).waitFor({ state: 'detached' });
  });

  test('of a price table have a page on the format', async () => {
    await workbench.runCommand('API Spend: Update Prices');
    await workbench.pick('file', 'From a file');
    await workbench.quickRows().filter({ hasText: 'prices.json' }).click();
    // The command palette would cancel a dialog that is still open.
    await workbench.quickInput().waitFor({ state: 'hidden' });
    const found = await notice(
      'prices.json is not a price table: currency is missing; it must be "USD". No price has changed.',
    );
    await workbench.screenshot('rejected-table');
    await found.getByRole('button', { name: 'Show the Format' }).click();
    await activeTab('pricing.md').waitFor();
    await workbench
      .webviewFrame()
      .getByRole('heading', { name: 'How to read the table' })
      .waitFor();
  });
});
