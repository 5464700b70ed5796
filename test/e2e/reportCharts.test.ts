// Charts of the report, measured: each position and length on the page stands for its number within a pixel.
import assert from 'node:assert/strict';
import { expect, test, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import {
  exportedCosts,
  numberIn,
  placeOf,
  placesIn,
  readCosts,
  readLines,
  type Range,
  type Tick,
} from '../support/chartMarks';
import { openReport } from '../support/openReport';
import { REPORT_THEMES, WIDE } from '../support/reportThemes';

const MODEL = 'openai/gpt-5';

/** In pixels. */
const EXACT = 1;

function assertNear(actual: number, expected: number, what: string): void {
  const off = Math.abs(actual - expected);
  assert.ok(off <= EXACT, `${what}: at ${actual}, not ${expected}`);
}

function assertRange([from, to]: Range, [wantedFrom, wantedTo]: Range, what: string): void {
  assertNear(from, wantedFrom, `${what} begins`);
  assertNear(to, wantedTo, `${what} ends`);
}

/** One unit for all, and at equal distances one number of decimals. */
function assertOneUnit(ticks: readonly Tick[], kind: 'linear' | 'log'): void {
  assert.ok(ticks.length >= 2);
  for (const [label] of ticks) assert.match(label, /^\$?[\d,]+(\.\d+)?%?$/);
  const decimals = new Set(ticks.map(([label]) => label.split('.')[1]?.length ?? 0));
  if (kind === 'linear') assert.equal(decimals.size, 1, ticks.map(([label]) => label).join(' '));
}

type Costs = Awaited<ReturnType<typeof exportedCosts>>;

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

  const choose = async (chart: 'call' | 'parts' | 'order' | 'caching'): Promise<void> => {
    await frame.locator(`input[name="chart"][value="${chart}"]`).click();
    await workbench.reportSettled();
  };

  /** Exact, with other output tokens than those of the settings. */
  async function costsWith(outputTokens: number): Promise<Costs> {
    await frame.locator('#assume-answer').click();
    await frame.locator('#scenario-outputTokens').fill(String(outputTokens));
    await expect(frame.locator('.tried')).toContainText(
      `${outputTokens.toLocaleString('en')} output tokens`,
    );
    const costs = await exportedCosts(workbench, frame);
    await frame.locator('#scenario-outputTokens').fill('500');
    await expect(frame.locator('.tried')).toHaveCount(0);
    await workbench.page.keyboard.press('Escape');
    return costs;
  }

  for (const width of [500, 1400]) {
    test(`has dots and bands at their amounts, ${width} pixels wide`, async () => {
      await workbench.resizeReport(width, WIDE.height);
      await choose('call');
      const costs = await exportedCosts(workbench, frame);
      const { scale, ticks, lines } = await readCosts(frame);
      assertOneUnit(ticks, 'log');
      assert.deepEqual(new Set(scale), new Set([1]));
      assert.equal(lines.length, 12);
      for (const { id, amount, dots, bands, segments } of lines) {
        const cost = costs.get(id) ?? assert.fail(id);
        const place = (usd: number) => placeOf(usd, ticks, 'log');
        assert.ok(Math.abs(numberIn(amount) / cost.total - 1) < 0.005, `${id} says ${amount}`);
        assert.deepEqual([dots.length, segments.length], [1, 0], id);
        assertNear(dots[0] ?? NaN, place(cost.total), id);
        assert.equal(bands.length, Number(cost.method === 'estimated'), id);
        for (const band of bands) assertRange(band, [place(cost.low), place(cost.high)], id);
      }
      assert.ok(lines.some(({ bands }) => bands.length > 0));
      // Marked by words and by form, not by colour alone.
      assert.match(lines[0]?.label ?? '', /GPT-5.*\(your model\)/);
      await expect(frame.locator('.cost-list path.dot.yours')).toHaveCount(1);
    });

    test(`has bars of parts as long as their amounts, ${width} pixels wide`, async () => {
      await choose('parts');
      const costs = await exportedCosts(workbench, frame);
      const { ticks, lines } = await readCosts(frame);
      assertOneUnit(ticks, 'linear');
      for (const { id, dots, bands, segments } of lines) {
        const cost = costs.get(id) ?? assert.fail(id);
        const place = (usd: number) => placeOf(usd, ticks, 'linear');
        assert.equal(dots.length, 0, id);
        // End to end from 0.
        let end = place(0);
        for (const { part, range } of segments) {
          assert.ok(Math.abs(range[0] - end) < 0.05, `${id}: ${part} begins at ${range[0]}`);
          [, end] = range;
        }
        const ofInput = segments.filter(({ part }) => part === 'input');
        for (const { range } of ofInput) assertRange(range, [place(0), place(cost.input)], id);
        assertNear(end, place(cost.total), id);
        for (const band of bands) assertRange(band, [place(cost.low), place(cost.high)], id);
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
      assert.equal(bars.length, shares.length);
      bars.forEach(({ px, whole }, index) => {
        const off = Math.abs(px - numberIn(shares[index] ?? '') * whole);
        // A share is known within a twentieth of a percent.
        assert.ok(off <= EXACT + whole * 0.0005, `${shares[index]}: off by ${off} pixels`);
      });
      await expect(frame.locator('#driver')).toHaveText(/^[\d.]+% of the cost is /);
    });

    test(`has lines and crossings at their numbers, ${width} pixels wide`, async () => {
      await choose('order');
      const { xTicks, yTicks, scale, now, sentences, crossings, curves } = await readLines(frame);
      assertOneUnit(xTicks, 'log');
      assertOneUnit(yTicks, 'linear');
      assert.equal(scale, 1);
      // In percent of the cost on the user's model.
      const yOf = (share: number) => placeOf(share, yTicks, 'linear');
      assertNear(now, placeOf(500, xTicks, 'log'), 'now');
      assert.ok(sentences.length > 0);
      assert.equal(crossings.length, sentences.length);
      sentences.forEach((sentence, index) => {
        // The place of an estimate has its range.
        assert.match(
          sentence,
          /^From (≈[\d,]+ output tokens on \(.*within the range of the counts.*\)|[\d,]+ output tokens on), .*GPT-5/,
        );
        assertNear(
          crossings[index]?.x ?? NaN,
          placeOf(numberIn(sentence), xTicks, 'log'),
          sentence,
        );
      });
      const last = xTicks.at(-1) ?? assert.fail();
      for (const [tokens, x] of [
        [500, now],
        [numberIn(last[0]), last[1]],
      ] as const) {
        const costs =
          tokens === 500 ? await exportedCosts(workbench, frame) : await costsWith(tokens);
        const drawn = curves.flatMap(({ ids, points }) => {
          const point = points.find((each) => Math.abs(each.x - x) <= EXACT);
          return point ? [{ id: ids[0] ?? '', point }] : [];
        });
        // Other lines may end before, at the limit of an answer.
        assert.equal(drawn[0]?.id, MODEL);
        for (const { id, point } of drawn) {
          const share = (costs.get(id)?.total ?? NaN) / (costs.get(MODEL)?.total ?? NaN);
          assertNear(point.y, yOf(share), `${id} with ${tokens} tokens`);
        }
      }
      // A crossing is on the user's line.
      const [yours] = curves;
      for (const { x, y } of crossings) {
        const after = yours?.points.findIndex((point) => point.x >= x) ?? -1;
        const [a, b] = [yours?.points[after - 1], yours?.points[after]];
        assert.ok(a && b);
        assertNear(y, a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y), 'a crossing');
      }
    });

    test(`has bars over the ranges of its crossings, ${width} pixels wide`, async () => {
      const { xTicks, edges, sentences, bars, text } = await readLines(frame);
      const [left, right] = edges ?? assert.fail();
      const ranged = sentences.flatMap((sentence) => {
        const places = placesIn(sentence);
        return places ? [{ sentence, places }] : [];
      });
      assert.equal(bars.length, ranged.length);
      ranged.forEach(({ sentence, places: [from, to] }, index) => {
        const { at, range } = bars[index] ?? assert.fail();
        assert.equal(at, numberIn(sentence));
        assert.ok(from <= at && at <= to, sentence);
        // A range that begins before the axis, or has no end, goes to the edge.
        const place = (tokens: number) =>
          Math.min(right, Math.max(left, placeOf(tokens, xTicks, 'log')));
        assertRange(range, [place(from), place(to)], sentence);
      });
      for (const sentence of sentences) assert.ok(text.includes(sentence), text);
    });

    test(`has whole names at the ends of its lines, ${width} pixels wide`, async () => {
      const { sentences, right, curves, labels, leaders } = await readLines(frame);
      assert.equal(labels.length, curves.length);
      assert.ok(labels.length >= 2);
      const named = sentences.join(' ');
      labels.forEach(({ name, top, bottom, left, right: end }, index) => {
        assert.ok(end <= right + 1, `${name} ends ${end - right} pixels outside`);
        for (const part of name.split(' = ')) assert.ok(named.includes(part), `${name} is cut`);
        const leader = leaders[index] ?? assert.fail();
        assert.ok(leader.x < left && left - leader.x < 6, `${name} is away from its leader`);
        assert.ok(top < leader.y && leader.y < bottom, `${name} is away from its leader`);
        for (const other of labels.slice(index + 1)) {
          const isAbove = bottom <= other.top + 1 || other.bottom <= top + 1;
          assert.ok(isAbove, `${name} overlaps ${other.name}`);
        }
      });
      // No line of the month crosses: a sentence, no picture.
      await expect(frame.locator('figure.lines')).toHaveCount(1);
      await expect(frame.locator('.no-crossing')).toHaveText(
        /^Up to 1,000 calls a day, none of \d+ other models changes places with GPT-5: /,
      );
    });
  }

  test('cuts nothing and breaks no number in 320 pixels', async () => {
    await workbench.resizeReport(320, WIDE.height);
    for (const chart of ['call', 'parts', 'order', 'caching'] as const) {
      await choose(chart);
      await workbench.screenshot(`chart ${chart} 320`);
      const { outside, broken } = await frame
        .locator('[aria-labelledby="chart-heading"]')
        .evaluate((section) => {
          const page = section.ownerDocument.documentElement.clientWidth;
          const all = [...section.querySelectorAll('text, tspan, td, th, li, p, bdi, .tile')];
          const cells = [...section.querySelectorAll('.driver-list td:nth-child(n + 3)')];
          const linesOf = (cell: Element): number => {
            const range = cell.ownerDocument.createRange();
            range.selectNodeContents(cell);
            return range.getClientRects().length;
          };
          return {
            outside: all
              .filter((element) => {
                const { left, right } = element.getBoundingClientRect();
                return left < 0 || right > page;
              })
              .map(({ textContent }) => textContent),
            broken: cells.filter((cell) => linesOf(cell) > 1).map(({ textContent }) => textContent),
          };
        });
      assert.deepEqual([outside, broken], [[], []], chart);
    }
    await workbench.resizeReport(1400, WIDE.height);
  });

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
