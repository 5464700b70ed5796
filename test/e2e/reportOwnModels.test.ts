// Files that name their models: the status bar, the lens and the report on files say the same of each.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type FrameLocator } from '@playwright/test';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { WIDE } from '../support/reportThemes';
import { startWorkbench } from '../support/workbench';

const REPLY = `---
model:
  configuration:
    azure_deployment: gpt-4o
  parameters:
    max_tokens: 800
---
user:
Answer the letter below, in the words of a friend.
`;

const FILES = {
  'reply.prompty': REPLY,
  'ask.prompt.md': '---\nmodel: claude-haiku-4-5\n---\nSummarise the report in a sentence.',
  'plain.md': 'Some words about nothing in particular.',
};

test.describe('files that name their models', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;
  const folder = temporaryFolder('own').path;

  const useFileModels = (value: 'on' | 'ask'): void =>
    writeFileSync(
      join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'apiSpend.useFileModel': value }),
    );

  test.beforeAll(async () => {
    mkdirSync(join(folder, 'own'));
    mkdirSync(join(folder, '.vscode'));
    for (const [name, text] of Object.entries(FILES))
      writeFileSync(join(folder, 'own', name), text);
    workbench = await startWorkbench({
      folder,
      viewport: WIDE,
      settings: { 'apiSpend.model': 'openai/o1', 'apiSpend.codeLens.enabled': true },
    });
    frame = workbench.webviewFrame();
    await workbench.estimateInExplorer('own');
    await frame.locator('h1', { hasText: '3 files' }).waitFor();
  });
  test.afterAll(() => workbench.close());

  const rowOf = (name: string) => frame.locator('.file-tree tbody tr', { hasText: name });
  const costOf = async (name: string) => rowOf(name).locator('td').nth(1).innerText();

  test('are priced on one model until the user says otherwise, and the report says so', async () => {
    await expect(frame.locator('.file-model')).toHaveCount(0);
    await expect(frame.locator('.notes')).toContainText(
      'Prompt files that name a model, which is not used: 2. Open the setting for models that files name',
    );
  });

  test('are priced each on its own once the user says so, without another scan', async () => {
    useFileModels('on');
    await expect(frame.locator('.file-model')).toHaveText(['on GPT-4o', 'on Claude Haiku 4.5']);
    await expect(frame.locator('.notes')).toContainText(
      'Prompt files, priced on the model that they name: 2',
    );
    const sum = await frame.locator('.file-tree tfoot td').nth(1).innerText();
    await expect(frame.locator('#yours .amount')).toHaveText(sum);
    await expect(frame.locator('#yours')).toContainText('Your models OpenAI o1');
    await workbench.screenshot('own models');
  });

  for (const name of ['reply.prompty', 'ask.prompt.md', 'plain.md']) {
    test(`have the cost of the status bar: ${name}`, async () => {
      const cost = await costOf(name);
      await rowOf(name).locator('.file-name').click();
      const shown = await workbench.statusText(
        new RegExp(cost.replaceAll(/[.$]/g, String.raw`\$&`)),
      );
      assert.ok(shown.includes(`${cost} `), shown);
      if (name === 'plain.md') return;
      await workbench.page
        .locator('.codelens-decoration', { hasText: `${cost} per call` })
        .first()
        .waitFor();
    });
  }

  test('are the user’s again when the setting is', async () => {
    useFileModels('ask');
    await expect(frame.locator('.file-model')).toHaveCount(0);
    await expect(frame.locator('#yours')).toContainText('Your model OpenAI o1');
  });
});
