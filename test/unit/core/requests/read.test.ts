import assert from 'node:assert/strict';
import { isWhole } from '../../../../src/core/requests/read';

const JSON_FILE = { path: '/a.json', languageId: 'json' };
const COMMENTED = { path: '/a.jsonc', languageId: 'jsonc' };
const LINES = { path: '/a.jsonl', languageId: 'jsonl' };
const LOG = { path: 'a.log', languageId: 'log' };

describe('whether JSON is whole', () => {
  it('tells a text that is still typed', () => {
    assert.equal(isWhole('{"messages": [', JSON_FILE), false);
    assert.equal(isWhole('{"a": 1, // what\n', COMMENTED), false);
    assert.equal(isWhole('{"a": 1}\n{"b":', LINES), false);
  });

  it('knows comments and trailing commas where a file may have them', () => {
    const text = '{\n  // what the call has\n  "a": 1,\n}\n';
    assert.equal(isWhole(text, COMMENTED), true);
    assert.equal(isWhole(text, JSON_FILE), false);
  });

  it('looks at each of the lines of JSONL that tell what a file is', () => {
    assert.equal(isWhole('{"a": 1}\r\n\r\n{"b": 2}\r\n', LINES), true);
    assert.equal(isWhole('{"a": 1}\n{"b": 2}\n', JSON_FILE), false);
    assert.equal(isWhole('{"a": 1}\n{"b": 2}\n', LOG), true);
    assert.equal(isWhole('{"a": 1}\n{"b":', LOG), false);
    assert.equal(isWhole(`${'{"a": 1}\n'.repeat(20)}{"b":`, LINES), true);
  });

  it('takes an empty text as whole', () => {
    for (const file of [JSON_FILE, COMMENTED, LINES]) assert.equal(isWhole(' \n', file), true);
  });
});
