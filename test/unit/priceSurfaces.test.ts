// One list of the facts of an estimate, and where each surface shows them. A surface that lacks one fails.
import assert from 'node:assert/strict';
import { renderText } from '../../src/cli/text';
import { estimateCall, type Estimate } from '../../src/core/estimate/estimate';
import { rankEstimates } from '../../src/core/estimate/ranking';
import { exportCsv } from '../../src/core/export/csv';
import { exportJson } from '../../src/core/export/json';
import { exportMarkdown } from '../../src/core/export/markdown';
import { applyDiscounts } from '../../src/core/pricing/own/discounts';
import type { Model } from '../../src/core/pricing/table/priceTable';
import { plainModel } from '../../src/core/pricing/table/rows/tableModel';
import type { Scenario } from '../../src/core/scenario/scenario';
import type { TokenCount } from '../../src/core/tokens/tokenCount';
import { plainEstimate } from '../../src/editor/programs/plainEstimate';
import { toolAnswer } from '../../src/editor/programs/tool/answer';
import type { Settings } from '../../src/editor/settings/settings';
import { ENGLISH_EXPORT } from '../../src/wording/documents/export';
import { ENGLISH } from '../../src/wording/words';
import { AGREED, COPY, DISPUTED, fileWithSources, SINGLE } from '../support/priceSources';
import { modelOf } from '../support/priceTables';

const AT_MS = Date.parse('2026-11-23T12:00:00Z');
const STALE_AFTER_DAYS = 120;

const PERIOD = {
  from: null,
  to: null,
  source: 'page',
  usdPerMillionTokens: { input: 1, cachedInput: 0.5, cacheWrite: 1.25, output: 2 },
};

interface Case {
  readonly model?: Record<string, unknown>;
  readonly period?: Record<string, unknown>;
  readonly scenario?: Partial<Scenario>;
  readonly count?: TokenCount;
  readonly change?: (model: Model) => Model;
}

const EXACT: TokenCount = { tokens: 1000, low: 1000, high: 1000, method: 'exact' };

function modelFor({ model = {}, period = {}, change = (same) => same }: Case): Model {
  return change(modelOf(fileWithSources({ periods: [{ ...PERIOD, ...period }], ...model })));
}

/** The case, beside a model that can be bought for 0.002 USD: 1,000 x 1 + 500 x 2 millionths. */
function estimatesOf(given: Case): readonly Estimate[] {
  const scenario = { outputTokens: 500, ...given.scenario };
  const cheap = { ...plainModel(modelFor({})), id: 'acme/cheap', model: 'cheap' };
  return [
    estimateCall(modelFor(given), given.count ?? EXACT, scenario, AT_MS),
    estimateCall(cheap, EXACT, { outputTokens: 500 }, AT_MS),
  ];
}

/** A field of a record, and its value. */
type Field = readonly [name: string, value: Value];

type Scalar = string | number | boolean | null;
type Value = Scalar | readonly (string | object)[];

interface Fact {
  readonly fact: string;
  readonly given?: Case;
  /** In JSON; in CSV under the same name in snake case, or `csv`. */
  readonly json: Field;
  readonly csv?: string;
  /** A list in CSV. */
  readonly csvText?: string;
  /** In the estimate, the price or the count of the API. Absent: it compares several calls, and the API tells of one. */
  readonly api?: Field;
  /** In the texts for people and language models. */
  readonly text: RegExp;
}

