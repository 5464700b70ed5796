import type { ComparisonEntry } from './comparison';
import { formatTimes, formatTokens, formatUsd } from './formats';
import type { Estimate, Priced } from './estimate';
import { projectCost } from './projection';
import { NO_PRICE_SENTENCES } from './reasons';

const HEADINGS = ['Model', 'Tokens', 'Input', 'Output', 'Total', 'x cheapest', ''] as const;
const LEFT_ALIGNED = new Set([0, 6]);

/** The comparison as a table in monospaced text, one line for each model, cheapest first. */
export function renderTextTable(entries: readonly ComparisonEntry[]): string {
  const rows = [HEADINGS as readonly string[], ...entries.map(cellsOf)];
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

function cellsOf({ estimate, timesCheapest }: ComparisonEntry): readonly string[] {
  const { model, count, price } = estimate;
  const mark = count.method === 'estimated' ? '≈' : '';
  const subject = [model.id, mark + formatTokens(count.tokens)];
  if (price.kind === 'unpriced') {
    return [...subject, '-', '-', '-', '-', NO_PRICE_SENTENCES[price.reason]];
  }
  const { input, output, total } = price.expected;
  return [
    ...subject,
    mark + formatUsd(input),
    formatUsd(output),
    mark + formatUsd(total),
    timesCheapest === undefined ? '-' : `${formatTimes(timesCheapest)}x`,
    noteOf(estimate, price),
  ];
}

function noteOf({ scenario }: Estimate, price: Priced): string {
  const notes = [
    price.applied.retired ? 'no longer sold at this price' : '',
    price.applied.window ? `${price.applied.window.name} hours` : '',
    scenario.callsPerDay === undefined
      ? ''
      : `${formatUsd(projectCost(price, scenario, 1).expected)} a day`,
  ];
  return notes.filter((note) => note !== '').join(', ');
}
