import { expect, test } from '@playwright/test';
import { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

const SETTINGS = { 'apiSpend.model': 'openai/o1', 'workbench.startupEditor': 'none' };

for (const host of ['current', 'oldest'] as const)
  test.describe(`the walkthrough in a VS Code without an open text (${host})`, () => {
    test.describe.configure({ mode: 'serial' });
    let workbench: Workbench;

    test.beforeAll(async () => {
      // In a smaller window, VS Code shows no pictures.
      const viewport = { width: 1600, height: 900 };
      workbench = await startWorkbench({ host, isPackaged: true, settings: SETTINGS, viewport });
    });
    test.afterAll(() => workbench.close());

    const page = () => workbench.page.locator('.gettingStartedContainer');
    const step = (title: string) => page().locator('.getting-started-step', { hasText: title });
    const ticked = () => page().locator('.getting-started-step .codicon.complete');

    /** Opens a step and follows its link. */
    async function follow(title: string, link: string): Promise<void> {
      await step(title).click();
      await step(title).locator('.monaco-button', { hasText: link }).click();
    }

    test('is opened by a command, with its picture and nothing ticked', async () => {
      await expect(workbench.statusItem()).toHaveText('API Spend: open a text');
      await workbench.runCommand('API Spend: Get Started');
      await expect(page().locator('.getting-started-step')).toHaveCount(5);
      await expect(ticked()).toHaveCount(0);
      const picture = page().getByAltText('The status bar with the cost');
      await expect(picture).toBeVisible();
      await expect
        .poll(async () =>
          decodeURIComponent(
            await picture.evaluate((image) => (image as HTMLImageElement).currentSrc),
          ),
        )
        .toMatch(/media\/walkthrough\/dark\/text\.webp/);
      await expect
        .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(300);
      await workbench.screenshot(`walkthrough-${host}`);
    });

    test('ticks the cost of a text, with a sample beside it', async () => {
      await follow('See what a text costs', 'Open a Sample Prompt');
      await workbench.statusText(/^\$[\d.]+ · [\d,]+ tokens · for one call$/);
      await expect(ticked()).toHaveCount(1);
    });
  });

test.describe('the first appearance of the status-bar item', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({
      files: { 'prompt.txt': 'hello world' },
      isPackaged: true,
      settings: SETTINGS,
    });
  });
  test.afterAll(() => workbench.close());

  const NEW = '$0.0300 · 2 tokens · for one call';
  const KNOWN = '$0.0300 · 2 tokens';

  /** Another window of the same user. */
  async function inAnotherWindow(): Promise<string> {
    const page = await workbench.page.context().newPage();
    const other = new Workbench(page, 'dark', () => page.close());
    await page.goto(workbench.page.url());
    await other.ready();
    await other.openFile('prompt.txt');
    const text = await other.statusText('2 tokens');
    await other.close();
    return text;
  }

  test('explains itself in the item and in its tooltip, without a message', async () => {
    await workbench.openFile('prompt.txt');
    await expect(workbench.statusItem()).toHaveText(NEW);
    const tooltip = await workbench.statusTooltip();
    await expect(tooltip).toContainText('New here? This is what one call with your text costs');
    await workbench.screenshot('first-appearance');
    await expect(workbench.page.locator('.notification-list-item')).toHaveCount(0);
  });

  test('is not repeated in a second window', async () => {
    expect(await inAnotherWindow()).toBe(KNOWN);
    await expect(workbench.statusItem()).toHaveText(NEW);
  });

  test('ends when it is closed', async () => {
    const tooltip = await workbench.statusTooltip();
    await tooltip.getByText('Got it').click();
    await expect(workbench.statusItem()).toHaveText(KNOWN);
    await expect(await workbench.statusTooltip()).not.toContainText('New here?');
  });

  test('does not come back after a restart', async () => {
    await workbench.page.reload();
    await workbench.ready();
    await workbench.openFile('prompt.txt');
    expect(await workbench.statusText('2 tokens')).toBe(KNOWN);
    await expect(workbench.statusItem()).toHaveText(KNOWN);
  });
});

test.describe('surfaces without anything to show', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({
      files: { 'empty.md': '', 'hollow/none.txt': '' },
      isPackaged: true,
      settings: SETTINGS,
    });
  });
  test.afterAll(() => workbench.close());

  const message = (text: string) =>
    workbench.page.locator('.notification-list-item').filter({ hasText: text });

  test('offer a sample prompt where a text is needed', async () => {
    await workbench.runCommand('API Spend: Compare Models');
    const offer = message('Open a text file first').first();
    await offer.getByRole('button', { name: 'Try a sample prompt' }).click();
    await workbench.statusText(/^\$[\d.]+ · [\d,]+ tokens/);
    await workbench.runCommand('View: Revert and Close Editor');
    await expect(workbench.statusItem()).toBeHidden();
  });

  test('say in an empty report how it fills', async () => {
    await workbench.runCommand('API Spend: Open Report');
    const note = workbench.reportFrame().locator('.message');
    await expect(note).toContainText('Open a text file, or click into one that is open');
    await workbench.screenshot('report-empty');
  });

  test('say of an empty file what would give it a cost', async () => {
    await workbench.openFile('empty.md');
    await workbench.statusText('No text');
    await expect(await workbench.statusTooltip()).toContainText('until you write in it');
    await workbench.screenshot('empty-file');
  });
});
