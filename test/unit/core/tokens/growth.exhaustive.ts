import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import { assertDocumentSlicesAreSmall, assertWorkGrowsWithLength } from './support/slices';

describe('work grows nearly with the length of the text', () => {
  for (const encoding of ENCODINGS) {
    it(encoding, () => {
      assertWorkGrowsWithLength(encoding, 16);
    });
  }
});

describe('slices', () => {
  for (const encoding of ENCODINGS) {
    it(`${encoding}: are small in a document too, and after an edit within an endless piece`, () => {
      assertDocumentSlicesAreSmall(encoding);
    });
  }
});
