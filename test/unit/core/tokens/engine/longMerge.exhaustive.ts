import { assertRepetitionsMergeOnce } from '../support/longMerges';

const REPEATED = ['a', 'ab', 'abc', ' ', '\n', '=-', '中', '中文', '\ufffd', '\u{1f600}'];

describe('LongMerge', () => {
  for (const encoding of ['o200k_base', 'gemma3'] as const) {
    it(`${encoding}: merges a block that repeats only once, wherever the repetition begins and ends`, () => {
      assertRepetitionsMergeOnce(encoding, REPEATED);
    });
  }
});
