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

  const focused = (text: string): Locator =>
    workbench.quickInput().locator('.monaco-list-row.focused', { hasText: text });

  /** Chooses an assumption in the list of values. */
  async function pickValue(label: string): Promise<void> {
    await title('Set Scenario: Values').waitFor();
    await workbench.pick(label, label);
    await title(`Set Scenario: ${label}`).waitFor();
  }

  async function changeValue(label: string): Promise<void> {
    await workbench.pick('change one', 'Change one value');
    await pickValue(label);
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
    await workbench.pick('code review', 'Code review');
    await title('Save In').waitFor();
    await workbench.screenshot('scenario-target');
    await press('Enter');
    await workbench.statusText('$0.339');
    assert.equal(existsSync(settingsFile), false);
  });

  test('returns to the default scenario with another preset', async () => {
    await begin();
    await workbench.pick('one question', 'One question');
    await title('Save In').waitFor();
    await press('Enter');
    await workbench.statusText('$0.0392');
  });

  test('shows the effect of a value while it is typed and explains an invalid one', async () => {
    await begin();
    await changeValue('Output tokens');
    await title('Output tokens').waitFor();
    await shows('support-agent.prompt.md on OpenAI o1: $0.0392 per call, $1.18 a month');
    await workbench.typeText('2,000');
    // 613 x 15 + 2,000 x 60 = 129,195 millionths of a dollar.
    await shows('$0.129 per call (now $0.0392), $3.88 a month (now $1.18)');
    await workbench.screenshot('scenario-effect');
    await workbench.typeText(' and more');
    await shows('Type a whole number from 0 to 10,000,000, such as 2,000.');
    await workbench.screenshot('scenario-wrong');
    await press('Enter');
    await title('Output tokens').waitFor();
    await workbench.closeQuickInput();
    await workbench.statusText('$0.0392');
    assert.equal(existsSync(settingsFile), false);
  });

  test('shows the name of the file as plain text', async () => {
    await workbench.openFile('odd');
    await workbench.statusText('2 tokens');
    await begin();
    await changeValue('Output tokens');
    await shows('odd $(bug) [x] (y).md on OpenAI o1: $0.0300 per call');
    await workbench.closeQuickInput();
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText('$0.0392');
  });

  test('changes one value in one step, goes back, and writes what has changed to the workspace settings', async () => {
    await begin();
    await changeValue('Output tokens');
    await answer('Output tokens', '1k');
    await shows('1,000 (now 500)');
    await workbench.screenshot('scenario-values');
    await pickValue('Output tokens');
    assert.equal(await workbench.quickInput().locator('input').first().inputValue(), '1000');
    await press('Control+Alt+Minus');
    await title('Set Scenario: Values').waitFor();
    await pickValue('Service tier');
    await shows('Flex');
    await workbench.screenshot('scenario-choice');
    await press('Control+Alt+Minus');
    await pickValue('Cached share of the prompt');
    await answer('Cached share of the prompt', '25 %');
    await pickValue('Calls per day');
    await answer('Calls per day', '2 000');
    await title('Set Scenario: Values').waitFor();
    await focused('Save these values').waitFor();
    await press('Enter');
    await title('Save In').waitFor();
    await workbench.pick('workspace', 'Workspace');
    // 613 tokens are below the cache minimum of o1: 613 x 15 + 1,000 x 60 = 69,195.
    // 0.069195 x 2,000 x 30 = 4,151.7.
    await workbench.saysDone(
      '$4,151.70 a month',
      'This text now costs $0.0692 per call, $4,151.70 a month. Saved in the workspace settings: 1,000 output tokens, 25% of the prompt cached, 2,000 calls a day.',
    );
    await workbench.screenshot('scenario-saved');
    // At 500 pixels, the item is whole, and all of it is visible.
    await workbench.resize({ width: 500, height: 700 });
    const label = workbench.statusItem().locator('.statusbar-item-label');
    await expect.poll(async () => (await label.boundingBox())?.width ?? 0).toBeGreaterThan(0);
    // The editor lays its bars out again a while after the window has its size.
    await expect
      .poll(async () => {
        const box = await workbench.statusItem().boundingBox();
        return box && box.x >= 0 && box.x + box.width <= 500 && box.y + box.height <= 700;
      })
      .toBe(true);
    assert.equal(await label.evaluate((each) => each.scrollWidth - each.clientWidth), 0);
    await workbench.screenshot('scenario-saved-narrow');
    await workbench.resize({ width: 1280, height: 800 });
    await savesInWorkspace({
      'apiSpend.scenario.outputTokens': 1000,
      'apiSpend.scenario.cachedPercent': 25,
      'apiSpend.scenario.callsPerDay': 2000,
    });
  });

  test('explains that workspace settings override user settings', async () => {
    await begin();
    await workbench.pick('chat turn', 'Chat turn');
    await title('Save In').waitFor();
    await shows('take precedence here: Output tokens');
    await workbench.screenshot('scenario-overridden');
  });

  test('keeps the values if the settings file cannot be written', async () => {
    const half = '{ "apiSpend.scenario.outputTokens": 1000, "apiSpend.model": ';
    mkdirSync(dirname(settingsFile), { recursive: true });
    writeFileSync(settingsFile, half);
    await workbench.statusText('$0.0692');
    await begin();
    await workbench.pick('batch classification', 'Batch classification');
    await title('Save In').waitFor();
    await workbench.pick('workspace', 'Workspace');
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
    await title('Save In').waitFor();
    await workbench.pick('workspace', 'Workspace');
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
      await workbench.pick('code review', 'Code review');
      const saved =
        'Saved in your user settings: 1,500 output tokens, 4,000 reasoning tokens, 50 calls a day.';
      await workbench.page.locator('.statusbar-item', { hasText: saved }).waitFor();
    } finally {
      await workbench.close();
    }
  });
});
