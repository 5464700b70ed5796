// What a screen reader is given of the three surfaces: roles and names in their order.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { webviewTree, windowTree, type AxElement } from '../support/axTree';
import { openReport } from '../support/openReport';

/** Roles whose elements say nothing without a name. */
const NAMED = new Set([
  'button',
  'checkbox',
  'combobox',
  'figure',
  'heading',
  'img',
  'link',
  'radio',
  'region',
  'searchbox',
  'slider',
  'spinbutton',
  'table',
]);

test.describe('what screen readers get of the report in VS Code', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport('support-agent.prompt.md', {
      'apiSpend.model': 'openai/gpt-6-sol',
    }));
  });
  test.afterAll(() => workbench.close());

  const ofReport = async (): Promise<readonly AxElement[]> => webviewTree(workbench.page, frame);
  const has = (elements: readonly AxElement[], role: string, name: RegExp): boolean =>
    elements.some((each) => each.role === role && name.test(each.name));

  test('has a name for each control, chart and table, and headings in their order', async () => {
    for (const chart of ['call', 'parts', 'order'] as const) {
      await frame.locator(`input[name="chart"][value="${chart}"]`).click();
      await workbench.reportSettled();
      const elements = await ofReport();
      const nameless = elements.filter(({ role, name }) => NAMED.has(role) && name.trim() === '');
      assert.deepEqual(nameless, [], chart);
      const headings = elements.filter(({ role }) => role === 'heading').map(({ name }) => name);
      assert.deepEqual(headings, [
        'Cost of support-agent.prompt.md',
        'Assumptions',
        'Charts',
        'What drives the cost of GPT-6 Sol',
        'Models',
        'Export',
      ]);
    }
    await frame.locator('input[name="chart"][value="call"]').click();
  });

  test('reads columns and models by their names alone', async () => {
    const elements = await ofReport();
    assert.ok(has(elements, 'table', /^Models$/));
    const start = elements.findIndex(({ role, name }) => role === 'table' && name === 'Models');
    const table = elements.slice(start);
    const columns = table.filter(({ role }) => role === 'columnheader').map(({ name }) => name);
    assert.deepEqual(columns.slice(0, 2), ['Model', 'Per call']);
    const rows = table.filter(({ role }) => role === 'rowheader').map(({ name }) => name);
    assert.equal(rows[0], 'GPT-6 Sol');
    assert.ok(rows.every((name) => name !== '' && !name.startsWith('Pin ')));
  });

  test('is in the order of what is seen', async () => {
    // Of the elements that can be seen, each begins below the one before, or beside it.
    const tops = await frame
      .locator('h1, #yours, #headline, .others li, .scope, #baseline, #assume-answer, h2, h3')
      .evaluateAll((elements) => elements.map((each) => each.getBoundingClientRect().top));
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    );
  });

  test('is a changed cost once, in a polite live region that was there before', async () => {
    const spoken = frame.locator('#spoken-cost');
    await expect(spoken).toHaveText('');
    await expect(spoken).toHaveAttribute('role', 'status');
    const texts = await spoken.evaluateHandle((element) => {
      const seen: string[] = [];
      new MutationObserver(() => seen.push(element.textContent)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      return seen;
    });
    await frame.locator('#assume-answer').click();
    await frame.locator('#scenario-outputTokens').focus();
    await workbench.typeText('2000');
    await expect(frame.locator('#assume-answer')).toHaveText('2,000 output tokens');
    const amount = await frame.locator('#yours .amount').innerText();
    await expect(spoken).toHaveText(`The cost is now ${amount}.`);
    assert.deepEqual(await texts.evaluate((seen) => seen.filter((text) => text !== '')), [
      `The cost is now ${amount}.`,
    ]);
    const regions = (await ofReport()).filter(({ role }) => role === 'status');
    assert.ok(regions.length >= 3, 'the cost, what was done, and the number of models');
    await workbench.page.keyboard.press('Escape');
  });

  test('is the cost in words in the status bar and the comparison, too', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.statusText(/\$\d/);
    const bar = await windowTree(workbench.page);
    assert.ok(has(bar, 'button', /support-agent\.prompt\.md.*GPT-6 Sol/), 'the status bar');
    await workbench.runCommand('API Spend: Compare Models');
    await workbench.quickRows().filter({ hasText: 'GPT-6 Sol' }).first().waitFor();
    const list = await windowTree(workbench.page);
    const options = list.filter(({ role }) => ['option', 'listitem', 'checkbox'].includes(role));
    const rows = options.filter(({ name }) => name.includes('$'));
    assert.ok(rows.length >= 3, options.map(({ role, name }) => `${role} ${name}`).join('\n'));
    assert.match(rows[0]?.name ?? '', /^\$[\d.]+, GPT-6 Sol,.*Your model$/);
    await workbench.closeQuickInput();
  });
});
