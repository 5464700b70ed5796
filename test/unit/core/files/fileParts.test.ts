import assert from 'node:assert/strict';
import { fileParts } from '../../../../src/core/files/fileParts';

const CELL = { cell_type: 'code', source: 'a = 1', outputs: [{ text: 'much' }] };

function formOf(path: string, text: string, languageId = 'markdown') {
  const { parts, form, namesModel = false } = fileParts(text, { path, languageId });
  return { texts: parts.map((part) => part.text), form, namesModel };
}

describe('the parts of a file', () => {
  it('are the cells of a notebook without outputs, or a damaged one as stored', () => {
    const stored = JSON.stringify({ nbformat: 4, cells: [CELL] });
    assert.deepEqual(formOf('/a.ipynb', stored), {
      texts: ['a = 1'],
      form: 'cells',
      namesModel: false,
    });
    assert.deepEqual(formOf('/a.ipynb', '{'), { texts: ['{'], form: 'stored', namesModel: false });
  });

  it('are what a prompt file sends, with whether it names a model', () => {
    const named = '---\nmodel: gpt-4o\n---\nhello';
    const other = '---\ndescription: greets\n---\nhello';
    const sent = { texts: ['hello'], form: 'sent' };
    assert.deepEqual(formOf('/a.prompt.md', named), { ...sent, namesModel: true });
    assert.deepEqual(formOf('/a.prompt.md', other), { ...sent, namesModel: false });
  });

  it('are all of any other file', () => {
    const whole = { texts: ['hello'], form: undefined, namesModel: false };
    assert.deepEqual(formOf('/a.txt', 'hello', 'plaintext'), whole);
  });
});
