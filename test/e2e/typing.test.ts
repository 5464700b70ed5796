import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { get_encoding } from 'tiktoken';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { fixtures } from '../support/workbench';

const LINE = 'The quick brown fox jumps over the lazy dog, 42 times a day.\n';
const LINES = 82_000; // 5 MB
const PLACE = { line: 41_000, column: 21 };
const TYPED = ' It is typed by a person in the middle of a large file, 65 keys…';
/** An edit can join two chunks without a boundary and one neighbour. */
const MOST_RECOUNTED = 4096;

/** Counts with OpenAI's own package. */
function reference(text: string): number {
  const encoding = get_encoding('o200k_base');
  const tokens = encoding.encode_ordinary(text).length;
  encoding.free();
  return tokens;
}

test.describe('typing in a file of 5 MB', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    const { path: folder } = temporaryFolder('workspace');
    writeFileSync(join(folder, 'large.txt'), LINE.repeat(LINES));
    workbench = await openWorkbench({
      folder,
      extension: projectFolder,
      companion: join(fixtures, 'recountProbe'),
      settings: {
        'apiSpend.model': 'openai/o1',
        'apiSpend.scenario.outputTokens': 0,
        'apiSpend.statusBar.show': 'costAndTokens',
        'editor.wordBasedSuggestions': 'off',
      },
    });
    workbench.page.setDefaultTimeout(120_000);
    await workbench.openFile('large.txt');
    await workbench.statusText(/\b1,312,000 tokens/); // 16 per line
  });
  test.afterAll(() => workbench.close());

  test('shows the correct count after typing and recounts only the edited chunks per key', async () => {
    const { page } = workbench;
    const probe = page.locator('[id="api-spend-tests.recount-probe.probe"]');
    await workbench.runCommand('Recount Probe: Start');
    await probe.waitFor();
    await page.keyboard.press('Control+G');
    await workbench
      .quickInput()
      .locator('input[type="text"]')
      .fill(`:${PLACE.line}:${PLACE.column}`);
    await page.keyboard.press('Enter');
    await workbench.quickInput().waitFor({ state: 'hidden' });
    await workbench.typeText(TYPED);
    const offset = LINE.length * (PLACE.line - 1) + PLACE.column - 1;
    const text = LINE.repeat(LINES);
    const tokens = reference(text.slice(0, offset) + TYPED + text.slice(offset));
    await workbench.statusText(new RegExp(String.raw`\b${tokens.toLocaleString('en')} tokens`));
    await workbench.screenshot('typing');
    // VS Code may send fast keys to extensions as one change.
    await probe.filter({ hasText: /probe [1-9]\d* changes, most [1-9]/ }).waitFor();
    const most = Number(/most (\d+)/.exec(await probe.innerText())?.[1]);
    assert.ok(most > 0 && most <= MOST_RECOUNTED, `${most} characters`);
  });
});
