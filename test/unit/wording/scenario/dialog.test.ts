import assert from 'node:assert/strict';
import { scenarioSaved } from '../../../../src/wording/scenario/dialog';
import { ENGLISH } from '../../../../src/wording/words';

describe('the end of Set Scenario', () => {
  it('says what a month costs now, or a call where nobody has chosen calls a day', () => {
    const call = '$0.00530 per call';
    assert.deepStrictEqual(
      scenarioSaved(ENGLISH, 'user', 'batch', { call, month: '$159 a month' }),
      {
        short: '$159 a month',
        hasCost: true,
        sentence:
          'This text now costs $0.00530 per call, $159 a month. Saved in your user settings: batch.',
      },
    );
    const { short, sentence } = scenarioSaved(ENGLISH, 'workspace', 'batch', {
      call,
      month: undefined,
    });
    assert.equal(short, '$0.00530 per call');
    assert.match(sentence, /^This text now costs \$0\.00530 per call\. Saved in the workspace/);
  });

  it('says that it is saved where there is no text', () => {
    assert.equal(scenarioSaved(ENGLISH, 'user', 'batch', undefined).short, 'saved');
  });
});
