import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { REPORT_THEMES } from '../support/reportThemes';
import { startWorkbench } from '../support/workbench';

/** Text and width of the item in one frame. */
interface Look {
  readonly text: string;
  readonly width: number;
}

declare global {
  interface Window {
    looks: Look[];
  }
}

async function openFolder(text: string, settings: Record<string, unknown>): Promise<Workbench> {
  const all = { 'apiSpend.model': 'openai/o1', ...settings };
  const files = { 'prompt.txt': text };
  const workbench = await startWorkbench({ files, settings: all, isPackaged: true });
  await workbench.openFile('prompt.txt');
  return workbench;
}

/** Records the item in every frame. A string, because the compiled function would call helpers that the page lacks. */
const LOOK = `{
  window.looks = [];
  const look = () => {
    const item = document.getElementById('api-spend.api-spend.cost');
    const text = item?.innerText ?? 'gone';
    const width = item?.getBoundingClientRect().width ?? 0;
    const last = window.looks.at(-1);
    if (last?.text !== text || last.width !== width) window.looks.push({ text, width });
    requestAnimationFrame(look);
  };
  look();
}`;

function digitsOf(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}

test.describe('the status-bar item during typing', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    // 995 input tokens at 15 USD per million, no output tokens.
    const settings = { 'apiSpend.scenario.outputTokens': 0 };
    workbench = await openFolder('hello'.concat(' hello'.repeat(994)), settings);
    await workbench.statusText('995 tokens');
  });
  test.afterAll(() => workbench.close());

  test('widens only when it gains a digit, never narrows, and never changes its state', async () => {
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.evaluate(LOOK);
    for (const key of ' hello'.repeat(5)) {
      await workbench.page.keyboard.type(key, { delay: 60 });
    }
    await workbench.statusText('1,000 tokens');
    for (let key = 0; key < 12; key++) {
      await workbench.page.keyboard.press('Backspace', { delay: 60 });
    }
    await workbench.statusText('998 tokens');
    const looks = await workbench.page.evaluate(() => window.looks);
    assert.ok(looks.length > 5, JSON.stringify(looks));
    for (const { text } of looks)
      assert.match(text, /^[\u2007\u2008]?\$0\.01\d\d · .*tokens · for one call$/);
    let most = digitsOf(looks[0]?.text ?? '');
    for (const [index, { text, width }] of looks.entries()) {
      const before = looks[index - 1]?.width ?? width;
      const grows = digitsOf(text) > most;
      most = Math.max(most, digitsOf(text));
      assert.ok(grows ? width > before : width === before, `${text}: ${before} to ${width} px`);
    }
    assert.ok(most > digitsOf(looks[0]?.text ?? ''), 'a digit was added');
  });
});

/** Settings that make the tooltip show all its lines about a call. */
const FULL: Record<string, unknown> = {
  'apiSpend.model': 'anthropic/claude-haiku-5-5',
  'apiSpend.statusBar.show': 'costTokensAndModel',
  'apiSpend.budget.perCall': 0.0001,
  'apiSpend.budget.perMonth': 10,
  'apiSpend.scenario.callsPerDay': 1000,
  'apiSpend.scenario.cachedShare': 0.5,
  'apiSpend.scenario.reasoningTokens': 200,
};

test.describe('the readout over budget', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await openFolder('hello world. '.repeat(800), FULL);
  });
  test.afterAll(() => workbench.close());

  for (const [theme, name] of REPORT_THEMES) {
    test(`has the warning background and a legible tooltip, ${theme} theme`, async () => {
      await workbench.chooseTheme(theme, name);
      const before = await workbench.statusText('Claude Haiku');
      await workbench.screenshot('over-budget');
      await workbench.page.keyboard.press('Control+End');
      await workbench.typeText('and more');
      // An item that changes under the pointer, before its tooltip opens, has none.
      await expect(workbench.statusItem()).not.toHaveText(before, { useInnerText: true });
      const tooltip = await workbench.statusTooltip();
      await tooltip.filter({ hasText: 'since last save' }).waitFor();
      await workbench.screenshot('over-budget-tooltip');
      const text = await tooltip.innerText();
      assert.match(text, /One call is ≈\$[\d.]+ over the budget of \$0\.000100/);
      assert.match(text, /a month is ≈\$[\d.]+ over the budget of \$10\.00/);
      assert.doesNotMatch(text, /of the context window/, 'far from its limit');
      assert.match(text, /Change scenario/);
      const bounds = await tooltip.boundingBox();
      assert.ok(bounds && bounds.y >= 0 && bounds.x + bounds.width <= 1280, JSON.stringify(bounds));
      const classes = await workbench.statusItem().getAttribute('class');
      assert.match(classes ?? '', /warning-kind/);
    });
  }
});
