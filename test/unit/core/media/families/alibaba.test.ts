import { checkExamples, picture } from '../../../../support/mediaExamples';

// The page has a formula and no figures: the arithmetic is ours. "+ 2" are the marks around a picture.
checkExamples('https://help.aliyun.com/zh/model-studio/vision: 32 x 32', [
  // 32 x 32 + 2.
  ['qwen3-vl-plus', picture(1024, 1024), 1026],
  ['qwen/qwen3.6-plus', picture(1024, 1024), 1026],
  ['qwen-vl-max', picture(1024, 1024), 1026],
  // 10 / 32 is no cell: scaled up by the root of 4,096 / 100 to 64 x 64, 2 x 2 + 2.
  ['qwen3-vl-flash', picture(10, 10), 6],
  // 2.5 cells are 2, as Python rounds: 2 x 4 + 2.
  ['qwen3-vl-flash', picture(80, 128), 10],
  // 125 x 94 exceed 2,560 cells: 58 x 43 + 2. With vl_high_resolution_images they fit.
  ['qwen3.5-plus', picture(4000, 3000), [2496, 2496, 11_752]],
  ['qwen3.5-plus', { kind: 'image' }, [6, 1026, 16_386]],
]);

checkExamples('https://help.aliyun.com/zh/model-studio/vision: 28 x 28', [
  // 20 x 10 + 2.
  ['qwen2.5-vl-72b-instruct', picture(560, 280), 202],
  ['qvq-max', picture(560, 280), 202],
  // 37 x 37 exceed 1,280 cells: 35 x 35 + 2.
  ['accounts/fireworks/models/qwen2p5-vl-72b-instruct', picture(1024, 1024), [1227, 1227, 1371]],
]);

checkExamples('https://help.aliyun.com/zh/model-studio/qwen-omni', [
  ['qwen3.5-omni-plus', { kind: 'audio', seconds: 60 }, 420],
  ['qwen3-omni-flash', { kind: 'audio', seconds: 60 }, 750],
  ['qwen-omni-turbo', { kind: 'audio', seconds: 60 }, 1500],
  // Less than a second is one.
  ['qwen-omni-turbo', { kind: 'audio', seconds: 0.2 }, 25],
  // At least 24 cells: scaled up by the root of 24,576 / 100 to 156.8 x 156.8, 5 x 5 + 2.
  ['qwen3.5-omni-plus', picture(10, 10), 27],
  ['qwen-omni-turbo', picture(560, 280), 202],
]);
