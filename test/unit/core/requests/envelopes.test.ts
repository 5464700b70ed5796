import assert from 'node:assert/strict';
import { readFile, readLines, readOne, textsOf } from './support/reading';

const CHAT = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }], max_tokens: 5 };
const GEMINI = { contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] };

describe('an envelope of a batch', () => {
  const cases: readonly [name: string, envelope: object, id: string | undefined][] = [
    ['OpenAI', { custom_id: 'a', method: 'POST', url: '/v1/chat/completions', body: CHAT }, 'a'],
    ['Mistral', { custom_id: '0', body: CHAT }, '0'],
    ['Anthropic', { custom_id: 'b', params: CHAT }, 'b'],
    ['Claude on Vertex AI', { custom_id: 'c', request: CHAT }, 'c'],
    ['Gemini', { key: 'k', request: GEMINI }, 'k'],
    ['Gemini on Vertex AI', { request: GEMINI }, undefined],
    ['Claude on Bedrock', { recordId: 'r', modelInput: CHAT }, 'r'],
    ['Titan on Bedrock', { recordId: 'r', modelInput: { inputText: 'Hello' } }, 'r'],
    ['Llama on Bedrock', { recordId: 'r', modelInput: { prompt: 'Hello' } }, 'r'],
    ['Bedrock without an id', { modelInput: CHAT }, undefined],
    ['OpenAI, a number as id', { custom_id: 7, body: CHAT }, '7'],
  ];
  for (const [name, envelope, id] of cases)
    it(`is opened: ${name}`, () => {
      const { kind, requests, badLines } = readLines(envelope, envelope);
      assert.deepEqual([kind, badLines.length, requests.length], ['batch', 0, 2]);
      for (const request of requests) {
        assert.deepEqual(textsOf(request), ['Hello']);
        assert.equal(request.id, id);
        assert.equal(request.hasAnswer, true);
      }
    });

  it('may be a whole file', () => {
    const envelope = { custom_id: 'a', params: CHAT };
    assert.equal(readFile(JSON.stringify(envelope, undefined, 1))?.kind, 'batch');
    assert.equal(readOne(envelope).id, 'a');
  });

  it('tells an embedding from a response by its url', () => {
    const body = { model: 'my-deployment', input: 'Hello' };
    const answers = (url: string): unknown =>
      readLines({ custom_id: 'a', method: 'POST', url, body }).requests[0]?.hasAnswer;
    assert.equal(answers('/v1/responses'), true);
    assert.equal(answers('/v1/embeddings'), false);
    const list = { custom_id: '0', body: { model: 'my-deployment', input: ['x', 'y'] } };
    assert.equal(readLines(list).requests[0]?.hasAnswer, false);
    assert.equal(readLines({ custom_id: '0', body: { input: 'x' } }).requests[0]?.hasAnswer, false);
    const titan = { recordId: 'r', modelInput: { inputText: 'x', dimensions: 256 } };
    assert.equal(readLines(titan).requests[0]?.hasAnswer, false);
  });

  it('has the place of a stored prompt, which is not in the file', () => {
    const body = { prompt: { id: 'pmpt_1', variables: { a: 'b' } } };
    const envelope = { custom_id: 'a', method: 'POST', url: '/v1/responses', body };
    assert.deepEqual([...(readLines(envelope).requests[0]?.unseen ?? [])], [['reference', 1]]);
  });

  it('is no request for text where its url makes pictures', () => {
    const body = { model: 'gpt-image-1', prompt: 'A cat' };
    const picture = { custom_id: 'b', method: 'POST', url: '/v1/images/generations', body };
    const { requests, badLines } = readLines(
      ...[1, 2].map((id) => ({ custom_id: id, body: CHAT })),
      picture,
    );
    assert.equal(requests.length, 2);
    assert.deepEqual(badLines, [{ line: 3, reason: 'notRequest' }]);
  });

  it('names ids that are repeated', () => {
    const line = (id: string): object => ({ custom_id: id, params: CHAT });
    const { requests, repeatedIds } = readLines(line('a'), line('b'), line('a'), line('a'));
    assert.equal(requests.length, 4);
    assert.deepEqual(repeatedIds, ['a']);
  });
});

describe('lines of bare requests', () => {
  it('are bodies, texts, or prompts', () => {
    assert.deepEqual(readLines(CHAT, 'plain', { prompt: 'P', id: 3 }).requests.map(textsOf), [
      ['Hello'],
      ['plain'],
      ['P'],
    ]);
    assert.equal(readLines('one', 'two').kind, 'requests');
    assert.equal(readLines({ prompt: 'P' }).requests[0]?.messages, 0);
    const [named] = readLines({ prompt: 'P', model: 'own', topic: 't', max_tokens: 3 }).requests;
    assert.deepEqual([named?.modelName, named?.maxOutputTokens], ['own', 3]);
    assert.equal(readLines(GEMINI).kind, 'requests');
  });

  it('may end with the beginning of an answer', () => {
    const user = { messages: [{ role: 'user', content: 'a' }] };
    const prefilled = { messages: [...user.messages, { role: 'assistant', content: 'b' }] };
    const { kind, requests } = readLines(prefilled, user, user);
    assert.equal(kind, 'requests');
    assert.deepEqual(requests.map(textsOf), [['a', 'b'], ['a'], ['a']]);
    assert.ok(requests.every(({ hasAnswer }) => hasAnswer));
  });
});

