// The report on files as one call: the switch, headers, files ticked off, and what to leave out.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { openReportOnFiles } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

/** Each is one token of o200k_base. */
const hellos = (count: number): string => ' hello'.repeat(count);

test.describe('files as one call in the report', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReportOnFiles(['project'], {
      files: {
        'project/docs/guide.md': hellos(60_000),
        'project/docs/history.md': hellos(35_000),
        'project/src/main.ts': hellos(70_000),
        'project/src/deep/view.ts': hellos(45_000),
        'project/README.md': hellos(1000),
      },
      // A window of 200,000 tokens; 500 of the answer.
      settings: { 'apiSpend.model': 'openai/o1' },
    }));
  });
  test.afterAll(() => workbench.close());

  const sum = () => frame.locator('.file-tree tfoot td').first();
  const amount = () => frame.locator('#yours .amount');
  const tick = (path: string) => frame.getByRole('checkbox', { name: `Send ${path}`, exact: true });

  test('is chosen with the keyboard, beside one call for each file', async () => {
    // 211,000 × 15 and 5 × 500 × 60 millionths.
    await expect(amount()).toHaveText('$3.32');
    const each = frame.locator('#files-as-each');
    await each.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await expect(frame.locator('h1')).toHaveText(/5 files in project as one call/);
    // 211,000 × 15 and 500 × 60 millionths: 3.165 + 0.03.
    await expect(amount()).toHaveText('$3.20');
    await expect(frame.locator('#headline')).toContainText('this call');
    // What the text costs, without the answer.
    await expect(frame.locator('.file-tree tfoot td').nth(1)).toHaveText('$3.17');
    await expect(frame.locator('.files-choice')).toContainText('The tokens of the files are added');
  });

  test('says what to leave out to fit, and leaves it out', async () => {
    const advice = frame.locator('.advice');
    // 211,500 are 11,500 too many.
    await expect(advice).toContainText('Without docs/history.md (35,000 tokens) it fits');
    await frame.locator('#take-advice').click();
    await expect(advice).toHaveCount(0);
    await expect(frame.locator('.ticked')).toContainText('4 of 5 files · 1 left out');
    await expect(sum()).toHaveText('176,000');
    // 176,000 × 15 and 500 × 60 millionths.
    await expect(amount()).toHaveText('$2.67');
    await expect(frame.locator('.treemap .tile[title*="history"]')).toHaveCount(0);
  });

  test('ticks folders and files off with the keyboard', async () => {
    const docs = tick('docs/');
    assert.equal(await docs.evaluate((box: HTMLInputElement) => box.indeterminate), true);
    await frame.locator('.file-tree .open', { hasText: 'src' }).click();
    await tick('src/').focus();
    await workbench.page.keyboard.press('Space');
    await expect(sum()).toHaveText('61,000');
    await expect(tick('src/')).toBeFocused();
    await expect(frame.locator('.file-tree tr.left-out', { hasText: 'main.ts' })).toContainText(
      'left out',
    );
    await tick('src/main.ts').press('Space');
    await expect(sum()).toHaveText('131,000');
    // Ticked in part, then as a whole.
    await docs.press('Space');
    await expect(sum()).toHaveText('166,000');
    await expect(frame.locator('.ticked')).toContainText('4 of 5 files · 1 left out');
  });

  test('keeps the choice after a reload', async () => {
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.ready();
    await frame.locator('#headline').waitFor();
    await expect(sum()).toHaveText('166,000');
    await expect(frame.locator('#files-as-one')).toBeChecked();
  });

  test('adds headers, which the editor counts, also after the reload', async () => {
    await frame.locator('#files-headers').selectOption('xml');
    await expect(sum()).not.toHaveText('166,000');
    const shown = Number((await sum().innerText()).replaceAll(',', ''));
    assert.ok(shown > 166_000 + 4 * 10 && shown < 166_000 + 4 * 60, String(shown));
    await frame.locator('#tick-all').click();
    await expect(frame.locator('#tick-all')).toHaveCount(0);
    await expect(frame.locator('.advice')).toHaveCount(1);
  });

  test('is exported as one call with the files that are ticked', async () => {
    await tick('README.md').press('Space');
    await expect(frame.locator('.ticked')).toContainText('4 of 5 files');
    await frame.locator('#export-format').selectOption('csv');
    await frame.locator('#export-copy').click();
    await frame.locator('.outcome', { hasText: 'clipboard' }).waitFor();
    const csv = await workbench.clipboardText();
    assert.match(csv, /\n4 files in project as one call,openai,o1,/);
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations, wide and narrow, in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      await frame.locator('#filter').fill('o1 openai');
      for (const [where, resize] of [
        ['wide', () => workbench.resize(WIDE)],
        ['in 320 pixels', () => workbench.resizeReport(320, WIDE.height)],
      ] as const) {
        await resize();
        await workbench.reportSettled();
        await frame.locator('h1').scrollIntoViewIfNeeded();
        await workbench.screenshot(`together ${name} ${where} top`);
        await frame.locator('.file-tree').scrollIntoViewIfNeeded();
        await workbench.screenshot(`together ${name} ${where}`);
        assert.deepEqual(await axeViolations(frame), [], where);
      }
      const needed = await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
      assert.equal(needed, 320, `${needed} pixels in a column of 320`);
      await workbench.resize(WIDE);
    });
  }
});
