import { createHash } from 'node:crypto';
import { parseStrictJson, placeIn } from '../core/jsonc';
import { parseCurrency, type Currency } from '../core/figures/currency';
import { resolvePrices } from '../core/pricing/resolve';
import { pricesIn } from '../core/team/settings';
import { isBundledTable, readBundled } from '../core/pricing/table/bundled';
import { parsePriceTable } from '../core/pricing/table/parse';
import type { PriceTable } from '../core/pricing/table/priceTable';
import { TablesAt } from '../core/pricing/tablesAt';
import { finish } from '../core/scheduling/sliced';
import { KNOWN_TOKENIZERS } from '../core/tokens/knownTokenizers';
import { visibleText } from '../core/figures/visibleText';
import { describeJsonError } from '../wording/json';
import { notPriceTable } from '../wording/views/prices';
import { priceSettingProblem, settingProblem } from '../wording/views/settings';
import { teamEntryProblem } from '../wording/documents/team';
import { about } from '../wording/words';
import { describeFileProblem } from '../wording/documents/terminal';
import type { Io } from './io';
import { parseSettings, type OwnSettings } from './settings';
import { readTexts } from './texts';
import { readShipped } from './shipped';
import type { Team } from './team';
import { UsageError } from './usageError';

const NO_SETTINGS: OwnSettings = {
  overrides: undefined,
  customModels: undefined,
  currency: undefined,
  filesExclude: undefined,
};

interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The prices that apply, and the currency of the amounts. */
export interface Prices {
  readonly table: PriceTable;
  /** Undefined: US dollars. */
  readonly currency: Currency | undefined;
  /** The setting `files.exclude`, unchecked. */
  readonly filesExclude: unknown;
  /** A sentence for each rejected entry of the settings and of the team's file; the others apply. */
  readonly warnings: readonly string[];
}

/** Paths of files that change the prices, the team's file, and the time of the prices. */
export interface PriceFiles {
  /** Another price table, to merge into the bundled one. */
  readonly prices?: string | undefined;
  /** A settings.json with own prices and a currency. */
  readonly settings?: string | undefined;
  readonly team?: Team | undefined;
  /** The time of the prices, milliseconds since 1970; undefined: now. */
  readonly atMs?: number | undefined;
}

/** @throws {UsageError} if a file cannot be read or is invalid. */
export async function loadPrices(
  io: Io,
  { prices: newer, settings, team, atMs = io.now() }: PriceFiles = {},
): Promise<Prices> {
  const { words } = io;
  const bundled = await loadBundled(io);
  const loaded = newer === undefined ? [] : [await loadTable(io, newer)];
  const own =
    settings === undefined ? NO_SETTINGS : parseSettings(await readText(io, settings), settings);
  const { table, problems, teamProblems } = resolvePrices(
    { bundled, loaded, team: team ? pricesIn(team.file) : {}, settings: own },
    KNOWN_TOKENIZERS,
    io.now(),
  );
  const { currency, problems: currencyProblems } = parseCurrency(own.currency);
  return {
    table: new TablesAt(table).at(atMs),
    currency,
    filesExclude: own.filesExclude,
    warnings: [
      ...teamProblems.map((problem) => teamEntryProblem(words, team?.path ?? '', problem)),
      ...[
        ...problems.map((problem) => priceSettingProblem(words, problem)),
        ...currencyProblems.map((problem) => settingProblem(words, 'apiSpend.currency', problem)),
      ].map((warning) => about(words, settings ?? '', warning)),
    ].map(visibleText),
  };
}

/** The table of this version was checked when it was generated; checking it again takes longer than all the rest. */
async function loadBundled(io: Io): Promise<PriceTable> {
  return readShipped(io, 'pricing.json', (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return isBundledTable(sha256)
      ? finish(readBundled(text))
      : parseTable(JSON.parse(text), { file: 'pricing.json', text: '' });
  });
}

async function loadTable(io: Io, file: string): Promise<PriceTable> {
  const text = await readText(io, file);
  return parseTable(parseJson(text, file), { file, text }, io.now());
}

async function readText(io: Io, file: string): Promise<string> {
  const [read] = await readTexts(io, [file]);
  return read?.text ?? '';
}

function parseJson(text: string, file: string): unknown {
  const parsed = parseStrictJson(text);
  if (parsed.ok) return parsed.json;
  const { error, line } = parsed;
  throw new UsageError((words) =>
    describeFileProblem(words, file, 'notJson', describeJsonError(words, error, line)),
  );
}

function parseTable(json: unknown, { file, text }: NamedText, nowMs?: number): PriceTable {
  const { encodings, calibrations } = KNOWN_TOKENIZERS;
  const result = parsePriceTable(json, encodings, calibrations, nowMs);
  if (result.ok) return result.table;
  const [problem] = result.problems;
  const place = placeIn(file, text, problem.path);
  throw new UsageError((words) => visibleText(notPriceTable(words, place, problem)));
}
