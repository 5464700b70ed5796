import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import {
  assertEndlessPieces,
  assertLongerPieces,
  assertPiecesAndBoundaries,
} from './support/pieces';
import {
  assertCountsAddUp,
  assertGemmaTokensAreUncut,
  assertUnbrokenCounts,
} from './support/boundaries';

describe('pre-tokenizers against their patterns, and safe boundaries (a sample)', function () {
  this.timeout(20_000);

  for (const name of ['o200k_base', 'cl100k_base', 'tekken', 'qwen3', 'deepseek_v3'] as const) {
    it(`${name}: all texts of up to three characters, one for each class; longer ones at random`, () => {
      assertPiecesAndBoundaries(name, 3);
      assertLongerPieces(name, 3000);
    });
  }

  for (const name of ['o200k_base', 'cl100k_base', 'tekken', 'qwen3', 'deepseek_v3'] as const) {
    it(`${name}: long runs in slices of any size have the same pieces`, () => {
      assertEndlessPieces(name, 60);
    });
  }

  it('gemma3: no token of the vocabulary contains a safe boundary', () => {
    assertGemmaTokensAreUncut();
  });

  for (const encoding of ENCODINGS) {
    it(`${encoding}: counts add up across safe boundaries`, () => {
      assertCountsAddUp(encoding, 300);
    });
  }

  for (const encoding of ENCODINGS) {
    it(`${encoding}: a text without cuts, read by blocks, has the same count`, () => {
      assertUnbrokenCounts(encoding, 40);
    });
  }
});
