// The report as a newcomer meets it: beside the editor, narrow, and by keyboard.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { openReport } from '../support/openReport';

/** What a reader sees in a column beside the editor, in pixels. */
const FIRST_SCREEN = 900;

/** In the order in which they are read. */
const PARTS = [
  'header',
  '.answer',
  '.assumptions',
  '[aria-labelledby="chart-heading"]',
  '[aria-labelledby="table-heading"]',
  '[aria-labelledby="export-heading"]',
] as const;

interface Place {
  readonly top: number;
  readonly bottom: number;
}

test.describe('the report in a narrow column', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport('support-agent.prompt.md', {
      'apiSpend.model': 'openai/gpt-6-sol',
    }));
  });
  test.afterAll(() => workbench.close());

  const press = async (key: string): Promise<void> => workbench.page.keyboard.press(key);

  /** From the top of the page. */
  async function placeOf(selector: string): Promise<Place> {
    return frame
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const scrolled = element.ownerDocument.documentElement.scrollTop;
        return { top: top + scrolled, bottom: bottom + scrolled };
      });
  }

  test('takes the focus from its keys, and is read from its start by Tab', async () => {
    const hasFocus = async () =>
      frame.locator('html').evaluate(({ ownerDocument }) => ownerDocument.hasFocus());
    await workbench.runCommand('View: Focus First Editor Group');
    await expect.poll(hasFocus).toBe(false);
    await press('Control+K');
    await press('Control+G');
    await expect.poll(hasFocus).toBe(true);
    await press('Tab');
    await expect(frame.locator('#freeze')).toBeFocused();
  });

  for (const width of [320, 500, 1400]) {
    test(`is one column in ${width} pixels, in the order of the document, and needs no sideways scrolling`, async () => {
      await workbench.resizeReport(width, 1000);
      await workbench.reportSettled();
      const places = await Promise.all(PARTS.map(placeOf));
      const order = await frame
        .locator(PARTS.join(', '))
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      for (const [index, { top }] of places.slice(1).entries()) {
        assert.ok(top >= (places[index]?.bottom ?? 0), PARTS[index + 1]);
      }
      const needed = await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
      assert.equal(needed, width, `${needed} pixels in a column of ${width}`);
      const table = frame.locator('.table-scroll', { has: frame.locator('.models') });
      const hidden = await table.evaluate(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      );
      assert.equal(hidden, 0, `${hidden} pixels of the table cannot be seen`);
      await expect(frame.locator('.models thead th').nth(1)).toHaveText(/^Per call/);
      await workbench.screenshot(`report ${width}`);
    });
  }

  test('says the cost, three cheaper models and why, and the assumptions on the first screen', async () => {
    await workbench.resizeReport(500, 1000);
    await workbench.reportSettled();
    const chart = await placeOf('[aria-labelledby="chart-heading"]');
    assert.ok(chart.top + 100 < FIRST_SCREEN, `the picture begins at ${chart.top}`);
    const others = frame.locator('.others li');
    await expect(others).toHaveCount(3);
    for (const other of await others.all()) {
      await expect(other.locator('.other-model')).toContainText(/\$[\d.]+ in, \$[\d.]+ out/);
      await expect(other.locator('.number')).toContainText(/\$.*of your cost/);
      await expect(other.getByRole('button', { name: /^Choose .* as my model$/ })).toBeVisible();
    }
  });

  test('fits cost, headline and cheaper models into the first screen at 200 % beside an editor', async () => {
    // 521 pixels at 200 %.
    await workbench.resizeReport(260, 1000);
    await workbench.reportSettled();
    const last = frame.locator('.others li').last();
    const [name, cost] = [last.locator('bdi'), last.locator('.number')];
    const bottoms = await Promise.all(
      [frame.locator('#headline'), name, cost].map((each) =>
        each.evaluate((element) => element.getBoundingClientRect().bottom),
      ),
    );
    assert.ok(
      bottoms.every((bottom) => bottom <= 350),
      bottoms.join(' '),
    );
    await expect(frame.locator('.yours-facts')).toContainText('per million tokens');
    const needed = await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
    assert.equal(needed, 260);
    await workbench.screenshot('report 200 %');
    await workbench.resizeReport(500, 1000);
    await expect(frame.locator('.yours-facts')).toHaveCount(0);
    await expect(frame.locator('#yours')).toContainText('per million tokens');
  });

  for (const width of [260, 500]) {
    test(`has labels on its axes that do not overlap, in ${width} pixels`, async () => {
      await workbench.resizeReport(width, 1000);
      for (const chart of ['parts', 'call'] as const) {
        await frame.locator(`input[name="chart"][value="${chart}"]`).click();
        await workbench.reportSettled();
        const labels = await frame.locator('.costs .axis text').evaluateAll((texts) =>
          texts.map((text) => {
            const { left, right } = text.getBoundingClientRect();
            return { left, right };
          }),
        );
        assert.ok(labels.length >= 2, chart);
        for (const [index, { right }] of labels.slice(0, -1).entries()) {
          const gap = (labels[index + 1]?.left ?? 0) - right;
          assert.ok(gap >= 4, `${chart}: ${gap} pixels between labels ${index} and ${index + 1}`);
        }
        await frame.locator('.costs').scrollIntoViewIfNeeded();
        await workbench.screenshot(`axis ${chart} ${width}`);
      }
    });
  }

  test('says what the cheaper models are the cheapest of, and leads to all', async () => {
    const scope = frame.locator('#others-label');
    await expect(scope).toHaveText(/^Cheapest of \d+ current models that can be bought and fit$/);
    await frame.locator('#filter').fill('llama');
    await expect(scope).toHaveText(/ and of what the table lists, /);
    await expect(frame.locator('.models tbody .number').first()).toBeVisible();
    await frame.locator('#scope').click();
    await expect(scope).toHaveText(/^Cheapest of all [\d,]+ models that can be bought and fit$/);
    await expect(frame.locator('#filter')).toHaveValue('');
    await frame.locator('#scope').click();
    await expect(scope).toHaveText(/ current models that can be bought and fit$/);
  });

  test('is walked through from top to bottom by Tab', async () => {
    await frame.locator('#freeze').focus();
    const tops: number[] = [];
    for (let step = 0; step < 24; step++) {
      tops.push(
        await frame.locator('html').evaluate(({ ownerDocument, scrollTop }) => {
          const top = ownerDocument.activeElement?.getBoundingClientRect().top ?? NaN;
          return Math.round(top + scrollTop);
        }),
      );
      await press('Tab');
    }
    // Controls of one line differ in height.
    const backwards = tops.filter((top, index) => top < (tops[index - 1] ?? 0) - 16);
    assert.deepEqual(backwards, [], tops.join(' '));
  });

  test('opens the controls of an assumption in place, and closes them with Escape', async () => {
    const part = frame.locator('#assume-answer');
    await expect(part).toHaveText('500 output tokens');
    await part.focus();
    await press('Enter');
    await expect(part).toHaveAttribute('aria-expanded', 'true');
    const field = frame.locator('#scenario-outputTokens');
    await expect(field).toBeFocused();
    const [line, controls] = [
      await placeOf('.assumption-line'),
      await placeOf('#assumption-controls'),
    ];
    assert.ok(controls.top >= line.bottom && controls.top - line.bottom < 40);
    await workbench.typeText('10');
    await expect(part).toHaveText('10 output tokens');
    await expect(frame.locator('.tried')).toContainText('Tried, not saved: 10 output tokens');
    const note = await placeOf('.tried');
    assert.ok(note.bottom < FIRST_SCREEN / 2, `the note ends at ${note.bottom}`);
    await press('Escape');
    await expect(field).toHaveCount(0);
    await expect(part).toBeFocused();
    await expect(part).toHaveAttribute('aria-expanded', 'false');
  });

  test('ends what is tried when it moves on to another text', async () => {
    await expect(frame.locator('.tried')).toHaveCount(1);
    const shown = await frame.locator('#yours .amount').innerText();
    await expect(await workbench.statusTooltip()).toContainText(
      `The report tries other assumptions: ${shown} there.`,
    );
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile('summarize.ts');
    await expect(frame.locator('h1')).toHaveText('Cost of summarize.ts');
    await expect(frame.locator('.tried')).toHaveCount(0);
    await expect(frame.locator('#assume-answer')).toHaveText('500 output tokens');
  });

  test('chooses a cheaper model by keyboard, and keeps the focus near it', async () => {
    const first = frame.locator('.others li').first();
    const name = await first.locator('bdi').innerText();
    await first.getByRole('button').focus();
    await press('Enter');
    await expect(frame.locator('.figure-model')).toHaveText(name);
    await expect(frame.locator('#yours')).toBeFocused();
    await expect(frame.locator('.others')).toHaveCount(0);
    await workbench.saysDone(name.slice(0, 20), `per call with ${name}, your model now.`);
    // The way back is the next stop.
    await press('Tab');
    await expect(frame.locator('#restore-model')).toBeFocused();
    await expect(frame.locator('#restore-model')).toHaveText('Back to GPT-6 Sol');
    await press('Enter');
    await expect(frame.locator('.figure-model')).toHaveText('GPT-6 Sol');
    await expect(frame.locator('#yours')).toBeFocused();
    await expect(frame.locator('.answer .outcome')).toHaveText('Your model is GPT-6 Sol again.');
  });

  test('is read from its top where a report on files begins', async () => {
    await frame.locator('#export-copy').scrollIntoViewIfNeeded();
    const top = async () => frame.locator('html').evaluate(({ scrollTop }) => scrollTop);
    assert.ok((await top()) > 500);
    await workbench.estimateInExplorer('src');
    await expect(frame.locator('h1')).toHaveText(/src|summarize\.ts/);
    await expect.poll(top).toBe(0);
  });
});
