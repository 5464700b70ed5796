// The models in the report: the current selection, what a filter finds, all of them, and hosts of the same weights.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator, type Locator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { currentSelection } from '../../src/core/pricing/selection/current';
import { hostsOf } from '../../src/core/pricing/selection/hosts';
import { isSold } from '../../src/core/pricing/selection/sold';
import { bundledTable } from '../support/priceTables';
import { axeViolations } from '../support/axe';
import { openReport } from '../support/openReport';
import { WIDE } from '../support/reportThemes';

const RETIRED_ID = 'deepseek/deepseek-r1';
const HOST_ID = 'groq/openai/gpt-oss-120b';
const table = bundledTable();

test.describe('the models in the report', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport('summarize.ts', { 'apiSpend.model': 'openai/gpt-5' }));
  });
  test.afterAll(() => workbench.close());

  const row = (id: string): Locator =>
    frame.locator('.models tr', { has: frame.locator(`.open[title="${id}"]`) });
  const rowCount = (): Locator => frame.locator('.models');
  const press = async (key: string): Promise<void> => workbench.page.keyboard.press(key);

  test('are first those that are sold now, with how many more there are', async () => {
    const { models } = currentSelection(table, Date.now(), ['openai/gpt-5']);
    await expect(rowCount()).toHaveAttribute('aria-rowcount', `${models.length + 1}`);
    const more = (table.models.length - models.length).toLocaleString('en-US');
    await expect(frame.locator('.more')).toContainText(`${more} more models`);
    await expect(frame.locator('.toolbar .count[role="status"]')).toHaveText(
      `${models.length} of ${table.models.length.toLocaleString('en-US')} models`,
    );
    await expect(row(RETIRED_ID)).toHaveCount(0);
  });

  test('are found by a filter in the whole table, retired ones and hosts too', async () => {
    const retired = table.models.find(({ id }) => id === RETIRED_ID);
    assert.ok(retired && !isSold(retired, Date.now()));
    await frame.locator('#provider').selectOption('deepseek');
    await frame.locator('#filter').fill('r1');
    await row(RETIRED_ID).getByText('no longer sold').waitFor();
    await frame.locator('#provider').selectOption('');
    await frame.locator('#filter').fill('120b groq');
    await row(HOST_ID).waitFor();
    await expect(frame.locator('.more')).toHaveCount(0);
    await frame.locator('#filter').fill('');
    await expect(row(RETIRED_ID)).toHaveCount(0);
  });

  test('are all models on demand, from the top, and back', async () => {
    await frame.locator('#show-all').press('Enter');
    await expect(rowCount()).toHaveAttribute('aria-rowcount', `${table.models.length + 1}`);
    await expect(frame.locator('.table-scroll')).toBeFocused();
    await frame.locator('tr[aria-rowindex="2"]').waitFor();
    await frame.locator('#show-all').scrollIntoViewIfNeeded();
    await frame.locator(`tr[aria-rowindex="${table.models.length + 1}"]`).waitFor();
    const drawn = await frame.locator('tr[aria-rowindex]').count();
    assert.ok(drawn < 250, `${drawn} rows are drawn`);
    await frame.locator('#show-all').press('Enter');
    const { models } = currentSelection(table, Date.now(), ['openai/gpt-5']);
    await expect(rowCount()).toHaveAttribute('aria-rowcount', `${models.length + 1}`);
  });

  test('stay in their columns and lines while the page is scrolled', async () => {
    // In a narrow page, names have as many lines as they need.
    await workbench.resizeReport(1200, WIDE.height);
    await frame.locator('#show-all').click();
    await expect(rowCount()).toHaveAttribute('aria-rowcount', `${table.models.length + 1}`);
    await workbench.reportSettled();
    const columns = async (): Promise<readonly number[]> =>
      frame
        .locator('thead th[scope="col"]')
        .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
    const before = await columns();
    for (const index of [100, 1000, 2000, 500]) {
      const place = await frame.locator('.models').evaluate((models, wanted) => {
        const rows = models.getAttribute('aria-rowcount') ?? '';
        const { top, height } = models.getBoundingClientRect();
        models.ownerDocument.documentElement.scrollTop += top + (height * wanted) / Number(rows);
        return models.ownerDocument.documentElement.scrollTop;
      }, index);
      await workbench.reportSettled();
      assert.deepEqual(await columns(), before, `at row ${index}`);
      const after = await frame.locator('html').evaluate(({ scrollTop }) => scrollTop);
      // Rows that were not drawn before may differ from their mean height by parts of a pixel.
      assert.ok(Math.abs(after - place) < 10, `${place} became ${after}`);
    }
    await frame.locator('#show-all').click();
    await workbench.resize(WIDE);
  });

  test('unfold to the other hosts of their weights by keyboard, with their range of prices', async () => {
    const model = table.models.find(({ id }) => id === HOST_ID);
    assert.ok(model);
    const hosts = hostsOf(table, model, Date.now());
    assert.ok(hosts.length > 3);
    await frame.locator('#filter').fill('120b groq');
    const button = row(HOST_ID).locator('.unfold');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await row(HOST_ID).locator('.open').focus();
    await press('Tab');
    await expect(button).toBeFocused();
    await press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(frame.locator('tr.hosts')).toContainText(
      new RegExp(`on ${hosts.length} hosts: \\$[\\d.]+ to \\$[\\d.]+ per million input tokens`),
    );
    await expect(frame.locator('tr.host')).toHaveCount(hosts.length - 1);
    await workbench.screenshot('report hosts');
    assert.deepEqual(await axeViolations(frame), []);
    await press('Space');
    await expect(frame.locator('tr.host')).toHaveCount(0);
    await frame.locator('#filter').fill('');
  });
});
