import assert from 'node:assert/strict';
import { readLines, readOne, textsOf } from './support/reading';

const question = { role: 'user', content: 'Q' };
const answer = { role: 'assistant', content: 'A' };
const usage = { prompt_tokens: 8, completion_tokens: 6 };

function answerOf(value: unknown): readonly unknown[] {
  return [textsOf(readOne(value)), (readOne(value).answer ?? []).map(({ text }) => text)];
}

describe('a call that was saved with what the provider counted', () => {
  it('has its last answer as output, not as part of the prompt', () => {
    const cases: readonly unknown[] = [
      { model: 'm', messages: [question, answer], usage },
      { messages: [question, { ...answer, usage }] },
      [question, { ...answer, usage }],
      {
        request: { model: 'm', messages: [question] },
        response: { choices: [{ message: answer }], usage },
      },
      {
        custom_id: 'a',
        body: { model: 'm', messages: [question] },
        response: { status_code: 200, body: { choices: [{ message: answer }], usage } },
      },
      {
        request: { model: 'm', max_tokens: 9, messages: [question] },
        response: {
          content: [{ type: 'text', text: 'A' }],
          usage: { input_tokens: 8, output_tokens: 6 },
        },
      },
      {
        model: 'm',
        messages: [question],
        response: { message: answer, prompt_eval_count: 8, eval_count: 6 },
      },
      { model: 'm', messages: [question], choices: [{ message: answer }], usage },
      {
        contents: [
          { role: 'user', parts: [{ text: 'Q' }] },
          { role: 'model', parts: [{ text: 'A' }] },
        ],
        usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 6 },
      },
      {
        contents: [{ role: 'user', parts: [{ text: 'Q' }] }],
        candidates: [{ content: { role: 'model', parts: [{ text: 'A' }] } }],
        usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 6 },
      },
      {
        model: 'm',
        input: 'Q',
        output: [{ role: 'assistant', content: [{ type: 'output_text', text: 'A' }] }],
        usage: { input_tokens: 8, output_tokens: 6 },
      },
    ];
    for (const value of cases) {
      assert.deepEqual(answerOf(value), [['Q'], ['A']], JSON.stringify(value));
      const { maxOutputTokens, usage: counted } = readOne(value);
      assert.equal(maxOutputTokens, 6);
      assert.deepEqual(counted, { inputTokens: 8, outputTokens: 6, reasoningTokens: 0 });
    }
  });

  it('may lack its answer, whose length is known', () => {
    const { answer: none, maxOutputTokens } = readOne({ model: 'm', messages: [question], usage });
    assert.deepEqual(none, []);
    assert.equal(maxOutputTokens, 6);
  });

  it('says what of the output was reasoned', () => {
    const details = { completion_tokens_details: { reasoning_tokens: 4 } };
    const { usage: counted } = readOne({
      model: 'm',
      messages: [question, answer],
      usage: { ...usage, ...details },
    });
    assert.equal(counted?.reasoningTokens, 4);
  });

  it('may be a line of a log', () => {
    const line = { model: 'm', messages: [question, answer], usage };
    const { requests } = readLines(line, line);
    assert.deepEqual(
      requests.map((request) => [
        textsOf(request),
        request.answer?.length,
        request.maxOutputTokens,
      ]),
      [
        [['Q'], 1, 6],
        [['Q'], 1, 6],
      ],
    );
  });

  it('keeps its last answer in the prompt where nothing was counted for it', () => {
    assert.deepEqual(answerOf([question, answer]), [['Q', 'A'], []]);
  });
});
