// A template with values: the questions, the status bar and the report.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { openSamples } from '../support/openReport';
import { REPORT_THEMES } from '../support/reportThemes';

// openai/o1: 15 and 60 USD per million input and output tokens, 500 output tokens. "hello" has 1 token, each " world" 1.

const TEMPLATE = '---\nname: Greet\n---\nsystem:\nhello {{a}}\n\nuser:\nhello {{b}} {{c}}\n';

const SAMPLES = [
  { a: 'world' },
  { a: 'world world' },
  { a: 'world world world world world world' },
];

test.describe('a template with values', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openSamples({
      files: { 'greet.prompty': TEMPLATE, 'greet.sample.json': JSON.stringify(SAMPLES) },
      settings: { 'apiSpend.model': 'openai/o1' },
    }));
    await workbench.openFile('greet.prompty');
    // 4, 5 and 9 tokens with the two that have no value as written: "hello", " {{", "b", "}}", " {{", "c", "}}".
    await workbench.statusText('$0.0302 · 11 tokens · for one call · mean of 3 samples');
  });
  test.afterAll(() => workbench.close());

  async function answer(prompt: string, value: string): Promise<void> {
    await workbench.quickInput().filter({ hasText: prompt }).waitFor();
    await workbench.typeText(value);
    await workbench.page.keyboard.press('Enter');
  }

  test('asks once for each placeholder without a value', async () => {
    await workbench.runCommand('API Spend: Fill In Template Values');
    await workbench
      .quickInput()
      .filter({ hasText: 'Fill in 2 placeholders without a value' })
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await answer('Value of b (1 of 2)', 'world');
    await answer('Value of c (2 of 2)', 'world');
    // 2 + 3, 3 + 3 and 7 + 3 tokens: 7 on average
    await workbench.statusText(/7 tokens · mean of 3 samples$/);
  });

  test('has the same number in the report, with the cost of each sample', async () => {
    await workbench.runCommand('API Spend: Open Report');
    await frame.locator('.samples').waitFor();
    await expect(frame.locator('.samples summary')).toHaveText(
      '3 samples: on average 7 tokens, $0.0301; the most expensive: 10 tokens, $0.0302 (sample 3).',
    );
    await frame.locator('.samples summary').click();
    await expect(frame.locator('.samples li').first()).toHaveText('5 tokens · $0.0301');
    await expect(frame.locator('.notes')).toContainText('Counted with sample values of greet.');
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      await workbench.reportSettled();
      assert.deepEqual(await axeViolations(frame), []);
      await frame.locator('.samples').scrollIntoViewIfNeeded();
      await workbench.page.screenshot({ path: test.info().outputPath(`${theme}.png`) });
    });
  }

  test('forgets the values when asked', async () => {
    await workbench.runCommand('API Spend: Fill In Template Values');
    await workbench.quickRows().filter({ hasText: 'Forget' }).waitFor();
    await workbench.pick('Forget', 'Forget the values that you gave');
    await workbench.statusText('$0.0302 · 11 tokens · mean of 3 samples');
  });
});
