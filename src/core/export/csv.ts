import { estimateToJson, type DisagreementJson, type EstimateJson } from './estimateJson';
import { partsOn } from './partsJson';
import {
  assumptionsOf,
  estimatesByText,
  tellsCaching,
  type ExportedTemplate,
  type ExportReport,
} from './report';
import { sampleCells } from './samples';
import type { ExportSentences } from './sentences';
import { spellOut, type SpeltOut } from '../scenario/spellOut';
import { visibleText } from '../figures/visibleText';

type Cell = string | number | boolean | null | undefined;
type Item = string | DisagreementJson;
type Line = readonly (readonly [heading: string, cell: Cell])[];

/**
 * The report as CSV (RFC 4180, UTF-8, CRLF): one line for each file and model, in the order of `compareEstimates`, with
 * the assumptions repeated in each line, so that a line can be read alone.
 */
export function exportCsv(report: ExportReport, say: Pick<ExportSentences, 'counting'>): string {
  const { version, atMs, staleAfterDays } = report;
  const scenario = assumptionsOf(report);
  const hasCaching = tellsCaching(report);
  const at = new Date(atMs).toISOString();
  const tail: Line = [
    ['at', at],
    ['api_spend_version', version],
  ];
  const texts = estimatesByText(report);
  const hasAnswers = texts.some(({ call }) => call.answers !== undefined);
  const haveIds = texts.some(({ customId }) => customId !== undefined);
  const haveRequests = texts.some(({ requests }) => requests !== undefined);
  const haveTemplates = [...texts, ...partTemplates(report)].some(({ template }) => template);
  const lines = texts.flatMap(
    ({ path, customId, ownModelId, call, requests, template, estimates }) =>
      estimates.map((estimate) =>
        estimateCells(path, estimateToJson(estimate, say, { staleAfterDays, hasCaching })).concat(
          assumptionCells(spellOut({ ...scenario, ...call })),
          tail,
          [['own_model', ownModelId]],
          haveIds ? [['custom_id', customId]] : [],
          hasAnswers ? [['answers', call.answers ?? 1]] : [],
          haveRequests ? [['requests', requests]] : [],
          haveTemplates ? sampleCells(template, estimate) : [],
          report.parts ? [['part_of', undefined]] : [],
        ),
      ),
  );
  const headings = lines[0]?.map(([heading]) => heading) ?? [];
  const rows = [
    headings,
    ...lines.map((line) => line.map(([, cell]) => cell)),
    ...[...partLines(report), ...badLines(report)].map((line) => cellsUnder(headings, line)),
  ];
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function partTemplates({ parts }: ExportReport) {
  return (parts?.templates ?? []).map((template) => ({ template }));
}

/** Each file of the one call has its tokens on each model, and no price of its own. */
function partLines({ parts, paths, rows }: ExportReport): readonly Line[] {
  if (!parts) return [];
  return rows.flatMap(({ model }) =>
    partsOn(parts, model).map(({ path, tokens, low, high, method }, index) =>
      partLine(parts.templates?.[index], [
        ['path', path],
        ['provider', model.provider],
        ['model', model.model],
        ['tokens', tokens],
        ['tokens_low', low],
        ['tokens_high', high],
        ['counting_method', method],
        ['part_of', paths[0]],
      ]),
    ),
  );
}

function partLine(template: ExportedTemplate | undefined, line: Line): Line {
  return line.concat(sampleCells(template, undefined));
}

/** A line that is no request has its place and the reason alone. */
function badLines({ badLines: lines = [] }: ExportReport): readonly Line[] {
  return lines.map(({ path, line, reason }) => [
    ['path', `${path}:${line}`],
    ['no_price_reason', reason],
  ]);
}

/** A line with few cells, the others empty. */
function cellsUnder(headings: readonly string[], line: Line): readonly Cell[] {
  const cells = new Map(line);
  return headings.map((heading) => cells.get(heading));
}

/** Headings other than the field's name in snake case. */
const HEADINGS: Readonly<Partial<Record<keyof EstimateJson, string>>> = {
  low: 'tokens_low',
  high: 'tokens_high',
  method: 'counting_method',
  lowUsd: 'total_low_usd',
  highUsd: 'total_high_usd',
  reason: 'no_price_reason',
};

function estimateCells(path: string, json: EstimateJson): Line {
  const fields = Object.entries(json) as [keyof EstimateJson, Cell | readonly Item[]][];
  return [
    ['path', path],
    ...fields.map(([field, value]) => {
      const cell = Array.isArray(value)
        ? (value as readonly Item[]).map(itemText).join('; ')
        : value;
      return [HEADINGS[field] ?? snakeCase(field), cell as Cell] as const;
    }),
  ];
}

/** "pi-ai 1.5.2", or the values of an object: "pi-ai 1.5.2 input 0.33 0.3". */
function itemText(item: Item): string {
  return typeof item === 'string' ? item : Object.values(item).join(' ');
}

function assumptionCells(scenario: SpeltOut): Line {
  return Object.entries(scenario).map(([name, value]) => [snakeCase(name), value]);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Text that a spreadsheet would run as a formula, also after spaces or with a full-width sign. An apostrophe before it
 * prevents that (OWASP, CSV Injection).
 */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]/;

/** Text on one line, quoted if it contains a delimiter or outer spaces; other values unquoted. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const visible = visibleText(cell);
  const harmless = FORMULA.test(visible) ? `'${visible}` : visible;
  return /[",;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
