import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Locator } from '@playwright/test';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { fixtures } from '../support/workbench';

const PROMPTY = `---
name: Support
model:
  api: chat
---
system:
You answer customers of an online bookshop in short sentences.

user:
hello world
`;

test.describe('visible code lenses', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    const { path: folder } = temporaryFolder('workspace');
    cpSync(join(fixtures, 'samples'), folder, { recursive: true });
    writeFileSync(join(folder, 'support.prompty'), PROMPTY);
    const settings = { 'apiSpend.model': 'openai/o1', 'apiSpend.codeLens.enabled': true };
    workbench = await openWorkbench({ folder, settings });
  });
  test.afterAll(() => workbench.close());

  const lens = (text: string | RegExp): Locator =>
    workbench.page.locator('.codelens-decoration').filter({ hasText: text });

  test('appear above a prompt file and agree with the status bar: front matter is not sent', async () => {
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText('613 tokens');
    await lens(/^\s*613\stokens.* per call/).waitFor();
    const tooltip = await workbench.statusTooltip();
    await tooltip.filter({ hasText: 'The front matter is not counted: it is not sent.' }).waitFor();
    await workbench.screenshot('lens-prompt');
  });

  test('appear above each role and follow typing', async () => {
    await workbench.openFile('support.prompty');
    await lens('2 tokens · $0.0000300 as input').waitFor();
    await workbench.screenshot('lens-roles');
    await workbench.page.keyboard.press('Control+End');
    await workbench.typeText('hello world');
    // "hello w" has as many tokens, so the lens alone does not tell that all keys have arrived.
    await workbench.page
      .locator('.view-line', { hasText: /^hello.world$/ })
      .nth(1)
      .waitFor();
    // The line break between the texts is a token too.
    await lens('5 tokens · $0.0000750 as input').waitFor();
  });

  test('open the comparison for their text', async () => {
    await lens('5 tokens · $0.0000750 as input').locator('a').click();
    await workbench.quickRows().first().waitFor();
    await workbench.statusText('5 tokens selected');
    await workbench.screenshot('lens-comparison');
    await workbench.closeQuickInput();
    await workbench.statusText(/[^ ]{2,} tokens/);
  });
});
