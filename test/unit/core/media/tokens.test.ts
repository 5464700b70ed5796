import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MediaPart } from '../../../../src/core/media/part';
import { mediaFamily, mediaTokens } from '../../../../src/core/media/tokens';
import {
  checkExamples as check,
  picture,
  tokensOn as tokens,
} from '../../../support/mediaExamples';
import { bundledTable } from '../../../support/priceTables';

check('https://platform.openai.com/docs/guides/images-vision: tiles', [
  ['gpt-4o', picture(1024, 1024, 'high'), 765],
  ['gpt-4o', picture(1024, 1024), 765],
  ['gpt-4.1', picture(2048, 4096, 'high'), 1105],
  ['gpt-4o', picture(4096, 8192, 'low'), 85],
  // 2,833 + 4 x 5,667.
  ['gpt-4o-mini', picture(1024, 1024, 'high'), 25_501],
  ['gpt-4o-mini', picture(1024, 1024, 'low'), 2833],
  // 75 + 4 x 150.
  ['o1', picture(1024, 1024, 'high'), 675],
  ['o3', picture(1024, 1024, 'high'), 675],
  // 70 + 4 x 140.
  ['gpt-5', picture(1024, 1024, 'high'), 630],
  ['gpt-5-chat-latest', picture(1024, 1024, 'low'), 70],
  // 65 + 4 x 129.
  ['computer-use-preview', picture(1024, 1024, 'high'), 581],
  ['gpt-4o', picture(512, 512, 'high'), 255],
  ['gpt-4o', picture(513, 512, 'high'), 425],
  // "auto" may take what fits one tile for low detail.
  ['gpt-4o', picture(512, 512), [85, 255, 255]],
  // The shorter side is 768, the other 1,024.2: rounded down, 2 x 2 tiles.
  ['gpt-4o', picture(1100, 1467, 'high'), 765],
  ['gpt-5.1', picture(1024, 1024), 630],
  ['o1-pro', picture(1024, 1024, 'low'), 75],
  // A size that is not known: from low detail to 8 tiles, 85 + 8 x 170.
  ['gpt-4o', { kind: 'image' }, [85, 765, 1445]],
]);

check('https://platform.openai.com/docs/guides/images-vision: patches', [
  // 1,024 patches x 1.62 = 1,658.88.
  ['gpt-4.1-mini', picture(1024, 1024), 1659],
  // 1,452 x 1.62 = 2,352.24. A later edition allows 6,144 patches: 48 x 64 x 1.62 = 4,976.64.
  ['gpt-4.1-mini', picture(1800, 2400), [2353, 2353, 4977]],
  // x 2.46 = 2,519.04 and 3,571.92.
  ['gpt-4.1-nano', picture(1024, 1024), 2520],
  ['gpt-4.1-nano', picture(1800, 2400), 3572],
  // x 1.72 = 1,761.28 and 2,497.44.
  ['o4-mini', picture(1024, 1024), 1762],
  ['o4-mini', picture(1800, 2400), 2498],
  // The page had 1.62 and 2.46 before 1.2 and 1.5.
  ['gpt-5-mini', picture(1024, 1024), [1229, 1229, 1659]],
  ['gpt-5-nano', picture(1024, 1024), [1536, 1536, 2520]],
  ['gpt-5.4-nano', picture(1024, 1024), [1229, 1229, 2520]],
]);

check('https://developers.openai.com/api/docs/guides/images-vision', [
  // 640 x 480 has 20 x 15 patches; within 512 x 512 it has 16 x 12; x 1.2.
  ['gpt-6-astra', picture(640, 480, 'high'), 360],
  ['gpt-6-astra', picture(640, 480, 'low'), 231],
  // 200 x 45 = 9,000, whole, as without a detail.
  ['gpt-5.6-sol', picture(6400, 1440, 'original'), 10_800],
  ['gpt-5.6-sol', picture(6400, 1440), 10_800],
  // 3,200 x 960 in at most 2,500 patches: 90 x 27.
  ['gpt-6-astra', picture(3200, 960, 'high'), 2916],
  ['gpt-5.6-luna', picture(1280, 720, 'high'), 1104],
  ['gpt-5.6-luna', picture(1280, 720, 'low'), 173],
]);

