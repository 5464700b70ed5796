import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type FrameLocator } from '@playwright/test';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { WIDE } from '../support/reportThemes';

// openai/o1: 15 and 60 USD per million input and output tokens, 500 output tokens. "hello world" has 2 tokens.

test.describe('a window without a folder', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    const settings = { 'apiSpend.model': 'openai/o1' };
    workbench = await openWorkbench({ folder: undefined, settings, viewport: WIDE });
    frame = workbench.reportFrame();
  });
  test.afterAll(() => workbench.close());

  test('prices an untitled text', async () => {
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.locator('.editor-instance .monaco-editor').first().waitFor();
    await workbench.typeText('hello world');
    await workbench.statusText('$0.0300 · 2 tokens');
  });

  test('saves assumptions in the user settings without a question', async () => {
    await workbench.runCommand('API Spend: Set Scenario');
    await workbench.quickRows().filter({ hasText: 'Code review' }).waitFor();
    await workbench.pick('code review', 'Code review');
    // 2 x 15 and 5,500 x 60 millionths of a dollar, 50 times a day: $495.045.
    await workbench.saysDone('$495.0', 'Saved in your user settings');
  });

  test('counts the text as a file', async () => {
    await workbench.runCommand('API Spend: Estimate Token Count and Cost of Files');
    await workbench.pick('untitled', 'Untitled-1');
    await expect(frame.locator('.file-tree .file-name')).toHaveText(['Untitled-1']);
    await expect(frame.locator('h1')).toContainText('Untitled-1');
  });

  test('saves an export where the user says', async () => {
    const { path } = temporaryFolder('exports');
    writeFileSync(join(path, 'neighbour.md'), '');
    const file = join(path, 'report.md');
    await frame.locator('#export-save').click();
    const input = workbench.quickInput().locator('input[type="text"]');
    // The dialog suggests a name in the home folder.
    await expect(input).toHaveValue(/^\/.+-cost\.md$/);
    await input.fill(file);
    await workbench.quickRows().filter({ hasText: 'neighbour.md' }).waitFor();
    await expect(input).toHaveValue(file);
    await workbench.page.keyboard.press('Enter');
    await frame.locator('.outcome', { hasText: 'Saved report.md' }).waitFor();
    expect(readFileSync(file, 'utf8')).toContain('Untitled-1');
  });
});
