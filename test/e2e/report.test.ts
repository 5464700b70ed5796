import assert from 'node:assert/strict';
import { expect, test, type FrameLocator, type Locator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { openReport } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

test.describe('the report in VS Code', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport('support-agent.prompt.md', {
      'apiSpend.model': 'openai/o1',
    }));
  });
  test.afterAll(() => workbench.close());

  const amount = (id: string): Locator => frame.locator(`#${id} .amount`);

  /** Vertical scroll position of the page in pixels. */
  const scrollTop = async (): Promise<number> =>
    frame.locator('html').evaluate((html) => Math.round(html.scrollTop));

  /** Waits until an element shows the wanted text. */
  async function shows(locator: Locator, text: string | RegExp): Promise<void> {
    await locator.filter({ hasText: text }).waitFor();
  }

  /** Opens a file in the editor group beside the report. */
  async function openBeside(name: string): Promise<void> {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(name);
  }

  test('shows the same cost as the status bar', async () => {
    const [cost] = (await workbench.statusText(/\$\d/)).split(' ·');
    await shows(amount('yours'), cost ?? '');
    assert.match(
      await frame.locator('#headline').innerText(),
      /costs ≈?1\/[\d,]+ of what OpenAI o1 costs/,
    );
  });

  test('follows the active editor unless it is frozen', async () => {
    const before = await amount('yours').innerText();
    await frame.locator('#freeze').click();
    await frame.locator('.mark', { hasText: 'Frozen' }).waitFor();
    await openBeside('summarize.ts');
    await workbench.statusText(/\$\d/);
    await shows(frame.locator('h1'), 'support-agent.prompt.md');
    assert.equal(await amount('yours').innerText(), before);
    await frame.locator('#freeze').press('Space');
    await shows(frame.locator('h1'), 'summarize.ts');
    await openBeside('support-agent.prompt.md');
    await shows(frame.locator('h1'), 'support-agent.prompt.md');
  });

  test('updates immediately and saves the scenario in the user settings', async () => {
    await frame.locator('#assume-answer').click();
    const field = frame.locator('#scenario-outputTokens');
    await expect(field).toBeFocused();
    await field.fill('1000');
    await shows(frame.locator('.tried'), 'Tried, not saved: 1,000 output tokens');
    await shows(amount('yours'), '$0.0692');
    await frame.getByRole('button', { name: 'Save for me' }).click();
    await workbench.statusText('$0.0692');
    await shows(frame.locator('.answer .outcome'), 'saved in your user settings');
    await frame.locator('.tried').waitFor({ state: 'detached' });
    await field.fill('500');
    await frame.getByRole('button', { name: 'Save for me' }).click();
    await workbench.statusText('$0.0392');
  });

  test('saves the scenario in the workspace settings with the keyboard', async () => {
    const field = frame.locator('#scenario-outputTokens');
    await field.fill('750');
    await frame.getByRole('button', { name: 'Save for this workspace' }).press('Enter');
    await shows(frame.locator('.answer .outcome'), 'saved in the workspace settings');
    await workbench.statusText('$0.0542');
    assert.equal(await field.inputValue(), '750');
  });

  test('copies the export in each format', async () => {
    for (const [format, start] of [
      ['md', '### Cost of `support-agent.prompt.md`'],
      ['csv', 'path,provider,model,tokens'],
      ['json', '{\n  "schemaVersion": 1'],
      ['svg', '<svg xmlns='],
    ] as const) {
      await frame.locator('#export-format').selectOption(format);
      await frame.locator('#export-copy').click();
      await shows(frame.locator('.toolbar .outcome'), /clipboard as/);
      await expect
        .poll(async () => (await workbench.clipboardText()).slice(0, start.length))
        .toBe(start);
    }
  });

  /** VS Code moves the focus into a page some time after it shows it, and a quick input that opens before closes then. */
  async function goToReport(): Promise<void> {
    await workbench.page.locator('.tab', { hasText: 'API Spend Report' }).click();
    const hasFocus = async () =>
      frame.locator('html').evaluate(({ ownerDocument }) => ownerDocument.hasFocus());
    await expect.poll(hasFocus).toBe(true);
  }

  test('restores its state after it was hidden', async () => {
    const count = frame.locator('.count[role="status"]');
    const before = await count.innerText();
    await frame.locator('#filter').fill('sonnet anthropic');
    await frame.locator('[data-column="month"]').click();
    await expect(count).not.toHaveText(before);
    // The charts are drawn after the table; while they grow, scroll anchoring moves the page.
    await workbench.reportSettled();
    await frame.locator('#export-copy').scrollIntoViewIfNeeded();
    await workbench.reportSettled();
    const place = await scrollTop();
    assert.ok(place > 0);
    await goToReport();
    await workbench.openFile('zh-review.md');
    await frame.locator('#headline').waitFor({ state: 'detached' });
    await goToReport();
    await frame.locator('#headline').waitFor();
    await expect(frame.locator('#filter')).toHaveValue('sonnet anthropic');
    const sorted = frame.locator('th[aria-sort]');
    await expect(sorted).toHaveAttribute('aria-sort', 'ascending');
    await expect(sorted).toHaveText(/^Per month/);
    await expect.poll(scrollTop).toBe(place);
    await frame.locator('#filter').fill('');
    await frame.locator('[data-column="call"]').click();
  });

  test('restores its state after the window was reloaded', async () => {
    await frame.locator('#freeze').click();
    const before = await frame.locator('#headline').innerText();
    await frame.locator('#scenario-outputTokens').fill('2000');
    await frame.locator('#headline').filter({ hasNotText: before }).waitFor();
    const title = await frame.locator('h1').innerText();
    const headline = await frame.locator('#headline').innerText();
    // A reload by the browser leaves VS Code no time to save its state.
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.ready();
    // The extension host restarts too.
    await frame.locator('#headline').waitFor();
    await expect(frame.locator('h1')).toHaveText(title, { useInnerText: true });
    await expect(frame.locator('#scenario-outputTokens')).toHaveValue('2000');
    await expect(frame.locator('#headline')).toHaveText(headline, { useInnerText: true });
    await frame.getByRole('button', { name: 'Back to settings' }).click();
    await frame.locator('#freeze').click();
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations, wide and narrow, in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      const open = frame.locator('tbody .open').first();
      if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
      await workbench.reportSettled();
      await workbench.screenshot(`report ${theme}`);
      assert.deepEqual(await axeViolations(frame), [], 'wide');

      // Rows have the same markup, so a few are enough for the other sizes.
      await frame.locator('#filter').fill('groq');
      await workbench.resize(WIDE, 2);
      await workbench.reportSettled();
      assert.deepEqual(await axeViolations(frame), [], 'at 200 %');
      await workbench.resizeReport(320, WIDE.height);
      const needed = await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
      assert.equal(needed, 320, `${needed} pixels in a column of 320`);
      assert.deepEqual(await axeViolations(frame), [], 'in 320 pixels');
      await frame.locator('#filter').fill('');
      await workbench.resize(WIDE);
    });
  }
});
