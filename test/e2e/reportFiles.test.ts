// The report on several files in a real window: from the explorer's menu, as a treemap and a tree, by mouse
// and keyboard, after a reload, and with axe.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { startWorkbench } from '../support/workbench';

const THEMES = [
  ['Light Modern', 'vscode-light'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
  ['Dark Modern', 'vscode-dark'],
] as const;

const WIDE = { width: 1500, height: 1000 };

/** The report has less than 320 pixels of it, beside VS Code's own bars. */
const NARROW = { width: 420, height: 1000 };

describe('the report on files in VS Code', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let frame: FrameLocator;

  before(async () => {
    workbench = await startWorkbench({
      fixture: 'samples',
      viewport: WIDE,
      settings: { 'apiSpend.model': 'openai/o1' },
    });
    frame = workbench.reportFrame();
    await workbench.estimateInExplorer('prompts', 'src');
    await frame.locator('.file-tree').waitFor();
  });
  after(() => workbench.close());

  /** The lines of the tree: name, tokens, cost, share. */
  async function lines(part: 'tbody' | 'tfoot'): Promise<readonly (readonly string[])[]> {
    const rows = await frame.locator(`.file-tree ${part} tr`).all();
    return Promise.all(rows.map(async (row) => row.locator('th, td').allInnerTexts()));
  }

  const tokensOf = (line: readonly string[] | undefined): number =>
    Number(line?.[1]?.replaceAll(',', ''));

  it('shows each folder as a line and each file as an area, with the sum', async () => {
    const folders = await lines('tbody');
    assert.deepEqual(
      folders.map(([name]) => name?.split(/\s/)[0]),
      ['prompts', 'src'],
    );
    const [sum] = await lines('tfoot');
    assert.equal(tokensOf(sum), tokensOf(folders[0]) + tokensOf(folders[1]));
    assert.equal(sum?.[2], await frame.locator('#yours .amount').innerText());
    assert.equal(sum[3], '100.0%');
    assert.equal(await frame.locator('.treemap .tile').count(), 3);
    assert.match(await frame.locator('h1').innerText(), /3 files/);
  });

  it('opens and closes folders with the keyboard alone', async () => {
    const folder = frame.locator('.file-tree .open').first();
    await frame.locator('.table-scroll', { has: frame.locator('.file-tree') }).focus();
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.press('Enter');
    await frame.locator('.file-tree .depth-1').first().waitFor();
    assert.equal(await folder.getAttribute('aria-expanded'), 'true');
    const [prompts, ...inside] = (await lines('tbody')).slice(0, 3);
    assert.equal(tokensOf(prompts), tokensOf(inside[0]) + tokensOf(inside[1]));
    await workbench.page.keyboard.press('Space');
    await frame.locator('.file-tree .depth-1').first().waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Enter');
    await frame.locator('.file-tree .depth-1').first().waitFor();
  });

  it('is there again after the window is loaded again, whatever is open', async () => {
    await frame.locator('#scenario-outputTokens').fill('2000');
    const title = await frame.locator('h1').innerText();
    const headline = await frame.locator('#headline').innerText();
    const files = await lines('tbody');
    // VS Code saves a page's state after a while.
    await workbench.page.waitForTimeout(1500);
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.ready();
    await frame.locator('#headline').waitFor({ timeout: 60_000 });
    assert.equal(await frame.locator('h1').innerText(), title);
    assert.equal(await frame.locator('#headline').innerText(), headline);
    assert.deepEqual(await lines('tbody'), files);
  });

  for (const [name, bodyClass] of THEMES) {
    it(`has nothing that axe finds, in ${name}, wide, zoomed and narrow`, async () => {
      await workbench.runCommand('Preferences: Color Theme');
      await workbench.quickInput().locator('input[type="text"]').fill(name);
      await workbench.quickRows().filter({ hasText: name }).first().click();
      await frame.locator(`body.${bodyClass}`).waitFor();
      const tile = frame.locator('.treemap .tile').first();
      for (const [size, zoom] of [
        [WIDE, 1],
        [WIDE, 2],
        [NARROW, 1],
      ] as const) {
        await workbench.resize(size, zoom);
        await tile.waitFor();
        await frame.locator('.file-tree').scrollIntoViewIfNeeded();
        const where = `${size.width} pixels, ${zoom * 100} %`;
        const path = join(projectFolder, 'out', 'screenshots', 'files', `${name} ${where}.png`);
        await workbench.page.screenshot({ path });
        assert.deepEqual(await axeViolations(frame), [], where);
      }
      const { column, needed } = await frame
        .locator('html')
        .evaluate((html) => ({ column: html.clientWidth, needed: html.scrollWidth }));
      assert.ok(column <= 320, `the column has ${column} px`);
      assert.ok(needed <= column, `${needed} px in a column of ${column} px`);
      await workbench.resize(WIDE);
    });
  }
});
