import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type {
  ContentKind,
  ScriptGroup,
  TokenFactor,
} from '../../../../../src/core/tokens/estimates/calibration';
import {
  CALIBRATIONS,
  type EstimatedFamily,
} from '../../../../../src/core/tokens/estimates/calibrations';
import {
  baseEncodingOf,
  estimateSource,
  estimateTokens,
  isEstimatedFamily,
} from '../../../../../src/core/tokens/estimates/estimates';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';
import { tallyScripts } from '../../../../../src/core/tokens/estimates/scriptTally';

const FAMILIES = Object.keys(CALIBRATIONS) as EstimatedFamily[];

const ENGLISH = 'The quick brown fox jumps over the lazy dog.\n';

function estimate(family: EstimatedFamily, tokens: number, text: string, languageId: string) {
  const result = estimateTokens(family, { tokens, tally: tallyScripts(text) }, languageId);
  return [result.low, result.tokens, result.high];
}

describe('estimateTokens', function () {
  this.timeout(20_000);

  it('uses the factor of the content', () => {
    // 1,000 tokens times 1.5 for code, 12 % of 1,500 is 180.
    assert.deepEqual(estimate('claude_new', 1000, ENGLISH, 'typescript'), [1320, 1500, 1680]);
    assert.deepEqual(estimate('claude_new', 1000, ENGLISH, 'markdown'), [1365, 1570, 1775]);
    assert.deepEqual(estimate('claude_new', 1000, ENGLISH, 'plaintext'), [1292, 1520, 1748]);
    assert.deepEqual(estimate('claude_old', 1000, ENGLISH, 'python'), [1168, 1270, 1372]);
    assert.deepEqual(estimate('gemini_newer', 1000, ENGLISH, 'json'), [980, 1000, 1020]);
  });

  it('is exact for nothing, and an estimate from one token on', () => {
    const methodOf = (tokens: number) =>
      estimateTokens('claude_new', { tokens, tally: tallyScripts('') }, 'markdown').method;
    assert.deepEqual([methodOf(0), methodOf(1)], ['exact', 'estimated']);
    assert.deepEqual(estimate('claude_new', 0, '', 'markdown'), [0, 0, 0]);
  });

  it('treats an unknown language id as code, also one that every object has as a property', () => {
    for (const languageId of ['zig', 'constructor', '__proto__']) {
      assert.deepEqual(estimate('claude_old', 1000, ENGLISH, languageId), [1104, 1200, 1296]);
    }
  });

  it('detects code and JSON on one line', () => {
    const line = 'var a=function(b){return b+1};'.repeat(20);
    assert.deepEqual(estimate('claude_old', 1000, line, 'javascript'), [1197, 1330, 1463]);
    assert.deepEqual(estimate('claude_old', 1000, line, 'json'), [1098, 1220, 1342]);
  });

  it('uses the factor of the script for any language id', () => {
    const texts: [string, [number, number, number]][] = [
      ['人工智能的发展', [1232, 1450, 1668]],
      ['人工知能のはってん', [1125, 1500, 1875]],
      ['인공지능의발전', [1125, 1500, 1875]],
      ['Привет, мир', [1248, 1560, 1872]],
      ['مرحبا بالعالم', [1744, 2180, 2616]],
      ['नमस्ते दुनिया', [1888, 2360, 2832]],
    ];
    for (const [text, expected] of texts) {
      assert.deepEqual(estimate('claude_old', 1000, text, 'plaintext'), expected, text);
    }
  });

  it('treats Han as Japanese in proportion to the kana', () => {
    // Weights: Han 100 x 0.85 = 85, kana 10 x 0.87 = 8.7, of Han with it 1.5 x 8.7 = 13.05; of 93.7 are
    // 71.95 Chinese at 0.89 and 21.75 Japanese at 1.35: 0.99677.
    const [, tokens] = estimate('glm', 1000, '中'.repeat(100) + 'の'.repeat(10), 'plaintext');
    assert.equal(tokens, 997);
  });

  it('detects European languages by accented letters', () => {
    const french = 'Tous les êtres humains naissent libres et égaux en dignité et en droits.';
    assert.deepEqual(estimate('claude_new', 1000, french, 'markdown'), [1600, 2000, 2400]);
    const english = `${ENGLISH.repeat(20)} naïve`;
    const [, tokens = 0] = estimate('claude_new', 1000, english, 'markdown');
    assert.ok(tokens < 1600, `${tokens}`);
  });

  it('weighs a mixed text by the tokens of its parts', () => {
    // 25 tokens of Latin (100 letters at 0.25) and 25.5 of Han (30 at 0.85): about half and half.
    const mixed = 'a'.repeat(100) + '中'.repeat(30);
    // 1000 * (1.15 * 25 + 1.45 * 25.5) / 50.5 = 1301.49; the bands add up to 1000 * 144.0 / 1000.
    assert.deepEqual(estimate('claude_old', 1000, mixed, 'markdown'), [1157, 1301, 1446]);
  });

  it('gives ordered whole numbers, 0 for 0, and more for more tokens', () => {
    const text = fc.string({ unit: 'grapheme' });
    const languageId = fc.constantFrom('plaintext', 'markdown', 'python', 'json', 'rust', '');
    fc.assert(
      fc.property(fc.constantFrom(...FAMILIES), fc.nat(1e7), text, languageId, (...input) => {
        const [family, tokens, content, language] = input;
        const [low = 0, expected = 0, high = 0] = estimate(family, tokens, content, language);
        assert.ok([low, expected, high].every(Number.isSafeInteger));
        assert.ok(low <= expected && expected <= high);
        assert.deepEqual(estimate(family, 0, content, language), [0, 0, 0]);
        assert.ok((estimate(family, tokens + 10, content, language)[1] ?? 0) > expected);
      }),
    );
  });
});

