import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import { assertDocumentSlicesAreSmall } from './support/slices';

describe('slices', () => {
  for (const encoding of ENCODINGS) {
    it(`${encoding}: are small in a document too, and after an edit within an endless piece`, () => {
      assertDocumentSlicesAreSmall(encoding);
    });
  }
});