const ESTIMATED: Case = { count: { tokens: 1000, low: 900, high: 1200, method: 'estimated' } };
const CACHE: Case = { scenario: { cachedShare: 0.8, cacheWrite: 'short' } };
const CACHED_AT_ONCE: Case = {
  ...CACHE,
  period: { usdPerMillionTokens: { input: 1, cachedInput: 0.5, cacheWrite: 1, output: 2 } },
};
const UNPRICED: Case = { scenario: { batch: true } };
const OLD: Case = {
  change: (model) => ({
    ...plainModel(model),
    periods: [
      {
        ...model.periods[0],
        source: { ...model.periods[0].source, checked: '2026-01-01' },
      },
    ],
  }),
};
const OWN: Case = {
  change: (model) => ({
    ...plainModel(model),
    periods: [{ ...model.periods[0], source: { ...model.periods[0].source, origin: 'user' } }],
  }),
};
/** 15 % off: 1,000 x 1 x 0.85 + 500 x 2 x 0.85 millionths. */
const DISCOUNT: Case = {
  change: (model) => {
    const { table } = applyDiscounts({ models: [model] }, { 'acme/*': 0.85 }, 0);
    assert.ok(table.models[0]);
    return table.models[0];
  },
};
const WINDOW: Case = {
  period: {
    windows: [
      {
        name: 'peak',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        timesUtc: [{ from: '06:00', to: '18:00' }],
        calendarOffset: '+00:00',
        usdPerMillionTokens: { input: 2, output: 4 },
      },
    ],
  },
};

function withoutKnownHolidays(model: Model): Model {
  const [period] = model.periods;
  const [window] = period.windows;
  assert.ok(window);
  const holidays = { days: [], knownUntilDay: 0, source: period.source };
  return { ...plainModel(model), periods: [{ ...period, windows: [{ ...window, holidays }] }] };
}

const DISAGREEMENTS = [
  { source: 'package-b 1.5.2', rate: 'input', other: 0.33, used: 0.3 },
  { source: 'package-b 1.5.2', rate: 'output', other: 2.75, used: 2.5 },
];