/** Tokens per token of o200k_base, measured with the vocabularies themselves on eleven corpora. */
const MEASURED: Partial<Record<EstimatedFamily, readonly number[]>> = {
  llama4: [0.999, 1.001, 0.998, 0.995, 0.98, 0.999, 0.936, 0.866, 0.862, 0.876, 1.003],
  mistral_32k: [1.194, 1.291, 1.352, 1.272, 1.214, 1.137, 1.375, 1.35, 1.993, 1.701, 1.202],
  glm: [0.997, 0.992, 0.992, 0.999, 0.996, 0.997, 1.103, 0.887, 1.351, 1.171, 1.068],
  kimi: [1.001, 1, 0.993, 0.985, 0.973, 0.997, 1.336, 0.857, 1.177, 1.304, 0.986],
  minimax: [1.01, 1.016, 1.056, 1.006, 0.981, 1.002, 1.049, 0.832, 0.927, 1.026, 0.965],
  cohere: [1.087, 1.084, 1.263, 1.068, 1.081, 1.052, 0.963, 0.975, 1.118, 0.997, 0.979],
};

/** The factors that each corpus bears on, in the order of the figures. */
const CORPORA: readonly (readonly (ContentKind | ScriptGroup)[])[] = [
  ['code'],
  ['python'],
  ['minifiedCode'],
  ['json'],
  ['prose'],
  ['prose'],
  ['european'],
  ['han'],
  ['kana', 'indic', 'arabic'],
  ['cyrillic', 'hangul'],
  // Base64, because a plain text may have any content.
  ['denseData', 'unknown'],
];

describe('calibration', () => {
  it('has every measured corpus within its band', () => {
    for (const [family, ratios] of Object.entries(MEASURED)) {
      const { content, scripts } = CALIBRATIONS[family as EstimatedFamily];
      const factors: Partial<Record<ContentKind | ScriptGroup, TokenFactor>> = {
        ...content,
        ...scripts,
      };
      for (const [index, ratio] of ratios.entries()) {
        for (const name of CORPORA[index] ?? []) {
          const { value = 0, band = 0 } = factors[name] ?? {};
          const off = Math.abs(ratio - value) / value;
          assert.ok(
            off <= band + 1e-9,
            `${family}, ${name}: ${ratio} is not ${value} within ${band}`,
          );
        }
      }
    }
  });

  it('has the models, the factors and the evidence of an estimate', () => {
    assert.match(
      estimateSource('grok_2'),
      /^Grok 2: tokens of o200k_base × 1\.15\. ai-tokenizer's/u,
    );
    assert.match(
      estimateSource('claude_new'),
      /^Claude from Opus 4\.7.*: tokens of o200k_base × 1\.4 to 2\.36\. Published comparisons/u,
    );
    for (const family of FAMILIES) assert.match(estimateSource(family), /^[^:]+: .+\.$/u, family);
  });

  it('has a source and plausible factors for every family', () => {
    for (const family of FAMILIES) {
      const { content, scripts, source } = CALIBRATIONS[family];
      assert.ok(source.length > 30, family);
      for (const { value, band } of [...Object.values(content), ...Object.values(scripts)]) {
        assert.ok(value > 0.5 && value < 3 && band > 0 && band < 0.75, family);
      }
    }
  });

  it('covers the calibrations of the price table', () => {
    const wanted =
      'claude_old claude_new grok nova perplexity gemini_newer kimi glm minimax llama4 cohere qwen35';
    for (const family of wanted.split(' ')) assert.ok(isEstimatedFamily(family), family);
    assert.equal(isEstimatedFamily('toString'), false);
    assert.equal(baseEncodingOf('perplexity'), 'llama3');
  });
});

describe('exactCount', () => {
  it('has no band', () => {
    assert.deepEqual(exactCount(7), { tokens: 7, low: 7, high: 7, method: 'exact' });
  });
});

/** Of any code points. fc.string({ unit: 'binary' }) makes the same, after a second for its tables. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }))
  .map((codePoints) => String.fromCodePoint(...codePoints));

describe('tallyScripts', function () {
  this.timeout(20_000);

  it('adds up over parts', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const sum = tallyScripts(left).map(
          (count, index) => count + (tallyScripts(right)[index] ?? 0),
        );
        assert.deepEqual(tallyScripts(left + right), sum);
      }),
    );
  });

  it('counts each code unit once', () => {
    const text = 'Aé Ж ع न 中 か 한 Ω 😀 — \n';
    const counts = tallyScripts(text).slice(0, -1);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      text.length,
    );
    assert.deepEqual(counts.slice(0, 8), [1, 1, 1, 1, 1, 1, 1, 1]);
  });
});
