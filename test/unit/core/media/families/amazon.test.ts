import assert from 'node:assert/strict';
import { mediaTokens } from '../../../../../src/core/media/tokens';
import { checkExamples, picture } from '../../../../support/mediaExamples';

// "~800" and so on: a tenth more or less.
checkExamples('https://docs.aws.amazon.com/nova/latest/userguide/modalities-image.html', [
  ['amazon.nova-lite-v1:0', picture(900, 450), [720, 800, 880]],
  ['us.amazon.nova-pro-v1:0', picture(900, 900), [1170, 1300, 1430]],
  ['amazon.nova-premier-v1:0', picture(1400, 900), [1620, 1800, 1980]],
  ['amazon/nova-lite-v1', picture(900, 1800), [2160, 2400, 2640]],
  ['amazon.nova-pro-v1:0', picture(1300, 1300), [2340, 2600, 2860]],
  // Above the table in the ratio of 1,300 x 1,300: 1,691,300 / 1,690,000 x 2,600 = 2,602; four times as large: 10,400.
  ['amazon.nova-pro-v1:0', picture(1301, 1300), [2342, 2602, 2862]],
  ['amazon.nova-pro-v1:0', picture(2600, 2600), [9360, 10_400, 11_440]],
  // The page: 800 x 400 has the ratio of 900 x 450.
  ['amazon.nova-lite-v1:0', picture(800, 400), [720, 800, 880]],
  // Halfway between 405,000 and 810,000 pixels: 1,050.
  ['amazon.nova-lite-v1:0', picture(900, 675), [945, 1050, 1155]],
]);

checkExamples('https://docs.aws.amazon.com/nova/latest/userguide/modalities-video.html', [
  ['amazon.nova-lite-v1:0', { kind: 'video', seconds: 10 }, 2880],
  ['amazon.nova-pro-v1:0', { kind: 'video', seconds: 30 }, 8640],
  ['amazon.nova-pro-v1:0', { kind: 'video', seconds: 16 * 60 }, 276_480],
  ['amazon.nova-pro-v1:0', { kind: 'video', seconds: 90 * 60 }, 276_480],
  ['amazon.nova-premier-v1:0', { kind: 'video', seconds: 20 * 60 }, 345_600],
  ['amazon.nova-premier-v1:0', { kind: 'video', seconds: 45 * 60 }, 777_600],
]);

checkExamples(
  'https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-multimodal-models.html',
  [
    // One edition bills 230 for each picture, another says 515 (+ a tenth).
    ['amazon.nova-2-lite-v1:0', picture(900, 450), [230, 230, 567]],
    ['amazon.nova-2-lite-v1:0', picture(900, 900), [230, 230, 1139]],
    ['global.amazon.nova-2-lite-v1:0', picture(1300, 1300), [230, 230, 2371]],
    ['amazon.nova-2-lite-v1:0', { kind: 'video', seconds: 30 }, 8640],
    // The text says 960 pictures at most, the table has 2,700 for 45 minutes.
    ['amazon.nova-2-lite-v1:0', { kind: 'video', seconds: 45 * 60 }, [276_480, 777_600, 777_600]],
    ['amazon.nova-2-lite-v1:0', { kind: 'document', pages: 10 }, [23_040, 25_600, 28_160]],
  ],
);

describe('Nova', () => {
  it('takes no sound, and Nova Micro reads text alone', () => {
    const refused = (model: string, kind: 'audio' | 'image') =>
      mediaTokens([{ kind }], { model }).refused;
    assert.equal(refused('amazon.nova-pro-v1:0', 'audio'), 'audio');
    assert.equal(refused('amazon.nova-micro-v1:0', 'image'), 'image');
  });
});
