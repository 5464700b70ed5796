import assert from 'node:assert/strict';
import { placesOf } from '../../../../../src/core/requests/many/places';
import { readRequestFile } from '../../../../../src/core/requests/read';
import { finish } from '../../../../../src/core/scheduling/sliced';

function placesIn(text: string, path: string): readonly string[] {
  const file = finish(readRequestFile(text, { path, languageId: 'json' }));
  assert.ok(file);
  return placesOf(file, path);
}

function request(id: string): string {
  const params = { model: 'claude-sonnet-4-5', messages: [{ role: 'user', content: 'Hi' }] };
  return JSON.stringify({ custom_id: id, params });
}

describe('the places of requests', () => {
  it('are their lines, with a number where several begin on one', () => {
    const text = `{"requests":[${request('a')},${request('b')},\n${request('c')}]}`;
    assert.deepEqual(placesIn(text, 'a.json'), ['a.json:1#1', 'a.json:1#2', 'a.json:2']);
  });

  it('are the file where it is one call', () => {
    const text = JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] });
    assert.deepEqual(placesIn(text, 'a.json'), ['a.json']);
  });
});
