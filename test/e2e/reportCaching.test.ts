// The chart of when caching pays, measured: each mark stands for its number within a pixel.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { exportedCosts, placeOf, readLines } from '../support/chartMarks';
import { openReport, openSamples } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

/** Its minimum is unknown, so a short file is cached. Writes at 1.25 times the input rate, reads at 0.025. */
const MODEL = 'anthropic/claude-fable-5-2';
const [WRITE, READ] = [1.25, 0.025];

/** In pixels. */
const EXACT = 1;

test.describe('the chart of when caching pays', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport('summarize.ts', {
      'apiSpend.model': MODEL,
      // The cost of a call is that of its prompt.
      'apiSpend.scenario.outputTokens': 0,
    }));
    await frame.locator('input[name="chart"][value="caching"]').click();
    await workbench.reportSettled();
  });
  test.afterAll(() => workbench.close());

  /** A picture of the window with the chart in it. */
  async function picture(name: string): Promise<void> {
    await frame.locator('#chart-heading').evaluate((heading) => heading.scrollIntoView());
    await workbench.screenshot(name);
  }

  for (const width of [500, 1400]) {
    test(`has its lines and their crossing at their numbers, ${width} pixels wide`, async () => {
      await workbench.resizeReport(width, WIDE.height);
      await workbench.reportSettled();
      const { total } = (await exportedCosts(workbench, frame)).get(MODEL) ?? assert.fail();
      const { xTicks, yTicks, scale, crossings, curves } = await readLines(frame);
      assert.equal(scale, 1);
      const at = (calls: number, usd: number) => ({
        x: placeOf(calls, xTicks, 'linear'),
        y: placeOf(usd, yTicks, 'linear'),
      });
      const sums: Readonly<Record<string, (calls: number) => number>> = {
        without: (calls) => calls * total,
        cached: (calls) => (WRITE + (calls - 1) * READ) * total,
      };
      assert.deepEqual(
        curves.map(({ line }) => line),
        ['cached', 'without'],
      );
      for (const { line, points } of curves) {
        assert.equal(points.length, 5);
        points.forEach((point, index) => {
          const wanted = at(index + 1, sums[line]?.(index + 1) ?? NaN);
          const [x, y] = [Math.abs(point.x - wanted.x), Math.abs(point.y - wanted.y)];
          assert.ok(x <= EXACT && y <= EXACT, `${line}, ${index + 1} calls: off by ${x}, ${y}`);
        });
      }
      // From the second call on: 1.25 + 0.025 < 2.
      const [crossing, ...others] = crossings;
      const wanted = at(2, (WRITE + READ) * total);
      assert.ok(crossing && others.length === 0);
      assert.ok(Math.abs(crossing.x - wanted.x) <= EXACT);
      assert.ok(Math.abs(crossing.y - wanted.y) <= EXACT);
    });

    test(`names its lines and the crossing where they are, ${width} pixels wide`, async () => {
      const { labels, leaders, crossingLabels, right, sentences } = await readLines(frame);
      assert.equal(sentences.length, 0);
      const names = labels.map(({ name }) => name);
      assert.deepEqual(names, ['with the cache', 'without the cache']);
      const [of, ...more] = crossingLabels;
      assert.ok(of && more.length === 0);
      assert.equal(of.name, '2 calls');
      labels.forEach((label, index) => {
        assert.ok(label.right <= right + 1, `${label.name} is cut`);
        const leader = leaders[index] ?? assert.fail();
        assert.ok(label.top < leader.y && leader.y < label.bottom, `${label.name} is elsewhere`);
        const isApart =
          of.right <= label.left ||
          of.left >= label.right ||
          of.bottom <= label.top + 1 ||
          of.top >= label.bottom - 1;
        assert.ok(isApart, `"2 calls" overlaps ${label.name}`);
      });
      const figure = frame.locator('figure.caching');
      await expect(figure.locator('svg')).toHaveAttribute(
        'aria-label',
        /^When caching pays on .*\. Writing the whole prompt to the cache pays from 2 calls on; /,
      );
      // (1.25 - 1) / (1.25 - 0.025)
      await expect(figure.locator('.caching-sentence')).toContainText('hit rate of 20.4%');
      await picture(`caching ${width}`);
    });
  }

  test('cuts nothing in 320 pixels', async () => {
    await workbench.resizeReport(320, WIDE.height);
    await workbench.reportSettled();
    await picture('caching 320');
    const outside = await frame.locator('figure.caching').evaluate((figure) => {
      const page = figure.ownerDocument.documentElement.clientWidth;
      return [...figure.querySelectorAll('text, p, li')]
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < 0 || right > page;
        })
        .map(({ textContent }) => textContent);
    });
    assert.deepEqual(outside, []);
    await workbench.resizeReport(1400, WIDE.height);
  });

  test('has a column that is sorted', async () => {
    await frame.locator('details.columns summary').click();
    await frame.locator('.columns-list input[value="caching"]').click();
    await frame.locator('[data-column="caching"]').click();
    // Below the user's own model, which is first.
    const cells = frame.locator('td[data-of="caching"]');
    await expect(cells.nth(0)).toHaveText('from 2 calls');
    await expect(cells.nth(1)).toHaveText('from 2 calls');
    const heading = frame.locator('[data-column="caching"]');
    const cut = await heading.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.ok(cut <= 0, `the heading is cut by ${cut} pixels`);
    await workbench.screenshot('caching column');
    await frame.locator('details.columns summary').click();
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      await frame.locator('#filter').fill('claude opus');
      await workbench.reportSettled();
      await picture(`caching ${theme}`);
      assert.deepEqual(await axeViolations(frame), []);
    });
  }
});

