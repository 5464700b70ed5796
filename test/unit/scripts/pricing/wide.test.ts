import assert from 'node:assert/strict';
import { sameRates } from '../../../../scripts/pricing/wide/compareRates';
import { readPiModel } from '../../../../scripts/pricing/sources/piAi';
import { otherUnit } from '../../../../scripts/pricing/wide/skipped';
import { tokenizerOf } from '../../../../scripts/pricing/wide/tokenizers';
import { plainName, weightsOf } from '../../../../scripts/pricing/wide/weights';
import { withExactRates } from '../../../../scripts/pricing/wide/makers/rounded';
import { widenTable } from '../../../../scripts/pricing/wide/widen';
import type { WideHand, WideProvider } from '../../../../scripts/pricing/wide/wideHand';
import type { PriceSource, SourceRow } from '../../../../scripts/pricing/sources/row';
import { sourceRow as row } from '../../../support/sourceRows';
import type { Rates } from '../../../../src/core/pricing/table/rateSchema';
import type { ModelRow, PriceTableFile } from '../../../../src/core/pricing/table/schema';

function source(id: string, day: string, rows: readonly SourceRow[], lineage = id): PriceSource {
  return { id, day, lineage, isDated: true, isPartial: false, rows: () => rows };
}

const PRICE = { input: 1, output: 2 };
const OTHER = { input: 1, output: 3 };

const NOTHING_BY_HAND: WideHand = {
  sources: {},
  tokenizers: {},
  factorSets: {},
  vendorReads: {},
  lineages: {},
  leftOut: {},
  models: {},
  former: {},
  ends: {},
  atMakersPrices: {},
  factors: {},
  notPricedByTokens: {},
};

function widen(
  sources: readonly PriceSource[],
  provider: Partial<WideProvider> = {},
  hand: readonly ModelRow[] = [],
  wideHand: Partial<WideHand> = {},
): readonly ModelRow[] {
  const acme = { id: 'acme', name: 'Acme' };
  const table: PriceTableFile = {
    schemaVersion: 2,
    currency: 'USD',
    sources: {},
    providers: hand.length === 0 ? [] : [{ ...acme, models: [...hand] }],
  };
  const names = Object.fromEntries(sources.map(({ id }) => [id, 'acme']));
  const wide = widenTable(table, [{ ...acme, in: names, ...provider }], sources, {
    ...NOTHING_BY_HAND,
    ...wideHand,
  });
  return wide.providers[0]?.models ?? [];
}

describe('long prompts in packages', () => {
  it('cost from one token above the threshold, or from it on where the package says so', () => {
    const rates = { input: 2, output: 4, cacheRead: 0, cacheWrite: 0 };
    const first = (inputThresholdInclusive?: boolean): number | undefined => {
      const longContext = {
        ...rates,
        inputThreshold: 200_000,
        ...(inputThresholdInclusive !== undefined && { inputThresholdInclusive }),
      };
      const [row] = readPiModel({ id: 'm', cost: { ...rates, longContext } });
      return row?.periods[0]?.tiers?.[0]?.fromPromptTokens;
    };
    assert.deepEqual([first(), first(true)], [200_001, 200_000]);
  });
});

describe('rates that a list rounds', () => {
  const rates = (cachedInput: number, output = 2): Rates => ({ input: 1, cachedInput, output });
  const model = (id: string, usdPerMillionTokens: Rates): ModelRow => ({
    id,
    name: id,
    tokenizer: 't',
    periods: [{ from: null, to: null, source: 's', usdPerMillionTokens }],
  });
  const atHost = (hosted: Rates): unknown => {
    const maker = { id: 'acme', name: 'Acme', models: [model('m-1.5', rates(0.125))] };
    const host = {
      id: 'h',
      name: 'H',
      kind: 'host' as const,
      models: [model('acme/m-1.5', hosted)],
    };
    return withExactRates([maker, host])[1]?.models[0]?.periods[0]?.usdPerMillionTokens.cachedInput;
  };

  it("are the maker's at a host that has its other rates", () => {
    assert.equal(atHost(rates(0.13)), 0.125);
    assert.equal(atHost(rates(0.12)), 0.12);
    assert.equal(atHost(rates(0.13, 3)), 0.13);
  });
});

