import assert from 'node:assert/strict';
import { parseNotebook } from '../../../../src/core/files/notebook';

function parse(notebook: unknown): unknown {
  return parseNotebook(JSON.stringify(notebook));
}

describe('a notebook file', () => {
  it('has a text for each cell in its language, without outputs', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# Plan\n', 'first'] },
      { cell_type: 'code', source: 'print(1)', outputs: [{ text: ['1\n'] }] },
      { cell_type: 'raw', source: '' },
      { cell_type: 'code', source: ['a', 'b'], metadata: { vscode: { languageId: 'SQL' } } },
    ];
    const metadata = { language_info: { name: 'Julia' }, kernelspec: { language: 'r' } };
    assert.deepEqual(parse({ cells, metadata, nbformat: 4 }), [
      { text: '# Plan\nfirst', languageId: 'markdown' },
      { text: 'print(1)', languageId: 'julia' },
      { text: '', languageId: 'raw' },
      { text: 'a\nb', languageId: 'sql' },
    ]);
  });

  it('takes the language of the kernel, or Python', () => {
    const cells = [{ cell_type: 'code', source: 'x' }];
    const languageOf = (metadata: unknown): unknown => parse({ cells, metadata, nbformat: 4 });
    assert.deepEqual(languageOf({ kernelspec: { language: 'C#' } }), [
      { text: 'x', languageId: 'csharp' },
    ]);
    assert.deepEqual(languageOf({}), [{ text: 'x', languageId: 'python' }]);
    assert.deepEqual(languageOf(undefined), [{ text: 'x', languageId: 'python' }]);
  });

  it('may have no cells', () => {
    assert.deepEqual(parse({ metadata: {}, nbformat: 4 }), []);
  });

  it('is rejected if VS Code does not open it as a notebook', () => {
    assert.equal(parseNotebook('{"cells": ['), undefined);
    assert.equal(parseNotebook(''), undefined);
    assert.equal(parse([]), undefined);
    assert.equal(parse(null), undefined);
    assert.equal(parse({ worksheets: [], nbformat: 3 }), undefined);
    assert.equal(parse({ cells: {}, nbformat: 4 }), undefined);
    assert.equal(parse({ cells: [7], nbformat: 4 }), undefined);
    assert.equal(parse({ cells: [{ cell_type: 'code', source: [7] }], nbformat: 4 }), undefined);
  });
});