check('https://developers.openai.com/api/docs/guides/images-vision: gpt-5.4 and others', [
  // The examples of the page: ceil(1,024 x 1.2), and 50 x 50 of 64 x 64 patches.
  ['gpt-5.4', picture(1024, 1024, 'high'), 1229],
  ['gpt-5.4', picture(2048, 2048, 'high'), 3000],
  // "auto" is "high".
  ['gpt-5.4', picture(2048, 2048), 3000],
  ['gpt-5.4', picture(2048, 2048, 'original'), 4916],
  // Low detail allows 6,144 patches; in an edition before, 16 x 16 of 512 x 512 pixels: x 1.2 = 307.2.
  ['gpt-5.4', picture(2048, 2048, 'low'), [308, 4916, 4916]],
  // 2,500 patches; before 1,536, and 39 x 39 = 1,521 of them: x 1.2 = 1,825.2, the most 2,500 x 1.62.
  ['gpt-5.4-mini', picture(2048, 2048), [1826, 3000, 4050]],
  // 64 x 64 x 1.2 = 4,915.2; before 1,521 x 1.2.
  ['gpt-5.2', picture(2048, 2048), [1826, 4916, 4916]],
  ['gpt-5.5', picture(2048, 2048, 'high'), 3000],
  ['gpt-5.5', picture(2048, 2048), 4916],
  ['gpt-5.5', picture(512, 512, 'low'), 308],
  // In 2,048 x 2,048 pixels, 64 x 20 patches (20 of 614 pixels): x 1.2 = 1,536; another edition has no such limit.
  ['gpt-5.6-sol', picture(3200, 960, 'high'), [1536, 2916, 2916]],
]);

check('https://developers.openai.com/api/docs/guides/realtime-costs', [
  // "1 token per 100 ms of audio".
  ['gpt-realtime', { kind: 'audio', seconds: 2 }, 20],
  ['gpt-audio', { kind: 'audio', seconds: 60 }, 600],
  ['gpt-4o-audio-preview', { kind: 'audio', seconds: 0.05 }, 1],
]);

check('https://platform.claude.com/docs/en/build-with-claude/vision', [
  ['claude-sonnet-4-6', picture(200, 200), 64],
  ['claude-sonnet-4-6', picture(1000, 1000), 1296],
  ['claude-haiku-4-5', picture(1092, 1092), 1521],
  ['claude-opus-4-6', picture(1920, 1080), 1560],
  ['claude-3-5-sonnet', picture(2000, 1500), 1564],
  ['claude-sonnet-4-0', picture(3840, 2160), 1560],
  ['claude-opus-4-7', picture(200, 200), 64],
  ['claude-opus-5', picture(1000, 1000), 1296],
  ['claude-sonnet-5', picture(1092, 1092), 1521],
  ['claude-haiku-5-5', picture(1920, 1080), 2691],
  ['claude-opus-4-8', picture(2000, 1500), 3888],
  ['claude-fable-5', picture(3840, 2160), 4784],
  ['claude-sonnet-4-6', { kind: 'image' }, [1, 1369, 1568]],
  // https://platform.claude.com/docs/en/build-with-claude/pdf-support: 1,500 to 3,000 of text, and a picture.
  ['claude-sonnet-4-6', { kind: 'document', pages: 2 }, [3000, 7636, 9136]],
  ['claude-opus-5', { kind: 'document', pages: 1 }, [1500, 3818, 7784]],
]);