describe('names that bill no text tokens', () => {
  const unpriced = (sources: readonly PriceSource[], wideHand: Partial<WideHand> = {}): unknown => {
    const acme = { id: 'acme', name: 'Acme' };
    const table: PriceTableFile = {
      schemaVersion: 2,
      currency: 'USD',
      sources: {},
      providers: [],
    };
    const names = Object.fromEntries(sources.map(({ id }) => [id, 'acme']));
    const wide = widenTable(table, [{ ...acme, in: names }], sources, {
      ...NOTHING_BY_HAND,
      ...wideHand,
    });
    return wide.providers[0]?.notPricedByTokens;
  };

  it('are all ids that a source has for such a model, and those of a subscription', () => {
    const rows = [
      row('m', PRICE),
      row('m-image', PRICE, { aliases: ['m-image-preview', 'm-tts'] }),
    ];
    const acme = source('s', '2026-11-01', rows);
    assert.deepEqual(unpriced([{ ...acme, subscribed: () => ['plan-model'] }]), [
      { id: 'm-image', unit: 'picture' },
      { id: 'm-image-preview', unit: 'picture' },
      { id: 'm-tts', unit: 'character' },
      { id: 'plan-model', unit: 'subscription' },
    ]);
  });

  it('are those of the hand-kept file, with its unit', () => {
    const acme = source('s', '2026-11-01', [row('m', PRICE)]);
    assert.deepEqual(
      unpriced([{ ...acme, subscribed: () => ['n'] }], {
        notPricedByTokens: { acme: { unknown: ['n'] } },
      }),
      [{ id: 'n', unit: 'unknown' }],
    );
  });
});

