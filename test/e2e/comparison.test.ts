import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

declare global {
  interface Window {
    rowLooks: string[];
  }
}

test.describe('the comparison', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({
      fixture: 'samples',
      isPackaged: true,
      settings: { 'apiSpend.model': 'openai/gpt-6-sol' },
    });
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText(/^\$\d/);
  });
  test.afterAll(() => workbench.close());

  const row = (text: string) => workbench.quickRows().filter({ hasText: text }).first();

  // Recycled rows keep the hidden label of their previous group.
  const group = (name: string) =>
    workbench.quickInput().locator('.quick-input-list-separator:visible', { hasText: name });
  const model = (id: string) => workbench.modelRow(id);
  const focusedModel = (id: string) => model(id).and(workbench.page.locator('.focused'));
  const focused = (text: string) =>
    workbench.quickInput().locator('.monaco-list-row.focused', { hasText: text });

  async function open(command: string): Promise<void> {
    await workbench.runCommand(`API Spend: ${command}`);
    await focusedModel('openai/gpt-6-sol').waitFor();
    await settled();
  }

  /** While rows still come, the first one becomes active again. */
  async function settled(): Promise<void> {
    const progress = workbench.quickInput().locator('.monaco-progress-container.active');
    await progress.waitFor({ state: 'detached' });
  }

  /** The costs of the visible rows from the top. */
  async function costsShown(): Promise<readonly number[]> {
    const rows = await workbench
      .quickRows()
      .evaluateAll((all) =>
        all.map((each) => ({ top: each.getBoundingClientRect().top, text: each.ariaLabel ?? '' })),
      );
    return rows
      .toSorted((a, b) => a.top - b.top)
      .flatMap(({ text }) => /^≈?\$([\d.]+),/.exec(text)?.[1] ?? [])
      .map(Number);
  }

  async function close(): Promise<void> {
    await workbench.page.mouse.move(0, 0);
    await workbench.closeQuickInput();
  }

  async function type(text: string): Promise<void> {
    await workbench.quickInput().locator('input[type="text"]').fill(text);
  }

  /** Records the rows in every frame. A string, because the compiled function would call helpers that the page lacks. */
  const WATCH = `{
    window.rowLooks = [];
    const look = () => {
      const rows = [...document.querySelectorAll('.quick-input-widget .monaco-list-row')];
      const shown = rows
        .map((row) => ({ top: row.getBoundingClientRect().top, text: row.ariaLabel ?? '' }))
        .filter(({ text }) => text.includes(' tokens'))
        .sort((a, b) => a.top - b.top);
      const ids = shown.map(({ text }) => text.split(' · ').at(-1).split(', ')[0]).join(' ');
      if (ids !== '' && window.rowLooks.at(-1) !== ids) window.rowLooks.push(ids);
      requestAnimationFrame(look);
    };
    look();
  }`;

  test("opens with the user's model, and no row moves when the others come", async () => {
    await workbench.page.evaluate(WATCH);
    await open('Compare Models');
    await group('Cheapest first').waitFor();
    const looks = await workbench.page.evaluate(() => window.rowLooks);
    for (const [index, ids] of looks.entries()) {
      assert.ok(ids.startsWith(looks[index - 1] ?? 'openai/gpt-6-sol'), looks.join('\n'));
    }
    await close();
  });

  test('pins a model above the others with the mouse', async () => {
    await open('Compare Models');
    await type('claude-opus-5-5');
    await model('anthropic/claude-opus-5-5').hover();
    await model('anthropic/claude-opus-5-5')
      .getByRole('button', { name: 'Pin to the Top' })
      .click();
    await model('anthropic/claude-opus-5-5').getByRole('button', { name: 'Unpin' }).waitFor();
    await type('');
    await focusedModel('openai/gpt-6-sol').waitFor();
    await group('Cheapest first').waitFor();
    assert.match(await workbench.quickRows().nth(0).innerText(), /gpt-6-sol[\s\S]*Your model/);
    assert.match(await workbench.quickRows().nth(1).innerText(), /claude-opus-5-5[\s\S]*Pinned/);
    await workbench.screenshot('comparison-pinned');
    await close();
  });

  test('pins and unpins a model with the keyboard only', async () => {
    await workbench.runCommand('API Spend: Pin Models');
    await type('anthropic/claude-opus-5-5');
    await group('With this name').waitFor();
    // The first key moves the focus from the input box to the list.
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Home');
    await focusedModel('anthropic/claude-opus-5-5').waitFor();
    await workbench.page.keyboard.press('Space');
    await workbench.screenshot('pin-models');
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput().waitFor({ state: 'hidden' });
    await open('Compare Models');
    await workbench.quickRows().nth(2).waitFor();
    await group('Cheapest first').waitFor();
    await group('Pinned').waitFor({ state: 'hidden' });
    await close();
  });

  const checkBox = (id: string) => model(id).getByRole('checkbox').first();

  test('keeps check boxes while the list is searched', async () => {
    await workbench.runCommand('API Spend: Pin Models');
    const ids = ['anthropic/claude-sonnet-5', 'openai/gpt-5'] as const;
    for (const [index, typed] of ['claude sonnet 5', 'gpt 5'].entries()) {
      const id = ids[index] ?? '';
      await type(typed);
      await focusedModel(id).waitFor();
      await checkBox(id).click();
    }
    await type('');
    await group('Pinned').waitFor();
    for (const id of ids) await expect(checkBox(id)).toBeChecked();
    await workbench.screenshot('pin-models-searched');
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput().waitFor({ state: 'hidden' });
    await open('Compare Models');
    await group('Pinned').waitFor();
    for (const id of ids) {
      // The first of the pinned rows has their heading.
      await model(id)
        .locator('.quick-input-list-separator:visible', { hasText: 'Pinned' })
        .waitFor();
      await model(id).hover();
      await model(id).getByRole('button', { name: 'Unpin' }).click();
    }
    await group('Pinned').waitFor({ state: 'hidden' });
    await close();
  });

  async function comparedWith(name: string): Promise<void> {
    await workbench
      .quickInput()
      .filter({ hasText: `compared with ${name}` })
      .waitFor();
    await row('1/').waitFor();
  }

  test('asks for a baseline once and compares with it', async () => {
    await workbench.runCommand('API Spend: Compare with Baseline');
    await row('per million tokens').waitFor();
    await type('openai/o1');
    await focusedModel('openai/o1').waitFor();
    await workbench.screenshot('baseline-search');
    await workbench.page.keyboard.press('Enter');
    await comparedWith('OpenAI o1');
    const said = 'Other models are now compared with OpenAI o1.';
    await workbench.saysDone('baseline: OpenAI o1', said);
    await workbench.screenshot('comparison-baseline');
    await close();
    await open('Compare with Baseline');
    await comparedWith('OpenAI o1');
    await workbench.quickInput().getByRole('button', { name: 'Change the Baseline' }).click();
    await row('per million tokens').waitFor();
    await type('openai/gpt-6-sol');
    await focusedModel('openai/gpt-6-sol').waitFor();
    await workbench.page.keyboard.press('Enter');
    await comparedWith('GPT-6 Sol');
    await close();
  });

  test('copies what can be bought now as Markdown, and says how many more models there are', async () => {
    await open('Compare Models');
    await workbench.quickInput().getByRole('button', { name: 'Copy as Markdown' }).click();
    const copied = () => workbench.clipboardText();
    await expect.poll(copied).toMatch(/^### Cost of `support-agent\.prompt\.md`/);
    const markdown = await copied();
    assert.match(markdown, /\| `openai\/gpt-6-sol` \| 613 \|/);
    assert.doesNotMatch(markdown, /`openai\/o1`/);
    assert.match(markdown, /<sub>\d+ of [\d,]+ models · /);
  });

  test('finds every model by words in any order, and says what to try if there is none', async () => {
    await open('Compare Models');
    await type('sol 6.2');
    await focusedModel('openai/gpt-6.2-sol').waitFor();
    await type('o1 openai');
    await model('openai/o1').filter({ hasText: 'no longer sold' }).waitFor();
    await workbench.screenshot('comparison-search');
    await type('sonnet 5');
    await row('Claude Sonnet 5').waitFor();
    await type('gpt 5');
    await focusedModel('openai/gpt-5').waitFor();
    await group('With this name').waitFor();
    // A digit is in every cost, and does not sort the rows.
    await type('4.1');
    await row('GPT-4.1').waitFor();
    const costs = await costsShown();
    assert.deepStrictEqual(
      costs,
      costs.toSorted((a, b) => a - b),
    );
    await workbench.screenshot('comparison-digits');
    await type('gpt 7');
    await focused('No model matches "gpt 7"').waitFor();
    await focused('Similar names:').waitFor();
    await row('openai/gpt-').waitFor();
    await workbench.screenshot('comparison-no-match');
    await close();
  });

  test('shows all models with the keyboard, and goes back', async () => {
    const { keyboard } = workbench.page;
    await open('Compare Models');
    // The last row comes when all models are counted.
    while (!(await focused('more models').isVisible())) await keyboard.press('PageDown');
    await workbench.screenshot('comparison-more');
    await keyboard.press('Enter');
    await workbench.page.getByRole('button', { name: /^Back/ }).click();
    await workbench.page.getByRole('button', { name: /^Back/ }).waitFor({ state: 'detached' });
    await focusedModel('openai/gpt-6-sol').waitFor();
    await close();
  });

  test("asks before a model that is no longer sold becomes the user's", async () => {
    const dialog = workbench.page.locator('.monaco-dialog-box');
    for (const [button, status] of [
      ['Cancel', '$0.00623'],
      ['Choose It', '$0.0392'],
    ] as const) {
      await open('Compare Models');
      await type('openai/o1');
      await focusedModel('openai/o1').waitFor();
      await workbench.page.keyboard.press('Enter');
      await dialog.filter({ hasText: 'OpenAI o1 is no longer sold' }).waitFor();
      await dialog.getByRole('button', { name: button }).click();
      await dialog.waitFor({ state: 'detached' });
      await workbench.statusText(status);
    }
    const said = '$0.0392 per call with OpenAI o1, your model now.';
    await workbench.saysDone('$0.0392 · OpenAI o1', said);
    await workbench.screenshot('comparison-chosen');
    await workbench.runCommand('API Spend: Select Model');
    await focusedModel('openai/o1').filter({ hasText: 'your model' }).waitFor();
    await workbench.screenshot('select-model');
    await type('sol 6');
    await row('GPT-6 Sol').waitFor();
    await workbench.screenshot('select-model-search');
    await type('openai/gpt-6-sol');
    await focusedModel('openai/gpt-6-sol').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.statusText('$0.00623');
  });

  test('opens a price sheet and the report', async () => {
    await open('Compare Models');
    await type('openai/gpt-6-sol');
    await model('openai/gpt-6-sol').hover();
    await model('openai/gpt-6-sol').getByRole('button', { name: 'Show Price Sheet' }).click();
    // A preview takes the focus when it has loaded; keys pressed before that are lost.
    await workbench.webviewFrame().getByRole('heading', { name: 'GPT-6 Sol' }).waitFor();
    await workbench.page.locator('.tab', { hasText: 'Prices: GPT-6 Sol' }).waitFor();
    // The text behind the sheet stays what the status bar prices.
    await workbench.statusItem().filter({ hasText: '613 tokens' }).waitFor();
    await workbench.screenshot('price-sheet');
    await workbench.openFile('support-agent.prompt.md');
    await workbench.runCommand('API Spend: Show Price Sheet');
    await focusedModel('openai/gpt-6-sol').filter({ hasText: 'your model' }).waitFor();
    await close();
    await open('Compare Models');
    await workbench.quickInput().getByRole('button', { name: 'Open Report' }).click();
    await workbench.page.locator('.tab', { hasText: 'API Spend Report' }).waitFor();
  });
});
