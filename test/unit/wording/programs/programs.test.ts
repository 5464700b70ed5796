import assert from 'node:assert/strict';
import { completeScenario } from '../../../../src/core/scenario/scenario';
import {
  noSuchModel,
  OPTION_RULES,
  wrongOption,
  wrongScenario,
} from '../../../../src/wording/programs/programs';
import {
  describeAmounts,
  describeCounted,
  describeListed,
} from '../../../../src/wording/programs/toolAnswer';
import {
  noEstimateMade,
  noSuchFile,
  wrongFile,
} from '../../../../src/wording/programs/toolProblems';

describe('the messages for other programs', () => {
  it('say what is wrong with an option', () => {
    assert.equal(
      wrongOption('models', OPTION_RULES.models),
      'models: must name at least one model.',
    );
    assert.equal(
      wrongScenario(['color'], [{ name: 'batch', rule: { kind: 'flag' }, value: 1 }]),
      'scenario.color does not exist; scenario.batch is not true or false: 1.',
    );
  });

  it('suggest models', () => {
    assert.equal(
      noSuchModel('o-1', { kind: 'unknown' }, ['openai/o1', 'openai/o3']),
      '"o-1" is not in the price table. The nearest are: openai/o1, openai/o3.',
    );
    assert.equal(
      noSuchModel('x', { kind: 'ambiguous', reason: 'several', candidates: [] }, ['a/x', 'b/x']),
      'Several models are called "x". Choose one of: a/x, b/x.',
    );
  });
});

describe('the messages for language models', () => {
  it('say why a file is not counted, and what to do', () => {
    assert.equal(
      noEstimateMade(wrongFile('a.log', 'tooLarge')),
      '"a.log" is larger than 50 MB. Give a part of it as "text". No estimate was made; the cost is unknown, not 0.',
    );
    assert.equal(
      noSuchFile('a', []),
      'There is no file "a". No folder is open: give an absolute path, or the text itself as "text".',
    );
    assert.equal(
      noSuchFile('a', ['one', 'two']),
      'There is no file "a". Paths are relative to the workspace (one, two) or absolute.',
    );
  });

  it('say what was counted and priced', () => {
    assert.equal(describeCounted(1234, undefined), 'Counted: the given text, 1,234 characters.');
    const file = { name: 'a\u202e.md', hasUnsavedChanges: true, form: undefined };
    assert.equal(
      describeCounted(2, file),
      String.raw`Counted: a\u202e.md as it stands in the editor, with unsaved changes, 2 characters.`,
    );
    assert.equal(
      describeCounted(2, { name: 'a.ipynb', hasUnsavedChanges: false, form: 'cells' }),
      'Counted: a.ipynb, 2 characters. The code and text of the cells are counted, but not their outputs.',
    );
    assert.equal(
      describeListed({ shown: 3, all: 110, userId: 'openai/o1', userName: 'o1' }),
      '3 of 110 models are listed: the cheapest that vendors sell now and that the call fits, and the user\'s (openai/o1). "limit" lists more.',
    );
    const conversation = completeScenario({ outputTokens: 0, conversationTurns: 2 });
    assert.match(describeAmounts(conversation), /^Amounts are US dollars for one conversation\. /);
  });
});
