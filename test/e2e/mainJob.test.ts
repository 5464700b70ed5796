import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { REPORT_THEMES } from '../support/reportThemes';
import { startWorkbench } from '../support/workbench';

const PRICE = /^≈?\$\d/;

/** The model to pick in each theme. Each theme must change the model. */
const MODELS = ['gpt-6.1-terra', 'gpt-6.2-sol', 'gpt-6-astra', 'gpt-6-luna'];

test.describe('the main tasks with the keyboard', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({ fixture: 'samples', isPackaged: true });
    await workbench.openFile('support-agent.prompt.md');
  });
  test.afterAll(() => workbench.close());

  async function comparisonRows(): Promise<string[]> {
    // VS Code adds the elements of rows in the order in which they came, not in that of the list.
    return workbench
      .quickRows()
      .evaluateAll((rows) =>
        rows
          .toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
          .map((row) => (row as HTMLElement).innerText),
      );
  }

  for (const [index, [theme, themeName]] of REPORT_THEMES.entries()) {
    const model = MODELS[index] ?? '';

    test(`shows the price of the open prompt and explains it, ${theme} theme`, async () => {
      await workbench.chooseTheme(theme, themeName);
      // What the number is of is said until a command is run.
      const shown = index === 0 ? / · [\d,]+ tokens · for one call$/ : / · [\d,]+ tokens$/;
      assert.match(await workbench.statusText(PRICE), shown);
      const tooltip = await workbench.statusTooltip();
      assert.match(
        await tooltip.innerText(),
        /Output \(assumed\)[\s\S]*One call[\s\S]*Price [^\n]+, (checked|listed) on/,
      );
      await workbench.screenshot('status-bar');
      await workbench.page.mouse.move(0, 0);
    });

    test(`compares all models, the user's first and then the cheapest, and keeps this order while filtering, ${theme} theme`, async () => {
      await workbench.runCommand('API Spend: Compare Models');
      await workbench.quickRows().nth(5).waitFor();
      await workbench.screenshot('comparison');
      const [yours = '', ...others] = await comparisonRows();
      assert.match(yours, /Your model/);
      const all = others.map(costOf);
      assert.deepStrictEqual(
        all,
        all.toSorted((a, b) => a - b),
      );
      await workbench.typeText('openai');
      const unlikeTyped = async () =>
        (await comparisonRows()).filter((row) => !row.includes('openai'));
      await expect.poll(unlikeTyped).toEqual([]);
      const [first = '', ...found] = await comparisonRows();
      assert.match(first, /Your model/);
      const filtered = found.map(costOf);
      assert.ok(filtered.length > 1);
      assert.deepStrictEqual(
        filtered,
        filtered.toSorted((a, b) => a - b),
      );
    });

    test(`shows the picked model in the status bar, ${theme} theme`, async () => {
      // While models are added, rows may move between reading them and pressing a key.
      await workbench
        .quickInput()
        .locator('.monaco-progress-container.active')
        .waitFor({ state: 'detached' });
      await workbench.quickInput().locator('input[type="text"]').fill(`openai/${model}`);
      // The model with the typed id is the first row.
      const row = workbench.modelRow(`openai/${model}`);
      await row.and(workbench.page.locator('.focused')).waitFor();
      const cost = /^≈?\$[\d.,]+/.exec(await row.innerText())?.[0] ?? '';
      await workbench.page.keyboard.press('Enter');
      await workbench.saysDone(`${cost} · GPT`, `${cost} per call with GPT`);
      // What was done is said for some seconds.
      await workbench.statusText(new RegExp(`^${cost.replaceAll(/[$.]/g, String.raw`\$&`)} · \\d`));
    });

    test(`follows typing, ${theme} theme`, async () => {
      const before = await workbench.statusText(PRICE);
      await workbench.page.keyboard.press('Control+End');
      await workbench.typeText(' and a few more words');
      await expect(workbench.statusItem()).not.toHaveText(before, { useInnerText: true });
      assert.ok(tokensOf(await workbench.statusText(PRICE)) > tokensOf(before));
    });

    test(`opens the report beside the text, with a row for each model and a chart, ${theme} theme`, async () => {
      await workbench.runCommand('API Spend: Open Report');
      const rows = workbench.webviewFrame().locator('tbody tr');
      await rows.nth(10).waitFor();
      assert.match(await rows.first().innerText(), /\$/);
      await workbench.webviewFrame().locator('figure.costs .dot').nth(10).waitFor();
      await workbench.screenshot('report');
    });

    test(`keeps the report and the status bar in sync while the report has the focus, ${theme} theme`, async () => {
      // Its row is drawn once it is near to what is visible.
      const yours = workbench.webviewFrame().locator('#yours');
      await expect(yours.locator('.figure-id')).toHaveText(`openai/${model}`);
      await workbench.webviewFrame().locator('h1').click();
      const [cost = ''] = (await workbench.statusText(PRICE)).split(' ');
      await expect(yours.locator('.amount')).toHaveText(cost);
      const tab = workbench.page.locator('.tab', { hasText: 'API Spend Report' });
      await tab.locator('.tab-actions .action-label').click();
      await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
    });
  }
});

/** The cost in a row, in dollars. */
function costOf(row: string): number {
  return Number(/\$([\d.]+)/.exec(row)?.[1]);
}

function tokensOf(status: string): number {
  return Number(/([\d,]+) tokens/.exec(status)?.[1]?.replaceAll(',', ''));
}
