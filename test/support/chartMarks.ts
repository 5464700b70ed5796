// Reads the marks of the report's charts in pixels, and the numbers that they stand for.
import { expect, type FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import type { EstimateJson } from '../../src/core/export/estimateJson';

/** A number as the page writes it: "$0.01", "≈$0.0000152", "1,361", "91.0%". */
export function numberIn(text: string): number {
  const [, digits = '', unit = ''] = /([\d,.]+)(%?)/.exec(text) ?? [];
  return Number(digits.replaceAll(',', '')) * (unit === '%' ? 0.01 : 1);
}

/** A tick of an axis: its label, and its place in pixels. */
export type Tick = readonly [label: string, px: number];

/** Where a value must be, by the first and the last tick of its axis. */
export function placeOf(value: number, ticks: readonly Tick[], kind: 'linear' | 'log'): number {
  const at = (amount: number) => (kind === 'log' ? Math.log(amount) : amount);
  const [[first, left] = ['', NaN]] = ticks;
  const [last, right] = ticks.at(-1) ?? ['', NaN];
  const share = (at(value) - at(numberIn(first))) / (at(numberIn(last)) - at(numberIn(first)));
  return left + share * (right - left);
}

/** The places of a crossing in a sentence, "(0 to 2,085 within …" or "(within … from 120 on, or not …"; the latter has no end. */
export function placesIn(sentence: string): Range | undefined {
  const [, from, to] =
    /\((?:within .* from )?([\d,]+) (?:to ([\d,]+) within|on, or not)/.exec(sentence) ?? [];
  return from === undefined
    ? undefined
    : [numberIn(from), to === undefined ? Infinity : numberIn(to)];
}

/** From one place to another. */
export type Range = readonly [from: number, to: number];

/** A line of the chart of costs, in pixels from the left of the plot. */
export interface CostMarks {
  readonly id: string;
  readonly label: string;
  readonly amount: string;
  readonly dots: readonly number[];
  readonly bands: readonly Range[];
  readonly segments: readonly { readonly part: string; readonly range: Range }[];
}

export async function readCosts(frame: FrameLocator) {
  return frame.locator('figure.costs').evaluate((figure) => {
    const plots = [...figure.querySelectorAll<SVGSVGElement>('.plot')];
    const left = plots[0]?.getBoundingClientRect().left ?? NaN;
    const gridlines = [...(plots[0]?.querySelectorAll('.gridline') ?? [])];
    // Without the outline, half of which is outside.
    const rangeOf = (mark: SVGGraphicsElement): Range => {
      const { x, width } = mark.getBBox();
      return [x, x + width];
    };
    return {
      /** Drawn pixels for each pixel of the layout. */
      scale: plots.map((plot) => plot.getBoundingClientRect().width / plot.width.baseVal.value),
      ticks: [...figure.querySelectorAll('.axis text')].map(({ textContent }, index): Tick => [
        textContent,
        (gridlines[index]?.getBoundingClientRect().left ?? NaN) - left,
      ]),
      lines: [...figure.querySelectorAll('.cost-list li')].map((line): CostMarks => ({
        id: line.querySelector<HTMLElement>('.cost-label')?.title ?? '',
        label: line.querySelector('.cost-label')?.textContent ?? '',
        amount: line.querySelector('.cost-amount')?.textContent ?? '',
        dots: [...line.querySelectorAll('.dot')].map((dot) => {
          const box = dot.getBoundingClientRect();
          return box.left + box.width / 2 - left;
        }),
        bands: [...line.querySelectorAll<SVGGraphicsElement>('.band')].map(rangeOf),
        segments: [...line.querySelectorAll<SVGGraphicsElement>('.segment')].map((segment) => ({
          part: /#part-(\w+)/.exec(segment.getAttribute('fill') ?? '')?.[1] ?? '',
          range: rangeOf(segment),
        })),
      })),
    };
  });
}

/** The first picture of lines, in pixels of the picture; labels as they are on the screen. */
export async function readLines(frame: FrameLocator) {
  return frame
    .locator('figure.lines')
    .first()
    .evaluate((figure) => {
      const all = <E extends Element>(selector: string) => [
        ...figure.querySelectorAll<E>(selector),
      ];
      const rangeOf = (mark: SVGGraphicsElement): Range => {
        const { x, width } = mark.getBBox();
        return [x, x + width];
      };
      const labelOf = (label: Element) => {
        const { top, bottom, left, right } = label.getBoundingClientRect();
        return { name: label.textContent, top, bottom, left, right };
      };
      const svg = figure.querySelector<SVGSVGElement>('.line-plot');
      return {
        sentences: all('.crossovers li').map(({ textContent }) => textContent),
        /** For those who do not see it. */
        text: svg?.getAttribute('aria-label') ?? '',
        right: svg?.getBoundingClientRect().right ?? NaN,
        scale: (svg?.getBoundingClientRect().width ?? NaN) / (svg?.width.baseVal.value ?? NaN),
        xTicks: all('.x-tick').map((tick): Tick => [
          tick.textContent,
          Number(tick.getAttribute('x')),
        ]),
        yTicks: all('.y-tick').map((tick): Tick => [
          tick.textContent,
          tick.querySelector<SVGGraphicsElement>('.gridline')?.getBBox().y ?? NaN,
        ]),
        now: figure.querySelector<SVGGraphicsElement>('.now')?.getBBox().x ?? NaN,
        crossings: all('.crossover').map((dot) => ({
          x: Number(dot.getAttribute('cx')),
          y: Number(dot.getAttribute('cy')),
        })),
        /** From the left edge to the right one. */
        edges: all<SVGGraphicsElement>('.y-tick .gridline').slice(0, 1).map(rangeOf)[0],
        bars: all<SVGGraphicsElement>('.crossover-range').map((bar) => ({
          at: Number(bar.dataset['x']),
          range: rangeOf(bar),
        })),
        curves: all<SVGPathElement>('.curve').map((curve) => ({
          ids: curve.dataset['models']?.split(' ') ?? [],
          line: curve.dataset['line'] ?? '',
          points: [...(curve.getAttribute('d') ?? '').matchAll(/([\d.]+) ([\d.]+)/g)].map(
            ([, x, y]) => ({ x: Number(x), y: Number(y) }),
          ),
        })),
        labels: all('.line-label').map(labelOf),
        crossingLabels: all('.crossover-label').map(labelOf),
        leaders: all<SVGPathElement>('.leader').map((leader) => {
          const end = leader.getPointAtLength(leader.getTotalLength());
          const box = leader.ownerSVGElement?.getBoundingClientRect();
          return { x: end.x + (box?.left ?? NaN), y: end.y + (box?.top ?? NaN) };
        }),
      };
    });
}

/** The costs of all listed models in US dollars, by id, as the report exports them. */
export async function exportedCosts(workbench: Workbench, frame: FrameLocator) {
  await frame.locator('#export-format').selectOption('json');
  await workbench.page.evaluate(() => navigator.clipboard.writeText(''));
  await frame.locator('#export-copy').click();
  await expect.poll(() => workbench.clipboardText()).not.toBe('');
  const { files } = JSON.parse(await workbench.clipboardText()) as {
    readonly files: readonly { readonly estimates: readonly EstimateJson[] }[];
  };
  const estimates = files[0]?.estimates ?? [];
  return new Map(
    estimates.map((estimate) => [
      `${estimate.provider}/${estimate.model}`,
      {
        method: estimate.method,
        input: Number(estimate.inputUsd),
        output: Number(estimate.outputUsd),
        total: Number(estimate.totalUsd),
        low: Number(estimate.lowUsd),
        high: Number(estimate.highUsd),
      },
    ]),
  );
}
