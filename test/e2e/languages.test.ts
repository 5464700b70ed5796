// Long words, and text from right to left: nothing may be cut off or lost. What is said is tested elsewhere.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { LONG, RIGHT_TO_LEFT } from '../../scripts/wording/pseudo.mjs';
import { WIDE } from '../support/reportThemes';
import { startWorkbench } from '../support/workbench';

/** The name of a text of the page, and how many pixels of it cannot be seen. */
interface Cut {
  readonly text: string;
  readonly pixels: number;
}

/** Elements with text of their own that is wider or higher than the room that they show. */
async function cutTexts(frame: FrameLocator): Promise<readonly Cut[]> {
  return frame.locator('body').evaluate((body) =>
    [...body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
      );
      if (!hasText || element.closest('.hidden') || element.offsetParent === null) return [];
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = overflowX === 'visible' ? 0 : element.scrollWidth - element.clientWidth;
      const high = overflowY === 'visible' ? 0 : element.scrollHeight - element.clientHeight;
      const pixels = Math.max(wide, high);
      return pixels > 1 ? [{ text: element.textContent.slice(0, 80), pixels }] : [];
    }),
  );
}

for (const { language, name, direction } of [
  { language: LONG, name: 'long words', direction: 'ltr' },
  { language: RIGHT_TO_LEFT, name: 'text from right to left', direction: 'rtl' },
]) {
  test.describe(name, () => {
    test.describe.configure({ mode: 'serial' });
    let workbench: Workbench;
    let frame: FrameLocator;

    test.beforeAll(async () => {
      workbench = await startWorkbench({
        fixture: 'samples',
        viewport: WIDE,
        pseudo: language,
        settings: { 'apiSpend.model': 'openai/gpt-6-sol' },
      });
      await workbench.openFile('support-agent.prompt.md');
      await workbench.statusText(/\d/);
    });
    test.afterAll(() => workbench.close());

    test('are in the status bar, whose item is no wider than its room', async () => {
      const item = workbench.statusItem();
      const label = (await item.locator('[aria-label]').first().getAttribute('aria-label')) ?? '';
      assert.match(label, direction === 'rtl' ? /[\u05d0-\u05ea]{3}/ : /~~/);
      await workbench.screenshot(`language ${language} status bar`);
      await workbench.statusTooltip();
      await workbench.screenshot(`language ${language} tooltip`);
    });

    test('are in the Command Palette and the comparison', async () => {
      await workbench.openQuickInput('F1');
      await workbench.page.keyboard.type('API Spend');
      await workbench.quickRows().first().waitFor();
      await workbench.screenshot(`language ${language} palette`);
      await workbench.closeQuickInput();
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Control+Y');
      await workbench.quickRows().nth(3).waitFor();
      await workbench.screenshot(`language ${language} comparison`);
      await workbench.closeQuickInput();
    });

    test('are in the report, which says its language and direction', async () => {
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Control+G');
      frame = workbench.reportFrame();
      await frame.locator('#yours .amount').waitFor();
      await expect(frame.locator('html')).toHaveAttribute('lang', language);
      await expect(frame.locator('html')).toHaveAttribute('dir', direction);
      const text = await frame.locator('body').innerText();
      assert.match(text, direction === 'rtl' ? /[\u05d0-\u05ea]{3}/ : /~~/);
    });

    for (const width of [400, 800]) {
      test(`fit the report in ${width} pixels`, async () => {
        await workbench.resizeReport(width, 1000);
        await workbench.reportSettled();
        await workbench.screenshot(`language ${language} report ${width}`);
        const needed = await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
        assert.equal(needed, width, `${needed} pixels in a column of ${width}`);
        assert.deepEqual(await cutTexts(frame), []);
      });
    }
  });
}
