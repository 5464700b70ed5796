import type { ComparisonEntry } from '../core/estimate/comparison';
import type { Money } from '../core/pricing/money';
import { isStale } from '../core/pricing/staleness';
import { isUsersOwn } from '../core/pricing/own/rates';
import { estimateMark } from '../core/tokens/tokenCount';
import type { Currency } from '../core/figures/currency';
import { describeReason } from '../wording/cost';
import { describeCount } from '../wording/count';
import { ENGLISH } from '../wording/words';
import { formatMoney, formatTimes } from '../core/figures/formats';
import type { Estimate, Priced } from '../core/estimate/estimate';
import { projectCost } from '../core/estimate/projection';
import { restsOnText } from '../core/estimate/restsOnText';
import { completeScenario } from '../core/scenario/scenario';

const HEADINGS = ['Model', 'Tokens', 'Input', 'Output', 'Total', 'x cheapest', ''] as const;
const LEFT_ALIGNED = new Set([0, 6]);

export interface TextTableOptions {
  /** Undefined: amounts are shown in US dollars. */
  readonly currency: Currency | undefined;
  /** When the prices are looked at, milliseconds since 1970: decides which are old. */
  readonly atMs: number;
}

/** The comparison as a table in monospaced text, one line for each model, cheapest first. */
export function renderTextTable(
  entries: readonly ComparisonEntry[],
  options: TextTableOptions,
): string {
  const cells = entries.map((entry) => cellsOf(entry, options));
  const rows = [HEADINGS as readonly string[], ...cells];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) => renderRow(cells, widths)).join('\n');
}

function renderRow(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return LEFT_ALIGNED.has(column) ? cell.padEnd(width) : cell.padStart(width);
    })
    .join('  ')
    .trimEnd();
}

function cellsOf(
  { estimate, timesCheapest }: ComparisonEntry,
  options: TextTableOptions,
): readonly string[] {
  const { model, count, price, scenario } = estimate;
  const mark = estimateMark(count);
  const subject = [model.id, describeCount(ENGLISH, count)];
  if (price.kind === 'unpriced') {
    return [...subject, '-', '-', '-', '-', describeReason(ENGLISH, price.reason)];
  }
  const { input, output, total } = price.expected;
  const money = (amount: Money): string => formatMoney(amount, options.currency);
  const markOf = (side: 'input' | 'output'): string =>
    restsOnText(side, completeScenario(scenario)) ? mark : '';
  return [
    ...subject,
    markOf('input') + money(input),
    markOf('output') + money(output),
    mark + money(total),
    timesCheapest === undefined ? '-' : `${formatTimes(timesCheapest)}x`,
    noteOf(estimate, price, options),
  ];
}

function noteOf(
  { scenario }: Estimate,
  price: Priced,
  { currency, atMs }: TextTableOptions,
): string {
  const { period } = price.applied;
  const notes = [
    isUsersOwn(period) ? 'your own price' : '',
    isStale(period.source, atMs) ? `price checked long ago, on ${period.source.checked}` : '',
    price.applied.retired ? 'no longer sold at this price' : '',
    price.applied.window ? `${price.applied.window.name} hours` : '',
    scenario.callsPerDay === undefined
      ? ''
      : `${formatMoney(projectCost(price, scenario, 1).expected, currency)} a day`,
  ];
  return notes.filter((note) => note !== '').join(', ');
}
