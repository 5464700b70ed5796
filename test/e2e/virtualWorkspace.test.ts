// A folder without a disk, in an editor whose extensions run in a web worker; and beside a folder of the disk.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type FrameLocator } from '@playwright/test';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { webExtension } from '../../scripts/host/webExtension.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { memoryExtension } from '../support/memoryWindow';
import { WIDE } from '../support/reportThemes';

// openai/o1: 15 and 60 USD per million input and output tokens, 500 output tokens. "hello world" has 2 tokens.

const SETTINGS = { 'apiSpend.model': 'openai/o1' };

const FILES = {
  'memfs:/project/.api-spend.json': '{ "discounts": { "openai/*": 0.5 } }',
  'memfs:/project/.gitignore': '*.log\n',
  'memfs:/project/prompts/a.txt': 'hello world',
  'memfs:/project/prompts/b.txt': 'hello world world',
  'memfs:/project/prompts/c.log': 'left out',
};

/** Opens a file of the explorer, because a virtual file system has no search. */
async function openInExplorer({ page }: Workbench, ...path: readonly string[]): Promise<void> {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  for (const name of path) await rows.filter({ hasText: name }).first().click();
  await page.locator('.tab.active', { hasText: path.at(-1) ?? '' }).waitFor();
}

test.describe('a virtual folder in an editor without a server', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    workbench = await openWorkbench({
      folder: 'memfs:/project',
      extension: webExtension().path,
      companion: await memoryExtension(FILES),
      settings: SETTINGS,
      viewport: WIDE,
    });
    frame = workbench.reportFrame();
  });
  test.afterAll(() => workbench.close());

  test("prices a file under its team's prices", async () => {
    await openInExplorer(workbench, 'prompts', 'a.txt');
    await workbench.statusText('$0.0150 · 2 tokens');
  });

  test('counts a folder by its ignore rules, and opens a file of it', async () => {
    await workbench.estimateInExplorer('prompts');
    await expect(frame.locator('.file-tree .file-name')).toHaveText(['b.txt', 'a.txt']);
    await expect(frame.locator('.file-tree tfoot')).toContainText('5');
    await frame.locator('.file-tree .file-name').first().click();
    await workbench.page.locator('.tab.active', { hasText: 'b.txt' }).waitFor();
  });

  test('saves an export beside the files', async () => {
    await frame.locator('#export-save').click();
    const input = workbench.quickInput().locator('input[type="text"]');
    await expect(input).toHaveValue(/^\/project\/prompts-cost\.\w+$/);
    await workbench.page.keyboard.press('Enter');
    await frame.locator('.outcome', { hasText: 'Saved prompts-cost' }).waitFor();
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row');
    await row.filter({ hasText: 'prompts-cost' }).waitFor();
  });

  test('keeps assumptions in its own settings', async () => {
    await workbench.runCommand('API Spend: Set Scenario');
    await workbench.quickRows().filter({ hasText: 'Code review' }).waitFor();
    await workbench.pick('code review', 'Code review');
    await workbench.quickRows().filter({ hasText: 'Workspace' }).first().click();
    await workbench.saysDone('$', 'Saved in your workspace settings');
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row');
    await row.filter({ hasText: '.vscode' }).waitFor();
  });
});

test.describe('a workspace of a folder of the disk and a virtual one', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    const { path } = temporaryFolder('workspace');
    mkdirSync(join(path, 'project'));
    writeFileSync(join(path, 'project', 'disk.txt'), 'hello world world world');
    const both = join(path, 'both.code-workspace');
    const folders = [{ path: 'project' }, { uri: 'memfs:/project', name: 'memory' }];
    writeFileSync(both, JSON.stringify({ folders }));
    workbench = await openWorkbench({
      folder: both,
      companion: await memoryExtension(FILES),
      settings: SETTINGS,
      viewport: WIDE,
    });
  });
  test.afterAll(() => workbench.close());

  test('has the prices of the folder of each file', async () => {
    await openInExplorer(workbench, 'disk.txt');
    await workbench.statusText('$0.0301 · 4 tokens');
    await openInExplorer(workbench, 'memory', 'prompts', 'a.txt');
    await workbench.statusText('$0.0150 · 2 tokens');
  });

  test('counts the files of both together', async () => {
    await workbench.estimateInExplorer('disk.txt', 'a.txt');
    const names = workbench.reportFrame().locator('.file-tree .file-name');
    await expect(names).toHaveCount(2);
    await expect(workbench.reportFrame().locator('.file-tree tfoot')).toContainText('6');
  });
});
