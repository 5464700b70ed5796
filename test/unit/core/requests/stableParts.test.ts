import assert from 'node:assert/strict';
import { readBody } from '../../../../src/core/requests/body';

/** The texts that are the same in each call; undefined: the request has no messages. */
function stable(body: object): readonly string[] | undefined {
  const read = readBody(body);
  assert.ok(read);
  const { parts, stableParts } = read;
  return stableParts === undefined
    ? undefined
    : parts.slice(0, stableParts).map(({ text }) => text);
}

const USER = { role: 'user', content: 'question' };

describe('the stable beginning of a request', () => {
  it('is the system prompt, in each format', () => {
    const system = { role: 'system', content: 'rules' };
    assert.deepEqual(stable({ model: 'gpt-4o', messages: [system, USER] }), ['rules']);
    const developer = { role: 'developer', content: 'rules' };
    assert.deepEqual(stable({ model: 'o1', messages: [developer, USER] }), ['rules']);
    assert.deepEqual(stable({ model: 'claude', system: 'rules', messages: [USER] }), ['rules']);
    assert.deepEqual(stable({ model: 'gpt-4o', instructions: 'rules', input: 'question' }), [
      'rules',
    ]);
    assert.deepEqual(stable({ model: 'gpt-4o', input: [developer, USER] }), ['rules']);
    const contents = [{ role: 'user', parts: [{ text: 'question' }] }];
    const systemInstruction = { parts: [{ text: 'rules' }] };
    assert.deepEqual(stable({ systemInstruction, contents }), ['rules']);
    assert.deepEqual(stable({ model: 'command-r', preamble: 'rules', message: 'question' }), [
      'rules',
    ]);
  });

  it('has the tools, and ends at the first message, whatever follows', () => {
    const tools = [{ type: 'function', function: { name: 'f', parameters: {} } }];
    const system = { role: 'system', content: 'late' };
    const found = stable({ model: 'gpt-4o', tools, messages: [USER, system] });
    assert.ok(found && found.length > 0);
    assert.ok(!found.includes('late') && !found.includes('question'));
  });

  it('is nothing without a system prompt, and unknown without messages', () => {
    assert.deepEqual(stable({ model: 'gpt-4o', messages: [USER] }), []);
    assert.equal(stable({ model: 'text-embedding-3-small', input: 'text' }), undefined);
  });
});
