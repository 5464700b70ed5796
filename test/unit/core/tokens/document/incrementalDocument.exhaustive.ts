import { ENCODINGS } from '../../../../../src/core/tokens/encodings';
import { assertEditsKeepCounts, assertEndlessPiecesKeepCounts } from '../support/editing';

describe('IncrementalDocument', () => {
  for (const encoding of ENCODINGS) {
    it(`${encoding}: equals a full count after each of 20,000 random edits`, () => {
      assertEditsKeepCounts(encoding, 20_000);
    });
    it(`${encoding}: equals a full count after edits within endless pieces`, () => {
      assertEndlessPiecesKeepCounts(encoding);
    });
  }
});
