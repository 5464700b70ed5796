import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseObjects } from '../../../../src/core/requests/many/objects';
import { readRequestFile } from '../../../../src/core/requests/read';
import { finish } from '../../../../src/core/scheduling/sliced';
import { readFile, textsOf } from './support/reading';

const hello = (more: object = {}) => ({
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

function read(value: unknown, indent?: number) {
  return readFile(JSON.stringify(value, null, indent), 'a.json');
}

const linesOf = (value: unknown) => read(value, 2)?.requests.map(({ line, id }) => [line, id]);

describe('a JSON file with a list', () => {
  it('of requests has each of them, at its line', () => {
    const file = read([hello({ max_tokens: 7 }), hello()], 2);
    assert.equal(file?.kind, 'requests');
    assert.deepEqual(
      file.requests.map(({ line, maxOutputTokens }) => [line, maxOutputTokens]),
      [
        // Each has 9 lines, the first one more.
        [2, 7],
        [12, undefined],
      ],
    );
    assert.deepEqual(file.requests.map(textsOf), [['Hello'], ['Hello']]);
  });

  it('of the envelopes of a batch is one, also in the call of Anthropic that makes it', () => {
    const envelopes = ['a', 'b'].map((id) => ({ custom_id: id, params: hello({ max_tokens: 5 }) }));
    for (const value of [envelopes, { requests: envelopes }]) {
      const file = read(value);
      assert.equal(file?.kind, 'batch');
      assert.deepEqual(
        file.requests.map(({ id, maxOutputTokens }) => [id, maxOutputTokens]),
        [
          ['a', 5],
          ['b', 5],
        ],
      );
    }
    assert.deepEqual(linesOf({ requests: envelopes }), [
      [3, 'a'],
      [16, 'b'],
    ]);
  });

  it('of requests within a call of Gemini is a batch, named by their keys', () => {
    const request = (key: string) => ({
      request: { contents: [{ role: 'user', parts: [{ text: `Hello ${key}` }] }] },
      metadata: { key },
    });
    const requests = { requests: [request('a'), request('b')] };
    for (const place of ['input_config', 'inputConfig']) {
      const file = read({ batch: { display_name: 'x', [place]: { requests } } });
      assert.equal(file?.kind, 'batch');
      assert.deepEqual(
        file.requests.map((each) => [each.id, textsOf(each)]),
        [
          ['a', ['Hello a']],
          ['b', ['Hello b']],
        ],
      );
    }
    assert.deepEqual(linesOf({ batch: { input_config: { requests } } }), [
      [6, 'a'],
      // The one before has 17 lines.
      [23, 'b'],
    ]);
  });

  it('names what of it is no request, and an id that stands twice', () => {
    const file = read([
      { custom_id: 'a', params: hello() },
      { a: 1 },
      { custom_id: 'a', params: hello() },
    ]);
    assert.deepEqual(file?.badLines, [{ line: 1, reason: 'notRequest' }]);
    assert.deepEqual(file.repeatedIds, ['a']);
  });

  it('of messages stays one conversation', () => {
    assert.equal(read([{ role: 'user', content: 'Hello' }])?.kind, 'transcript');
  });

  it('of examples is for fine-tuning: prompts with answers, and conversations as ShareGPT has them', () => {
    const pair = { prompt: 'Hello', completion: 'world' };
    assert.equal(read([pair, pair])?.kind, 'training');
    const conversation = {
      system: 'Be brief',
      conversations: [
        { from: 'human', value: 'Hello' },
        { from: 'gpt', value: 'Hi' },
      ],
    };
    const file = read([conversation]);
    assert.equal(file?.kind, 'training');
    assert.deepEqual(file.requests.map(textsOf), [['Be brief', 'Hello', 'Hi']]);
    assert.equal(file.requests[0]?.messages, 3);
    for (const name of ['a.jsonl', 'a.ndjson', 'a.jsonlines']) {
      const lines = readFile(
        [conversation, conversation].map((each) => JSON.stringify(each)).join('\n'),
        name,
      );
      assert.deepEqual([lines?.kind, lines?.requests.length], ['training', 2]);
    }
  });

  it('of other things is none', () => {
    assert.equal(read({ requests: [{ method: 'GET', url: '/' }] }), undefined);
    assert.equal(read({ conversations: [{ from: 'a@b.c', value: 7 }] }), undefined);
    assert.equal(read([{ conversations: [{ from: 'Ann', value: 'Hi' }] }]), undefined);
    assert.equal(read({ batch: { size: 3 } }), undefined);
    assert.equal(read([{ name: 'a', body: 'x' }]), undefined);
  });
});

describe('a long list', () => {
  it('is parsed object by object as it is at once', () => {
    const json = fc.oneof(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.jsonValue());
    const property = fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
      const parsed = finish(parseObjects(JSON.stringify(value, null, indent)));
      const isList =
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
      const same: unknown = JSON.parse(JSON.stringify(value));
      assert.deepEqual(parsed, isList ? same : undefined);
    });
    fc.assert(property);
  });

  it('is none if its JSON is not whole', () => {
    for (const text of [
      '[{}',
      '[{},]',
      '[{}] x',
      '[{} {}]',
      '[{}, 1]',
      '[{"a": }]',
      '[}',
      '[{"a',
      '{}',
    ])
      assert.equal(finish(parseObjects(text)), undefined, text);
  });

  it('is read in many slices', () => {
    const text = JSON.stringify(
      Array.from({ length: 3000 }, () => hello({ user: 'x'.repeat(50) })),
    );
    const work = readRequestFile(text, { path: 'a.json', languageId: 'json' });
    let slices = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) slices++;
    assert.equal(step.value?.requests.length, 3000);
    assert.ok(slices > 6000);
  });
});
