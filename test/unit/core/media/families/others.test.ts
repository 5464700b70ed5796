import assert from 'node:assert/strict';
import { mediaTokens } from '../../../../../src/core/media/tokens';
import { checkExamples, picture } from '../../../../support/mediaExamples';

checkExamples('https://docs.cohere.com/docs/image-inputs', [
  // 1,024 x 2,048 has 2 x 4 tiles, and a preview: 9 x 256.
  ['command-a-vision-07-2025', picture(10_000, 20_000), 2304],
  ['command-a-vision-07-2025', picture(10_000, 20_000, 'low'), 256],
  // No side is longer than 768: low detail.
  ['command-a-vision-07-2025', picture(768, 600), 256],
  // 2 x 2 tiles and a preview, 5 x 256.
  ['command-a-vision-07-2025', picture(769, 600), 1280],
  ['command-a-vision-07-2025', picture(512, 512, 'high'), 512],
  // 1,536 x 1,536: 3 x 3 + 1.
  ['command-a-vision-07-2025', picture(3000, 3000), 2560],
  ['command-a-vision-07-2025', { kind: 'image' }, [256, 1280, 3328]],
]);

checkExamples('https://docs.together.ai/docs/inference/vision/overview', [
  ['meta-llama/Llama-3.2-11B-Vision-Instruct', picture(559, 559), [1601, 1601, 6404]],
  ['llama-3.2-90b-vision-preview', picture(561, 559), [1601, 3202, 6404]],
  ['meta.llama3-2-11b-instruct-v1:0', picture(559, 561), [1601, 3202, 6404]],
  [
    'accounts/fireworks/models/llama-v3p2-90b-vision-instruct',
    picture(1024, 1024),
    [1601, 6404, 6404],
  ],
  ['Llama-3.2-11B-Vision-Instruct', picture(4000, 3000), [1601, 6404, 6404]],
]);

checkExamples('https://platform.minimax.io/docs/api-reference/text-anthropic-api', [
  ['MiniMax-M3', picture(1024, 1024, 'low'), [1, 300, 600]],
  ['MiniMaxAI/MiniMax-M3', picture(1024, 1024), [1, 2000, 5000]],
]);

checkExamples('https://www.scaleway.com/en/docs/generative-apis/faq', [
  // 30 / 0.08, and 6 x 30 / 0.08.
  ['voxtral-small-24b-2507', { kind: 'audio', seconds: 13 }, 375],
  ['mistralai/voxtral-small-24b-2507', { kind: 'audio', seconds: 178 }, 2250],
  ['voxtral-small-2507', { kind: 'audio', seconds: 30 }, 375],
]);

describe('a family of models', () => {
  it('has those that read text alone apart', () => {
    for (const model of ['llama-3.2-3b-preview', 'us.meta.llama3-2-1b-instruct-v1:0'])
      assert.equal(mediaTokens([picture(1, 1)], { model }).refused, 'image', model);
  });

  it('has no upper limit where the page gives none', () => {
    const found = mediaTokens([picture(1, 1, 'high')], { model: 'minimax-m3' });
    assert.deepEqual(found.unknown, ['image']);
  });
});
