import assert from 'node:assert/strict';
import { fileParts } from '../../../../src/core/files/fileParts';

const CELL = { cell_type: 'code', source: 'a = 1', outputs: [{ text: 'much' }] };

function formOf(path: string, text: string, languageId = 'markdown') {
  const { parts, form, call } = fileParts(text, { path, languageId });
  return { texts: parts.map((part) => part.text), form, call };
}

describe('the parts of a file', () => {
  it('are the cells of a notebook without outputs, or a damaged one as stored', () => {
    const stored = JSON.stringify({ nbformat: 4, cells: [CELL] });
    assert.deepEqual(formOf('/a.ipynb', stored), {
      texts: ['a = 1'],
      form: 'cells',
      call: undefined,
    });
    assert.deepEqual(formOf('/a.ipynb', '{'), { texts: ['{'], form: 'stored', call: undefined });
  });

  it('are what a prompt file sends, with the call that it names', () => {
    const named = '---\nmodel: gpt-4o\n---\nhello';
    const other = '---\ndescription: greets\n---\nhello';
    const sent = { texts: ['hello'], form: 'sent' };
    assert.deepEqual(formOf('/a.prompt.md', named), {
      ...sent,
      call: { modelName: 'gpt-4o', maxOutputTokens: undefined },
    });
    assert.deepEqual(formOf('/a.prompt.md', other), { ...sent, call: undefined });
  });

  it('are all of any other file', () => {
    const whole = { texts: ['hello'], form: undefined, call: undefined };
    assert.deepEqual(formOf('/a.txt', 'hello', 'plaintext'), whole);
  });
});
