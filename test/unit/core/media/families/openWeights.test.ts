import assert from 'node:assert/strict';
import { mediaFamily, mediaTokens } from '../../../../../src/core/media/tokens';
import { checkExamples, picture } from '../../../../support/mediaExamples';

checkExamples('https://docs.mistral.ai/capabilities/vision', [
  // "1024x1024, about 4096", and a token for each of 64 rows.
  ['pixtral-large-2411', picture(1024, 1024), 4096 + 64],
  ['mistral.pixtral-large-2502-v1:0', picture(2048, 2048), 4096 + 64],
  // "1540x1540, about 3025", and 55 rows.
  ['mistral-small-2506', picture(3000, 3000), 3025 + 55],
]);

checkExamples('the published processor of Ministral 3 and the encoder of Mistral Large 4', [
  ['ministral-14b-2512', picture(1540, 1540), 3080],
  ['mistral.ministral-3-8b-instruct', picture(1024, 1024), 37 * 38],
  ['mistral-large-4', picture(1540, 1540), 3080],
  // Its largest side is not known.
  ['mistral-large-4', picture(2800, 2800), [3080, 3080, 100 * 101]],
]);

// Seen at the API, with the same text: 187, 277, 511, 655, 817, 997 and 997. The calculator of the page: 422.
checkExamples('https://api-docs.deepseek.com/guides/vision', [
  ['deepseek-flash', picture(512, 512), [184, 184, 187]],
  ['deepseek-flash', picture(640, 640), [274, 274, 277]],
  ['deepseek-flash', picture(800, 800), [422, 422, 425]],
  ['deepseek-ai/DeepSeek-V4.1-Flash', picture(896, 896), [508, 508, 511]],
  ['deepseek-v4-1-flash', picture(1024, 1024), [652, 652, 655]],
  ['deepseek/deepseek-v4.1-flash', picture(1152, 1152), [814, 814, 817]],
  ['deepseek-flash', picture(1280, 1280), [994, 994, 997]],
  ['deepseek-flash', picture(2048, 2048), [994, 994, 997]],
  // Long strips: one row of 1,021 cells, and one column of 511.
  ['deepseek-flash', picture(80_000, 40), [1024, 1024, 1027]],
  ['deepseek-flash', picture(40, 80_000), [1024, 1024, 1027]],
  // 512 x 512 is enlarged to 544 x 544.
  ['deepseek-flash', picture(4000, 4000, 'low'), [184, 184, 187]],
  ['deepseek-flash', { kind: 'image' }, [168 + 1 + 2, 652, 1027]],
  // At most 384 in the earlier edition.
  ['deepseek-v4-flash-vision-exp', picture(1024, 1024), [1, 652, 655]],
  ['deepseek-v4-flash-vision-exp', picture(640, 640), [1, 274, 384]],
]);

checkExamples('https://huggingface.co/zai-org/GLM-4.6V/blob/main/preprocessor_config.json', [
  ['glm-4.6v', picture(1120, 840), 40 * 30 + 2],
  // 142.9 x 107.1 cells are 15,306: scaled to 90 x 67, or to 100 x 74 of at most 7,500.
  ['zai-org/GLM-4.5V', picture(4000, 3000), [90 * 67 + 2, 90 * 67 + 2, 100 * 74 + 2]],
  // Enlarged to 8 cells, a side to a whole one first.
  ['z-ai/glm-4.6v', picture(28, 28), 3 * 3 + 2],
  ['glm-4.5v', picture(10, 100), 10 + 2],
]);

checkExamples('https://huggingface.co/moonshotai/Kimi-K2.5/blob/main/preprocessor_config.json', [
  ['kimi-k2.5', picture(1024, 1024), [37 * 37 + 4, 37 * 37 + 4, 37 * 37 + 5]],
  // 285 x 214 patches: scaled by 0.518 to 2,073 x 1,554.
  ['moonshotai.kimi-k2.5', picture(4000, 3000), [75 * 56 + 4, 75 * 56 + 4, 75 * 56 + 5]],
  // At most 512 patches on a side.
  ['kimi-k2p6', picture(14_336, 28), [256 + 4, 256 + 4, 256 + 5]],
  // 60,990 patches are within 65,536.
  ['moonshotai/Kimi-K3', picture(4000, 3000), [143 * 108 + 4, 143 * 108 + 4, 143 * 108 + 5]],
  ['kimi-k2-7-code', picture(1, 1), [5, 5, 6]],
]);

checkExamples('https://huggingface.co/meta-llama/Llama-4-Scout-17B-16E-Instruct', [
  ['groq/meta-llama/llama-4-scout-17b-16e-instruct', picture(336, 336), 147],
  ['meta.llama4-maverick-17b-instruct-v1:0', picture(100, 50), 147],
  // 2 x 1 tiles and the whole: 3 x 144 + 2 + 3.
  ['llama4-scout-instruct-basic', picture(672, 336), [147, 437, 437]],
  // 4 x 4.
  ['Llama-4-Scout-17B-16E-Instruct', picture(1024, 1024), [147, 2467, 2467]],
  // Reduced the least by 5 x 3, of 1,680 x 1,008: 16 x 144 + 15 + 3.
  ['llama-4-maverick', picture(4000, 2400), [147, 2322, 2322]],
  ['llama-4-maverick', { kind: 'image' }, [147, 2467, 2467]],
]);

describe('models of the same makers', () => {
  it('take no pictures where they read text alone', () => {
    for (const model of [
      'deepseek-ai/DeepSeek-V3.2',
      'deepseek-v4-flash-0731',
      'kimi-k2-thinking',
      'glm-4.6',
      'mistral-large-2411',
      'mistral-large@2407',
      'ministral-3b-2410',
    ])
      assert.equal(mediaTokens([picture(1, 1)], { model }).refused, 'image', model);
  });

  it('are not known where nothing is published', () => {
    for (const model of [
      // At DeepSeek V4.1 Flash answers under this name, elsewhere a model of text.
      'deepseek-v4-flash',
      'kimi-k3.1-pro',
      'glm-5v-turbo',
      'mistral-large-2512',
      'moonshot-v1-8k-vision-preview',
    ])
      assert.deepEqual(mediaTokens([picture(1, 1)], { model }).unknown, ['image'], model);
  });

  it('have families of their own', () => {
    assert.notEqual(mediaFamily({ model: 'kimi-k2.5' }), mediaFamily({ model: 'kimi-k3' }));
    assert.equal(mediaFamily({ model: 'grok-2-vision-1212' }), mediaFamily({ model: 'grok-4' }));
  });
});