const FACTS: readonly Fact[] = [
  { fact: 'the model', json: ['model', 'one'], api: ['model', 'acme/one'], text: /acme\/one/ },
  { fact: 'the provider', json: ['provider', 'acme'], api: ['model', 'acme/one'], text: /acme\// },
  { fact: 'the tokens', json: ['tokens', 1000], api: ['tokens', 1000], text: /1,000/ },
  {
    fact: 'the low end of the count',
    given: ESTIMATED,
    json: ['low', 900],
    csv: 'tokens_low',
    api: ['low', 900],
    text: /≈1,000 \(900 to/,
  },
  {
    fact: 'the high end of the count',
    given: ESTIMATED,
    json: ['high', 1200],
    csv: 'tokens_high',
    api: ['high', 1200],
    text: /to 1,200\)/,
  },
  {
    fact: 'that a count is estimated',
    given: ESTIMATED,
    json: ['method', 'estimated'],
    csv: 'counting_method',
    api: ['method', 'estimated'],
    text: /≈\$0\.00200/,
  },
  {
    fact: 'how the tokens are counted',
    given: {
      model: {
        tokenizer: { encoding: 'o200k_base', accuracy: 'near-exact', evidence: 'a guess' },
      },
    },
    json: ['counting', 'Near-exact, counted with o200k_base: a guess.'],
    api: ['source of the count', 'Near-exact, counted with o200k_base: a guess.'],
    text: /Near\\?-exact, counted with o200k\\?_base\\?: a guess\./,
  },
  {
    fact: 'the input',
    json: ['inputUsd', '0.001'],
    api: ['inputUsd', '0.001'],
    text: /\$0\.00100/,
  },
  {
    fact: 'the output',
    given: { scenario: { outputTokens: 700 } },
    json: ['outputUsd', '0.0014'],
    api: ['outputUsd', '0.0014'],
    text: /\$0\.00140/,
  },
  {
    fact: 'the total',
    given: { scenario: { outputTokens: 700 } },
    json: ['totalUsd', '0.0024'],
    api: ['totalUsd', '0.0024'],
    text: /\$0\.00240/,
  },
  {
    fact: 'the low end of the total',
    given: ESTIMATED,
    json: ['lowUsd', '0.0019'],
    csv: 'total_low_usd',
    api: ['lowUsd', '0.0019'],
    text: /\$0\.00190 [-–]/,
  },
  {
    fact: 'the high end of the total',
    given: ESTIMATED,
    json: ['highUsd', '0.0022'],
    csv: 'total_high_usd',
    api: ['highUsd', '0.0022'],
    text: /[-–] \$0\.00220/,
  },
  {
    // 200 x 1 + 800 x 0.5 + 500 x 2 millionths; the first call writes at 1.25.
    fact: 'a later call',
    given: CACHE,
    json: ['laterUsd', '0.0016'],
    api: ['laterUsd', '0.0016'],
    text: /each later call of a day \$0\.00160/,
  },
  {
    fact: 'a later conversation',
    // 1,000 tokens, then 1,500; 800 read at 0.5 in each: 200 + 400 + 1,000, then 700 + 400 + 1,000 millionths.
    given: { scenario: { ...CACHE.scenario, conversationTurns: 2, turnInputTokens: 0 } },
    json: ['laterUsd', '0.0037'],
    api: ['laterUsd', '0.0037'],
    text: /each later conversation of a day \$0\.00370/,
  },
  {
    fact: 'a day',
    given: { scenario: { callsPerDay: 7 } },
    json: ['dailyUsd', '0.014'],
    api: ['dailyUsd', '0.014'],
    text: /\$0\.0140/,
  },
  {
    fact: 'a month',
    given: { scenario: { callsPerDay: 7 } },
    json: ['monthlyUsd', '0.42'],
    api: ['monthlyUsd', '0.42'],
    text: /\$0\.420/,
  },
  {
    fact: 'the multiple of the cheapest',
    given: { scenario: { outputTokens: 1500 } },
    json: ['timesCheapest', 2],
    api: ['timesCheapest', 2],
    text: /2\.0[×x]/,
  },
  {
    fact: 'no multiple below 1 of a model that cannot be bought',
    given: { period: { to: '2026-01-01', usdPerMillionTokens: { input: 0.1, output: 0.1 } } },
    json: ['timesCheapest', null],
    api: ['timesCheapest', null],
    text: /^(?!.*acme\/one[^\n]* 0\.\d+[×x])/s,
  },
  {
    fact: 'the share of the context window near its limit',
    given: { model: { contextWindowTokens: 1600 } },
    json: ['contextShare', 0.625],
    api: ['contextShare', 0.625],
    text: /93\.8%/, // Prompt and answer: 1,500 of 1,600.
  },
  {
    fact: 'the share of the context window far from its limit as data, and not in tables',
    given: { model: { contextWindowTokens: 8000 } },
    json: ['contextShare', 0.125],
    api: ['contextShare', 0.125],
    text: /^(?!.*12\.5%)(?!.*Context)/s,
  },
  {
    fact: 'that the call fits',
    json: ['fits', true],
    api: ['fits', true],
    text: /^(?!.*(?:does not fit|longer than))/s,
  },
  {
    fact: 'that the call exceeds the context window',
    given: { model: { contextWindowTokens: 1499 } },
    json: ['fitsContextWindow', false],
    api: ['fitsContextWindow', false],
    text: /acme\/one.*does not fit the context window(?!.*longer)/,
  },
  {
    fact: 'that the answer is longer than the model can write, and no more than that',
    given: { model: { contextWindowTokens: 128_000, maxOutputTokens: 499 } },
    json: ['fitsMaxOutput', false],
    api: ['fitsMaxOutput', false],
    text: /^(?!.*context window)(?=.*acme\/one.*the answer is longer than the model can write)/s,
  },
  {
    fact: 'why there is no price',
    given: UNPRICED,
    json: ['reason', 'noBatch'],
    csv: 'no_price_reason',
    api: ['reason', 'noBatch'],
    text: /No price: .*batch/,
  },
  {
    fact: 'the day on which the price was checked',
    json: ['priceChecked', '2026-11-01'],
    api: ['checked', '2026-11-01'],
    text: /2026-11-01/,
  },
  {
    fact: 'that the day of the check is unknown',
    given: { period: SINGLE },
    json: ['priceChecked', ''],
    api: ['checked', ''],
    text: /^(?!.*checked on 2026-09-23)(?=.*listed on 2026-09-23)/s,
  },
  {
    fact: 'the day on which the source was published',
    given: { period: SINGLE },
    json: ['pricePublished', '2026-09-23'],
    api: ['published', '2026-09-23'],
    text: /listed on 2026-09-23/,
  },
  {
    fact: 'that a page has no such day',
    json: ['pricePublished', ''],
    api: ['published', ''],
    text: /^(?!.*published)/s,
  },
  {
    fact: "that the price was read on the vendor's page",
    json: ['priceTrust', 'vendor'],
    api: ['trust', 'vendor'],
    text: /read at the vendor, checked on 2026-11-01/,
  },
  {
    fact: "that the price was read in a stored copy of the vendor's page",
    given: { period: COPY },
    json: ['priceTrust', 'copy'],
    api: ['trust', 'copy'],
    text: /read in a stored copy of the vendor's page, checked on 2026-11-02/,
  },
  {
    fact: 'that the price is equal in several sources',
    given: { period: AGREED },
    json: ['priceTrust', 'agreed'],
    api: ['trust', 'agreed'],
    text: /equal in 2 independent sources, listed on 2026-09-23/,
  },
  {
    fact: 'that the price is from one source',
    given: { period: SINGLE },
    json: ['priceTrust', 'single'],
    api: ['trust', 'single'],
    text: /from one source, listed on 2026-09-23/,
  },
  {
    fact: 'the sources that agree',
    given: { period: AGREED },
    json: ['priceSources', ['package-a 0.1.8', 'package-b 1.5.2']],
    csvText: 'package-a 0.1.8; package-b 1.5.2',
    api: ['sources', ['package-a 0.1.8', 'package-b 1.5.2']],
    text: /https:\/\/example\.org\/a/,
  },
  {
    fact: 'the sources that disagree, with both prices',
    given: {
      period: { ...DISPUTED, usdPerMillionTokens: { input: 0.3, output: 2.5 } },
    },
    json: ['priceDisagreements', DISAGREEMENTS],
    csvText: 'package-b 1.5.2 input 0.33 0.3; package-b 1.5.2 output 2.75 2.5',
    api: ['disagreements', DISAGREEMENTS],
    text: /sources disagree on the price of a million tokens: package package-a 0\.1\.8 \(Input \$0\.30, Output \$2\.50\), package package-b 1\.5\.2 \(Input \$0\.33, Output \$2\.75\)/,
  },
  {
    fact: 'the source of the price',
    json: ['priceSource', 'https://example.com/prices'],
    api: ['source of the price', 'https://example.com/prices'],
    text: /https:\/\/example\.com\/prices/,
  },
  {
    fact: 'a price of the user',
    given: OWN,
    json: ['priceOrigin', 'user'],
    api: ['own', true],
    text: /your own price/,
  },
  {
    fact: 'a price of the team',
    given: DISCOUNT,
    json: ['priceOrigin', 'team'],
    api: ['own', true],
    text: /your team's price/,
  },
  {
    fact: 'a discount',
    given: DISCOUNT,
    json: ['discount', 0.85],
    api: ['discount', 0.85],
    text: /discount × 0\.85/,
  },
  {
    fact: 'a total with a discount',
    given: DISCOUNT,
    json: ['totalUsd', '0.0017'],
    api: ['totalUsd', '0.0017'],
    text: /\$0\.00170/,
  },
  {
    fact: 'an old price',
    given: OLD,
    json: ['stale', true],
    api: ['stale', true],
    text: /old price, checked on 2026-01-01/,
  },
  {
    fact: 'that a model is no longer sold',
    given: { period: { to: '2026-01-01' } },
    json: ['retired', true],
    api: ['retired', true],
    text: /acme\/one.*no longer sold/,
  },
  {
    fact: 'that a model is perhaps no longer sold',
    given: { model: { unlistedIn: 'page' } },
    json: ['unlisted', true],
    api: ['unlisted', true],
    text: /acme\/one.*perhaps no longer sold/,
  },
  {
    fact: 'that earlier prices are not known',
    given: { period: { seen: '2027-06-22' } },
    json: ['priceSeen', '2027-06-22'],
    api: ['seen', '2027-06-22'],
    text: /price of 2027-06-22; earlier prices are not known/,
  },
  {
    fact: 'the hours',
    given: WINDOW,
    json: ['hours', 'peak'],
    api: ['hours', 'peak'],
    text: /rates of the time window "peak"/,
  },
  {
    fact: 'that the day may be a holiday, on which the hours do not apply',
    given: { ...WINDOW, change: withoutKnownHolidays },
    json: ['holidayUnknown', true],
    api: ['holidayUnknown', true],
    text: /if (it is )?no (public )?holiday/,
  },
  {
    fact: 'long-context rates',
    given: {
      period: {
        tiers: [{ fromPromptTokens: 1000, usdPerMillionTokens: { input: 3, output: 4 } }],
      },
    },
    json: ['longContextFrom', 1000],
    api: ['longContextFrom', 1000],
    text: /long-context rates from 1,000 tokens/,
  },
  {
    fact: 'that the prompt is too short to be cached',
    given: { ...CACHE, model: { cacheMinimumTokens: 2000 } },
    json: ['belowCacheMinimum', true],
    api: ['belowCacheMinimum', true],
    text: /too short to be cached/,
  },
  {
    fact: 'that the shortest prompt that is cached is unknown',
    given: CACHE,
    json: ['cacheMinimumUnknown', true],
    api: ['cacheMinimumUnknown', true],
    text: /cached if (it is )?long enough/,
  },
  {
    fact: 'the model that answers the requests',
    given: { period: { servedBy: { model: 'one', source: 'page' } } },
    json: ['servedBy', 'acme/one'],
    api: ['servedBy', 'acme/one'],
    text: /answered by/,
  },
  {
    fact: 'an unknown overhead of messages',
    given: { scenario: { messages: 2 } },
    json: ['overheadUnknown', true],
    api: ['overheadUnknown', true],
    text: /[Aa]t least: what is added to messages/,
  },
  {
    fact: 'that caching pays at no extra cost',
    given: CACHED_AT_ONCE,
    json: ['cachingOutcome', 'atOnce'],
    api: ['caching outcome', 'atOnce'],
    text: /caching pays from 2 calls on, at no extra cost/,
  },
  {
    fact: 'from how many calls on caching pays',
    given: CACHE,
    json: ['cachingPaysFrom', 2],
    api: ['caching paysFrom', 2],
    text: /caching pays from 2 calls on/,
  },
  {
    // (1.25 - 1) / (1.25 - 0.5) of the 800 stable tokens.
    fact: 'the hit rate from which on caching pays',
    given: CACHE,
    json: ['cachingHitShare', 1 / 3],
    api: ['caching hitShare', 1 / 3],
    text: /above a hit rate of 33\.3%/,
  },
  {
    // 800 x 1.25 + 24 x 800 x 1 = 20,200 to write and keep; 1,000 - 600 = 400 saved by each call: 50.5.
    fact: 'from how many calls on an explicit cache pays',
    given: {
      model: { cacheStorage: [{ from: null, usdPerMillionTokenHours: 1, source: 'page' }] },
      scenario: { ...CACHE.scenario, cacheHours: 24 },
    },
    json: ['explicitCachePaysFrom', 51],
    text: /an explicit cache pays from 51 calls within 24 hours on/,
  },
];

/** Fields of the API that are no facts of the price: other forms of one, or the question itself. */
const OTHER_API_FIELDS = [
  // Of templates alone.
  'samples',
  'modelName',
  'modelKind',
  'resolvedFrom',
  'ownModels',
  'scenario',
  'at',
  'kind',
  'text',
];

function reportOf(rows: readonly Estimate[]) {
  const { scenario } = rows[0] as Estimate;
  const about = { version: '1.2.3', atMs: AT_MS, scenario, staleAfterDays: STALE_AFTER_DAYS };
  return { ...about, paths: ['a.md'], rows };
}

type Fields = Readonly<Record<string, unknown>>;

function jsonOf(rows: readonly Estimate[]): Fields {
  const json = JSON.parse(exportJson(reportOf(rows), ENGLISH_EXPORT)) as {
    files: { estimates: Fields[] }[];
  };
  const found = json.files[0]?.estimates.find(({ model }) => model === 'one');
  assert.ok(found);
  return found;
}

function csvOf(rows: readonly Estimate[]): Fields {
  const [headings = '', ...lines] = exportCsv(reportOf(rows), ENGLISH_EXPORT).split('\r\n');
  const line = lines.find((each) => each.includes(',one,')) ?? '';
  const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.replaceAll(/^"|"$/g, ''),
  );
  return Object.fromEntries(headings.split(',').map((heading, index) => [heading, cells[index]]));
}