describe('Claude before its pictures were counted in patches', () => {
  it('had width x height / 750, which is near', () => {
    for (const [side, before] of [
      [1000, 1334],
      [1092, 1590],
    ] as const) {
      const now = Number(tokens('claude-sonnet-4-6', picture(side, side)));
      assert.ok(Math.abs(now - before) / before < 0.05, `${now} ${before}`);
    }
  });
});

check('https://ai.google.dev/gemini-api/docs/image-understanding', [
  ['gemini-2.5-flash', picture(384, 384), 258],
  ['gemini-2.5-pro', picture(960, 540), 1548],
  // A unit of 682, 2 x 2.
  ['gemini-2.0-flash', picture(1024, 1024), 1032],
  // A unit of 2,000 gives 4 tiles; tiles of 768 pixels in 3,072 x 2,304 are 4 x 3.
  ['gemini-2.5-flash', picture(4000, 3000), [1032, 1032, 3096]],
  ['gemini-2.5-flash', { kind: 'image' }, [258, 1032, 4128]],
]);

check('https://ai.google.dev/gemini-api/docs/media-resolution', [
  ['gemini-3-pro-preview', picture(1024, 1024), [1008, 1120, 1120]],
  ['gemini-3.8-flash', picture(10, 10, 'low'), [252, 280, 280]],
  ['gemini-3.5-flash', picture(1024, 1024, 'medium'), [504, 560, 560]],
  ['gemini-4-argon', picture(1024, 1024, 'ultraHigh'), [2016, 2240, 2240]],
  // One page says 560 by default, another 258 for all models.
  ['gemini-3.1-pro-preview', { kind: 'document', pages: 10 }, [2580, 5600, 5600]],
  ['gemini-3.1-pro-preview', { kind: 'document', pages: 10, detail: 'medium' }, 5600],
  ['gemini-3.1-pro-preview', { kind: 'document', pages: 10, detail: 'low' }, 2800],
  ['gemini-3.1-pro-preview', { kind: 'document', pages: 10, detail: 'high' }, 11_200],
  ['gemini-2.5-pro', picture(4000, 3000, 'low'), 64],
]);

check('https://ai.google.dev/gemini-api/docs/tokens and /document-processing', [
  ['gemini-2.5-pro', { kind: 'document', pages: 10 }, 2580],
  ['gemini-2.5-flash', { kind: 'audio', seconds: 60 }, 1920],
  ['gemini-3.8-flash', { kind: 'audio', seconds: 60 }, [1500, 1920, 1920]],
  ['gemini-2.5-flash', { kind: 'video', seconds: 10 }, [2630, 2630, 3000]],
  ['gemini-2.5-flash', { kind: 'video', seconds: 10, detail: 'low' }, [960, 1000, 1000]],
  ['gemini-3-flash', { kind: 'video', seconds: 10, detail: 'high' }, [3050, 3120, 3120]],
  ['gemini-3.8-flash', { kind: 'video', seconds: 10 }, [950, 1020, 1020]],
]);

check('https://ai.google.dev/gemma/docs/capabilities/vision', [
  ['google/gemma-3-27b-it', picture(3000, 2000), 256],
  ['google.gemma-3-12b-it', { kind: 'image' }, 256],
  ['gemma-4-31b-it', picture(3000, 2000), [70, 280, 1120]],
]);

check('https://docs.x.ai/docs/guides/image-understanding', [
  ['grok-4', picture(800, 400), 768],
  ['grok-4.7', picture(4000, 4000), 1792],
  // "Each image prompt will take between 256 to 1792 tokens": a tile and one more are 512.
  ['grok-4', picture(448, 448), [256, 512, 512]],
  ['grok-4', picture(449, 448), 768],
  ['grok-4', { kind: 'image' }, [256, 1792, 1792]],
]);

check('https://mistralai.github.io/mistral-common/usage/images', [
  ['pixtral-12b-2409', picture(1024, 1024), 4160],
  ['mistral-small-2506', picture(1540, 1540), 3080],
]);

