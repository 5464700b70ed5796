// The report on a file of API requests.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { openSamples } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

/** A request of gpt-4o-mini, as a line of a batch. */
function line(index: number): string {
  const content = 'hello world '.repeat(1 + (index % 40)).trim();
  const body = {
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content }],
    // Line 7 wants more than the model can write.
    max_tokens: index === 7 ? 100_000 : 100,
  };
  return JSON.stringify({
    custom_id: `request-${index}`,
    method: 'POST',
    url: '/v1/chat/completions',
    body,
  });
}

const LINES = Array.from({ length: 300 }, (_, index) => line(index + 1));

test.describe('the report on a file of requests', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openSamples({
      files: { 'batch.jsonl': `${LINES.join('\n')}\nno request\n` },
      settings: { 'apiSpend.model': 'openai/gpt-6-sol' },
    }));
    await workbench.openFile('batch.jsonl');
    await workbench.statusText(/^\S* ?300 requests · \$[\d.]+ as a batch$/);
    await workbench.runCommand('API Spend: Open Report');
    await frame.locator('.requests').waitFor();
  });
  test.afterAll(() => workbench.close());

  const names = async (): Promise<readonly string[]> =>
    frame.locator('.requests tbody th .link').allInnerTexts();

  test('has the sum of the status bar, on the model that the requests state', async () => {
    const amount = await frame.locator('#yours .amount').innerText();
    const status = await workbench.statusText(/as a batch$/);
    assert.ok(status.includes(`${amount} as a batch`), `${amount} in ${status}`);
    await expect(frame.locator('h1')).toHaveText('Cost of 300 requests in batch.jsonl');
    await expect(frame.locator('#yours .figure-id')).toHaveText('openai/gpt-4o-mini');
    await expect(frame.locator('.notes')).toContainText('1 line is not in the price: line 301');
    await expect(frame.locator('.requests tfoot .number').last()).toHaveText(amount);
    await expect(frame.locator('.assumption-line')).toContainText('300 requests');
  });

  test('lists the dearest request first, and sorts and filters', async () => {
    assert.equal((await names())[0], 'line 7 · request-7');
    await frame.locator('.requests [data-column="request"]').click();
    assert.equal((await names())[0], 'line 1 · request-1');
    await frame.locator('#filter-requests').fill('request-29');
    await expect(frame.locator('.requests tbody tr')).toHaveCount(11);
    await frame.locator('#filter-requests').fill('nothing');
    await expect(frame.locator('.requests tbody tr')).toHaveCount(0);
    await frame.locator('#filter-requests').fill('');
    await frame.locator('#only-misfits').check();
    assert.deepEqual(await names(), ['line 7 · request-7']);
    await frame.locator('#only-misfits').uncheck();
  });

  test('goes to the line of a request', async () => {
    await frame.locator('#filter-requests').fill('request-250');
    await frame.locator('.requests tbody .link').first().click();
    await expect(workbench.page.locator('.statusbar-item', { hasText: 'Ln 250' })).toBeVisible();
    await frame.locator('#filter-requests').fill('');
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations, wide and narrow, in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      await frame.locator('#filter').fill('o1 openai');
      for (const [where, resize] of [
        ['wide', async () => workbench.resize(WIDE)],
        ['narrow', async () => workbench.resizeReport(360, WIDE.height)],
      ] as const) {
        await resize();
        await workbench.reportSettled();
        assert.deepEqual(await axeViolations(frame), [], where);
        await frame.locator('#requests-heading').scrollIntoViewIfNeeded();
        await workbench.page.screenshot({ path: test.info().outputPath(`${theme}-${where}.png`) });
      }
    });
  }
});