function apiOf(rows: readonly Estimate[]): Fields {
  const estimate = rankEstimates(rows).find(({ model }) => model.model === 'one');
  assert.ok(estimate);
  const { count, price, caching, ...plain } = plainEstimate(
    estimate,
    { staleAfterDays: STALE_AFTER_DAYS },
    ENGLISH,
  );
  const { source: counting, ...counted } = count;
  const { source, ...priced } = { source: undefined, ...price };
  const sources = { 'source of the count': counting, 'source of the price': source };
  const cached = Object.entries(caching ?? {}).map(([name, value]) => [`caching ${name}`, value]);
  return { ...plain, ...counted, ...priced, ...sources, ...Object.fromEntries(cached) };
}

/** Only the settings that the tool's answer uses. */
function settingsOf({ scenario }: Estimate): Settings {
  const settings = { scenario, modelName: '', staleAfterDays: STALE_AFTER_DAYS };
  return settings as unknown as Settings;
}

const TEXTS: Readonly<Record<string, (rows: readonly Estimate[]) => string>> = {
  Markdown: (rows) => exportMarkdown({ ...reportOf(rows), baselineId: '' }, ENGLISH_EXPORT),
  'the table in the terminal': (rows) => renderText(reportOf(rows), { words: ENGLISH }),
  "the agent tool's answer": (rows) =>
    toolAnswer(
      { parts: [{ text: 'a', languageId: 'plaintext' }], file: undefined },
      {
        estimates: rows,
        more: 0,
        settings: settingsOf(rows[0] as Estimate),
        atMs: AT_MS,
        named: [],
      },
      { models: ['one'], limit: 10 },
      '1.2.3',
    ),
};

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

