import assert from 'node:assert/strict';
import { languageOfPath } from '../../../../src/core/files/languageOfPath';

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
