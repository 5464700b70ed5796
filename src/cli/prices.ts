import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCurrency, type Currency } from '../core/figures/currency';
import { findModel } from '../core/pricing/findModel';
import { mergeTables } from '../core/pricing/table/merge';
import { applyOverrides } from '../core/pricing/own/overrides';
import { parsePriceTable, type Model, type PriceTable } from '../core/pricing/table/priceTable';
import type { Problem } from '../core/pricing/table/problem';
import { CALIBRATIONS } from '../core/tokens/estimates/calibration';
import { ENCODINGS } from '../core/tokens/encodings';
import { root } from './root';
import { readTexts } from './texts';
import { UsageError } from './usageError';

const KNOWN = { encodings: ENCODINGS, calibrations: Object.keys(CALIBRATIONS) };

/** The prices that hold, and what they are shown in. */
export interface Prices {
  readonly table: PriceTable;
  readonly currency: Currency | undefined;
  /** Entries of the settings that are refused, one sentence each; the others apply. */
  readonly warnings: readonly string[];
}

/**
 * The bundled price table, with a newer one and the settings of a settings.json where files are named.
 *
 * @throws {UsageError} when a file cannot be used.
 */
export async function loadPrices(newer?: string, settings?: string): Promise<Prices> {
  const bundled = parseTable(
    JSON.parse(await readFile(join(root, 'pricing.json'), 'utf8')),
    'pricing.json',
  );
  const table =
    newer === undefined
      ? bundled
      : mergeTables(bundled, parseTable(await readJson(newer), newer)).table;
  return settings === undefined
    ? { table, currency: undefined, warnings: [] }
    : applySettings(table, await readJson(settings), settings);
}

function applySettings(base: PriceTable, json: unknown, file: string): Prices {
  if (typeof json !== 'object' || json === null) throw new UsageError(`${file}: is no JSON object`);
  const read = (name: string): unknown => (json as Record<string, unknown>)[`apiSpend.${name}`];
  const overrides = read('pricing.overrides');
  const { table, problems } = applyOverrides(base, overrides, read('pricing.customModels'), KNOWN);
  const { currency, problems: currencyProblems } = parseCurrency(read('currency'));
  const warning = (setting: string, { path, problem }: Problem): string =>
    `${file}: apiSpend.${setting} ${path} ${problem}`;
  return {
    table,
    currency,
    warnings: [
      ...problems.map((problem) => warning('pricing', problem)),
      ...currencyProblems.map((problem) => warning('currency', problem)),
    ],
  };
}

async function readJson(file: string): Promise<unknown> {
  const [read] = await readTexts([file]);
  try {
    return JSON.parse(read?.text ?? '') as unknown;
  } catch {
    throw new UsageError(`${file}: is not JSON (comments and trailing commas are not read)`);
  }
}

function parseTable(json: unknown, file: string): PriceTable {
  const result = parsePriceTable(json, KNOWN.encodings, KNOWN.calibrations);
  if (result.ok) return result.table;
  const [{ path, problem }] = result.problems;
  throw new UsageError(`${file}: ${path} ${problem}`);
}

/** @throws {UsageError} when the name is unknown or the name of several models. */
export function modelNamed(table: PriceTable, name: string): Model {
  const search = findModel(table, name);
  if (search.kind === 'found') return search.model;
  if (search.kind === 'ambiguous') {
    const ids = search.candidates.map(({ id }) => id).join(', ');
    throw new UsageError(`${name} is the name of several models, say which: ${ids}`);
  }
  const ids = table.models.map(({ id }) => id).join(', ');
  throw new UsageError(`unknown model: ${name} (known: ${ids})`);
}