/** Long enough to be cached: 3,000 words and the blank before the placeholder. */
const TEMPLATE = `${'word '.repeat(3000)}{{topic}}, in one sentence.\n`;

/** Two requests of a batch, which differ in their last word alone. */
const BATCH = ['one', 'two']
  .map((word) => ({
    custom_id: word,
    method: 'POST',
    url: '/v1/chat/completions',
    body: {
      model: 'gpt-5',
      messages: [
        { role: 'system', content: 'rule '.repeat(2000) },
        { role: 'user', content: `Translate: ${word}` },
      ],
    },
  }))
  .map((request) => `${JSON.stringify(request)}\n`)
  .join('');

test.describe('what is known to be the same in each call', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openSamples({
      files: { 'topic.prompt.md': TEMPLATE, 'words.jsonl': BATCH },
      settings: { 'apiSpend.model': 'openai/gpt-5', 'apiSpend.scenario.outputTokens': 0 },
    }));
  });
  test.afterAll(() => workbench.close());

  async function openChart(file: string): Promise<void> {
    await workbench.openFile(file);
    await workbench.statusText(/\$\d/);
    await workbench.runCommand('API Spend: Open Report');
    await frame.locator('#headline').waitFor();
    await frame.locator('input[name="chart"][value="caching"]').click();
    await workbench.reportSettled();
  }

  test('is written to the cache, of a template up to its first placeholder', async () => {
    await openChart('topic.prompt.md');
    const figure = frame.locator('figure.caching');
    await expect(figure.locator('.caching-sentence')).toHaveText(
      'Writing the first 3,001 tokens to the cache pays from 2 calls on, at no extra cost.',
    );
    await expect(figure).toContainText('Each call begins with the same 3,001 tokens');
    await expect(figure).toContainText('set “Cached share of the prompt”');
  });

  test('has nothing cut in 320 pixels', async () => {
    await workbench.resizeReport(320, WIDE.height);
    await workbench.reportSettled();
    await frame.locator('#chart-heading').evaluate((heading) => heading.scrollIntoView());
    await workbench.screenshot('caching of a template 320');
    const outside = await frame.locator('figure.caching').evaluate((figure) => {
      const page = figure.ownerDocument.documentElement.clientWidth;
      return [...figure.querySelectorAll('text, p, li')]
        .filter((element) => element.getBoundingClientRect().right > page)
        .map(({ textContent }) => textContent);
    });
    assert.deepEqual(outside, []);
    await workbench.resizeReport(1400, WIDE.height);
  });

  test('follows the text as it is typed', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.page.keyboard.press('Control+Home');
    await workbench.typeText('{{name}} ');
    await expect(frame.locator('figure.caching .caching-sentence')).toHaveText(
      'There is no stable beginning of a prompt to cache.',
    );
  });

  test('is all before the first difference between requests', async () => {
    await openChart('words.jsonl');
    const figure = frame.locator('figure.caching');
    await expect(figure).toContainText(/Each request begins with the same 2,00\d tokens/);
    await frame.locator('#chart-heading').evaluate((heading) => heading.scrollIntoView());
    await workbench.screenshot('caching of requests');
  });
});
