import assert from 'node:assert/strict';
import { parsePriceTable } from '../../../../src/core/pricing/priceTable';
import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import {
  bundledModel,
  bundledTable,
  readPricingJson,
  tableFile,
} from '../../../support/priceTables';

const rates = { input: 1, cachedInput: 0.5, output: 2 };
const period = { from: null, to: null, source: 'page', usdPerMillionTokens: rates };

function problemsOf(file: unknown): string[] {
  const result = parsePriceTable(file, ENCODINGS);
  return result.ok ? [] : result.problems.map(({ path, problem }) => `${path} ${problem}`);
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

  it('holds at least ten current models of five providers, each period with an address and a day', () => {
    const current = bundledTable().models.filter(
      ({ periods }) => periods.at(-1)?.toMs === Infinity,
    );
    assert.ok(current.length >= 10, `${current.length} models`);
    assert.ok(new Set(current.map(({ provider }) => provider)).size >= 5);
    for (const { periods } of bundledTable().models) {
      for (const { source } of periods) {
        assert.match(source.url, /^https:\/\//);
        assert.match(source.checked, /^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('takes what is right', () => {
    assert.deepStrictEqual(problemsOf(tableFile()), []);
    assert.deepStrictEqual(problemsOf(readPricingJson()), []);
  });

  const model = 'providers.0.models.0';
  const wrong: [name: string, file: unknown, problem: RegExp][] = [
    ['not an object', 'text', /^ .*Object/],
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
      /^providers\.0\.models\.0\.periods\.0\.source is not in sources: nowhere$/,
    ],
    [
      'a source that every object seems to have',
      tableFile({ periods: [{ ...period, source: 'constructor' }] }),
      /source is not in sources: constructor$/,
    ],
    [
      'an unknown encoding',
      tableFile({ tokenizer: { encoding: 'p50k', accuracy: 'exact', evidence: 'x' } }),
      /tokenizer\.encoding is not a known encoding: p50k$/,
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
      /periods\.1\.from does not begin where the period before it ends \(2025-01-01\): 2025-01-02$/,
    ],
    [
      'an overlap of periods',
      tableFile({ periods: [period, { ...period, from: '2025-01-02' }] }),
      /periods\.1\.from does not begin/,
    ],
    [
      'a period that ends before it begins',
      tableFile({ periods: [{ ...period, from: '2025-01-02', to: '2025-01-02' }] }),
      /periods\.0\.to is not after from: 2025-01-02$/,
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
      /periods\.0\.tiers\.1\.fromPromptTokens is not above the tier before it: 200$/,
    ],
    ['a name used twice', tableFile({ aliases: ['one'] }), /is used twice: one$/],
  ];
  for (const [name, file, problem] of wrong) {
    it(`refuses ${name} and names the path`, () => {
      const problems = problemsOf(file);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('names every path inside a model', () => {
    const [problem] = problemsOf(tableFile({ name: '' }));
    assert.ok(problem?.startsWith(`${model}.name `), problem);
  });
});
