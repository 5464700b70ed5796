import assert from 'node:assert/strict';
import { findPlace, lineAt, parseJsonc, parseStrictJson } from '../../../src/core/jsonc';

const TEXT = `{
  // a comment
  "overrides": {
    "openai/gpt-5": { "input": 1 },
    "openai/gpt-5.6": { "input": 2 },
  },
  "list": [{ "a": 1 }, { "a": "x" }],
}`;

describe('the place of a value in a JSON text', () => {
  const found = (path: string, text = TEXT): string => {
    const { start, end } = findPlace(text, path);
    return text.slice(start, end);
  };

  it('is the value with its key, also if keys have dots', () => {
    assert.equal(found('overrides.openai/gpt-5.6.input'), '"input": 2');
    assert.equal(found('overrides.openai/gpt-5.input'), '"input": 1');
    assert.equal(found('list.1.a'), '"a": "x"');
    assert.equal(found('list.1'), '{ "a": "x" }');
  });

  it('is the nearest one around a value that is missing', () => {
    assert.equal(found('overrides.openai/gpt-5.output'), '"openai/gpt-5": { "input": 1 }');
    assert.equal(found('list.7.a'), '"list": [{ "a": 1 }, { "a": "x" }]');
    assert.deepStrictEqual(findPlace(TEXT, 'nothing'), { start: 0, end: 0 });
    assert.deepStrictEqual(findPlace(TEXT, ''), { start: 0, end: 0 });
    assert.deepStrictEqual(findPlace('', ''), { start: 0, end: 0 });
  });

  it('is the first error of a text that is not JSON', () => {
    const text = '{\n  "a": 1\n  "b": 2\n}';
    assert.equal(found('a', text), '"b"');
    assert.equal(lineAt(text, findPlace(text, 'a').start), 3);
  });
});

describe('strict JSON', () => {
  it('is parsed, or has the line of its first error', () => {
    assert.deepStrictEqual(parseStrictJson('{"a": [1, null]}'), {
      ok: true,
      json: { a: [1, null] },
    });
    for (const [text, error, line] of [
      ['{"a": 1,}', 'PropertyNameExpected', 1],
      ['{\n// no\n}', 'InvalidCommentToken', 2],
      ['{\n"a": 1', 'CloseBraceExpected', 2],
      ['', 'ValueExpected', 1],
    ] as const) {
      assert.deepStrictEqual(parseStrictJson(text), { ok: false, error, line }, text);
    }
  });
});

describe('JSON nested too deeply', () => {
  const OPEN = '['.repeat(400_000);
  const CLOSED = `${OPEN}${']'.repeat(400_000)}`;

  it('is refused with the reason, where the platform does not read it', () => {
    const tooDeep = { ok: false, error: 'TooDeep', line: 1 };
    assert.deepStrictEqual(parseStrictJson(OPEN), tooDeep);
    assert.deepStrictEqual(parseJsonc(CLOSED), tooDeep);
    assert.deepStrictEqual(findPlace(CLOSED, 'a'), { start: 0, end: 0 });
  });
});
