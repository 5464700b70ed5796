import assert from 'node:assert/strict';
import { canHoldRequests, looksLikeRequests } from '../../../src/core/requestHint';

describe('files that can hold requests', () => {
  const can = (path: string, languageId = 'plaintext', text = ''): boolean =>
    canHoldRequests({ path, languageId }, text);

  it('are JSON and JSON lines, by name or by language', () => {
    for (const path of ['/a.json', '/A.JSON', '/a.jsonl', '/a.ndjson']) assert.ok(can(path), path);
    for (const languageId of ['json', 'jsonc', 'jsonl']) assert.ok(can('Untitled-1', languageId));
  });

  it('are no others', () => {
    for (const path of ['/a.md', '/json', '/a.json.txt', '/a.jsonx']) assert.ok(!can(path), path);
  });
});

describe('files of other names', () => {
  const can = (text: string): boolean =>
    canHoldRequests({ path: '/a.log', languageId: 'log' }, text);

  it('can hold requests if they begin as requests or messages do', () => {
    for (const value of [
      { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] },
      [{ role: 'user', content: 'Hi' }],
      { custom_id: 'a', body: {} },
      { contents: [{ parts: [{ text: 'Hi' }] }] },
      { model: 'm', system: 'x'.repeat(5000), messages: [] },
      { type: 'user', message: { role: 'user', content: 'Hi' } },
    ]) {
      assert.ok(can(JSON.stringify(value)));
      assert.ok(can(`\uFEFF\n${JSON.stringify(value, undefined, 2)}`));
    }
  });

  it('hold none if prose, code, or other JSON stands first', () => {
    for (const text of [
      '',
      'Dear reader, {"messages": [{"role": "user"',
      '# A prompt\n{"model": "m", "messages": []}',
      'const a = {"model": "m"};',
      '{ model: "m" }',
      '{"level":30,"msg":"started"}',
      '2026-01-01 INFO {"messages": [{"role": "user"',
      `{"level":30,"msg":"${'x'.repeat(1000)}","model":"m"}`,
    ])
      assert.ok(!can(text), text);
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
