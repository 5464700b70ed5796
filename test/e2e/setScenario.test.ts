import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { fixtures } from '../support/workbench';

// support-agent.prompt.md has 613 tokens; with openai/o1: 613 x 15 + 500 x 60 = 39,195 millionths of a dollar.

test.describe('setting the scenario with the keyboard', () => {
  test.describe.configure({ mode: 'serial' });
  /** VS Code renders an icon and a link for these characters unless they are escaped. */
  const hostileName = 'odd $(bug) [x](y).md';
  let settingsFile: string;
  let workbench: Workbench;

  test.beforeAll(async () => {
    const { path: folder } = temporaryFolder('workspace');
    settingsFile = join(folder, '.vscode', 'settings.json');
    cpSync(join(fixtures, 'samples'), folder, { recursive: true });
    writeFileSync(join(folder, hostileName), 'hello world');
    workbench = await openWorkbench({ folder, settings: { 'apiSpend.model': 'openai/o1' } });
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText('$0.0392');
  });
  test.afterEach(() => workbench.closeQuickInput());
  test.afterAll(() => workbench.close());

  const title = (text: string): Locator =>
    workbench.quickInput().locator('.quick-input-title').filter({ hasText: text });

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  async function shows(text: string | RegExp): Promise<void> {
    await workbench.quickInput().filter({ hasText: text }).waitFor();
  }

  async function begin(): Promise<void> {
    await workbench.runCommand('API Spend: Set Scenario');
    await shows('Code review');
  }

  /** Waits for a step and answers it. */
  async function answer(step: string, text: string): Promise<void> {
    await title(step).waitFor();
    await workbench.typeText(text);
    await press('Enter');
  }

  /** Searches the list of notifications, because a toast may close before the test reads it. */
  async function notificationWith(text: string): Promise<Locator> {
    await workbench.runCommand('Notifications: Show Notifications');
    const notification = workbench.page.locator('.notifications-center .notification-list-item');
    await notification.filter({ hasText: text }).waitFor();
    return notification.filter({ hasText: text });
  }

  /** Waits until the workspace has exactly these settings. */
  async function savesInWorkspace(wanted: Readonly<Record<string, unknown>>): Promise<void> {
    const saved = (): unknown => JSON.parse(readFileSync(settingsFile, 'utf8'));
    await expect(() => assert.deepEqual(saved(), wanted)).toPass();
  }

  test('shows the cost of each preset and saves one in the user settings', async () => {
    await begin();
    // 614 x 15 + 5,500 x 60 = 339,195 millionths of a dollar, 50 times a day for 30 days.
    await shows('$0.339 per call, $508.79 a month');
    await workbench.screenshot('scenario-presets');
    await workbench.typeText('code review');
    await press('Enter');
    await title('(2/2)').waitFor();
    await workbench.screenshot('scenario-target');
    await press('Enter');
    await workbench.statusText('$0.339');
    assert.equal(existsSync(settingsFile), false);
  });

  test('returns to the default scenario with another preset', async () => {
    await begin();
    await workbench.typeText('one question');
    await press('Enter');
    await title('(2/2)').waitFor();
    await press('Enter');
    await workbench.statusText('$0.0392');
  });

  test('shows the effect of a value while it is typed and explains an invalid one', async () => {
    await begin();
    await workbench.typeText('custom');
    await press('Enter');
    await title('Output tokens (2/8)').waitFor();
    await shows('support-agent.prompt.md on openai/o1: $0.0392 per call, $1.18 a month');
    await workbench.typeText('2,000');
    // 613 x 15 + 2,000 x 60 = 129,195 millionths of a dollar.
    await shows('$0.129 per call (now $0.0392), $3.88 a month (now $1.18)');
    await workbench.screenshot('scenario-effect');
    await workbench.typeText(' and more');
    await shows('Type a whole number from 0 to 10,000,000, such as 2,000.');
    await workbench.screenshot('scenario-wrong');
    await press('Enter');
    await title('Output tokens (2/8)').waitFor();
    await workbench.closeQuickInput();
    await workbench.statusText('$0.0392');
    assert.equal(existsSync(settingsFile), false);
  });

  test('shows the name of the file as plain text', async () => {
    await workbench.openFile('odd');
    await workbench.statusText('2 tokens');
    await begin();
    await workbench.typeText('custom');
    await press('Enter');
    await shows('odd $(bug) [x] (y).md on openai/o1: $0.0300 per call');
    await workbench.closeQuickInput();
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText('$0.0392');
  });

  test('asks for all values, goes back, and writes the changed ones to the workspace settings', async () => {
    await begin();
    await workbench.typeText('custom');
    await press('Enter');
    await answer('Output tokens (2/8)', '1k');
    await title('Reasoning tokens (3/8)').waitFor();
    await press('Control+Alt+Minus');
    await title('Output tokens (2/8)').waitFor();
    assert.equal(await workbench.quickInput().locator('input').first().inputValue(), '1000');
    await press('Enter');
    await answer('Reasoning tokens (3/8)', '0');
    await answer('Cached share of the prompt (4/8)', '25 %');
    await title('Batch (5/8)').waitFor();
    await workbench.screenshot('scenario-batch');
    await press('Enter');
    await answer('Calls per day (6/8)', '2 000');
    await answer('Messages in the prompt (7/8)', '0');
    await title('Save In (8/8)').waitFor();
    await workbench.typeText('workspace');
    await press('Enter');
    // 613 tokens are below the cache minimum of o1: 613 x 15 + 1,000 x 60 = 69,195.
    await workbench.statusText('$0.0692');
    await savesInWorkspace({
      'apiSpend.scenario.outputTokens': 1000,
      'apiSpend.scenario.cachedShare': 0.25,
      'apiSpend.scenario.callsPerDay': 2000,
    });
  });

  test('explains that workspace settings override user settings', async () => {
    await begin();
    await workbench.typeText('chat turn');
    await press('Enter');
    await title('(2/2)').waitFor();
    await shows('take precedence here: Output tokens');
    await workbench.screenshot('scenario-overridden');
  });

  test('keeps the values if the settings file cannot be written', async () => {
    const half = '{ "apiSpend.scenario.outputTokens": 1000, "apiSpend.model": ';
    mkdirSync(dirname(settingsFile), { recursive: true });
    writeFileSync(settingsFile, half);
    await workbench.statusText('$0.0692');
    await begin();
    await workbench.typeText('batch classification');
    await press('Enter');
    await title('(2/2)').waitFor();
    await workbench.typeText('workspace');
    await press('Enter');
    const notification = await notificationWith('could not be saved');
    await workbench.screenshot('scenario-unsaved');
    assert.equal(readFileSync(settingsFile, 'utf8'), half);
    await notification.getByRole('button', { name: 'Open Settings (JSON)' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();

    writeFileSync(settingsFile, '{}');
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText('$0.0392');
    await workbench.runCommand('API Spend: Set Scenario');
    await shows('Your values that could not be saved');
    await workbench.screenshot('scenario-again');
    await press('Enter');
    await title('(2/2)').waitFor();
    await workbench.typeText('workspace');
    await press('Enter');
    // A batch costs half: (613 x 15 + 10 x 60) / 2 = 4,897.5 millionths of a dollar.
    await workbench.statusText('$0.00490');
    await savesInWorkspace({
      'apiSpend.scenario.outputTokens': 10,
      'apiSpend.scenario.batch': true,
      'apiSpend.scenario.callsPerDay': 10_000,
    });
  });
});

test.describe('setting the scenario without an open editor', () => {
  test.describe.configure({ mode: 'serial' });
  test('shows no effect and saves in the user settings without asking', async () => {
    const workbench = await openWorkbench({ folder: undefined });
    try {
      await workbench.runCommand('API Spend: Set Scenario');
      const row = workbench.quickRows().filter({ hasText: 'Code review' });
      assert.doesNotMatch(await row.innerText(), /per call/);
      await workbench.typeText('code review');
      await workbench.page.keyboard.press('Enter');
      const saved = workbench.page.getByText('The assumptions are saved in your user settings.');
      await saved.first().waitFor();
    } finally {
      await workbench.close();
    }
  });
});