describe('the wide price table', () => {
  it('has one row for a model that some sources write with its maker', () => {
    const models = widen(
      [
        source('new', '2026-11-01', [row('gpt-5.4', PRICE)]),
        source('old', '2026-10-01', [row('openai/gpt-5.4', OTHER), row('openai/o1', OTHER)]),
      ],
      { makerPrefix: '^openai/' },
    );
    assert.deepEqual(
      models.map(({ id, aliases }) => [id, aliases]),
      [
        ['gpt-5.4', ['openai/gpt-5.4']],
        ['o1', ['openai/o1']],
      ],
    );
  });

  it('takes a price that was looked at long before the newest list for a former price', () => {
    const other = (lookedAt?: string): unknown => {
      const [model] = widen([
        source('new', '2026-11-01', [row('m', PRICE)]),
        source('other', '2026-10-01', [row('m', OTHER, { lookedAt })]),
      ]);
      return model?.periods[0]?.disagreeing?.length;
    };
    // 100 days before 2026-11-01 is 2026-07-24.
    assert.equal(other(), 1);
    assert.equal(other('2026-07-24'), 1);
    assert.equal(other('2026-07-23'), undefined);
  });

  it('has the day on which its price was looked at, if it is the price of that source', () => {
    const looked = source('own', '2026-10-01', [row('m', PRICE, { lookedAt: '2026-08-02' })]);
    assert.equal(widen([looked])[0]?.periods[0]?.checked, '2026-08-02');
    const newer = source('new', '2026-11-01', [row('m', PRICE)]);
    assert.equal(widen([newer, looked])[0]?.periods[0]?.checked, undefined);
  });

  it('has the price of the newest source, and what the others say of it', () => {
    const [model] = widen([
      source('new', '2026-11-01', [row('m', PRICE)]),
      source('same', '2026-10-01', [row('m', PRICE)]),
      source('copy', '2026-10-01', [row('m', OTHER)], 'new'),
      source('other', '2026-09-01', [row('m', OTHER)]),
    ]);
    assert.deepEqual(model?.periods, [
      {
        from: null,
        to: null,
        source: 'new',
        seen: '2026-10-01',
        alsoIn: ['same'],
        disagreeing: [{ source: 'other', usdPerMillionTokens: OTHER }],
        usdPerMillionTokens: PRICE,
      },
    ]);
  });

  it('keeps the hand-kept row, and confirms the period of the day of a source', () => {
    const hand: ModelRow = {
      id: 'm',
      name: 'M',
      tokenizer: 't',
      periods: [
        { from: '2026-01-01', to: '2026-10-15', source: 'page', usdPerMillionTokens: OTHER },
        { from: '2026-10-15', to: null, source: 'page', usdPerMillionTokens: PRICE },
      ],
    };
    const sources = [
      source('new', '2026-11-01', [row('m', PRICE)]),
      source('old', '2026-09-01', [row('m', OTHER)]),
    ];
    const [model] = widen(sources, {}, [hand]);
    assert.deepEqual(
      model?.periods.map(({ alsoIn, disagreeing }) => [alsoIn, disagreeing]),
      [
        [['old'], undefined],
        [['new'], undefined],
      ],
    );
  });

  it('is not confirmed by another reading of the same page, which may dispute it', () => {
    const page = source('page', '2026-11-01', [row('m', PRICE), row('n', PRICE)]);
    const again = source('again', '2026-10-01', [row('m', PRICE), row('n', OTHER)]);
    const models = widen([page, { ...again, samePageAs: 'page' }]);
    assert.deepEqual(
      models.map(({ periods: [first] }) => [
        first?.alsoIn,
        first?.disagreeing?.map((other) => other.source),
      ]),
      [
        [undefined, undefined],
        [undefined, ['again']],
      ],
    );
  });

  it('is not confirmed by a copy, unless its maintainers looked at the price themselves', () => {
    const looked = { lookedAt: '2026-10-01' };
    const copy = source('genai-prices', '2026-11-01', [
      row('m', PRICE),
      row('n', PRICE, looked),
      row('o', OTHER),
    ]);
    const rows = [row('m', PRICE), row('n', PRICE), row('o', PRICE)];
    const original = source('list', '2026-10-01', rows, 'litellm');
    for (const sources of [
      [copy, original],
      [{ ...original, day: '2026-11-02' }, copy],
    ])
      assert.deepEqual(
        widen(sources).map(({ periods: [first] }) => [
          first?.alsoIn?.length ?? 0,
          first?.disagreeing?.length ?? 0,
        ]),
        [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      );
  });

  it('is not disputed by a list that has the price of an ended period', () => {
    const hand: ModelRow = {
      id: 'm',
      name: 'M',
      tokenizer: 't',
      periods: [
        { from: '2026-08-26', to: '2026-09-09', source: 'page', usdPerMillionTokens: OTHER },
        { from: '2026-09-09', to: null, source: 'page', usdPerMillionTokens: PRICE },
      ],
    };
    const disputed = (rates: Rates): number =>
      widen([source('late', '2026-09-23', [row('m', rates)])], {}, [hand])[0]?.periods.at(-1)
        ?.disagreeing?.length ?? 0;
    assert.deepEqual([disputed(OTHER), disputed({ input: 1, output: 4 })], [0, 1]);
  });

  it('of a region ends with the plain id, if nothing else says when', () => {
    const end = { ends: '2026-09-14' };
    const models = widen([
      source('new', '2026-11-01', [
        row('maker.m-v1:0', PRICE, end),
        row('us.maker.m-v1:0', OTHER),
        row('eu.maker.m-v1:0', OTHER, { ends: '2026-10-01' }),
        row('us.maker.n-v1:0', OTHER),
      ]),
    ]);
    assert.deepEqual(
      models.map(({ id, endSource, periods }) => [id, endSource, periods.at(-1)?.to]),
      [
        ['maker.m-v1:0', 'new', '2026-09-14'],
        ['us.maker.m-v1:0', 'new', '2026-09-14'],
        ['eu.maker.m-v1:0', 'new', '2026-10-01'],
        ['us.maker.n-v1:0', undefined, null],
      ],
    );
  });

  it('folds a dated id whose longest answer alone differs', () => {
    const models = widen([
      source('new', '2026-11-01', [
        row('m', PRICE, { maxOutputTokens: 128_000 }),
        row('m-2025-10-06', PRICE, { maxOutputTokens: 272_000 }),
      ]),
    ]);
    assert.deepEqual(
      models.map(({ id, aliases }) => [id, aliases]),
      [['m', ['m-2025-10-06']]],
    );
  });

  it('folds a dated id that lacks rates for cached input, or whose context window is its longest prompt', () => {
    const long = (rates: Rates): Partial<SourceRow> => ({
      periods: [
        {
          from: null,
          to: null,
          usdPerMillionTokens: PRICE,
          tiers: [{ fromPromptTokens: 272_001, usdPerMillionTokens: rates }],
        },
      ],
    });
    const limits = { contextWindowTokens: 400_000, maxOutputTokens: 128_000 };
    const models = widen([
      source('new', '2026-11-01', [
        row('m', PRICE, { ...long(OTHER), ...limits }),
        row('m-2026-01-01', PRICE, { ...long({ ...OTHER, cachedInput: 0.1 }), ...limits }),
        row('m-2026-02-01', PRICE, { ...long(OTHER), ...limits, contextWindowTokens: 272_000 }),
        row('m-2026-03-01', PRICE, { ...long(PRICE), ...limits }),
        row('m-2026-04-01', PRICE, { ...long(OTHER), ...limits, contextWindowTokens: 300_000 }),
      ]),
    ]);
    assert.deepEqual(
      models.map(({ id, aliases }) => [id, aliases]),
      [
        ['m', ['m-2026-01-01', 'm-2026-02-01']],
        ['m-2026-03-01', undefined],
        ['m-2026-04-01', undefined],
      ],
    );
  });

  it('folds a dated id that bills alike, and keeps one that does not', () => {
    const models = widen([
      source('new', '2026-11-01', [
        row('m', PRICE),
        row('m-2026-01-01', PRICE),
        row('m-2025-01-01', OTHER),
        row('m-0101', PRICE),
      ]),
    ]);
    assert.deepEqual(
      models.map(({ id, aliases }) => [id, aliases]),
      [
        ['m', ['m-2026-01-01']],
        ['m-2025-01-01', undefined],
        ['m-0101', undefined],
      ],
    );
  });

  it('folds regions that bill alike', () => {
    const ids = ['acme.m', 'global.acme.m', 'us.acme.m', 'eu.acme.m'];
    const rows = ids.map((id, index) => row(id, index === 1 || index === 3 ? OTHER : PRICE));
    assert.deepEqual(
      widen([source('new', '2026-11-01', rows)]).map(({ id, aliases }) => [id, aliases]),
      [
        ['acme.m', ['us.acme.m']],
        ['global.acme.m', ['eu.acme.m']],
      ],
    );
  });

  it('adds ids for which a source states the price, unless another row has them', () => {
    const rows = [row('m', PRICE, { aliases: ['m-2026-01-01', 'n', 'm-latest'] }), row('n', OTHER)];
    const models = widen([source('new', '2026-11-01', rows)]);
    assert.deepEqual(
      models.map(({ id, aliases }) => [id, aliases]),
      [
        ['m', ['m-2026-01-01']],
        ['n', undefined],
      ],
    );
  });

  it('keeps what a newer list does not have, as perhaps no longer sold, but not embeddings', () => {
    const sources = [
      source('new', '2026-11-01', [row('m', PRICE)]),
      source('old', '2026-09-01', [
        row('gone', PRICE),
        row('e', { input: 1 }, { kind: 'embedding' }),
      ]),
    ];
    assert.deepEqual(
      widen(sources).map(({ id, unlistedIn }) => [id, unlistedIn]),
      [
        ['m', undefined],
        ['gone', 'new'],
        ['e', undefined],
      ],
    );
  });

  it('takes what a list of some models lacks for sold, and the list for newer than the others', () => {
    const some = { ...source('some', '2026-11-10', [row('n', OTHER)]), isPartial: true };
    const sources = [
      some,
      source('new', '2026-11-01', [row('m', PRICE)]),
      source('old', '2026-09-01', [row('n', PRICE)]),
    ];
    assert.deepEqual(
      widen(sources, { ownList: true }).map(({ id, unlistedIn, periods }) => [
        id,
        unlistedIn,
        periods[0]?.usdPerMillionTokens,
      ]),
      [
        ['n', undefined, OTHER],
        ['m', undefined, PRICE],
      ],
    );
  });

  it('takes copies of a list for no second source, and for no dispute', () => {
    const sources = [
      source('new', '2026-11-01', [row('m', PRICE), row('n', PRICE)]),
      source('old', '2026-10-01', [row('m', PRICE), row('n', OTHER)]),
    ];
    const others = (ownList: boolean) =>
      widen(sources, { ownList }).flatMap(({ periods }) =>
        periods.map(({ alsoIn, disagreeing }) => [alsoIn, disagreeing?.length]),
      );
    assert.deepEqual(others(true), [
      [undefined, undefined],
      [undefined, undefined],
    ]);
    assert.deepEqual(others(false), [
      [['old'], undefined],
      [undefined, 1],
    ]);
  });

  it('has the long prompts that another source of its time has, if the context window holds them', () => {
    const tiers = [{ fromPromptTokens: 128_001, usdPerMillionTokens: OTHER }];
    const tiersWith = (contextWindowTokens: number, day = '2026-10-01', rates: Rates = PRICE) => {
      const periods = [{ from: null, to: null, usdPerMillionTokens: rates, tiers }];
      const sources = [
        source('new', '2026-11-01', [row('m', PRICE, { contextWindowTokens })]),
        { ...source('old', day, [row('m', rates, { periods })]), isDated: false },
      ];
      return widen(sources)[0]?.periods[0]?.tiers;
    };
    assert.deepEqual(tiersWith(2_000_000), tiers);
    assert.equal(tiersWith(128_000), undefined);
    assert.equal(tiersWith(2_000_000, '2026-01-01'), undefined, 'out of date');
    assert.equal(tiersWith(2_000_000, '2026-10-01', OTHER), undefined, 'another price');
  });

  it('completes a list of some models by another one of its time that agrees', () => {
    const cached = { input: 1, cachedInput: 0.1, output: 2 };
    const some = { ...source('some', '2026-11-10', [row('n', PRICE)]), isPartial: true };
    const undated = (day: string) => ({
      ...source('old', day, [row('n', cached)]),
      isDated: false,
    });
    const ratesWith = (day: string): unknown =>
      widen([some, undated(day)])[0]?.periods[0]?.usdPerMillionTokens;
    assert.deepEqual(ratesWith('2026-10-01'), cached);
    assert.deepEqual(ratesWith('2025-10-01'), PRICE);
  });

  it('makes names of ids', () => {
    const ids = [
      'meta/llama-3.3-70b-instruct-maas',
      'qwen3-235b-a22b-instruct-2507',
      'claude-opus-4-1@20250805',
      'gpt-35-turbo',
      'deepseek-v3.1',
      'llama-4-scout-17b-16e',
    ];
    assert.deepEqual(
      widen([
        source(
          'new',
          '2026-11-01',
          ids.map((id) => row(id, PRICE)),
        ),
      ]).map(({ name }) => name),
      [
        'Llama 3.3 70B Instruct',
        'Qwen3 235B A22B Instruct 2507',
        'Claude Opus 4.1',
        'GPT-3.5 Turbo',
        'DeepSeek V3.1',
        'Llama 4 Scout 17B 16E',
      ],
    );
  });

  it('has the factors that are stated for an id', () => {
    const factors = { acme: [{ models: '^m$', factors: 'half' }] };
    const models = widen(
      [source('new', '2026-11-01', [row('m', PRICE), row('n', PRICE)])],
      {},
      [],
      {
        factors,
      },
    );
    assert.deepEqual(
      models.map(({ factors: each }) => each),
      ['half', undefined],
    );
  });

  it('completes the ids of a host that a source shortens', () => {
    const sources = [
      source('new', '2026-11-01', [row('accounts/acme/models/m-1p5', PRICE)]),
      source('old', '2026-09-01', [row('m-1.5', PRICE), row('gone', PRICE)]),
    ];
    assert.deepEqual(
      widen(sources, { idPrefix: 'accounts/acme/models/' }).map(({ id }) => id),
      ['accounts/acme/models/m-1p5', 'accounts/acme/models/gone'],
    );
  });

  it('ends a model on the day of a shutdown', () => {
    const sources = [
      source('new', '2026-11-01', [row('m', PRICE), row('n', PRICE), row('n-2025-01-01', OTHER)]),
      source('old', '2026-08-01', [row('m', PRICE, { ends: '2026-10-01' })]),
    ];
    const ends = { acme: { page: { '2026-12-01': ['n'] } } };
    assert.deepEqual(
      widen(sources, {}, [], { ends }).map(({ id, endSource, periods }) => [
        id,
        endSource,
        periods.at(-1)?.to,
      ]),
      [
        ['m', 'old', '2026-10-01'],
        ['n', 'page', '2026-12-01'],
        ['n-2025-01-01', 'page', '2026-12-01'],
      ],
    );
  });

  it('ends no model of a host that its newest list still has', () => {
    const sources = [
      source('new', '2026-11-01', [row('m', PRICE)]),
      source('old', '2026-08-01', [row('m', PRICE, { ends: '2026-10-01' })]),
    ];
    const [model] = widen(sources, { kind: 'host' });
    assert.deepEqual([model?.endSource, model?.periods.at(-1)?.to], [undefined, null]);
  });

  it('names the vendor first where the price was read there on a day of the period', () => {
    const sources = [source('new', '2026-11-01', [row('m', PRICE), row('n', PRICE)])];
    const models = widen(sources, {}, [], {
      sources: { page: { url: 'https://example.com', checked: '2026-11-20' } },
      vendorReads: { acme: { source: 'page', models: ['m'] } },
    });
    assert.deepEqual(
      models.map(({ periods: [period] }) => [period?.source, period?.alsoIn]),
      [
        ['page', ['new']],
        ['new', undefined],
      ],
    );
  });

  it('leaves out what a source invents, and adds rows by hand', () => {
    const model: ModelRow = {
      id: 'own',
      name: 'Own',
      tokenizer: 't',
      periods: [{ from: null, to: null, source: 'page', usdPerMillionTokens: PRICE }],
    };
    const models = widen(
      [source('new', '2026-11-01', [row('m', PRICE), row('bad', PRICE)])],
      {},
      [],
      {
        leftOut: { acme: ['^bad$'] },
        models: { acme: [model] },
      },
    );
    assert.deepEqual(
      models.map(({ id, aliases }) => [id, aliases]),
      [
        ['own', undefined],
        ['m', undefined],
      ],
    );
  });

  it('names the newest package that has the price of a hand-kept row', () => {
    const hand: ModelRow = {
      id: 'm',
      name: 'M',
      tokenizer: 't',
      periods: [{ from: '2026-01-01', to: null, source: 'old', usdPerMillionTokens: PRICE }],
    };
    const sources = [
      source('new', '2026-11-01', [row('m', PRICE)]),
      source('old', '2026-09-01', [row('m', PRICE)]),
    ];
    const [period] = widen(sources, {}, [hand])[0]?.periods ?? [];
    assert.deepEqual([period?.source, period?.alsoIn], ['new', ['old']]);
  });

  it('takes another price in a much older list for a former price', () => {
    const [recent, old] = ['2026-08-01', '2026-07-01'].map((day) =>
      widen([
        source('new', '2026-11-01', [row('m', PRICE)]),
        source('old', day, [row('m', OTHER)]),
      ]),
    );
    assert.equal(recent?.[0]?.periods[0]?.disagreeing?.length, 1);
    assert.equal(old?.[0]?.periods[0]?.disagreeing, undefined);
  });

  it('takes a source of the hand-kept table as a member of its lineage', () => {
    const hand: ModelRow = {
      id: 'm',
      name: 'M',
      tokenizer: 't',
      periods: [{ from: null, to: null, source: 'page', usdPerMillionTokens: PRICE }],
    };
    const sources = [source('new', '2026-11-01', [row('m', PRICE)])];
    const [model] = widen(sources, {}, [hand], { lineages: { page: 'new' } });
    assert.equal(model?.periods[0]?.alsoIn, undefined);
  });
});

describe('comparing rates of sources', () => {
  for (const [a, b, isSame] of [
    [PRICE, PRICE, true],
    [PRICE, OTHER, false],
    [{ ...PRICE, cachedInput: 0.1 }, PRICE, true],
    [{ ...PRICE, cachedInput: 0.1 }, { ...PRICE, cachedInput: 0.2 }, false],
    [{ input: 0.0509, output: 1 }, { input: 0.051, output: 1 }, true],
    [{ input: 0.0605, output: 1 }, { input: 0.06, output: 1 }, true],
    [{ input: 0.014, output: 1 }, { input: 0.01, output: 1 }, false],
    [{ input: 0.25, output: 1 }, { input: 0.3, output: 1 }, false],
    [{ input: 1 }, PRICE, false],
  ] as const) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${isSame}`, () => {
      assert.equal(sameRates(a, b), isSame);
    });
  }
});

describe('open weights', () => {
  for (const [weights, ids] of [
    ['glm-5.3', ['accounts/fireworks/models/glm-5p3', 'zai-org/GLM-5.3-Fast', 'zai.glm-5.3']],
    [
      'llama-3.3-70b-instruct',
      [
        'meta-llama/Llama-3.3-70B-Instruct-Turbo',
        'us.meta.llama3-3-70b-instruct-v1:0',
        '@cf/meta/llama-3.3-70b-instruct-fp8-fast',
        'llama-3.3-70b-versatile',
        'llama-3.3-70b',
      ],
    ],
    [
      'gpt-oss-120b',
      ['openai.gpt-oss-120b-1:0', 'openai/gpt-oss-120b', 'openai/gpt-oss-120b-maas'],
    ],
    [
      'qwen3-235b-a22b-instruct-2507',
      ['qwen/qwen3-235b-a22b-2507', 'Qwen/Qwen3-235B-A22B-Instruct-2507'],
    ],
    [
      'deepseek-v3.2',
      ['deepseek.v3.2', 'deepseek/deepseek-v3.2', 'accounts/x/models/deepseek-v3p2'],
    ],
    [
      'bge-large-en-v1.5',
      ['@cf/baai/bge-large-en-v1.5', 'BAAI/bge-large-en-v1.5', 'databricks-bge-large-en'],
    ],
    [
      'llama-guard-3-8b',
      ['llama-guard-3-8b', '@cf/meta/llama-guard-3-8b', 'meta-llama/llama-guard-3-8b'],
    ],
    ['gte-large-en-v1.5', ['Alibaba-NLP/gte-large-en-v1.5', 'databricks-gte-large-en']],
    ['phi-3.5-mini-instruct', ['Phi-3.5-mini-instruct', 'microsoft/phi-3.5-mini-128k-instruct']],
    ['ernie-4.5-300b-a47b', ['baidu/ernie-4.5-300b-a47b-paddle', 'baidu/ERNIE-4.5-300B-A47B']],
    ['kimi-k2-0905', ['moonshotai/Kimi-K2-Instruct-0905', 'kimi-k2-0905-preview']],
  ] as const) {
    it(`have one name at all hosts: ${weights}`, () => {
      assert.deepEqual(
        ids.map(weightsOf),
        ids.map(() => weights),
      );
    });
  }

  it('are not those of closed or other models', () => {
    for (const id of ['glm-5-turbo', 'qwen-max', 'gpt-4o', 'claude-opus-5', 'mistral-large-2407']) {
      assert.equal(weightsOf(id), undefined, id);
    }
    // Mistral never published the weights of its 3B model of 2024.
    assert.equal(weightsOf('ministral-3b-2410'), undefined);
    assert.notEqual(weightsOf('thenlper/gte-large'), weightsOf('databricks-gte-large-en'));
    assert.notEqual(weightsOf('llama-3.3-70b-instruct-abliterated'), 'llama-3.3-70b-instruct');
  });
});

describe('the tokenizer of an id', () => {
  for (const [tokenizer, ids] of [
    ['openai-5', ['gpt-5.6-sol', 'openai/gpt-6-luna', 'gpt-5.1-chat-latest']],
    ['openai-4o', ['gpt-4o-2024-05-13', 'chatgpt-4o-latest']],
    ['openai', ['gpt-4.5-preview', 'o3-pro', 'o1']],
    ['openai-4-1', ['gpt-4.1-nano', 'openai/gpt-4.1']],
    ['openai-5-chat', ['gpt-5-chat-latest', 'gpt-5-chat']],
    ['openai-4', ['gpt-4', 'gpt-4-turbo', 'gpt-3.5-turbo-16k', 'gpt-35-turbo']],
    [
      'claude-old',
      ['claude-3-5-sonnet-20241022', 'anthropic/claude-sonnet-4.6', 'claude-opus-4-1'],
    ],
    ['claude-new', ['us.anthropic.claude-opus-4-7', 'claude-sonnet-5-5', 'claude-fable-5']],
    ['llama3', ['meta.llama3-1-8b-instruct-v1:0', 'deepseek-r1-distill-llama-70b']],
    ['gemini-newer', ['gemini-3.6-flash', 'gemini-3-5-flash', 'databricks-gemini-3-1-pro']],
    ['gemma3', ['gemini-3-pro', 'gemini-2-5-flash', 'gemini-3-flash']],
    ['qwen35', ['databricks-qwen35-122b-a10b']],
    [
      'unknown',
      ['claude-2', 'gemini-1.5-pro', 'llama-2-70b', 'qwen-plus', 'jamba-large', 'glm-4-9b'],
    ],
  ] as const) {
    it(`${tokenizer}: ${ids.join(', ')}`, () => {
      assert.deepEqual(
        ids.map((id) => tokenizerOf(plainName(id))),
        ids.map(() => tokenizer),
      );
    });
  }
});

describe('models that are not billed by text tokens', () => {
  it('are recognized by their ids', () => {
    assert.deepEqual(
      ['dall-e-3', 'gpt-image-2', 'whisper-1', 'tts-1-hd', 'veo-3', 'mistral-ocr-2512'].map(
        otherUnit,
      ),
      ['picture', 'picture', 'second', 'character', 'second', 'page'],
    );
    for (const id of ['gpt-realtime', 'gpt-4o-mini-tts', 'qwen3-omni-flash', 'gpt-4o-transcribe'])
      assert.equal(otherUnit(id), 'audio', id);
    for (const id of ['gpt-4o', 'claude-opus-5', 'olive-7b', 'voyage-3', 'deepseek-ocr-2']) {
      assert.equal(otherUnit(id), undefined, id);
    }
  });
});
