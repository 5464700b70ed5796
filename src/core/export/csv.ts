import { compareByCost, type Estimate } from '../estimate/estimate';
import { estimateToJson } from './estimateJson';
import type { ExportReport } from './report';
import type { ExportSentences } from './sentences';
import { spellOut, type SpeltOut } from '../scenario/spellOut';
import { visibleText } from '../figures/visibleText';

type Cell = string | number | boolean | null | undefined;
type Line = readonly (readonly [heading: string, cell: Cell])[];

/**
 * The report as CSV (RFC 4180, UTF-8, CRLF): one line for each file and model, cheapest first, with the
 * assumptions repeated in each line, so that a line stands for itself.
 */
export function exportCsv(
  { version, atMs, scenario, files }: ExportReport,
  say: Pick<ExportSentences, 'counting'>,
): string {
  const at = new Date(atMs).toISOString();
  const tail: Line = [
    ...assumptionCells(spellOut(scenario)),
    ['at', at],
    ['api_spend_version', version],
  ];
  const lines = files.flatMap(({ path, estimates }) =>
    estimates
      .toSorted(compareByCost)
      .map((estimate) => estimateCells(path, estimate, say).concat(tail)),
  );
  const headings = lines[0]?.map(([heading]) => heading) ?? [];
  const rows = [headings, ...lines.map((line) => line.map(([, cell]) => cell))];
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function estimateCells(
  path: string,
  estimate: Estimate,
  say: Pick<ExportSentences, 'counting'>,
): Line {
  const json = estimateToJson(estimate);
  const { price } = estimate;
  const source = price.kind === 'priced' ? price.applied.period.source : undefined;
  return [
    ['path', path],
    ['provider', json.provider],
    ['model', json.model],
    ['tokens', json.tokens],
    ['tokens_low', json.low],
    ['tokens_high', json.high],
    ['counting_method', json.method],
    ['counting', say.counting(estimate.model)],
    ['input_usd', json.inputUsd],
    ['output_usd', json.outputUsd],
    ['total_usd', json.totalUsd],
    ['total_low_usd', json.lowUsd],
    ['total_high_usd', json.highUsd],
    ['later_usd', json.laterUsd],
    ['no_price_reason', json.reason],
    ['price_checked', source?.checked],
    ['price_source', source?.url],
    ['price_origin', source?.origin],
    ['retired', price.kind === 'priced' ? price.applied.retired : undefined],
  ];
}

function assumptionCells(scenario: SpeltOut): Line {
  return Object.entries(scenario).map(([name, value]) => [snakeCase(name), value]);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Text that a spreadsheet would run as a formula is led by an apostrophe, also where spaces or the
 * full-width form of the sign come first (OWASP, CSV Injection).
 */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]/;

/** One cell: numbers as they are, text on one line, quoted where it has to be. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const visible = visibleText(cell);
  const harmless = FORMULA.test(visible) ? `'${visible}` : visible;
  return /[",;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
