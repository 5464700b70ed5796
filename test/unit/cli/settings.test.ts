import assert from 'node:assert/strict';
import { printParseErrorCode } from 'jsonc-parser';
import { parseSettings } from '../../../src/cli/settings';
import { describeJsonError } from '../../../src/wording/json';
import { ENGLISH } from '../../../src/wording/words';

/** A settings file for each error that jsonc-parser finds, and the message. */
const WRONG = [
  ['{\n"a": x}', 'an unknown word in line 2'],
  ['{"a": 1,\n\n2}', 'a key is missing in line 3'],
  ['{"a": }', 'a value is missing in line 1'],
  ['{"a" 1}', 'a colon is missing in line 1'],
  ['{"a": 1 "b": 2}', 'a comma is missing in line 1'],
  ['{"a": 1\n', 'a closing brace is missing in line 2'],
  ['{"a": [1', 'a closing bracket is missing in line 1'],
  ['{} {}', 'more text after the value in line 1'],
  ['{} /*', 'a comment without an end in line 1'],
  ['{"a": "b\n}', 'a string without an end in line 1'],
  ['{"a": 1e}', 'a number without an end in line 1'],
  [String.raw`{"a": "\u00"}`, String.raw`a malformed \u escape in line 1`],
  [String.raw`{"a": "\q"}`, 'an unknown escape in line 1'],
  ['{"a": "\u0001"}', 'a character that is not allowed in line 1'],
] as const;

describe('the settings of the terminal program', () => {
  for (const [text, message] of WRONG) {
    it(`are refused with the line: ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseSettings(text, 'a.json'), {
        message: `a.json: is not JSON: ${message}`,
      });
    });
  }

  it('are refused where lists or objects are nested too deeply', () => {
    for (const text of ['['.repeat(400_000), `${'{"a":'.repeat(70_000)}1${'}'.repeat(70_000)}`])
      assert.throws(() => parseSettings(text, 'a.json'), {
        message: 'a.json: is not JSON: lists or objects are nested too deeply',
      });
  });

  it('have a message for each error of the parser', () => {
    const last = 16;
    assert.equal(printParseErrorCode(last + 1), '<unknown ParseErrorCode>');
    for (let code = 1; code <= last; code++) {
      assert.doesNotMatch(describeJsonError(ENGLISH, printParseErrorCode(code), 1), /^an error/);
    }
  });
});
