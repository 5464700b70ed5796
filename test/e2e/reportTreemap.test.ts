// The treemap of the report on files, measured: areas are shares, and each label is whole and inside its tile.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { openReportOnFiles } from '../support/openReport';
import { WIDE } from '../support/reportThemes';

const words = (count: number) => 'Some words. '.repeat(count);

/** From one that is most of the cost to tiny ones; long names, and those of another script. */
const FILES: Readonly<Record<string, string>> = {
  'batch.jsonl': words(9000),
  'prompts/a-very-long-name-of-the-system-prompt-for-the-support-agents.prompt.md': words(2500),
  'prompts/日本語のとても長い名前のファイル.md': words(1500),
  'prompts/short.md': words(1200),
  'src/client.py': words(700),
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `src/parts/part-${index}.test.ts`,
      words(300 - 7 * index),
    ]),
  ),
};

/** Most of the cost in one file, nearly all else in a folder of small ones. */
const TWO_LARGE: Readonly<Record<string, string>> = {
  'huge.md': words(8100),
  'mid.md': words(340),
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`deep/prompt-${index}.md`, words(100)]),
  ),
};

interface DrawnTile {
  /** Path, number of files of a folder, amount, share and tokens; of a rest its label. */
  readonly title: string;
  readonly isRest: boolean;
  readonly isFolder: boolean;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** By how many pixels the text is outside. */
  readonly outside: number;
}

function inFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}