describe('the facts of an estimate', () => {
  for (const { fact, given = {}, json, csv, csvText, api, text } of FACTS) {
    describe(fact, () => {
      const rows = estimatesOf(given);
      it('is in JSON', () => assert.deepEqual(jsonOf(rows)[json[0]], json[1]));
      it('is in CSV', () => {
        const heading = csv ?? snakeCase(json[0]);
        assert.equal(csvOf(rows)[heading], csvText ?? String((json[1] as Scalar) ?? ''));
      });
      if (api) it('is in the API', () => assert.deepEqual(apiOf(rows)[api[0]], api[1]));
      for (const [surface, render] of Object.entries(TEXTS)) {
        it(`is in ${surface}`, () => assert.match(render(rows), text));
      }
    });
  }

  it('are all in this list', () => {
    const fields = (read: (rows: readonly Estimate[]) => Fields): string[] => [
      ...new Set([{}, CACHE, UNPRICED].flatMap((given) => Object.keys(read(estimatesOf(given))))),
    ];
    const listed = new Set(FACTS.map(({ json }) => json[0]));
    assert.deepEqual(
      fields(jsonOf).filter((field) => !listed.has(field)),
      [],
    );
    const inApi = new Set([...FACTS.flatMap(({ api }) => api?.[0] ?? []), ...OTHER_API_FIELDS]);
    assert.deepEqual(
      fields(apiOf).filter((field) => !inApi.has(field)),
      [],
    );
  });
});
