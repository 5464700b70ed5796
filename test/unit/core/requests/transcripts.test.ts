import assert from 'node:assert/strict';
import { readFile, textsOf } from './support/reading';

const QUESTION = { role: 'user', content: 'What is 2 + 2?' };
const ANSWER = { role: 'assistant', content: '4' };
const USAGE = { input_tokens: 9, cache_read_input_tokens: 11, output_tokens: 3 };

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

/** An answer of Claude Code: each block is a line, with the id and the usage of its message. */
const block = (content: unknown, more: object = {}): unknown => ({
  type: 'assistant',
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-4-5',
    content: [content],
    usage: USAGE,
  },
  ...more,
});

describe('a conversation with a message on each line', () => {
  it('is one call, whatever the name of its file', () => {
    for (const path of ['a.jsonl', 'a.log', 'a.txt', 'a']) {
      const file = readFile(lines(QUESTION, ANSWER, QUESTION), path);
      assert.equal(file?.kind, 'transcript', path);
      const [request, ...others] = file.requests;
      assert.ok(request && others.length === 0);
      assert.deepStrictEqual(textsOf(request), ['What is 2 + 2?', '4', 'What is 2 + 2?']);
      assert.deepStrictEqual([request.line, request.unseen.size], [1, 0]);
    }
  });

  it('has the count of the provider beside, and the answer apart', () => {
    const file = readFile(lines(QUESTION, { ...ANSWER, usage: USAGE }), 'a.jsonl');
    const [request] = file?.requests ?? [];
    assert.ok(request);
    assert.deepStrictEqual(textsOf(request), ['What is 2 + 2?']);
    assert.deepStrictEqual(request.answer, [{ text: '4', languageId: '' }]);
    assert.deepStrictEqual(request.usage, {
      inputTokens: 20,
      outputTokens: 3,
      reasoningTokens: 0,
    });
  });

  it('names its bad lines', () => {
    const file = readFile(
      lines(QUESTION, ANSWER, ...Array.from({ length: 20 }, () => QUESTION), '{', '{}'),
      'a.jsonl',
    );
    assert.deepStrictEqual(file?.badLines, [
      { line: 23, reason: 'notJson' },
      { line: 24, reason: 'notRequest' },
    ]);
  });

  it('is no list of one side, and no log', () => {
    assert.equal(readFile(lines(QUESTION, QUESTION), 'a.jsonl'), undefined);
    assert.equal(readFile(lines(QUESTION, ANSWER, { level: 30, msg: 'x' }), 'a.jsonl'), undefined);
  });
});

describe('the session of an agent', () => {
  const user = (content: unknown, more: object = {}): unknown => ({
    type: 'user',
    message: { role: 'user', content },
    ...more,
  });

  it('is one call with the messages of its lines, and says what is not in it', () => {
    const result = [{ type: 'tool_result', tool_use_id: 't', content: '4' }];
    const file = readFile(
      lines(
        { type: 'file-history-snapshot', snapshot: {} },
        user('2 + 2?'),
        block({ type: 'text', text: 'I add.' }),
        block({ type: 'tool_use', id: 't', name: 'add', input: { a: 2 } }),
        user(result),
        user('A subagent', { isSidechain: true }),
        block({ type: 'text', text: '4!' }),
      ),
      'a.jsonl',
    );
    assert.equal(file?.kind, 'transcript');
    assert.deepStrictEqual(file.badLines, []);
    const [request] = file.requests;
    assert.ok(request);
    assert.deepStrictEqual(textsOf(request), ['2 + 2?', 'I add.', 'add', '{"a":2}', '4']);
    assert.equal(request.messages, 3);
    assert.equal(request.line, 2);
    assert.equal(request.modelName, 'claude-sonnet-4-5');
    assert.equal(request.usage?.inputTokens, 20);
    assert.deepStrictEqual(request.answer, [{ text: '4!', languageId: '' }]);
    assert.deepStrictEqual([...request.unseen], [['instructions', 1]]);
  });

  it('begins at its last compaction', () => {
    const file = readFile(
      lines(
        user('Old'),
        block({ type: 'text', text: 'Old answer' }),
        { type: 'system', subtype: 'compact_boundary', content: 'Compacted' },
        user('A summary'),
      ),
      'a.jsonl',
    );
    const [request] = file?.requests ?? [];
    assert.ok(request);
    assert.deepStrictEqual(textsOf(request), ['A summary']);
    assert.equal(request.line, 4);
  });
});

describe('a stored prompt', () => {
  it('is a request of which the prompt is unknown, and what is put into it is counted', () => {
    const prompt = {
      id: 'pmpt_1',
      variables: { city: 'Graz', note: { type: 'input_text', text: 'x' } },
    };
    for (const more of [
      {},
      { model: 'gpt-5' },
      { input: 'Hello' },
      { model: 'gpt-5', input: 'Hello' },
    ]) {
      const [request] = readFile(JSON.stringify({ prompt, ...more }))?.requests ?? [];
      assert.ok(request, JSON.stringify(more));
      assert.deepStrictEqual([...request.unseen], [['reference', 1]]);
      assert.deepStrictEqual(textsOf(request), [
        'Graz',
        'x',
        ...('input' in more ? ['Hello'] : []),
      ]);
    }
    assert.equal(readFile(JSON.stringify({ prompt: { id: 'dialog' } })), undefined);
  });
});
