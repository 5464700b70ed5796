import assert from 'node:assert/strict';
import { base64, png } from '../../support/media';
import { runTerminal } from '../../support/terminal';

const MODELS = ['--model', 'openai/gpt-4o'];
const BASE64 = `${base64(png(1024, 1024)).replaceAll('=', '')}${'A'.repeat(70_000)}`;
const URL = `data:image/png;base64,${BASE64}`;

function call(content: unknown): string {
  return JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content }] });
}

describe('in the terminal, base64 within a text of a request', () => {
  for (const [place, content] of [
    ['as the whole text', URL],
    ['within a text', `${URL} `],
    ['in the JSON of a result', JSON.stringify({ image: URL })],
  ] as const)
    it(`is not counted, and is said with its size: ${place}`, async () => {
      for (const paths of [['a.json'], ['.'], ['a.json', 'b.md']]) {
        const files = { 'a.json': call(content), 'b.md': 'hello' };
        const { stdout, stderr } = await runTerminal(['estimate', ...MODELS, ...paths], files);
        const tokens = /openai\/gpt-4o +(?:≥ ?)?([\d,]+)/.exec(stdout)?.[1];
        assert.ok(Number(tokens) < 30, stdout);
        assert.match(
          stderr,
          /the price is a lower limit: 1 base64 file within a text is sent too, and not counted/,
        );
        assert.match(stderr, /its 70,\d\d\d characters would be roughly 47,000 more tokens/);
      }
    });

  it('is a text if it is no file', async () => {
    const files = { 'a.json': call('data:image/png;base64,short') };
    const { stdout, stderr } = await runTerminal(['estimate', ...MODELS, 'a.json'], files);
    assert.match(stdout, /openai\/gpt-4o +14 /);
    assert.doesNotMatch(stderr, /picture|base64/);
  });
});

describe('in the terminal, requests in a file of another name', () => {
  for (const path of ['a.log', 'a.txt', 'a'])
    it(`are read as such: ${path}`, async () => {
      const text = call('hello');
      for (const [paths, files] of [
        [[path], { [path]: text }],
        [['dir'], { [`dir/${path}`]: text }],
      ] as const) {
        const { stdout, stderr } = await runTerminal(['estimate', ...MODELS, ...paths], files);
        assert.match(stdout, /openai\/gpt-4o +8 /);
        assert.match(stderr, /a request: its content is counted, not the JSON around it/);
      }
    });

  it('are none in prose', async () => {
    const files = { 'a.txt': `See ${call('hello')}` };
    const { stderr } = await runTerminal(['estimate', ...MODELS, 'a.txt'], files);
    assert.equal(stderr.includes('request'), false, stderr);
  });
});

describe('in the terminal, the session of an agent', () => {
  it('has the count of its provider beside', async () => {
    const message = {
      role: 'assistant',
      model: 'claude-sonnet-4-5',
      content: [{ type: 'text', text: 'Hi' }],
      usage: { input_tokens: 3, cache_read_input_tokens: 15_000, output_tokens: 4 },
    };
    const lines = [
      { type: 'summary', summary: 'Hello' },
      { type: 'user', message: { role: 'user', content: 'hello' } },
      { type: 'assistant', message },
    ];
    const files = { 'a.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') };
    const { stderr } = await runTerminal(['estimate', 'a.jsonl'], files);
    assert.match(stderr, /a saved conversation: its content is counted/);
    assert.match(
      stderr,
      /what 1 agent has as system prompt and tools is sent too, and not counted/,
    );
    assert.match(stderr, /15,003/);
  });
});
