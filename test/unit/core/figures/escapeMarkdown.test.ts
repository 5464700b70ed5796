import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../../src/core/figures/escapeMarkdown';

describe('escapeMarkdown', () => {
  it('escapes to one line without markup', () => {
    assert.equal(escapeMarkdown('a\r\nb\tc'), 'a b c');
    assert.equal(escapeMarkdown('https://x.example <y@z>'), 'https\\://x.example &lt;y\\@z&gt;');
  });
});