describe('lines of training examples', () => {
  const user = { role: 'user', content: 'Q' };
  const answer = { role: 'assistant', content: 'A' };
  const tools = [{ type: 'function', function: { name: 'f' } }];
  const cases: readonly [name: string, line: object, texts: readonly unknown[]][] = [
    ['a conversation', { messages: [user, answer] }, ['Q', 'A']],
    ['one with tools', { messages: [user, answer], tools }, [{ name: 'f' }, 'Q', 'A']],
    ['a completion', { prompt: 'P', completion: 'C' }, ['P', 'C']],
    ['a preference', { prompt: 'P', chosen: 'C', rejected: 'R' }, ['P', 'C', 'R']],
    [
      'a preference between messages',
      {
        input: { messages: [user], tools },
        preferred_output: [answer],
        non_preferred_output: [{ role: 'assistant', content: 'B' }],
      },
      [{ name: 'f' }, 'Q', 'A', 'B'],
    ],
    [
      'Gemini',
      {
        systemInstruction: { role: 'system', parts: [{ text: 'S' }] },
        contents: [
          { role: 'user', parts: [{ text: 'Q' }] },
          { role: 'model', parts: [{ text: 'A' }] },
        ],
      },
      ['S', 'Q', 'A'],
    ],
  ];
  for (const [name, line, texts] of cases)
    it(`are read: ${name}`, () => {
      const { kind, requests } = readLines(line, line);
      assert.equal(kind, 'training');
      for (const request of requests) {
        assert.deepEqual(textsOf(request), texts);
        assert.equal(request.hasAnswer, false);
      }
    });

  it('have no model and no envelope', () => {
    const messages = [user, answer];
    assert.equal(readLines({ model: 'm', messages }).kind, 'requests');
    assert.equal(readLines({ custom_id: 'a', body: { messages } }).kind, 'batch');
  });

  it('are of one kind', () => {
    const example = { messages: [user, answer] };
    assert.deepEqual(readLines(example, { messages: [user] }, example).badLines, [
      { line: 2, reason: 'otherKind' },
    ]);
  });
});

describe('a saved conversation', () => {
  const messages = [
    { role: 'user', content: 'Q' },
    { role: 'assistant', content: 'A' },
  ];
  const kindOf = (value: unknown): unknown => readFile(JSON.stringify(value))?.kind;

  it('is a list of messages, or an object that asks nothing', () => {
    assert.equal(kindOf(messages), 'transcript');
    assert.equal(kindOf({ messages, title: 'Chat' }), 'transcript');
    assert.equal(kindOf({ messages, model: 'm' }), 'request');
    assert.equal(kindOf({ messages: messages.slice(0, 1) }), 'request');
    const contents = [{ role: 'user', parts: [{ text: 'Q' }] }];
    assert.equal(kindOf(contents), 'transcript');
    assert.deepEqual(textsOf(readOne(contents)), ['Q']);
    assert.deepEqual(textsOf(readOne(messages)), ['Q', 'A']);
    assert.equal(readOne(messages).messages, 2);
  });

  it('has what the provider counted', () => {
    const cases: readonly [saved: object, input: number, output: number][] = [
      [{ usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 } }, 3, 4],
      [
        {
          usage: {
            input_tokens: 30,
            input_tokens_details: { cached_tokens: 20 },
            output_tokens: 4,
          },
        },
        30,
        4,
      ],
      [
        {
          usage: {
            input_tokens: 3,
            cache_creation_input_tokens: 10,
            cache_read_input_tokens: 100,
            output_tokens: 4,
          },
        },
        113,
        4,
      ],
      [
        { usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 6, thoughtsTokenCount: 7 } },
        5,
        13,
      ],
      [{ usage: { inputTokens: 5, outputTokens: 6 } }, 5, 6],
      [{ prompt_eval_count: 8, eval_count: 9 }, 8, 9],
      [
        {
          usage: {
            billed_units: { input_tokens: 1, output_tokens: 1 },
            tokens: { input_tokens: 6, output_tokens: 2 },
          },
        },
        6,
        2,
      ],
      [{ response: { usage: { prompt_tokens: 1, completion_tokens: 2 } } }, 1, 2],
    ];
    for (const [saved, inputTokens, outputTokens] of cases) {
      const value = { model: 'm', messages, ...saved };
      assert.equal(kindOf(value), 'transcript');
      const { usage } = readOne(value);
      assert.deepEqual([usage?.inputTokens, usage?.outputTokens], [inputTokens, outputTokens]);
    }
    const counted = { ...messages[1], usage: { input_tokens: 7, output_tokens: 8 } };
    const list = [messages[0], counted];
    const { usage } = readOne(list);
    assert.deepEqual([usage?.inputTokens, usage?.outputTokens], [7, 8]);
    assert.equal(readOne({ messages: list }).usage?.inputTokens, 7);
    assert.equal(readOne({ model: 'm', messages, usage: 'much' }).usage, undefined);
    assert.equal(readOne({ model: 'm', messages, usage: { input_tokens: -1 } }).usage, undefined);
  });
});
