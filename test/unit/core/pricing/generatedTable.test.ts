import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChanges, findDisagreements } from '../../../../scripts/pricing/compareTables';
import { buildTable, type Upstream } from '../../../../scripts/pricing/buildTable';
import {
  formatJson,
  formatTable,
  generateSchema,
  generateTable,
} from '../../../../scripts/pricing/generate';
import { findUpcoming } from '../../../../scripts/pricing/upcoming';
import { generateTeamSchema } from '../../../../scripts/pricing/teamSchema';
import { withFigures } from '../../../../scripts/pricing/docs';
import type { HandFile } from '../../../../scripts/pricing/handFile';
import { readPeriods } from '../../../../scripts/pricing/upstreamPeriods';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, PriceTableFile } from '../../../../src/core/pricing/table/schema';
import { bundledTable, projectRoot, readPricingJson } from '../../../support/priceTables';

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

function firstDay({ periods }: ModelRow): string {
  return periods[0]?.from?.slice(0, 10) ?? '';
}

/** Whether an id names an earlier month, an earlier day of the year, or the first version of an older model. */
function isOlder(id: string, day: string, others: readonly ModelRow[]): boolean {
  if (day === '') return false;
  const [, month = '', year = ''] = /-(0[1-9]|1[0-2])-(20\d{2})$/.exec(id) ?? [];
  if (year !== '' && `${year}-${month}` < day.slice(0, 7)) return true;
  const [, ofYear] =
    /gpt-[\d.]+(?:-turbo)?-((?:0[1-9]|1[0-2])[0-3]\d)(?:-preview)?$/.exec(id) ?? [];
  if (ofYear !== undefined && day.slice(5).replace('-', '') > ofYear) return true;
  const plain = others.find((other) => other.id === id.replace(/-00\d$/, '') && other.id !== id);
  return plain !== undefined && firstDay(plain) < day;
}

