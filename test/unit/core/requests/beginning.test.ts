import assert from 'node:assert/strict';
import { beginningOfRequests } from '../../../../src/core/requests/parts/beginning';
import { readRequestFile } from '../../../../src/core/requests/read';
import { finish } from '../../../../src/core/scheduling/sliced';

/** [kind, texts] of what is the same in each request; undefined: not known. */
function beginning(...bodies: readonly object[]): readonly unknown[] | undefined {
  const text = bodies.map((body) => JSON.stringify(body)).join('\n');
  const path = bodies.length === 1 ? 'a.json' : 'a.jsonl';
  const languageId = bodies.length === 1 ? 'json' : 'jsonl';
  const read = finish(readRequestFile(text, { path, languageId }));
  assert.equal(read?.requests.length, bodies.length);
  const found = beginningOfRequests(read.requests);
  return found && [found.kind, found.parts.map((part) => part.text)];
}

function chat(...contents: readonly unknown[]): object {
  const roles = ['system', 'user', 'assistant', 'user'];
  const messages = contents.map((content, index) => ({ role: roles[index], content }));
  return { model: 'gpt-4o', messages };
}

describe('what is the same in each call of requests', () => {
  it('is the system prompt of one request', () => {
    assert.deepEqual(beginning(chat('rules', 'one')), ['system', ['rules']]);
    assert.deepEqual(beginning({ model: 'gpt-4o', messages: [{ role: 'user', content: 'one' }] }), [
      'system',
      [],
    ]);
  });

  it('is all before the first difference of several, also across texts and within one', () => {
    const of = (...contents: readonly string[]) => chat('rules', ...contents);
    assert.deepEqual(beginning(of('one'), of('two')), ['difference', ['rules']]);
    assert.deepEqual(beginning(of('Translate: one'), of('Translate: two'), of('Translate: on')), [
      'difference',
      ['rules', 'Translate: '],
    ]);
    // An example that all have, before the texts.
    assert.deepEqual(beginning(of('q', 'a', 'one'), of('q', 'a', 'two')), [
      'difference',
      ['rules', 'q', 'a'],
    ]);
    assert.deepEqual(beginning(chat('a', 'q'), chat('b', 'q')), ['difference', []]);
    // All of the shorter one.
    assert.deepEqual(beginning(of('one'), of('one', 'a', 'two')), ['difference', ['rules', 'one']]);
    assert.deepEqual(beginning(of('one'), of('one')), ['difference', ['rules', 'one']]);
  });

  it('cuts no character', () => {
    // 😀 is D83D DE00, 😁 is D83D DE01.
    assert.deepEqual(beginning(chat('r', 'a😀'), chat('r', 'a😁')), ['difference', ['r', 'a']]);
  });

  it('takes tools as a whole', () => {
    const tool = (name: string) => ({ type: 'function', function: { name, parameters: {} } });
    const of = (name: string) => ({ ...chat('rules', 'one'), tools: [tool(name)] });
    assert.deepEqual(beginning(of('read_a'), of('read_b')), ['difference', []]);
  });

  it('ends before the turns where pictures stand among the texts', () => {
    const image_url = { url: 'https://example.com/a.png' };
    const content = [
      { type: 'image_url', image_url },
      { type: 'text', text: 'same' },
    ];
    assert.deepEqual(beginning(chat('rules', content), chat('rules', content)), [
      'difference',
      ['rules'],
    ]);
  });

  it('is not known of what has no messages, or no answer', () => {
    assert.equal(beginning({ model: 'gpt-3.5-turbo-instruct', prompt: 'one' }), undefined);
    const embedding = (input: string) => ({ model: 'text-embedding-3-small', input });
    assert.equal(beginning(embedding('same one'), embedding('same two')), undefined);
  });
});