test.describe('the treemap of the report', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReportOnFiles(['mixed'], {
      files: { ...inFolder('mixed', FILES), ...inFolder('large', TWO_LARGE) },
      // Without an assumed answer the costs are as different as the texts; the counts are estimated.
      settings: {
        'apiSpend.model': 'anthropic/claude-sonnet-5',
        'apiSpend.scenario.outputTokens': 0,
      },
    }));
  });
  test.afterAll(() => workbench.close());

  async function readTiles() {
    return frame.locator('.tiles').evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      const tiles = [...element.querySelectorAll<HTMLElement>('.tile')].map((tile): DrawnTile => {
        const box = tile.getBoundingClientRect();
        const range = tile.ownerDocument.createRange();
        range.selectNodeContents(tile);
        const text = range.getBoundingClientRect();
        return {
          title: tile.title,
          isRest: tile.classList.contains('rest'),
          isFolder: tile.classList.contains('folder'),
          text: tile.textContent,
          width: box.width,
          height: box.height,
          outside: Math.max(
            box.left - text.left,
            text.right - box.right,
            box.top - text.top,
            text.bottom - box.bottom,
          ),
        };
      });
      return { whole: width * height, tiles };
    });
  }

  function checkAreas(tiles: readonly DrawnTile[], whole: number, isAllDrawn: boolean): void {
    const shares = tiles.map(({ title }) => Number(/\(≈?([\d.]+)%\)/.exec(title)?.[1]) / 100);
    const known = shares.filter((share) => !Number.isNaN(share)).reduce((a, b) => a + b, 0);
    tiles.forEach(({ title, isRest, width, height }, index) => {
      const share = isRest ? 1 - known : (shares[index] ?? NaN) / (isAllDrawn ? 1 : known);
      const off = Math.abs(width * height - share * whole);
      // Half a pixel at each edge, and what a share is rounded by.
      const unsure = width + height + whole * 0.0005 * (isRest ? tiles.length : 2);
      assert.ok(off <= unsure, `${title}: ${off} square pixels off`);
    });
  }

  /** "src/parts/: 40 files, ≈$0.0123 (≈1.2%), ≈1,234 tokens" has the label "parts/40 files, ≈$0.0123". */
  function isLabelOf(text: string, title: string): boolean {
    const [, path = '', amount = ''] = /^(.*): (.*≈\$[\d.]+) \(/.exec(title) ?? [];
    // One line has a space between name and amount.
    const name = text.slice(0, -amount.length).trimEnd();
    return name !== '' && text.endsWith(amount) && `/${path}`.endsWith(`/${name}`);
  }

  function checkLabels(tiles: readonly DrawnTile[]): void {
    for (const { title, isRest, text, outside } of tiles) {
      assert.ok(outside <= 0, `${title}: ${outside} pixels outside`);
      if (isRest) assert.match(text, /^and \d+ more, ≈\$[\d.]+$/);
      else assert.ok(isLabelOf(text, title), `${title}: ${text}`);
    }
  }

  /** Checks the shown picture, then what each folder and the rest show. @returns the paths of all files with tiles. */
  async function checkFrom(name: string): Promise<readonly string[]> {
    await workbench.reportSettled();
    const { whole, tiles } = await readTiles();
    assert.ok(tiles.length > 0, name);
    checkAreas(tiles, whole, (await frame.locator('.rest-note').count()) === 0);
    checkLabels(tiles);
    await frame.locator('.tiles').scrollIntoViewIfNeeded();
    await workbench.screenshot(`treemap ${name}`);
    const files = tiles.filter(({ isRest, isFolder }) => !isRest && !isFolder);
    const found = files.map(({ title }) => title.split(/: (?=≈?\$)/)[0] ?? '');
    const undrawn = await frame.locator('.rest-note.file').allInnerTexts();
    found.push(...undrawn.map((text) => text.split(/, (?=≈?\$)/)[0] ?? ''));
    // A folder inside a folder leads back through both.
    const depth = await frame.locator('.folders button').count();
    const zooms = frame.locator('.tile.folder, .tile.rest, .rest-note:not(.file)');
    for (let index = 0; index < (await zooms.count()); index++) {
      const all = await frame.locator('.file-tree tfoot th').innerText();
      await zooms.nth(index).press('Enter');
      await expect(frame.locator('.file-tree tfoot th')).not.toHaveText(all);
      found.push(...(await checkFrom(`${name} ${index}`)));
      await frame.locator('.folders button').nth(depth).press('Enter');
      await expect(frame.locator('.file-tree tfoot th')).toHaveText(all);
    }
    return found;
  }

  for (const width of [500, 1400]) {
    test(`has areas of its shares and whole labels in every zoom, ${width} pixels wide`, async () => {
      await workbench.resizeReport(width, WIDE.height);
      const found = await checkFrom(String(width));
      const names = (paths: readonly string[]) =>
        new Set(paths.map((path) => path.split('/').at(-1)));
      assert.deepEqual(names(found), names(Object.keys(FILES)));
    });
  }

  test('has a tile for each large entry, and the same folders at each width', async () => {
    await workbench.estimateInExplorer('large');
    await frame.locator('h1', { hasText: '62 files' }).waitFor();
    for (const width of [500, 1042, 1400]) {
      await workbench.resizeReport(width, WIDE.height);
      await workbench.reportSettled();
      const { whole, tiles } = await readTiles();
      checkAreas(tiles, whole, (await frame.locator('.rest-note').count()) === 0);
      checkLabels(tiles);
      await frame.locator('.tiles').scrollIntoViewIfNeeded();
      await workbench.screenshot(`treemap large ${width}`);
      const names = tiles.map(({ title }) => title.split(': ')[0]);
      // 2.4 % of a narrow page are a strip without room for a line; they are said below.
      const [note = ''] = await frame.locator('.rest-note').allInnerTexts();
      if (width < 1400) assert.match(note, /^mid\.md, ≈\$[\d.]+, not drawn$/);
      const drawn = width < 1400 ? ['huge.md', 'deep/'] : ['huge.md', 'deep/', 'mid.md'];
      assert.deepEqual(names, drawn, String(width));
    }
    await frame.locator('.tile.folder', { hasText: '60 files' }).click();
    await expect(frame.locator('.file-tree tfoot th')).toHaveText('All 60 files');
  });
});