describe('media on a model', () => {
  it('are counted alike wherever the model is hosted', () => {
    const names = ['claude-opus-4-8', 'us.anthropic.claude-opus-4-8', 'anthropic/claude-opus-4.8'];
    assert.deepEqual([...new Set(names.map((model) => mediaFamily({ model })))], ['claude high']);
    assert.equal(mediaFamily({ model: 'claude-opus-4@20250514' }), 'claude standard');
    assert.equal(
      mediaFamily({ model: 'eu.anthropic.claude-sonnet-4-20250514-v1:0' }),
      'claude standard',
    );
    assert.equal(mediaFamily({ model: 'openai/gpt-4o:extended' }), 'openai 4o');
  });

  it('are refused where it reads text alone', () => {
    for (const model of [
      'gpt-3.5-turbo',
      'o3-mini',
      'openai/gpt-oss-120b',
      'claude-2',
      'deepseek-r1',
    ])
      assert.equal(mediaTokens([picture(1, 1)], { model }).refused, 'image', model);
    assert.equal(mediaTokens([{ kind: 'audio' }], { model: 'gpt-4o' }).refused, 'audio');
    assert.equal(mediaTokens([{ kind: 'video' }], { model: 'claude-opus-5' }).refused, 'video');
  });

  it('are unknown where nobody says their tokens, and add up', () => {
    const model = 'glm-5v-turbo';
    assert.deepEqual(mediaTokens([picture(1, 1), picture(1, 1)], { model }).unknown, ['image']);
    const parts = [picture(1024, 1024), picture(1024, 1024, 'low')];
    assert.equal(mediaTokens(parts, { model: 'gpt-4o' }).tokens, 850);
  });

  it('are a lower limit without a number of pages or a length', () => {
    const of = (kind: MediaPart['kind'], model: string) => mediaTokens([{ kind }], { model });
    assert.deepEqual(of('document', 'gemini-2.5-pro').unknown, ['pages']);
    assert.deepEqual(of('document', 'claude-opus-5').unknown, ['pages']);
    assert.deepEqual(of('document', 'gpt-4o').unknown, ['document', 'pages']);
    assert.equal(of('document', 'gemini-2.5-pro').low, 258);
    for (const model of ['gemini-2.5-pro', 'voxtral-small-2507', 'qwen-omni-turbo', 'gpt-audio'])
      assert.deepEqual(of('audio', model).unknown, ['length'], model);
    assert.deepEqual(of('video', 'amazon.nova-pro-v1:0').unknown, ['length']);
    // How much text a page has is not said by OpenAI.
    const pdf = mediaTokens([{ kind: 'document', pages: 2 }], { model: 'gpt-4o' });
    assert.deepEqual([pdf.low, pdf.high, pdf.unknown], [170, 2890, ['document']]);
  });

  it('are whole numbers within their band, of any size, on every model', () => {
    const side = fc.double({ min: 0, max: 70_000, noNaN: true });
    const models = [...new Map(bundledTable().models.map((m) => [mediaFamily(m), m])).values()];
    const part = fc.record({
      kind: fc.constantFrom('image', 'document', 'audio', 'video'),
      width: side,
      height: side,
      pages: fc.nat(2000),
      seconds: side,
      detail: fc.constantFrom('low', 'medium', 'high', 'ultraHigh', 'original', undefined),
    });
    fc.assert(
      fc.property(part, fc.constantFrom(...models), ({ detail, ...rest }, model) => {
        const { tokens, low, high } = mediaTokens(
          [{ ...rest, ...(detail ? { detail } : {}) }],
          model,
        );
        assert.ok([tokens, low, high].every(Number.isSafeInteger), `${low} ${tokens} ${high}`);
        assert.ok(0 <= low && low <= tokens && tokens <= high, `${low} ${tokens} ${high}`);
      }),
      { numRuns: 3000 },
    );
  });
});
