import assert from 'node:assert/strict';
import { describeProblem } from '../../../../../src/wording/problems';
import { ENGLISH } from '../../../../../src/wording/words';
import { estimateCall } from '../../../../../src/core/estimate/estimate';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import { resolvePrices } from '../../../../../src/core/pricing/resolve';
import type { Model, PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { RATE_NAMES } from '../../../../../src/core/pricing/table/rateSchema';
import { isStale } from '../../../../../src/core/pricing/staleness';
import { isOwn } from '../../../../../src/core/pricing/own/rates';
import { ENCODINGS } from '../../../../../src/core/tokens/encodings';
import { KNOWN_TOKENIZERS } from '../../../../../src/core/tokens/knownTokenizers';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';
import { bundledTable, handKeptIds, readManifest } from '../../../../support/priceTables';

const bundled = bundledTable();

function apply(
  overrides: unknown,
  customModels?: unknown,
): { table: PriceTable; problems: string[] } {
  const { table, problems } = resolvePrices(
    { bundled, loaded: [], team: {}, settings: { overrides, customModels } },
    KNOWN_TOKENIZERS,
    Date.UTC(2026, 10, 27),
  );
  return { table, problems: problems.map((problem) => describeProblem(ENGLISH, problem)) };
}

function modelOf(table: PriceTable, id: string): Model {
  const resolution = resolveModel(table, id, 0);
  assert.ok(resolution.kind === 'found', id);
  return resolution.model;
}

function cost(table: PriceTable, id: string, inputTokens: number, outputTokens: number): string {
  const at = Date.parse('2026-11-23T02:00:00Z');
  const { price } = estimateCall(modelOf(table, id), exactCount(inputTokens), { outputTokens }, at);
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

describe("the user's own prices", () => {
  it('replace and add rates, and keep the others', () => {
    const { table, problems } = apply({
      'openai/gpt-6-luna': { input: 0.05 },
      'sonar-pro': { cachedInput: 1 },
    });
    assert.deepStrictEqual(problems, []);
    // 1,000,000 x 0.05 and 1,000,000 x 0.5 below the tier
    assert.equal(cost(table, 'gpt-6-luna', 100_000, 1_000_000), '0.505');
    assert.equal(modelOf(table, 'sonar-pro').periods[0].rates.cachedInput, 1);
    assert.equal(modelOf(table, 'sonar-pro').periods[0].rates.input, 3);
    assert.equal(table.models.length, bundled.models.length);
    assert.deepStrictEqual(bundledTable(), bundled, 'the bundled table stays as it is');
  });

  it('apply at every prompt length and hour', () => {
    const { table } = apply({
      'gpt-6-luna': { input: 0.05 },
      'deepseek-flash': { input: 0.1, output: 0.2 },
    });
    assert.equal(cost(table, 'gpt-6-luna', 1_000_000, 0), '0.05');
    assert.equal(cost(table, 'deepseek-flash', 1_000_000, 1_000_000), '0.3');
  });

  it("are marked as the user's own; no others are", () => {
    const { table } = apply({ 'gpt-6-luna': { input: 0.05 } });
    const own = table.models.filter(({ periods }) => periods.some(isOwn)).map(({ id }) => id);
    assert.deepStrictEqual(own, ['openai/gpt-6-luna']);
  });

  it('may be free', () => {
    const { table } = apply({ 'gpt-6-luna': { input: 0, cachedInput: 0, output: 0 } });
    assert.equal(cost(table, 'gpt-6-luna', 1_000_000, 1_000_000), '0');
  });

  const wrong: [name: string, overrides: unknown, problem: RegExp][] = [
    ['a list', [], /^overrides is not an object/],
    ['an unknown model', { 'gpt-0': { input: 1 } }, /^overrides\.gpt-0 is not a model/],
    [
      'a name that moves',
      { 'gemini-flash-latest': { input: 1 } },
      /^overrides\.gemini-flash-latest is the name of several models, choose one of google\/gemini-/,
    ],
    ['a negative rate', { o1: { input: -1 } }, /^overrides\.o1\.input is not a price.*-1$/],
    ['NaN', { o1: { input: Number.NaN } }, /^overrides\.o1\.input is not a number: NaN$/],
    ['infinity', { o1: { input: Infinity } }, /^overrides\.o1\.input /],
    [
      'an absurd rate',
      { o1: { input: 10_001 } },
      /^overrides\.o1\.input is above 10,000 US dollars/,
    ],
    [
      'too many decimals',
      { o1: { input: 0.123_456_789_01 } },
      /^overrides\.o1\.input is not a price/,
    ],
    ['text', { o1: { input: '15' } }, /^overrides\.o1\.input is not a number: "15"$/],
    ['a misspelt rate', { o1: { imput: 15 } }, /^overrides\.o1\.imput /],
    ['no rate', { o1: {} }, /^overrides\.o1 has no rate/],
    ['a number in place of rates', { o1: 15 }, /^overrides\.o1 /],
    [
      "cached input above input, both the user's",
      { o1: { input: 7, cachedInput: 8 } },
      /^overrides\.o1\.cachedInput is above input \(7\): 8$/,
    ],
    [
      'a prototype',
      JSON.parse('{"__proto__": {"input": 1}}'),
      /^overrides\.__proto__ is not a model/,
    ],
  ];
  for (const [name, overrides, problem] of wrong) {
    it(`rejects ${name}, and applies the rest`, () => {
      const rest = Array.isArray(overrides)
        ? overrides
        : { ...(overrides as object), 'gpt-6-luna': { input: 0.05 } };
      if (!Array.isArray(overrides) && Object.hasOwn(overrides as object, '__proto__')) {
        Object.defineProperty(rest, '__proto__', { value: { input: 1 }, enumerable: true });
      }
      const { table, problems } = apply(rest);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
      const [luna] = modelOf(table, 'gpt-6-luna').periods;
      assert.equal(isOwn(luna), !Array.isArray(overrides));
    });
  }

  it("drop a cached input rate of the table above the user's input rate", () => {
    const [period] = modelOf(apply({ o1: { input: 7 } }).table, 'o1').periods;
    assert.deepStrictEqual(period.rates, { input: 7, output: 60 });
  });

  it('keep the source of the rates that they do not replace', () => {
    const { table } = apply({
      o1: { input: 10 },
      'gpt-4o': { input: 1, cachedInput: 1, output: 1 },
    });
    const [partly] = modelOf(table, 'o1').periods;
    const [wholly] = modelOf(table, 'gpt-4o').periods;
    assert.deepStrictEqual([partly, wholly].map(isOwn), [true, true]);
    assert.match(partly.source.published ?? '', /^2026-/);
    assert.equal(isStale(partly.source, Date.parse('2030-01-01')), true);
    assert.equal(isStale(wholly.source, Date.parse('2030-01-01')), false);
  });

  it('are rejected if they override a model a second time by another name', () => {
    const { problems } = apply({ o1: { input: 14 }, 'o1-2024-12-17': { input: 13 } });
    assert.deepStrictEqual(problems, ['overrides.o1-2024-12-17 overrides openai/o1 a second time']);
  });
});

const llama = { id: 'acme/llama', encoding: 'llama3', rates: { input: 0.2, output: 0.6 } };

describe("the user's own models", () => {
  it('are added, counted and priced, from a list or an object', () => {
    for (const models of [[llama], { 'acme/llama': { encoding: 'llama3', rates: llama.rates } }]) {
      const { table, problems } = apply(undefined, models);
      assert.deepStrictEqual(problems, []);
      assert.equal(table.models.length, bundled.models.length + 1);
      assert.equal(cost(table, 'llama', 1_000_000, 1_000_000), '0.8');
      const model = modelOf(table, 'acme/llama');
      assert.ok(isOwn(model.periods[0]));
      assert.deepStrictEqual([model.name, model.providerName], ['llama', 'acme']);
    }
  });

  it('may have a calibration, and may be overridden', () => {
    const claude = {
      ...llama,
      name: 'Private <b>Claude</b>',
      encoding: 'o200k_base',
      calibration: 'claude_new',
      contextWindowTokens: 1000,
    };
    const { table, problems } = apply({ 'acme/llama': { input: 0.1 } }, [claude]);
    assert.deepStrictEqual(problems, []);
    const model = modelOf(table, 'acme/llama');
    assert.equal(model.tokenizer.accuracy, 'estimated');
    assert.equal(model.contextWindowTokens, 1000);
    assert.equal(model.periods[0].rates.input, 0.1);
  });

  const wrong: [name: string, model: unknown, problem: RegExp][] = [
    ['no object', 'llama', /^customModels\.0 /],
    ['null', null, /^customModels\.0 /],
    ['no encoding', { id: 'acme/x', rates: { input: 1 } }, /^customModels\.0\.encoding /],
    [
      'an unknown encoding',
      { ...llama, encoding: 'p50k' },
      /^customModels\.0\.encoding is not one of the encodings o200k_base.*: p50k$/,
    ],
    [
      'an unknown family',
      { ...llama, calibration: 'x' },
      /^customModels\.0\.calibration is not one of .*: x$/,
    ],
    [
      'an id without a provider',
      { ...llama, id: 'llama' },
      /^customModels\.0\.id is not an id such as/,
    ],
    ['an id with markup', { ...llama, id: 'a/<b>' }, /^customModels\.0\.id is not an id/],
    [
      'an id that the table has',
      { ...llama, id: 'openai/o1' },
      /^customModels\.0\.id is the id of another model/,
    ],
    [
      'a negative rate',
      { ...llama, rates: { input: -1 } },
      /^customModels\.0\.rates\.input is not a price/,
    ],
    ['no rate', { ...llama, rates: {} }, /^customModels\.0\.rates has no rate/],
    [
      'cached input above input',
      { ...llama, rates: { input: 1, cachedInput: 2 } },
      /^customModels\.0\.rates\.cachedInput is above input/,
    ],
    [
      'half a token',
      { ...llama, contextWindowTokens: 0.5 },
      /^customModels\.0\.contextWindowTokens is not a whole number/,
    ],
    ['an unknown key', { ...llama, price: 1 }, /^customModels\.0\.price /],
  ];
  for (const [name, model, problem] of wrong) {
    it(`reject ${name}, and add the rest`, () => {
      const { table, problems } = apply(undefined, [model, { ...llama, id: 'acme/other' }]);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
      assert.equal(table.models.length, bundled.models.length + 1);
    });
  }

  it('are rejected with an id that exists, and all of them if they are neither list nor object', () => {
    assert.match(
      apply(undefined, [llama, llama]).problems[0] ?? '',
      /^customModels\.1\.id is the id of another model/,
    );
    assert.match(apply(undefined, 'x').problems[0] ?? '', /^customModels is neither/);
    assert.deepStrictEqual(apply(undefined, undefined).problems, []);
  });
});

describe("the user's own prices and the table's", () => {
  it('keep the ratio of the cache write rate to the input rate', () => {
    // gpt-5.6-sol: 4 input, 5 cache write (1.25 times). With 1 input, 200,000 written tokens cost $0.25.
    const { table, problems } = apply({ 'openai/gpt-5.6-sol': { input: 1 } });
    assert.deepStrictEqual(problems, []);
    const rates = modelOf(table, 'openai/gpt-5.6-sol').periods.at(-1)?.rates;
    assert.equal(rates?.cacheWrite, 1.25);
  });

  it("use the user's cache write rate", () => {
    const own = { input: 1, cacheWrite: 2 };
    const { table } = apply({ 'openai/gpt-5.6-sol': own });
    assert.equal(modelOf(table, 'openai/gpt-5.6-sol').periods.at(-1)?.rates.cacheWrite, 2);
  });

  it('are rejected if written per token, with the price per million tokens', () => {
    const { table, problems } = apply({ 'openai/gpt-4o': { input: 0.0000025, output: 0.00001 } });
    assert.deepStrictEqual(problems, [
      'overrides.openai/gpt-4o.input is below 0.001 US dollars per million tokens; write a price per token as 2.5: 0.0000025',
      'overrides.openai/gpt-4o.output is below 0.001 US dollars per million tokens; write a price per token as 10: 0.00001',
    ]);
    assert.equal(
      cost(table, 'openai/gpt-4o', 300_001, 500),
      cost(bundled, 'openai/gpt-4o', 300_001, 500),
    );
    assert.deepStrictEqual(apply({ 'openai/gpt-4o': { input: 0.0000025 * 1e6 } }).problems, []);
  });

  it('are rejected with a calibration for another encoding', () => {
    const model = { id: 'me/claude-x', rates: { input: 1 }, calibration: 'claude_new' };
    assert.deepStrictEqual(apply(undefined, [{ ...model, encoding: 'cl100k_base' }]).problems, [
      'customModels.0.encoding must be o200k_base with the calibration claude_new: cl100k_base',
    ]);
    assert.deepStrictEqual(apply(undefined, [{ ...model, encoding: 'o200k_base' }]).problems, []);
  });

  it("may define a model whose id is an alias in the table; the id then means the user's model", () => {
    const aliased = bundled.models.find(({ aliases }) => aliases.length > 0);
    assert.ok(aliased);
    const id = `${aliased.provider}/${aliased.aliases[0]}`;
    const { table, problems } = apply(undefined, [
      { id, encoding: 'o200k_base', rates: { input: 1 } },
    ]);
    assert.deepStrictEqual(problems, []);
    assert.equal(modelOf(table, id).id, id);
    assert.equal(modelOf(table, aliased.id).id, aliased.id);
  });
});

describe('the price settings', () => {
  const section = readManifest().contributes.configuration.find(
    ({ properties }) => 'apiSpend.pricing.overrides' in properties,
  );
  const properties = section?.properties ?? {};

  it('offer completions of the hand-kept models, of rates and encodings', () => {
    const overrides = properties['apiSpend.pricing.overrides'];
    const rates = overrides?.patternProperties?.['']?.properties;
    assert.deepStrictEqual(Object.keys(rates ?? {}), RATE_NAMES);
    assert.deepStrictEqual(Object.keys(overrides?.properties ?? {}), handKeptIds());
    const item = properties['apiSpend.pricing.customModels']?.items?.properties;
    assert.deepStrictEqual(Object.keys(item?.['rates']?.properties ?? {}), RATE_NAMES);
    assert.deepStrictEqual(item?.['encoding']?.enum, [...ENCODINGS]);
  });

  it('have defaults that change nothing', () => {
    const { table, problems } = apply(
      properties['apiSpend.pricing.overrides']?.default,
      properties['apiSpend.pricing.customModels']?.default,
    );
    assert.deepStrictEqual([table, problems], [bundled, []]);
  });
});