describe('the generated price table', () => {
  it('equals the output of npm run pricing:update', () => {
    const table = generateTable();
    assert.deepStrictEqual(findChanges(readPricingJson() as PriceTableFile, table), []);
    assert.equal(read('pricing.json'), formatTable(table), 'run npm run pricing:update');
    assert.equal(formatTable(generateTable()), formatTable(table), 'a second run');
  });

  it('has its figures in the documentation', () => {
    const page = read('docs/pricing.md');
    assert.equal(page, withFigures(page, bundledTable()), 'run npm run pricing:update');
    assert.match(page, /\*\*\d+ providers\*\*/);
  });

  it('names the version of each package that it was generated from', () => {
    const { sources, generatedFrom = [] } = readPricingJson() as PriceTableFile;
    const versions = Object.entries(sources).flatMap(([id, { version }]) =>
      version === undefined ? [] : [`${id}@${version}`],
    );
    // The id of a source is the scope or the name of its package.
    const packages = new Set(
      generatedFrom.flatMap((name) => [
        name.replace(/^@[^/]+\//, ''),
        name.replace(/^@([^/]+)\/[^@]+/, '$1'),
      ]),
    );
    assert.deepStrictEqual(
      versions.filter((each) => !packages.has(each)),
      [],
    );
    assert.notEqual(versions.length, 0);
  });

  it('says of each source how it was read', () => {
    const packages = new Set([
      'anthropic-client',
      'anthropic-claude-code',
      'anthropic-sdk-deprecations',
    ]);
    const { sources } = readPricingJson() as PriceTableFile;
    for (const [id, { published, quoted, storedCopy, note = '' }] of Object.entries(sources)) {
      const ways = [published !== undefined, quoted, storedCopy, packages.has(id)].filter(Boolean);
      assert.equal(ways.length, 1, `${id}: ${note}`);
      assert.ok(quoted === true || !/^second hand|^as quoted/.test(note), id);
    }
  });

  // The day of an import into a collection is no release: on such a day dozens of old models would begin.
  it('has no day on which the models of many makers began', () => {
    const makers = new Map<string, Set<string>>();
    for (const { id, kind, models } of (readPricingJson() as PriceTableFile).providers) {
      if (kind !== undefined) continue;
      for (const { periods, hosted } of models) {
        const day = periods[0]?.from?.slice(0, 10);
        if (day === undefined || hosted === true) continue;
        makers.set(day, (makers.get(day) ?? new Set()).add(id));
      }
    }
    const many = [...makers].filter(([, ids]) => ids.size > 3);
    assert.deepEqual(
      many.map(([day, ids]) => `${day}: ${[...ids].join()}`),
      [],
    );
  });

  // Some collections import the old models of one maker on one day: then ids begin that name earlier days or versions.
  it('has no day on which many models of a maker began, one of which is older by its id', () => {
    const { providers } = readPricingJson() as PriceTableFile;
    const makers = providers.filter(({ kind }) => kind === undefined);
    const imports = makers.flatMap(({ id: maker, models }) => {
      const own = models.filter(({ hosted }) => hosted !== true);
      return own
        .filter((model) => own.filter((other) => firstDay(other) === firstDay(model)).length > 3)
        .filter((model) => isOlder(model.id, firstDay(model), own))
        .map((model) => `${firstDay(model)}: ${maker}/${model.id}`);
    });
    assert.deepEqual(imports, []);
  });

  it('has no model that begins after the month, or the day of the year, in its id', () => {
    const late = (readPricingJson() as PriceTableFile).providers.flatMap(
      ({ id: provider, models }) =>
        models
          .filter((model) => isOlder(model.id, firstDay(model), []))
          .map(({ id }) => `${provider}/${id}`),
    );
    assert.deepEqual(late, []);
  });

  it('has a JSON Schema, as the file of a team, of the valibot schema that checks it', () => {
    const message = 'run npm run pricing:update';
    assert.equal(read('media/pricing.schema.json'), formatJson(generateSchema()), message);
    const team = formatJson(generateTeamSchema(bundledTable()));
    assert.equal(read('media/api-spend.schema.json'), team, message);
  });
});

describe('rows of genai-prices', () => {
  it('reads dated prices as adjacent periods', () => {
    const prices = [
      { prices: { input_mtok: 2, output_mtok: 4 } },
      {
        constraint: { type: 'start_date', start_date: '2026-01-01' },
        prices: { input_mtok: 1, output_mtok: 3, cache_write_1h_mtok: 2 },
      },
    ];
    assert.deepStrictEqual(readPeriods({ id: 'm', prices }, 'package'), [
      {
        from: null,
        to: '2026-01-01',
        source: 'package',
        usdPerMillionTokens: { input: 2, output: 4 },
      },
      {
        from: '2026-01-01',
        to: null,
        source: 'package',
        usdPerMillionTokens: { input: 1, cacheWriteLong: 2, output: 3 },
      },
    ]);
  });

  it('makes the starts of tiers inclusive, and corrects the one that is off by one', () => {
    assert.deepStrictEqual(
      [271_999, 272_000, 199_999, 200_000].map((start) => {
        const prices = { input_mtok: { base: 1, tiers: [{ start, price: 2 }] }, output_mtok: 3 };
        return readPeriods({ id: 'm', prices }, 'package')[0]?.tiers;
      }),
      [272_001, 272_001, 200_000, 200_001].map((fromPromptTokens) => [
        { fromPromptTokens, usdPerMillionTokens: { input: 2, output: 3 } },
      ]),
    );
  });

  it('rejects prices by the hour and models without a price', () => {
    const hourly = [{ constraint: { type: 'time_of_date' }, prices: { input_mtok: 1 } }];
    assert.throws(() => readPeriods({ id: 'm', prices: hourly }, 'package'), /hand-kept file/);
    assert.throws(() => readPeriods({ id: 'm', prices: {} }, 'package'), /m: no price for input/);
  });
});

const hand: HandFile = {
  sources: { page: { url: 'https://example.com', checked: '2026-01-01' } },
  tokenizers: { t: { encoding: 'o200k_base', accuracy: 'exact', evidence: 'test' } },
  factorSets: { half: { batch: { numerator: 1, denominator: 2, source: 'page' } } },
  holidays: {},
  providers: [
    {
      id: 'acme',
      name: 'Acme',
      upstream: 'ACME',
      crossCheck: 'acme',
      tokenizer: 't',
      factors: 'half',
      cacheWritesAtInputRate: true,
      models: [{ id: 'one', name: 'One', released: '2025-01-01', ends: '2027-01-01' }],
    },
  ],
};

const checked = { provider: 'acme', input: 1, output: 2, cacheRead: 0.1, context: 8, maxOutput: 4 };

const upstream: Upstream = {
  packages: ['p@1'],
  source: 'page',
  findModel: (provider, id) =>
    provider === 'ACME' && id === 'one'
      ? { id, prices: { input_mtok: 1, cache_read_mtok: 0.1, output_mtok: 2 } }
      : undefined,
  findChecked: () => checked,
};

describe('merging the hand-kept file', () => {
  it('takes prices from the package and the rest from the hand-kept file', () => {
    assert.deepStrictEqual(buildTable(hand, upstream).providers[0]?.models, [
      {
        id: 'one',
        name: 'One',
        contextWindowTokens: 8,
        maxOutputTokens: 4,
        cacheWritesAtInputRate: true,
        tokenizer: 't',
        factors: 'half',
        periods: [
          {
            from: '2025-01-01',
            to: '2027-01-01',
            source: 'page',
            usdPerMillionTokens: { input: 1, cachedInput: 0.1, output: 2 },
          },
        ],
      },
    ]);
  });

  it('rejects a model that the package does not have, and an unused source', () => {
    const none: Upstream = { ...upstream, findModel: () => undefined };
    assert.throws(() => buildTable(hand, none), /the package has no model acme\/one/);
    const more = { ...hand, sources: { ...hand.sources, unread: hand.sources['page'] } };
    assert.throws(() => buildTable(more as HandFile, upstream), /unused sources: unread/);
  });

  it('reports where sources disagree', () => {
    const table = buildTable(hand, upstream);
    assert.deepStrictEqual(findDisagreements(table), []);
    const [period] = table.providers[0]?.models[0]?.periods ?? [];
    assert.ok(period);
    period.disagreeing = [{ source: 'other', usdPerMillionTokens: { input: 1, output: 3 } }];
    assert.deepStrictEqual(findDisagreements(table), [
      'acme/one from 2025-01-01: page 1 / 0.1 / 2, other 1 / - / 3',
    ]);
  });

  it('reports what will change on a known day, earliest first', () => {
    const table = buildTable(hand, upstream);
    const models = table.providers[0]?.models ?? [];
    const [model] = models;
    const [period] = model?.periods ?? [];
    assert.ok(model && period);
    const servedBy = { model: 'two', source: 'page' };
    const rates = { input: 3, output: 6 };
    models.push({
      ...model,
      id: 'moved',
      periods: [
        { ...period, from: null, to: '2026-01-01' },
        { from: '2026-01-01', to: null, source: 'page', servedBy, usdPerMillionTokens: rates },
      ],
    });
    assert.deepStrictEqual(findUpcoming(table, '2025-06-01'), [
      '2026-01-01 acme/moved: answered by two, 1 / 0.1 / 2 -> 3 / - / 6',
      '2027-01-01 acme/one: no longer sold',
    ]);
    // Of a price that stays, what changes beside it; nothing where another source has the same.
    const same = { ...period, from: '2026-02-01', to: null, source: 'other' };
    const fast = (numerator: number) => ({
      fast: { numerator, denominator: 1, source: 'page' },
      batch: { numerator: 1, denominator: 2, source: 'page' },
    });
    const tiers = [{ fromPromptTokens: 272_001, usdPerMillionTokens: rates }];
    const writes = { ...period.usdPerMillionTokens, cacheWrite: 1.25 };
    const changing: PeriodRow[] = [
      { ...period, from: null, to: '2026-02-01', factors: fast(3) },
      { ...same, to: '2026-03-01', factors: fast(3) },
      { ...same, from: '2026-03-01', to: '2026-04-01', factors: fast(6) },
      { ...same, from: '2026-04-01', to: '2026-05-01', factors: 'plain', tiers },
      { ...same, from: '2026-05-01', factors: 'plain', usdPerMillionTokens: writes },
    ];
    const factorSets = { plain: {} };
    const beside = {
      ...table,
      factorSets,
      providers: [{ id: 'acme', name: 'Acme', models: [{ ...model, periods: changing }] }],
    };
    assert.deepStrictEqual(findUpcoming(beside, '2026-01-01'), [
      '2026-03-01 acme/one: fast 3/1 -> 6/1',
      '2026-04-01 acme/one: long prompts none -> from 272001: 3 / - / 6, fast 6/1 -> none, batch 1/2 -> none',
      '2026-05-01 acme/one: 1 / 0.1 / 2 -> 1 / 0.1 / 2, cacheWrite 1.25, long prompts from 272001: 3 / - / 6 -> none',
    ]);
    assert.deepStrictEqual(findUpcoming(table, '2026-01-01'), [
      '2027-01-01 acme/one: no longer sold',
    ]);
  });

  it('reports changes, with the old and the new rates', () => {
    const table = buildTable(hand, upstream);
    const [model] = table.providers[0]?.models ?? [];
    const [period] = model?.periods ?? [];
    assert.ok(model && period);
    const withModel = (changed: Partial<typeof model>): PriceTableFile => ({
      ...table,
      providers: [{ id: 'acme', name: 'Acme', models: [{ ...model, ...changed }] }],
    });
    assert.deepStrictEqual(findChanges(table, withModel({ name: 'Two' })), [
      'changed acme/one: name',
    ]);
    const usdPerMillionTokens = { input: 2, output: 4 };
    assert.deepStrictEqual(
      findChanges(table, withModel({ periods: [{ ...period, usdPerMillionTokens }] })),
      [
        'changed acme/one: 1 / 0.1 / 2 (2025-01-01 to 2027-01-01) -> 2 / - / 4 (2025-01-01 to 2027-01-01)',
      ],
    );
    assert.deepStrictEqual(findChanges(undefined, table), [
      'added source page',
      'added acme/one: 1 / 0.1 / 2',
    ]);
    assert.deepStrictEqual(findChanges(table, { ...table, sources: {}, providers: [] }), [
      'removed source page',
      'removed acme/one: 1 / 0.1 / 2',
    ]);
  });
});
