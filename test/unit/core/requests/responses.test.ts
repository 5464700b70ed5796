import assert from 'node:assert/strict';
import { readLines, readOne } from './support/reading';

const text = 'Hello world';

const OPENAI = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'gpt-4o',
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 },
};

const CASES: Readonly<Record<string, readonly [model: string, response: object]>> = {
  OpenAI: ['gpt-4o', OPENAI],
  "OpenAI's responses": [
    'gpt-5',
    {
      object: 'response',
      model: 'gpt-5',
      output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] }],
      usage: { input_tokens: 10, output_tokens: 2 },
    },
  ],
  Anthropic: [
    'claude-sonnet-4-5',
    {
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-4-5',
      content: [{ type: 'text', text }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 7, cache_read_input_tokens: 3, output_tokens: 2 },
    },
  ],
  Gemini: [
    'gemini-2.5-flash',
    {
      candidates: [{ content: { parts: [{ text }], role: 'model' }, finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 2 },
      modelVersion: 'gemini-2.5-flash',
    },
  ],
  Ollama: [
    'llama3.3',
    {
      model: 'llama3.3',
      message: { role: 'assistant', content: text },
      done: true,
      prompt_eval_count: 10,
      eval_count: 2,
    },
  ],
};

describe('a response that was saved without its request', () => {
  for (const [vendor, [model, response]] of Object.entries(CASES))
    it(`has the prompt that ${vendor} counted, and its answer`, () => {
      const request = readOne(response);
      assert.deepEqual(request.parts, []);
      assert.equal(request.tokenIds, 10);
      assert.equal(request.maxOutputTokens, 2);
      assert.deepEqual(
        request.answer?.map((part) => part.text),
        [text],
      );
      assert.equal(request.modelName, model);
      assert.equal(request.usage?.inputTokens, 10);
    });

  it('is a line of the output of a batch, or of a log', () => {
    const log = readLines(OPENAI, OPENAI);
    assert.deepEqual([log.kind, log.requests.length], ['requests', 2]);
    const line = { custom_id: 'a', response: { status_code: 200, body: OPENAI } };
    const output = readLines(line);
    assert.equal(output.kind, 'batch');
    const [request] = output.requests;
    assert.deepEqual([request?.id, request?.modelName, request?.tokenIds], ['a', 'gpt-4o', 10]);
  });
});
