// Charts of the report, measured: each position and length on the page stands for its number within a pixel.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { openReport } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

const MODEL = 'openai/gpt-5';

/** Amounts are shown with three digits, so each is known within half a percent. */
const ROUNDED = 0.005;

/** A number as the page writes it: "$0.01", "≈$0.0000152", "1,361", "10K", "91.0%". */
function numberIn(text: string): number {
  const [, digits = '', unit = ''] = /([\d,.]+)([KM%]?)/.exec(text) ?? [];
  const factor = { K: 1000, M: 1_000_000, '%': 0.01 }[unit] ?? 1;
  return Number(digits.replaceAll(',', '')) * factor;
}

/** A tick of an axis: its value and its place in pixels. */
type Tick = readonly [value: number, px: number];

/** Where a value must be, by the ticks of its axis. */
function placeOf(value: number, ticks: readonly Tick[], kind: 'linear' | 'log'): number {
  const at = (amount: number) => (kind === 'log' ? Math.log(amount) : amount);
  const [[first, left] = [NaN, NaN]] = ticks;
  const [last, right] = ticks.at(-1) ?? [NaN, NaN];
  return left + ((at(value) - at(first)) / (at(last) - at(first))) * (right - left);
}

test.describe('the charts of the report', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport('summarize.ts', {
      'apiSpend.model': MODEL,
      'apiSpend.scenario.reasoningTokens': 300,
    }));
  });
  test.afterAll(() => workbench.close());

  const choose = async (chart: 'call' | 'parts' | 'order'): Promise<void> => {
    await frame.locator(`input[name="chart"][value="${chart}"]`).click();
    await workbench.reportSettled();
  };

  /** The ticks of the chart of costs, and each line's shapes in pixels from the left of the plot. */
  async function measureCosts() {
    const measured = await frame.locator('figure.costs').evaluate((figure) => {
      const plots = [...figure.querySelectorAll('.plot')];
      const left = plots[0]?.getBoundingClientRect().left ?? NaN;
      return {
        labels: [...figure.querySelectorAll('.axis text')].map(({ textContent }) => textContent),
        gridlines: [...(plots[0]?.querySelectorAll('.gridline') ?? [])].map(
          (line) => line.getBoundingClientRect().left - left,
        ),
        lines: [...figure.querySelectorAll('.cost-list li')].map((line) => ({
          name: line.querySelector('.cost-label')?.textContent ?? '',
          amount: line.querySelector('.cost-amount')?.textContent ?? '',
          dots: [...line.querySelectorAll('.dot')].map((dot) => {
            const box = dot.getBoundingClientRect();
            return box.left + box.width / 2 - left;
          }),
          // The outline is drawn half outside.
          segments: [...line.querySelectorAll('.segment')].map((bar) => ({
            from: Number(bar.getAttribute('x')),
            to: Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')),
          })),
        })),
      };
    });
    const { labels, gridlines, lines } = measured;
    const ticks = labels.map((label, index): Tick => [numberIn(label), gridlines[index] ?? NaN]);
    return { ticks, lines };
  }

  for (const width of [500, 1400]) {
    test(`has dots at their amounts, ${width} pixels wide`, async () => {
      await workbench.resizeReport(width, WIDE.height);
      await choose('call');
      const { ticks, lines } = await measureCosts();
      assert.equal(lines.length, 12);
      for (const { name, amount, dots, segments } of lines) {
        assert.deepEqual([dots.length, segments.length], [1, 0], name);
        const usd = numberIn(amount);
        const place = placeOf(usd, ticks, 'log');
        const unsure = placeOf(usd * (1 + ROUNDED), ticks, 'log') - place;
        const off = Math.abs((dots[0] ?? NaN) - place);
        assert.ok(off <= 1 + unsure, `${name}: ${off} pixels from ${amount}`);
      }
      // Marked by words and by form, not by colour alone.
      assert.match(lines[0]?.name ?? '', /GPT-5.*\(your model\)/);
      await expect(frame.locator('.cost-list path.dot.yours')).toHaveCount(1);
    });

    test(`has bars of parts as long as their amounts, ${width} pixels wide`, async () => {
      await choose('parts');
      const { ticks, lines } = await measureCosts();
      for (const { name, amount, dots, segments } of lines) {
        assert.equal(dots.length, 0, name);
        const place = placeOf(numberIn(amount), ticks, 'linear');
        const end = segments.at(-1)?.to ?? NaN;
        assert.ok(Math.abs(end - place) <= 1 + place * ROUNDED, `${name}: ${end}, not ${place}`);
        segments.forEach(({ from }, index) => {
          const before = index === 0 ? 0 : (segments[index - 1]?.to ?? NaN);
          assert.ok(Math.abs(from - before) < 0.05, `${name}: a part begins at ${from}`);
        });
      }
    });

    test(`has parts of the cost as long as their shares, ${width} pixels wide`, async () => {
      const shares = await frame.locator('.driver-list td:last-child').allInnerTexts();
      assert.equal(shares.length, 3);
      const bars = await frame.locator('.driver-bar .segment').evaluateAll((segments) =>
        segments.map((segment) => ({
          px: Number(segment.getAttribute('width')),
          whole: segment.parentElement?.getBoundingClientRect().width ?? NaN,
        })),
      );
      bars.forEach(({ px, whole }, index) => {
        const off = Math.abs(px - numberIn(shares[index] ?? '') * whole);
        assert.ok(off <= 1 + whole * 0.0005, `${shares[index]}: off by ${off} pixels`);
      });
      await expect(frame.locator('#driver')).toHaveText(/^[\d.]+% of the cost is /);
    });

    test(`marks crossings where the sentences say, ${width} pixels wide`, async () => {
      await choose('order');
      const figure = frame.locator('figure.lines').first();
      const sentences = await figure.locator('.crossovers li').allInnerTexts();
      assert.ok(sentences.length > 0);
      const { left, right, ticks, crossings, labels } = await figure.evaluate((element) => {
        const svg = element.querySelector('svg');
        const texts = [...element.querySelectorAll('.line-label')];
        return {
          left: svg?.getBoundingClientRect().left ?? NaN,
          right: svg?.getBoundingClientRect().right ?? NaN,
          ticks: [...element.querySelectorAll('.x-tick')].map((tick) => [
            tick.textContent,
            Number(tick.getAttribute('x')),
          ]),
          crossings: [...element.querySelectorAll('.crossover')].map((dot) => {
            const box = dot.getBoundingClientRect();
            return box.left + box.width / 2;
          }),
          labels: texts.map((text) => {
            const { top, bottom, left: start, right: end } = text.getBoundingClientRect();
            return { name: text.textContent, top, bottom, start, end };
          }),
        };
      });
      const axis = ticks.map(([text, px]): Tick => [numberIn(String(text)), Number(px)]);
      sentences.forEach((sentence, index) => {
        const off = Math.abs(
          (crossings[index] ?? NaN) - left - placeOf(numberIn(sentence), axis, 'log'),
        );
        assert.ok(off <= 1, `${sentence} is off by ${off} pixels`);
      });
      assert.ok(labels.length >= 2);
      const named = sentences.join(' ');
      labels.forEach(({ name, top, bottom, start, end }, index) => {
        assert.ok(end <= right + 1, `${name} ends ${end - right} pixels outside`);
        for (const part of name.split(' = ')) assert.ok(named.includes(part), `${name} is cut`);
        for (const other of labels.slice(index + 1)) {
          const isBeside = end <= other.start + 1 || other.end <= start + 1;
          const isAbove = bottom <= other.top + 1 || other.bottom <= top + 1;
          assert.ok(isBeside || isAbove, `${name} overlaps ${other.name}`);
        }
      });
      // All at the ends of the lines, or all below the picture.
      const below = await figure.locator('.line-names li').count();
      assert.ok(below === 0 || below === labels.length);
      // No line of the month crosses: a sentence, no picture.
      const months = frame.locator('figure.lines').nth(1);
      await expect(months).toContainText('the order stays as it is');
      await expect(months.locator('svg')).toHaveCount(0);
    });
  }

  test('keeps its models when the table is sorted, and says so if a filter finds none', async () => {
    await choose('call');
    const names = async () => frame.locator('.cost-label').allInnerTexts();
    const before = await names();
    await frame.locator('[data-column="month"]').click();
    await frame.locator('[data-column="month"]').click();
    await expect(frame.locator('th[aria-sort="descending"]')).toHaveCount(1);
    assert.deepEqual(await names(), before);
    await frame.locator('#filter').fill('no such model');
    await expect(frame.locator('.no-chart')).toHaveText(/^No model passes the filters\./);
    await expect(frame.locator('figure.costs')).toHaveCount(0);
    await frame.locator('#filter').fill('');
    await frame.locator('figure.costs').waitFor();
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has no axe violations in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      await frame.locator('#filter').fill('gpt-5');
      for (const chart of ['parts', 'order', 'call'] as const) {
        await choose(chart);
        await workbench.screenshot(`chart ${chart} ${theme}`);
        assert.deepEqual(await axeViolations(frame), [], chart);
      }
      await frame.locator('#filter').fill('');
    });
  }
});
