import assert from 'node:assert/strict';
import {
  describeFileProblem,
  describeUsageProblem,
} from '../../../../src/wording/documents/terminal';

import { ENGLISH } from '../../../../src/wording/words';

describe('the messages of the terminal program', () => {
  it('say what is wrong with an argument', () => {
    assert.equal(
      describeUsageProblem(ENGLISH, { kind: 'time', value: 'soon\u202e' }),
      String.raw`--at is not a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z): soon\u202e`,
    );
    assert.equal(
      describeUsageProblem(ENGLISH, {
        kind: 'model',
        name: 'x',
        resolution: { kind: 'ambiguous', reason: 'several', candidates: [] },
        ids: ['a/x', 'b/x'],
      }),
      'Several models are called "x". Choose one of: a/x, b/x',
    );
  });

  it('say why a file cannot be read', () => {
    assert.equal(
      describeFileProblem(ENGLISH, 'a.md', 'forbidden'),
      'a.md: no permission to read it',
    );
  });
});
