// The report on several files: treemap, tree, keyboard, reload, hostile names and accessibility.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { visibleText } from '../../src/core/figures/visibleText';
import { axeViolations } from '../support/axe';
import { openReportOnFiles } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

/** File names with HTML, a formula, a bidirectional override and a line break. */
const HOSTILE_FILES = [
  '<img src=x onerror=document.body.remove()>.md',
  '=cmd().md',
  'invoice\u202edm.exe',
  'two\nlines.md',
];

/** More than have room for their names in a treemap. */
const MANY_FILES = Array.from({ length: 150 }, (_, index) => `note-${index}.md`);

/** A model name in the settings with all of these. */
const HOSTILE_MODEL = '=cmd()<img src=x onerror=document.body.remove()>\u202enwoN\nlines';

test.describe('the report on files in VS Code', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReportOnFiles(['prompts', 'src'], {
      files: {
        ...Object.fromEntries(HOSTILE_FILES.map((name) => [`hostile/${name}`, 'Some words.'])),
        ...Object.fromEntries(
          MANY_FILES.map((name) => [`many/${name}`, 'Some words. '.repeat(20)]),
        ),
        'hostile/empty.md': '',
      },
      settings: {
        'apiSpend.model': 'openai/o1',
        'apiSpend.pricing.customModels': [
          {
            id: 'acme/hostile',
            name: HOSTILE_MODEL,
            encoding: 'o200k_base',
            rates: { input: 1, output: 2 },
          },
        ],
      },
    }));
  });
  test.afterAll(() => workbench.close());

  /** Rows of the tree: name, tokens, cost, share. */
  async function lines(part: 'tbody' | 'tfoot'): Promise<readonly (readonly string[])[]> {
    const rows = await frame.locator(`.file-tree ${part} tr`).all();
    return Promise.all(rows.map(async (row) => row.locator('th, td').allInnerTexts()));
  }

  const tokensOf = (line: readonly string[] | undefined): number =>
    Number(line?.[1]?.replaceAll(',', ''));

  test('shows each folder as a row, each file as a tile, and the total', async () => {
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

  test('expands and collapses folders with the keyboard only', async () => {
    const folder = frame.locator('.file-tree .open').first();
    await frame.locator('.table-scroll', { has: frame.locator('.file-tree') }).focus();
    // The ticks of all files and of the folder come first.
    for (let tabs = 0; tabs < 3; tabs++) await workbench.page.keyboard.press('Tab');
    await expect(folder).toBeFocused();
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

  /** The tab of a file in the group beside the report. */
  const tab = (name: string) => workbench.page.locator('.tab.active', { hasText: name });

  test('opens a file from its tile, and from the table with the keyboard', async () => {
    const tile = frame.locator('.treemap .tile').first();
    const path = (await tile.getAttribute('title'))?.split(':')[0] ?? '';
    await tile.click();
    await expect(tab(path.slice(path.lastIndexOf('/') + 1))).toHaveCount(1);
    const names = frame.locator('.file-tree .file-name');
    const name = await names.last().innerText();
    await names.last().press('Enter');
    await expect(tab(name)).toHaveCount(1);
    await expect(frame.locator('h1')).toContainText('3 files');
  });

  test('has tiles whose areas are their shares, with the amounts of the table', async () => {
    await workbench.reportSettled();
    const { whole, tiles } = await frame.locator('.tiles').evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      const buttons = [...element.querySelectorAll('button')];
      return {
        whole: width * height,
        tiles: buttons.map((button) => {
          const box = button.getBoundingClientRect();
          // Half a pixel at each edge.
          return {
            title: button.title,
            area: box.width * box.height,
            unsure: box.width + box.height,
          };
        }),
      };
    });
    for (const { title, area, unsure } of tiles) {
      const share = Number(/\(([\d.]+)%\)/.exec(title)?.[1]) / 100;
      const off = Math.abs(area - share * whole);
      assert.ok(off <= unsure + whole * 0.0005, `${title}: ${off} square pixels off`);
    }
    const shown = await frame.locator('.file-tree .file-name').first().innerText();
    const row = frame.locator('.file-tree tr', { hasText: shown });
    const amount = await row.locator('td').nth(1).innerText();
    await expect(frame.locator('.tile', { hasText: shown }).locator('.tile-cost')).toHaveText(
      amount,
    );
  });

  test('zooms into a folder and back with the keyboard', async () => {
    // A click opens the first folder: with that of many files open, the other one would be out of sight.
    await workbench.estimateInExplorer('src', 'many');
    await frame.locator('h1', { hasText: '151 files' }).waitFor();
    const folder = frame.locator('.tile.folder', { hasText: 'many/' });
    await folder.press('Enter');
    const back = frame.locator('.folders button');
    await expect(back).toBeFocused();
    await expect(frame.locator('.tile[title^="many/note-"]').first()).toBeVisible();
    // The table is of the folder, too.
    await expect(frame.locator('.file-tree tfoot th')).toHaveText('All 150 files');
    await expect(frame.locator('.file-tree tfoot td').last()).toHaveText('100.0%');
    const rest = frame.locator('.tiles').getByRole('button', { name: /and \d+ more, \$/ });
    const left = /\d+/.exec(await rest.innerText())?.[0] ?? '';
    await rest.press('Enter');
    await expect(frame.locator('.folders')).toContainText(`many / ${left} more`);
    await expect(back.first()).toBeFocused();
    await expect(frame.locator('.file-tree tfoot th')).toHaveText(`All ${left} files`);
    await back.last().press('Enter');
    await expect(rest).toHaveCount(1);
    await back.press('Enter');
    await expect(folder).toHaveCount(1);
    await expect(back).toHaveCount(0);
    await workbench.estimateInExplorer('prompts', 'src');
    await frame.locator('h1', { hasText: '3 files' }).waitFor();
    await frame.locator('.file-tree .depth-1').first().waitFor();
  });

  test('restores the report on files after a reload with any editor open', async () => {
    const before = await frame.locator('#headline').innerText();
    await frame.locator('#assume-answer').click();
    await frame.locator('#scenario-outputTokens').fill('2000');
    await frame.locator('#headline').filter({ hasNotText: before }).waitFor();
    const title = await frame.locator('h1').innerText();
    const headline = await frame.locator('#headline').innerText();
    const files = await lines('tbody');
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.ready();
    await frame.locator('#headline').waitFor();
    await expect(frame.locator('h1')).toHaveText(title, { useInnerText: true });
    await expect(frame.locator('#headline')).toHaveText(headline, { useInnerText: true });
    await expect.poll(() => lines('tbody')).toEqual(files);
    // The editor opens only what it has counted itself, and has forgotten it.
    await frame.locator('.file-tree .file-name').first().click();
    // In the list of notifications, because a toast may close before the test reads it.
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'does not know its files any more' })
      .waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  test('shows and exports hostile names of files and models as text', async () => {
    await workbench.estimateInExplorer('hostile');
    await frame.locator('h1', { hasText: '4 files' }).waitFor();
    await expect(frame.locator('.skipped')).toContainText('empty.md: empty: nothing would be sent');
    const folder = frame.locator('.file-tree .open');
    if ((await folder.count()) > 0) await folder.click();
    const files = frame.locator('.file-tree .file-name');
    await expect
      .poll(async () => (await files.allInnerTexts()).toSorted())
      .toEqual(HOSTILE_FILES.map(visibleText).toSorted());
    await frame.locator('#filter').fill('acme');
    const model = frame.locator('.models > tbody .open bdi');
    await expect(model).toHaveText([visibleText(HOSTILE_MODEL)], { useInnerText: true });
    await workbench.screenshot('files-hostile');
    assert.equal(await frame.locator('img').count(), 0);

    await workbench.page.evaluate(() => navigator.clipboard.writeText(''));
    await frame.locator('#export-format').selectOption('csv');
    await frame.locator('#export-copy').click();
    await frame.locator('.outcome', { hasText: 'clipboard' }).waitFor();
    const csv = await workbench.clipboardText();
    assert.equal(csv.trimEnd().split(/\r?\n/).length, 1 + HOSTILE_FILES.length);
    assert.doesNotMatch(csv, /(?:^|,)"?[=@+-][a-z]|\u202e/m);
    for (const name of HOSTILE_FILES) assert.ok(csv.includes(visibleText(name)), csv);
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations, wide, zoomed and narrow, in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      // The test of the report on one text checks the table of models.
      await frame.locator('#filter').fill('o1 openai');
      for (const [where, resize] of [
        ['wide', () => workbench.resize(WIDE)],
        ['at 200 %', () => workbench.resize(WIDE, 2)],
        ['in 320 pixels', () => workbench.resizeReport(320, WIDE.height)],
      ] as const) {
        await resize();
        await workbench.reportSettled();
        await frame.locator('.treemap .tile').first().waitFor();
        await frame.locator('.treemap').scrollIntoViewIfNeeded();
        await workbench.screenshot(`files ${name} ${where}`);
        assert.deepEqual(await axeViolations(frame), [], where);
      }
      const needed = await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
      assert.equal(needed, 320, `${needed} pixels in a column of 320`);
      await workbench.resize(WIDE);
    });
  }
});
