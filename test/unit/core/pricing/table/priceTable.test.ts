import assert from 'node:assert/strict';
import { describeProblem } from '../../../../../src/wording/problems';
import { ENGLISH } from '../../../../../src/wording/words';
import { knownDay } from '../../../../../src/core/pricing/staleness';
import { parsePriceTable } from '../../../../../src/core/pricing/table/parse';
import { ENCODINGS } from '../../../../../src/core/tokens/encodings';
import { KNOWN_TOKENIZERS } from '../../../../../src/core/tokens/knownTokenizers';
import {
  bundledModel,
  bundledTable,
  handKeptIds,
  modelOf,
  readPricingJson,
  tableFile,
} from '../../../../support/priceTables';

const rates = { input: 1, cachedInput: 0.5, output: 2 };
const period = { from: null, to: null, source: 'page', usdPerMillionTokens: rates };

function problemsOf(file: unknown): string[] {
  const result = parsePriceTable(file, ENCODINGS);
  return result.ok ? [] : result.problems.map((problem) => describeProblem(ENGLISH, problem));
}

describe('price table', () => {
  it('holds the two seed rows exactly', () => {
    const rows = ['deepseek/deepseek-r1', 'openai/o1'].map(
      (id) => bundledModel(id).periods[0].rates,
    );
    assert.deepStrictEqual(rows, [
      { input: 0.55, cachedInput: 0.14, output: 2.19 },
      { input: 15, cachedInput: 7.5, output: 60 },
    ]);
  });

  it('holds DeepSeek-V3 at its launch price and at the one that followed', () => {
    assert.deepStrictEqual(
      bundledModel('deepseek/deepseek-v3')
        .periods.slice(0, 2)
        .map(({ toMs, rates }) => [new Date(toMs).toISOString(), rates]),
      [
        ['2025-02-08T16:00:00.000Z', { input: 0.14, cachedInput: 0.014, output: 0.28 }],
        ['2025-02-26T16:30:00.000Z', { input: 0.27, cachedInput: 0.07, output: 1.1 }],
      ],
    );
  });

  it('covers at least forty providers and 1,500 models, and each hand-kept price has a first day', () => {
    const { models } = bundledTable();
    assert.ok(new Set(models.map(({ provider }) => provider)).size >= 40);
    assert.ok(models.length >= 1500);
    const undated = models.filter(({ periods }) => periods[0].fromMs === -Infinity);
    const handKept = new Set(handKeptIds());
    assert.deepStrictEqual(
      undated.map(({ id }) => id).filter((id) => handKept.has(id)),
      [],
    );
  });

  it('holds at least ten current models of five providers, each period with an address and a day', () => {
    const current = bundledTable().models.filter(
      ({ periods }) => periods.at(-1)?.toMs === Infinity,
    );
    assert.ok(current.length >= 10, `${current.length} models`);
    assert.ok(new Set(current.map(({ provider }) => provider)).size >= 5);
    for (const { periods } of bundledTable().models) {
      for (const { source } of periods) {
        assert.match(source.url, /^https:\/\//);
        assert.match(knownDay(source), /^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('accepts a valid table', () => {
    assert.deepStrictEqual(problemsOf(tableFile()), []);
    assert.deepStrictEqual(problemsOf(readPricingJson()), []);
  });

  const model = 'providers.0.models.0';
  const wrong: [name: string, file: unknown, problem: RegExp][] = [
    ['not an object', 'text', /^is not an object: "text"/],
    [
      'a negative price',
      tableFile({ periods: [{ ...period, usdPerMillionTokens: { input: -1 } }] }),
      /^providers\.0\.models\.0\.periods\.0\.usdPerMillionTokens\.input is not a price.*-1$/,
    ],
    [
      'a price that is text',
      tableFile({ periods: [{ ...period, usdPerMillionTokens: { input: '0.55' } }] }),
      /usdPerMillionTokens\.input is not a number: "0\.55"$/,
    ],
    [
      'a misspelt key',
      tableFile({ periods: [{ ...period, usdPerMillionTokens: { imput: 1 } }] }),
      /usdPerMillionTokens\.imput/,
    ],
    [
      'an unknown source',
      tableFile({ periods: [{ ...period, source: 'nowhere' }] }),
      /^providers\.0\.models\.0\.periods\.0\.source is not a key of "sources": nowhere$/,
    ],
    [
      'a source that every object seems to have',
      tableFile({ periods: [{ ...period, source: 'constructor' }] }),
      /source is not a key of "sources": constructor$/,
    ],
    [
      'an unknown encoding',
      tableFile({ tokenizer: { encoding: 'p50k', accuracy: 'exact', evidence: 'x' } }),
      /tokenizer\.encoding is not one of .*: p50k$/,
    ],
    ['no period', tableFile({ periods: [] }), /periods is empty/],
    [
      'a gap between periods',
      tableFile({
        periods: [
          { ...period, to: '2025-01-01' },
          { ...period, from: '2025-01-02' },
        ],
      }),
      /periods\.1\.from is not the end of the previous period \(2025-01-01\): 2025-01-02$/,
    ],
    [
      'an overlap of periods',
      tableFile({ periods: [period, { ...period, from: '2025-01-02' }] }),
      /periods\.1\.from is not the end/,
    ],
    [
      'a period that ends before it begins',
      tableFile({ periods: [{ ...period, from: '2025-01-02', to: '2025-01-02' }] }),
      /periods\.0\.to is not after the start of the period: 2025-01-02$/,
    ],
    [
      'a day that no calendar has',
      tableFile({ periods: [{ ...period, from: '2025-13-01' }] }),
      /periods\.0\.from is not a date/,
    ],
    [
      'cached input above input',
      tableFile({ periods: [{ ...period, usdPerMillionTokens: { input: 1, cachedInput: 1.1 } }] }),
      /usdPerMillionTokens\.cachedInput is above input \(1\): 1\.1$/,
    ],
    [
      'tiers that do not ascend',
      tableFile({
        periods: [
          {
            ...period,
            tiers: [
              { fromPromptTokens: 200, usdPerMillionTokens: rates },
              { fromPromptTokens: 200, usdPerMillionTokens: rates },
            ],
          },
        ],
      }),
      /periods\.0\.tiers\.1\.fromPromptTokens is not above the previous tier: 200$/,
    ],
    [
      'a window whose tiers do not ascend',
      tableFile({
        periods: [
          {
            ...period,
            windows: [
              {
                name: 'peak',
                weekdays: [1],
                calendarOffset: '+08:00',
                timesUtc: [{ from: '01:00', to: '02:00' }],
                usdPerMillionTokens: rates,
                tiers: [{ fromPromptTokens: 1, usdPerMillionTokens: rates }],
              },
            ],
          },
        ],
      }),
      /windows\.0\.tiers\.0\.fromPromptTokens is not above/,
    ],
    [
      'a long cache write below a short one',
      tableFile({
        periods: [{ ...period, usdPerMillionTokens: { cacheWrite: 2, cacheWriteLong: 1 } }],
      }),
      /cacheWrite is above cacheWriteLong \(1\): 2$/,
    ],
    [
      'a batch factor above one',
      tableFile({ factors: { batch: { numerator: 3, denominator: 2, source: 'page' } } }),
      /factors\.batch is above 1: 3\/2$/,
    ],
    [
      'a factor without a source',
      tableFile({ factors: { flex: { numerator: 1, denominator: 2, source: 'none' } } }),
      /factors\.flex\.source is not a key of "sources": none$/,
    ],
    [
      'an estimate without a calibration',
      tableFile({ tokenizer: { encoding: 'o200k_base', accuracy: 'estimated', evidence: 'x' } }),
      /tokenizer\.calibration is required with accuracy "estimated"$/,
    ],
    [
      'an end without a source',
      tableFile({ endSource: 'none' }),
      /endSource is not a key of "sources": none$/,
    ],
    ['a name used twice', tableFile({ aliases: ['one'] }), /is used twice: one$/],
  ];
  for (const [name, file, problem] of wrong) {
    it(`rejects ${name}, with the path`, () => {
      const problems = problemsOf(file);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('rejects a source checked in the future, except for the day of another time zone', () => {
    const problemsOn = (day: string) => {
      const result = parsePriceTable(tableFile(), ENCODINGS, undefined, Date.parse(day));
      return result.ok ? [] : result.problems;
    };
    assert.deepStrictEqual(problemsOn('2026-10-31'), []);
    assert.deepStrictEqual(problemsOn('2026-10-30'), [
      { path: 'sources.page.checked', code: 'inFuture', value: '2026-11-01' },
    ]);
  });

  it('reads tokenizers and factors by name, and each name must stand in the file', () => {
    const file = { ...(tableFile({ tokenizer: 't', factors: 'half' }) as object) };
    const entries = {
      tokenizers: { t: { encoding: 'o200k_base', accuracy: 'exact', evidence: 'test' } },
      factorSets: { half: { batch: { numerator: 1, denominator: 2, source: 'page' } } },
    };
    assert.deepStrictEqual(problemsOf(file), [
      'providers.0.models.0.tokenizer is not a key of "tokenizers": t',
      'providers.0.models.0.factors is not a key of "factorSets": half',
    ]);
    const result = parsePriceTable({ ...file, ...entries }, ENCODINGS);
    assert.ok(result.ok);
    const [model] = result.table.models;
    assert.equal(model?.tokenizer.evidence, 'test');
    assert.equal(model.periods[0].factors.batch?.denominator, 2n);
  });

  it('reads holidays by name, which must stand in the file with a source', () => {
    const hours = {
      name: 'day',
      weekdays: [4],
      calendarOffset: '+08:00',
      timesUtc: [{ from: '01:00', to: '04:00' }],
      exceptHolidays: 'china',
      usdPerMillionTokens: { input: 2 },
    };
    const file = { ...(tableFile({ periods: [{ ...period, windows: [hours] }] }) as object) };
    const china = { dates: ['2026-10-01'], knownUntil: '2026-12-31' };
    assert.deepStrictEqual(problemsOf(file), [
      'providers.0.models.0.periods.0.windows.0.exceptHolidays is not a key of "holidays": china',
    ]);
    assert.deepStrictEqual(
      problemsOf({ ...file, holidays: { china: { ...china, source: 'no' } } }),
      ['holidays.china.source is not a key of "sources": no'],
    );
    const holidays = { china: { ...china, source: 'page' } };
    const [window] = modelOf({ ...file, holidays }).periods[0].windows;
    // 2026-10-01 is day 20,727 from 1970-01-01.
    assert.deepStrictEqual(window?.holidays?.days, [20_727]);
  });

  it('checks a named tokenizer and named factors where they stand', () => {
    const file = {
      ...(tableFile() as object),
      tokenizers: { t: { encoding: 'none', accuracy: 'exact', evidence: 'test' } },
      factorSets: { more: { batch: { numerator: 2, denominator: 1, source: 'page' } } },
    };
    assert.deepStrictEqual(
      problemsOf(file).map((problem) => problem.split(' ')[0]),
      ['tokenizers.t.encoding', 'factorSets.more.batch'],
    );
  });

  it('keeps the day of the look, the sources that agree and those that do not', () => {
    const file = tableFile({
      periods: [
        {
          ...period,
          checked: '2026-10-01',
          alsoIn: ['package'],
          disagreeing: [{ source: 'other', usdPerMillionTokens: { input: 3 } }],
        },
      ],
    }) as { sources: object };
    assert.deepStrictEqual(problemsOf(file), [
      'providers.0.models.0.periods.0.alsoIn is not a key of "sources": package',
      'providers.0.models.0.periods.0.disagreeing is not a key of "sources": other',
    ]);
    const twice = { ...period, alsoIn: ['page'] };
    assert.deepStrictEqual(problemsOf(tableFile({ periods: [twice] })), [
      'providers.0.models.0.periods.0.alsoIn is used twice: page',
    ]);
    const sources = {
      ...file.sources,
      package: { url: 'https://example.com/p', published: '2026-09-01', licence: 'MIT' },
      other: { url: 'https://example.com/o', published: '2026-09-02' },
    };
    const [{ source, alsoIn, disagreeing }] = modelOf({ ...file, sources }).periods;
    assert.equal(source.checked, '2026-10-01');
    assert.deepStrictEqual(alsoIn, [
      {
        name: 'package',
        url: 'https://example.com/p',
        checked: '',
        published: '2026-09-01',
        origin: 'table',
      },
    ]);
    assert.deepStrictEqual(disagreeing[0]?.rates, { input: 3 });
  });

  it('accepts the offsets from UTC that exist, and no others', () => {
    const offsetProblems = (calendarOffset: string) => {
      const window = {
        name: 'peak',
        weekdays: [1],
        calendarOffset,
        timesUtc: [{ from: '01:00', to: '04:00' }],
        usdPerMillionTokens: rates,
      };
      return problemsOf(tableFile({ periods: [{ ...period, windows: [window] }] }));
    };
    for (const offset of ['+00:00', '+14:00', '-12:00', '-03:30', '+05:45']) {
      assert.deepStrictEqual(offsetProblems(offset), [], offset);
    }
    for (const offset of ['+99:00', '+14:30', '-12:01', '-13:00']) {
      assert.match(
        offsetProblems(offset).join(),
        /is not an offset from UTC such as \+08:00/,
        offset,
      );
    }
  });

  it('rejects an absurd fee, and a price per token with the price per million tokens', () => {
    const problems = (row: object) => problemsOf(tableFile({ periods: [{ ...period, ...row }] }));
    assert.match(
      problems({ usdPerThousandRequests: 1e300 }).join(),
      /is above 10,000 US dollars per thousand requests/,
    );
    for (const [perToken, meant] of [
      [2.5e-6, '2.5'],
      [1e-7, '0.1'],
      [1.25e-10, '0.000125'],
    ] as const) {
      const [problem = ''] = problems({ usdPerMillionTokens: { input: perToken } });
      assert.ok(problem.includes(`write a price per token as ${meant}: `), problem);
    }
  });

  it('has the path of every problem inside a model', () => {
    const [problem] = problemsOf(tableFile({ name: '' }));
    assert.ok(problem?.startsWith(`${model}.name `), problem);
  });

  it('rejects an unknown calibration if the known ones are given', () => {
    const tokenizer = {
      encoding: 'o200k_base',
      accuracy: 'estimated',
      calibration: 'martian',
      evidence: 'x',
    };
    const result = parsePriceTable(
      tableFile({ tokenizer }),
      ENCODINGS,
      KNOWN_TOKENIZERS.calibrations,
    );
    assert.ok(!result.ok);
    const [problem] = result.problems;
    assert.match(describeProblem(ENGLISH, problem), /calibrations claude_old, .*: martian/);
    assert.ok(parsePriceTable(readPricingJson(), ENCODINGS, KNOWN_TOKENIZERS.calibrations).ok);
  });

  it('rejects a calibration for another encoding', () => {
    const tokenizer = {
      encoding: 'cl100k_base',
      accuracy: 'estimated',
      calibration: 'claude_new',
      evidence: 'x',
    };
    const result = parsePriceTable(
      tableFile({ tokenizer }),
      ENCODINGS,
      KNOWN_TOKENIZERS.calibrations,
    );
    assert.ok(!result.ok);
    assert.deepStrictEqual(result.problems, [
      {
        path: `${model}.tokenizer.encoding`,
        code: 'otherBaseEncoding',
        names: ['o200k_base', 'claude_new'],
        value: 'cl100k_base',
        model: 'acme/one',
      },
    ]);
  });

  // o1-pro's 600 USD per million tokens, the highest known rate, is 0.0006 as a price per token.
  for (const [rate, isAccepted] of [
    [0, true],
    [0.0006, false],
    [0.000999999, false],
    [0.001, true],
    [10_000, true],
    [10_000.1, false],
    [1e300, false],
  ] as const) {
    it(`${isAccepted ? 'accepts' : 'rejects'} a rate of ${rate} USD per million tokens`, () => {
      const problems = problemsOf(
        tableFile({ periods: [{ ...period, usdPerMillionTokens: { input: rate } }] }),
      );
      assert.equal(problems.length === 0, isAccepted, problems.join());
    });
  }
});
