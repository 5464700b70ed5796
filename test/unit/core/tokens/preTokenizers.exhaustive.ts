import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import { assertCountsAddUp, assertUnbrokenCounts } from './support/boundaries';
import {
  assertEndlessPieces,
  assertFewerPiecesAndBoundaries,
  assertLongerPieces,
  assertPiecesAndBoundaries,
} from './support/pieces';

describe('pre-tokenizers against their patterns, and safe boundaries', () => {
  for (const name of ['o200k_base', 'cl100k_base', 'tekken', 'qwen3', 'deepseek_v3'] as const) {
    it(`${name}: all texts of up to four characters of 23 classes, and five of 12`, () => {
      assertPiecesAndBoundaries(name, 4);
      assertFewerPiecesAndBoundaries(name, 5);
      assertLongerPieces(name, 200_000);
      assertEndlessPieces(name, 20_000);
    });
  }

  for (const encoding of ENCODINGS) {
    it(`${encoding}: counts add up across safe boundaries`, () => {
      assertCountsAddUp(encoding, 20_000);
    });
  }

  for (const encoding of ENCODINGS) {
    it(`${encoding}: a text without cuts, read by blocks, has the same count`, () => {
      assertUnbrokenCounts(encoding, 1000);
    });
  }
});
