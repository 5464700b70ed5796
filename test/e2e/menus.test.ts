import { expect, test } from '@playwright/test';
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

  const entry = () => workbench.menuEntry('Estimate Token Count and Cost of Files');
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
    await workbench.chooseInMenu('Estimate Token Count and Cost of Files');
    await report().waitFor();
    await workbench.webviewFrame().getByText(FILE).first().waitFor();
  });

  test('of a selection compare its cost on all models', async () => {
    // The report has the focus, and a file would open in its group.
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(FILE);
    await workbench.page.keyboard.press('Control+A');
    const compare = workbench.menuEntry('Compare Models by Cost…');
    await workbench.page.keyboard.press('Shift+F10');
    await compare.waitFor();
    await workbench.screenshot('editor-menu');
    await workbench.chooseInMenu('Compare Models by Cost…');
    await workbench.modelRow('openai/gpt-6-sol').waitFor();
    await workbench.closeQuickInput();
  });
});

test.describe('the commands', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({ fixture: 'samples', isPackaged: true });
    await workbench.openFile(FILE);
    await workbench.statusText(/^\$\d/);
  });
  test.afterAll(() => workbench.close());

  test('are found in the palette by the words of their subject', async () => {
    for (const [words, title] of [
      ['cost', 'Compare Models by Cost'],
      ['token count', 'Estimate Token Count and Cost of Files'],
      ['token', 'Copy Estimate of Tokens and Cost'],
      ['price', 'Show Price Sheet of a Model'],
      ['llm', 'Open Report on the Cost of Every LLM'],
    ] as const) {
      await workbench.openQuickInput('F1');
      await workbench.quickInput().locator('input[type="text"]').fill(`>${words}`);
      await workbench
        .quickRows()
        .filter({ hasText: `API Spend: ${title}` })
        .first()
        .waitFor();
      await workbench.screenshot(`palette-${words.replace(' ', '-')}`);
      await workbench.closeQuickInput();
    }
  });

  test('ask from the palette which files are meant', async () => {
    await workbench.runCommand('API Spend: Estimate Token Count and Cost of Files');
    const rows = workbench.quickRows();
    await rows.filter({ hasText: `${FILE}this file` }).waitFor();
    await rows.filter({ hasText: 'promptsthe folder of this file' }).waitFor();
    await rows.filter({ hasText: 'the workspace' }).waitFor();
    await rows.filter({ hasText: 'Other files and folders…' }).waitFor();
    await workbench.screenshot('estimate-files');
    await workbench.page.keyboard.press('Enter');
    await workbench.webviewFrame().getByText(FILE).first().waitFor();
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(FILE);
  });

  test('have keys: for the comparison and for the report', async () => {
    const { keyboard } = workbench.page;
    await keyboard.press('Control+K');
    await keyboard.press('Control+Y');
    await workbench.quickRows().filter({ hasText: 'openai/' }).first().waitFor();
    await workbench.closeQuickInput();
    await keyboard.press('Control+K');
    await keyboard.press('Control+G');
    await workbench.page.locator('.tab', { hasText: 'API Spend Report' }).waitFor();
    // Until it has the focus, it takes it from what is opened next.
    const page = workbench.webviewFrame().locator('html');
    await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  });

  test('have settings in groups', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.runCommand('Preferences: Open Settings (UI)');
    const search = workbench.page.locator('.settings-editor .suggest-input-container');
    await search.click();
    await workbench.page.keyboard.type('@ext:api-spend.api-spend');
    const groups = workbench.page.locator('.settings-toc-container .monaco-list-row');
    for (const name of ['Model', 'Call', 'Display', 'Files', 'Prices', 'Budgets']) {
      await groups.filter({ hasText: name }).first().waitFor();
    }
    await workbench.screenshot('settings');
  });
});
