import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { startWorkbench } from '../support/workbench';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

describe('the report in VS Code', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let frame: FrameLocator;

  before(async () => {
    workbench = await startWorkbench({
      fixture: 'samples',
      viewport: WIDE,
      settings: { 'apiSpend.model': 'openai/o1' },
    });
    frame = workbench.reportFrame();
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText(/\$\d/);
    await workbench.runCommand('API Spend: Open Report');
    await frame.locator('#headline').waitFor();
  });
  after(() => workbench.close());

  const amount = (id: string): Locator => frame.locator(`#${id} .amount`);

  /** How far down the page is. */
  const scrollTop = async (): Promise<number> =>
    frame.locator('html').evaluate((html) => Math.round(html.scrollTop));

  /** Waits until a figure reads as wanted. */
  async function shows(locator: Locator, text: string | RegExp): Promise<void> {
    await locator.filter({ hasText: text }).waitFor();
  }

  /** Opens a file beside the report, where the text is. */
  async function openBeside(name: string): Promise<void> {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(name);
  }

  it('shows what the status bar shows', async () => {
    const [cost] = (await workbench.statusText(/\$\d/)).split(' ·');
    await shows(amount('yours'), cost ?? '');
    assert.match(await frame.locator('#headline').innerText(), /costs .* times less than o1/);
  });

  it('follows the editor, unless it is pinned', async () => {
    const before = await amount('yours').innerText();
    await frame.locator('#pin').click();
    await openBeside('summarize.ts');
    await workbench.statusText(/\$\d/);
    await shows(frame.locator('h1'), 'support-agent.prompt.md');
    assert.equal(await amount('yours').innerText(), before);
    await frame.locator('#pin').press('Space');
    await shows(frame.locator('h1'), 'summarize.ts');
    await openBeside('support-agent.prompt.md');
    await shows(frame.locator('h1'), 'support-agent.prompt.md');
  });

  it('answers a control at once, and saves it for the user', async () => {
    const field = frame.locator('#scenario-outputTokens');
    await field.fill('1000');
    await shows(amount('yours'), '$0.0692');
    await frame.getByRole('button', { name: 'Save for me' }).click();
    await workbench.statusText('$0.0692');
    await shows(frame.locator('.outcome'), 'saved in your user settings');
    await field.fill('500');
    await frame.getByRole('button', { name: 'Save for me' }).click();
    await workbench.statusText('$0.0392');
  });

  it('saves for the workspace with the keyboard', async () => {
    const field = frame.locator('#scenario-outputTokens');
    await field.fill('750');
    await frame.getByRole('button', { name: 'Save for this workspace' }).press('Enter');
    await shows(frame.locator('.outcome'), 'saved in the workspace settings');
    await workbench.statusText('$0.0542');
    assert.equal(await field.inputValue(), '750');
  });

  it('copies each format', async () => {
    for (const [format, start] of [
      ['md', '### Cost of `support-agent.prompt.md`'],
      ['csv', 'path,provider,model,tokens'],
      ['json', '{\n  "schemaVersion": 1'],
      ['svg', '<svg xmlns='],
    ] as const) {
      await frame.locator('#export-format').selectOption(format);
      await frame.locator('#export-copy').click();
      await shows(frame.locator('.outcome'), /clipboard as/);
      const deadline = Date.now() + 10_000;
      while (!(await workbench.clipboardText()).startsWith(start)) {
        assert.ok(Date.now() < deadline, `${format} is not on the clipboard`);
      }
    }
  });

  it('is as it was after it was hidden', async () => {
    await frame.locator('#filter').fill('sonnet');
    await frame.locator('[data-column="month"]').click();
    await shows(frame.locator('.count'), /^\d of/);
    await frame.locator('#export-copy').scrollIntoViewIfNeeded();
    const place = await scrollTop();
    assert.ok(place > 0);
    await workbench.page.waitForTimeout(400);
    await workbench.page.locator('.tab', { hasText: 'API Spend Report' }).click();
    await workbench.openFile('zh-review.md');
    await frame.locator('#headline').waitFor({ state: 'detached' });
    await workbench.page.locator('.tab', { hasText: 'API Spend Report' }).click();
    await frame.locator('#headline').waitFor();
    assert.equal(await frame.locator('#filter').inputValue(), 'sonnet');
    const sorted = frame.locator('th[aria-sort]');
    assert.equal(await sorted.getAttribute('aria-sort'), 'ascending');
    assert.match(await sorted.innerText(), /^Per month/);
    await workbench.reportSettled();
    assert.equal(await scrollTop(), place);
    await frame.locator('#filter').fill('');
    await frame.locator('[data-column="call"]').click();
    await workbench.page.waitForTimeout(400);
  });

  it('is as it was after the window is loaded again', async () => {
    await frame.locator('#pin').click();
    const before = await frame.locator('#headline').innerText();
    await frame.locator('#scenario-outputTokens').fill('2000');
    await frame.locator('#headline').filter({ hasNotText: before }).waitFor();
    const title = await frame.locator('h1').innerText();
    const headline = await frame.locator('#headline').innerText();
    await workbench.page.waitForTimeout(1500);
    // The browser's own reload gives VS Code no time to save anything.
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.ready();
    // The extension host starts again too.
    await frame.locator('#headline').waitFor({ timeout: 60_000 });
    assert.equal(await frame.locator('h1').innerText(), title);
    assert.equal(await frame.locator('#scenario-outputTokens').inputValue(), '2000');
    assert.equal(await frame.locator('#headline').innerText(), headline);
    await frame.getByRole('button', { name: 'Back to settings' }).click();
    await frame.locator('#pin').click();
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    it(`has nothing that axe finds, in ${name}, wide and narrow`, async () => {
      await workbench.chooseTheme(name, bodyClass);
      const open = frame.locator('tbody .open').first();
      if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
      await workbench.reportSettled();
      await workbench.screenshot(`report ${theme}`);
      assert.deepEqual(await axeViolations(frame), [], 'wide');

      // All rows are alike: some are enough for the other sizes.
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
