import { expect, test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

async function openPrompt(): Promise<Workbench> {
  const settings = { 'apiSpend.model': 'openai/o1' };
  const workbench = await startWorkbench({ files: { 'prompt.txt': 'hello world' }, settings });
  await workbench.openFile('prompt.txt');
  await workbench.statusText('2 tokens');
  return workbench;
}

test.describe('hiding the status-bar item', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await openPrompt();
  });
  test.afterAll(() => workbench.close());

  test('says how it comes back, and brings it back', async () => {
    await workbench.runCommand('API Spend: Show or Hide Status Bar Item');
    await expect(workbench.statusItem()).toBeHidden();
    const { page } = workbench;
    // In the list of notifications, because a toast may close before the test reads it.
    await workbench.runCommand('Notifications: Show Notifications');
    const message = page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'API Spend is hidden in the status bar.' });
    await message.waitFor();
    await workbench.screenshot('item-hidden');
    await message.getByRole('button', { name: 'Show Again' }).click();
    await workbench.statusText('2 tokens');
  });
});

test.describe('the status-bar item in a narrow window', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await openPrompt();
    // As it is after its first appearance, at which it has more words.
    await (await workbench.statusTooltip()).getByText('Got it').click();
    await workbench.statusText(/2 tokens$/);
  });
  test.afterAll(() => workbench.close());

  /** The names of the entries on the right side that can be seen, from left to right. */
  async function shownEntries(): Promise<readonly string[]> {
    return workbench.page.evaluate(() => {
      const bar = document.querySelector('.part.statusbar')?.getBoundingClientRect();
      if (!bar) return [];
      const isShown = ({ top, bottom, left, right, width }: DOMRect): boolean =>
        width > 0 &&
        top >= bar.top &&
        bottom <= bar.bottom &&
        left >= bar.left &&
        right <= bar.right;
      return [...document.querySelectorAll('.statusbar .right-items > .statusbar-item')]
        .map((entry) => ({ entry, box: entry.getBoundingClientRect() }))
        .filter(({ box }) => isShown(box))
        .toSorted((a, b) => a.box.left - b.box.left)
        .map(({ entry }) => entry.id.replace(/^status\.editor\./, ''));
    });
  }

  const COST = 'api-spend.api-spend.cost';

  test('stands beside the language while there is room for all entries', async () => {
    const entries = await shownEntries();
    expect(entries).toContain('selection');
    expect(entries[entries.indexOf(COST) - 1]).toBe('eol');
    expect(entries[entries.indexOf(COST) + 1]).toBe('mode');
    await workbench.screenshot('status-wide');
  });

  for (const [widthPx, gone] of [
    [640, 'selection'],
    [500, 'encoding'],
  ] as const) {
    test(`is seen at ${widthPx} pixels, where other entries have no room`, async () => {
      await workbench.resize({ width: widthPx, height: 600 });
      await expect.poll(shownEntries).not.toContain(gone);
      expect(await shownEntries()).toContain(COST);
      await workbench.screenshot(`status-${widthPx}`);
    });
  }
});
