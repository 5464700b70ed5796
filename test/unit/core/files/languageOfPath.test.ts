import assert from 'node:assert/strict';
import { languageOfOpen, languageOfPath } from '../../../../src/core/files/languageOfPath';

describe('the language of a path', () => {
  const cases: [path: string, language: string][] = [
    ['notes.md', 'markdown'],
    ['a.b/setup.PY', 'python'],
    ['a\\data.jsonl', 'jsonl'],
    ['main.rs', 'rs'],
    ['a.b/Makefile', ''],
    ['.gitignore', ''],
    ['-', ''],
    ['x.constructor', 'constructor'],
  ];
  for (const [path, language] of cases) {
    it(`${path}: ${language || 'unknown'}`, () => assert.equal(languageOfPath(path), language));
  }
});

describe('the language of an open file', () => {
  it('is the one that the file has when it is closed, where VS Code knows none', () => {
    assert.equal(languageOfOpen('reply.prompty', 'plaintext'), 'prompt');
    assert.equal(languageOfOpen('reply.prompty', 'prompty'), 'prompt');
    assert.equal(languageOfOpen('guide.MDX', 'plaintext'), 'markdown');
    assert.equal(languageOfOpen('notes.txt', 'plaintext'), 'plaintext');
    assert.equal(languageOfOpen('Untitled-1', 'plaintext'), 'plaintext');
  });

  it('is otherwise the one that the editor has', () => {
    assert.equal(languageOfOpen('notes.txt', 'python'), 'python');
    assert.equal(languageOfOpen('reply.prompty', 'markdown'), 'markdown');
  });
});
