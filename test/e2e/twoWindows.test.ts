// Two windows of one user: settings, the extension's memory and loaded price tables are theirs together.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { WIDE } from '../support/reportThemes';
import { tableFile } from '../support/tableFile';

// openai/o1: 15 and 60 USD per million input and output tokens, 500 output tokens. "hello world" has 2 tokens.

test.describe('two windows', () => {
  test.describe.configure({ mode: 'serial' });
  let left: Workbench;
  let right: Workbench;
  const { path } = temporaryFolder('windows');

  test.beforeAll(async () => {
    for (const [name, text] of Object.entries({
      left: 'hello world',
      right: 'hello world world',
    })) {
      mkdirSync(join(path, name));
      writeFileSync(join(path, name, `${name}.txt`), text);
    }
    for (const id of ['one', 'two'])
      writeFileSync(join(path, `${id}.json`), JSON.stringify(tableFile({ id, name: id })));
    const settings = { 'apiSpend.model': 'openai/o1' };
    left = await openWorkbench({ folder: join(path, 'left'), settings, viewport: WIDE });
    const opened = await left.openWindow?.(join(path, 'right'));
    if (!opened) throw new Error('The window opens no other.');
    right = opened;
    await left.openFile('left.txt');
    await right.openFile('right.txt');
    await left.statusText('$0.0300 · 2 tokens');
    await right.statusText('$0.0300 · 3 tokens');
  });
  test.afterAll(() => left.close());

  /** The user turns from one window to the other. In a headless browser, each page believes that it has the focus. */
  async function turn(from: Workbench, to: Workbench): Promise<void> {
    for (const [{ page }, hasFocus] of [
      [from, false],
      [to, false],
      [to, true],
    ] as const)
      await page.evaluate((focused) => {
        document.hasFocus = () => focused;
        window.dispatchEvent(new Event(focused ? 'focus' : 'blur'));
      }, hasFocus);
  }

  /** Chooses a price table in the dialog, without accepting it. */
  async function choose(workbench: Workbench, id: string): Promise<void> {
    await workbench.runCommand('API Spend: Update Prices');
    await workbench.pick('file', 'From a file');
    const input = workbench.quickInput().locator('input[type="text"]');
    const file = join(path, `${id}.json`);
    await expect(input).toHaveValue(/\/$/);
    await input.fill(file);
    await workbench
      .quickRows()
      .filter({ hasText: `${id}.json` })
      .waitFor();
    await expect(input).toHaveValue(file);
  }

  /** The models of the loaded tables in the comparison. */
  async function loadedModels(workbench: Workbench): Promise<readonly string[]> {
    await workbench.runCommand('API Spend: Compare Models');
    await workbench.quickRows().nth(5).waitFor();
    await workbench.quickInput().locator('input[type="text"]').fill('acme');
    const found = ['one', 'two'].map(async (id) => {
      const count = await workbench.modelRow(`acme/${id}`).count();
      return count > 0 ? id : '';
    });
    const ids = (await Promise.all(found)).filter((id) => id !== '');
    await workbench.closeQuickInput();
    return ids;
  }

  test('have the settings that either of them saves, also at the same time', async () => {
    const focused = ({ page }: Workbench): Locator => page.locator('.monaco-list-row.focused');
    await left.runCommand('API Spend: Set Scenario');
    await left.quickRows().filter({ hasText: 'Code review' }).waitFor();
    await left.typeText('code review');
    await focused(left).filter({ hasText: 'Code review' }).waitFor();
    await right.runCommand('API Spend: Select Model');
    await focused(right).filter({ hasText: 'Your model' }).waitFor();
    await right.typeText('openai/gpt-4o');
    await focused(right).and(right.modelRow('openai/gpt-4o')).waitFor();
    await Promise.all([left, right].map(async ({ page }) => page.keyboard.press('Enter')));
    await left.quickInput().filter({ hasText: 'Save In' }).waitFor();
    await left.page.keyboard.press('Enter');
    // gpt-4o: 2.5 and 10 USD; 2 x 2.5 + 5,500 x 10 = 55,005 millionths of a dollar.
    await left.statusText('$0.0550 · 2 tokens');
    await right.statusText('$0.0550 · 3 tokens');
  });

  test('have a report each', async () => {
    for (const [name, workbench] of Object.entries({ left, right })) {
      await workbench.runCommand('API Spend: Open Report');
      await expect(workbench.reportFrame().locator('h1')).toContainText(`${name}.txt`);
    }
    for (const workbench of [left, right]) {
      await workbench.reportFrame().locator('#export-copy').click();
      await workbench.reportFrame().locator('.outcome', { hasText: 'opied' }).waitFor();
    }
    await expect(left.reportFrame().locator('h1')).toContainText('left.txt');
  });

  test('keep both price tables when each loads one at the same time', async () => {
    await choose(left, 'one');
    await choose(right, 'two');
    await Promise.all([left, right].map(async ({ page }) => page.keyboard.press('Enter')));
    for (const workbench of [left, right]) await expect(workbench.quickInput()).toBeHidden();
    await turn(right, left);
    await expect.poll(() => loadedModels(left)).toEqual(['one', 'two']);
    await turn(left, right);
    await expect.poll(() => loadedModels(right)).toEqual(['one', 'two']);
  });

  test('both return to the bundled prices', async () => {
    await left.runCommand('API Spend: Use Bundled Prices');
    await expect.poll(() => loadedModels(left)).toEqual([]);
    await turn(left, right);
    await expect.poll(() => loadedModels(right)).toEqual([]);
  });
});
