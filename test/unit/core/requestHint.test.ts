import assert from 'node:assert/strict';
import { canHoldRequests, looksLikeRequests } from '../../../src/core/requestHint';

describe('files that can hold requests', () => {
  const can = (path: string, languageId = 'plaintext'): boolean =>
    canHoldRequests({ path, languageId });

  it('are JSON and JSON lines, by name or by language', () => {
    for (const path of ['/a.json', '/A.JSON', '/a.jsonl', '/a.ndjson']) assert.ok(can(path), path);
    for (const languageId of ['json', 'jsonc', 'jsonl']) assert.ok(can('Untitled-1', languageId));
  });

  it('are no others', () => {
    for (const path of ['/a.md', '/json', '/a.json.txt', '/a.jsonx']) assert.ok(!can(path), path);
  });
});

describe('a file that seems to hold requests', () => {
  const seems = (value: unknown): boolean =>
    looksLikeRequests(JSON.stringify(value, undefined, 2), { path: 'a.json', languageId: 'json' });

  it('begins with a message, with contents of Gemini, or with the id of a batch', () => {
    const message = { role: 'user', content: 'Hi' };
    assert.ok(seems({ model: 'gpt-4o', messages: [message] }));
    assert.ok(seems({ contents: [{ parts: [{ text: 'Hi' }] }] }));
    assert.ok(seems({ contents: { role: 'user', parts: [] } }));
    assert.ok(seems({ custom_id: 'a', body: {} }));
    assert.ok(seems({ recordId: 'a', modelInput: {} }));
  });

  it('is no file of translations, no log and no table of contents', () => {
    assert.ok(!seems({ messages: { greeting: 'Hello' } }));
    assert.ok(!seems({ messages: ['a', 'b'] }));
    assert.ok(!seems({ messages: [{ from: 'Ann', content: 'Hi' }] }));
    assert.ok(!seems({ messages: [] }));
    assert.ok(!seems({ contents: 'Contents' }));
  });
});
