import { test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

const FILE = 'support-agent.prompt.md';

test.describe('the context menus', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({
      fixture: 'samples',
      isPackaged: true,
      settings: { 'apiSpend.model': 'openai/gpt-6-sol' },
    });
    await workbench.openFile(FILE);
    await workbench.statusText(/^\$\d/);
  });
  test.afterAll(() => workbench.close());

  const entry = () => workbench.menuEntry('Estimate API Spend');
  const report = () => workbench.page.locator('.tab', { hasText: 'API Spend Report' });

  test('of a tab and of a file in the Explorer open the report on that file', async () => {
    const { page } = workbench;
    const tab = page.locator('.tab', { hasText: FILE });
    await tab.click({ button: 'right' });
    await entry().waitFor();
    await page.keyboard.press('Escape');
    await entry().waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+Shift+E');
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: FILE });
    await row.click({ button: 'right' });
    await entry().waitFor();
    await workbench.screenshot('explorer-menu');
    await workbench.chooseInMenu('Estimate API Spend');
    await report().waitFor();
    await workbench.webviewFrame().getByText(FILE).first().waitFor();
  });
});
