import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCurrency, type Currency } from '../core/figures/currency';
import { findModel } from '../core/pricing/findModel';
import { nearestModels } from '../core/pricing/nearestModels';
import { resolvePrices } from '../core/pricing/resolve';
import { parsePriceTable, type Model, type PriceTable } from '../core/pricing/table/priceTable';
import type { Problem } from '../core/pricing/table/problem';
import { KNOWN_TOKENIZERS } from '../core/tokens/knownTokenizers';
import { root } from './root';
import { visibleText } from '../core/figures/visibleText';
import { notPriceTable } from '../wording/prices';
import { settingProblem } from '../wording/settings';
import { ENGLISH } from '../wording/words';
import { describeFileProblem, describeUsageProblem } from '../wording/terminal';
import { readTexts } from './texts';
import { UsageError } from './usageError';

/** So many models are named in place of an unknown one. */
const NEAREST = 5;

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
  const loaded = newer === undefined ? [] : [parseTable(await readJson(newer), newer)];
  const own = settings === undefined ? {} : await readSettings(settings);
  const { table, problems } = resolvePrices(
    {
      bundled,
      loaded,
      settings: {
        overrides: own['apiSpend.pricing.overrides'],
        customModels: own['apiSpend.pricing.customModels'],
      },
    },
    KNOWN_TOKENIZERS,
  );
  const { currency, problems: currencyProblems } = parseCurrency(own['apiSpend.currency']);
  const warning = (setting: string, problem: Problem): string =>
    visibleText(`${settings}: ${settingProblem(ENGLISH, `apiSpend.${setting}`, problem)}`);
  return {
    table,
    currency,
    warnings: [
      ...problems.map((problem) => warning('pricing', problem)),
      ...currencyProblems.map((problem) => warning('currency', problem)),
    ],
  };
}

async function readSettings(file: string): Promise<Readonly<Record<string, unknown>>> {
  const json = await readJson(file);
  if (typeof json !== 'object' || json === null) {
    throw new UsageError(describeFileProblem(file, 'noObject'));
  }
  return json as Record<string, unknown>;
}

async function readJson(file: string): Promise<unknown> {
  const [read] = await readTexts([file]);
  try {
    return JSON.parse(read?.text ?? '') as unknown;
  } catch {
    throw new UsageError(describeFileProblem(file, 'notJson'));
  }
}

function parseTable(json: unknown, file: string): PriceTable {
  const result = parsePriceTable(json, KNOWN_TOKENIZERS.encodings, KNOWN_TOKENIZERS.calibrations);
  if (result.ok) return result.table;
  const [problem] = result.problems;
  throw new UsageError(visibleText(notPriceTable(ENGLISH, file, problem)));
}

/** @throws {UsageError} when the name is unknown or the name of several models. */
export function modelNamed(table: PriceTable, name: string): Model {
  const search = findModel(table, name);
  if (search.kind === 'found') return search.model;
  if (search.kind === 'ambiguous') {
    const ids = search.candidates.map(({ id }) => id);
    throw new UsageError(describeUsageProblem({ kind: 'ambiguousModel', name, ids }));
  }
  const ids = nearestModels(table.models, name, NEAREST).map(({ id }) => id);
  throw new UsageError(describeUsageProblem({ kind: 'unknownModel', name, ids }));
}
