import assert from 'node:assert/strict';
import { commands, env, Position, Range, Selection, window, type TextEditor } from 'vscode';
import { completeScenario } from '../../../src/core/scenario/scenario';
import { fileCalls, type FileCallState } from '../../../src/editor/settings/fileCalls';
import {
  answerFileCall,
  apiSpend,
  resetWindow,
  setSetting,
  statusText,
  statusTooltip,
  writeWorkspaceFile,
} from '../../support/window';

// openai/gpt-4o-mini: 0.15 and 0.60 USD per million input and output tokens, half of it in a batch; 4 tokens for each
// message and 3 for the reply. openai/o1: 15 and 60 USD.

function line(id: string, text: string, maxTokens?: number, model = 'gpt-4o-mini'): string {
  const body = {
    model,
    messages: [{ role: 'user', content: text }],
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
  };
  return JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body });
}

async function open(name: string, lines: readonly string[]): Promise<TextEditor> {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return window.showTextDocument(await writeWorkspaceFile(name, bytes));
}

describe('a file of API requests', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(resetWindow);

  it('is priced request by request, on the model and with the answers that it states', async () => {
    await open('batch.jsonl', [line('a', 'hello world', 100), line('b', 'hello world', 100)]);
    // 2 x (2 + 4 + 3) x 0.15 + 2 x 100 x 0.6 = 122.7 millionths; in a batch 61.35.
    await statusText('2 requests · $0.0000614 as a batch');
    const text = await statusTooltip((shown) => shown.includes('2 requests in batch'));
    assert.match(text, /^\*\*GPT-4o mini\*\* · openai\/gpt-4o-mini · 2 requests in batch\.jsonl/);
    assert.match(
      text,
      /Priced as the requests state: gpt-4o-mini, their longest answers, in a batch\. \[stop using it\]/,
    );
    assert.match(text, /\| Output \(at most\) \| 200 \|/);
    assert.match(text, /\*\*2 requests\*\*/);
    assert.match(
      text,
      /A batch: the content of its 2 requests is counted, not the JSON around it\./,
    );
    assert.match(text, /Tokens of a request: 9 at least, 9 median, 9 at 95 %, 9 at most\./);
    const { accessibilityLabel } = (await apiSpend()).statusItem;
    assert.match(accessibilityLabel, /^API Spend: 2 requests in batch\.jsonl cost \$0\.0000614/);
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(await env.clipboard.readText(), /^2 requests in batch\.jsonl: \$0\.0000614 on/);
  });

  it('is priced each on its own model where it names several, until one is chosen for all', async () => {
    await open('mixed.jsonl', [
      line('a', 'hello world', 100),
      line('b', 'hello world', 100, 'gpt-4o'),
      line('c', 'hello world', 100, 'nonsense-9'),
    ]);
    // mini: 9 x 0.15 + 60 = 61.35; gpt-4o: 9 x 2.5 + 1,000 = 1,022.5; o1: 2 x 15 + 6,000 = 6,030; half of all: 3,556.9.
    await statusText('3 requests · $0.00356 as a batch');
    const text = await statusTooltip((shown) => shown.includes('3 requests in mixed'));
    assert.match(text, /^\*\*3 models together\*\* · 3 requests in mixed\.jsonl/);
    assert.match(text, /3 models, each request on its own, their longest answers, in a batch/);
    assert.match(text, /GPT-4o mini \(1 request, &#36;0\.0000307\)/);
    assert.match(text, /1 request names no model of the price table, and is priced on OpenAI o1\./);
    assert.doesNotMatch(text, /No longer sold|Price \[/);
    await setSetting('model', 'openai/gpt-4o-mini');
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(
      await env.clipboard.readText(),
      /^3 requests in mixed\.jsonl: \$0\.[0-9]+ on 2 models together/,
    );
    await setSetting('model', 'openai/o1');
  });

  it('may be a saved call: its answer is output, and the provider’s count stands beside ours', async () => {
    const messages = [
      { role: 'user', content: 'hello world' },
      { role: 'assistant', content: 'hello' },
    ];
    const usage = { prompt_tokens: 9, completion_tokens: 1 };
    await open('saved.json', [JSON.stringify({ model: 'gpt-4o-mini', messages, usage })]);
    const text = await statusTooltip((shown) => shown.includes('The provider counted'));
    assert.match(text, /The provider counted 9 tokens of input and 1 token of output\./);
    assert.match(
      text,
      /Our count for GPT-4o mini: \d tokens \(.*\) of input and 1 token \(±0\.0%\) of output/,
    );
  });

  it('may be a configuration of MCP servers, whose tools are known or not', async () => {
    const inputSchema = { type: 'object', properties: {} };
    const tools = [{ name: 'now', description: 'Says the time', inputSchema }];
    const web = { url: 'https://example.org' };
    await open('mcp.json', [JSON.stringify({ mcpServers: { clock: { ...web, tools }, web } })]);
    const text = await statusTooltip((shown) => shown.includes('MCP server'));
    assert.match(text, /MCP server clock: 1 tool, \d+ tokens/);
    assert.match(text, /MCP server web: unknown: the file names the server, not its tools\./);
    await open('unknown.mcp.json', [JSON.stringify({ mcpServers: { web } })]);
    await statusText(/Tools unknown$/);
  });

  it('follows an edit, names a line that is no request, and gives way to a selection', async () => {
    const editor = await open('edited.jsonl', [
      line('a', 'hello world', 100),
      line('b', 'hello world', 100),
      line('c', 'hello world', 100),
    ]);
    await statusText('3 requests · $0.0000920 as a batch');
    await editor.edit((edit) => edit.insert(new Position(1, 0), '{'));
    await statusText('2 requests · $0.0000614 as a batch');
    const text = await statusTooltip((shown) => shown.includes('not in the price'));
    assert.match(text, /1 line is not in the price: line 2 is not JSON\./);
    await editor.edit((edit) => edit.delete(new Range(1, 0, 1, 1)));
    await statusText('3 requests · $0.0000920 as a batch');
    editor.selection = new Selection(0, 0, 0, 10);
    await statusText(/tokens selected$/);
  });

  it('keeps the price of its last whole version while its JSON is typed, and says so', async () => {
    const request = {
      model: 'gpt-4o-mini',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'hello world' }],
    };
    const editor = await open('typed.json', [JSON.stringify(request)]);
    // (2 + 4 + 3) x 0.15 + 100 x 0.6 = 61.35 millionths.
    await statusText('$0.0000614 · 9 tokens');
    await editor.edit((edit) => edit.insert(new Position(0, 1), '"temperature": '));
    const text = await statusTooltip((shown) => shown.includes('not whole at present'));
    assert.match(
      text,
      /The JSON is not whole at present: the figures are of its last whole version\./,
    );
    await statusText('$0.0000614 · 9 tokens');
    await editor.edit((edit) => edit.insert(new Position(0, 16), '1, '));
    await statusTooltip((shown) => !shown.includes('not whole at present'));
    await statusText('$0.0000614 · 9 tokens');
  });

  it('is said to be counted as a text if its JSON was never whole', async () => {
    await open('cut.json', ['{"model": "gpt-4o-mini", "messages": [{"role": "user", "cont']);
    const text = await statusTooltip((shown) => shown.includes('seems to hold API requests'));
    assert.match(text, /perhaps because its JSON is not whole: it is counted as a text\./);
  });

  it('is priced under the assumptions of all calls once the user says so', async () => {
    const { document } = await open('own.jsonl', [line('a', 'hello world', 100)]);
    await statusText('$0.0000307 · 9 tokens');
    await answerFileCall(document.uri, 'stop');
    // 2 x 15 + 500 x 60 millionths: the overhead of o1's messages is not documented.
    await statusText('$0.0300 · 2 tokens');
    const text = await statusTooltip((shown) => shown.includes('The requests state'));
    assert.match(
      text,
      /The requests state gpt-4o-mini, their longest answers, in a batch: \[use it\]/,
    );
    await answerFileCall(document.uri, 'use');
    await statusText('$0.0000307 · 9 tokens');
    await setSetting('useFileModel', 'off');
    await statusText('$0.0300 · 2 tokens');
  });

  it('keeps the batch and the answers with another model, and the model with other answers', async () => {
    const answers = new Map<string, unknown>();
    fileCalls.remember({
      get: (key: string) => answers.get(key),
      update: async (key: string, value: unknown) => void answers.set(key, value),
    });
    const stated = {
      kind: 'batch',
      requests: 2,
      modelNames: ['m'],
      unnamed: 0,
      stated: 2,
    } as const;
    const settings = {
      useFileModel: 'ask',
      scenario: completeScenario({ outputTokens: 500 }),
    } as const;
    const of = (uri: string) => fileCalls.price(fileCalls.applyRequests(settings, uri, stated));
    const facts = (uri: string) => {
      const { fileCall, scenario } = of(uri) as typeof settings & {
        readonly fileCall?: FileCallState;
      };
      const { modelName, requests } = fileCall ?? {};
      return [modelName, requests?.stated, scenario.batch];
    };
    assert.deepEqual(facts('a'), ['m', 2, true]);
    await fileCalls.release('model');
    assert.deepEqual(facts('a'), [undefined, 2, true]);
    await fileCalls.release('outputTokens');
    assert.deepEqual(facts('a'), [undefined, 2, false]);
    assert.deepEqual(facts('b'), ['m', 2, true]);
    await fileCalls.release('outputTokens');
    assert.deepEqual(facts('b'), ['m', 0, true]);
  });

  it('has no price for fine-tuning, but its tokens', async () => {
    const example = JSON.stringify({
      messages: [
        { role: 'user', content: 'hello world' },
        { role: 'assistant', content: 'hello world' },
      ],
    });
    await open('training.jsonl', [example, example]);
    await statusText(/no price/);
    const text = await statusTooltip((shown) => shown.includes('fine-tuning'));
    assert.match(text, /No price: the price table has no rates for fine-tuning\./);
  });

  it('is compared on all models', async () => {
    await open('compared.jsonl', [line('a', 'hello world', 100), line('b', 'hello world', 100)]);
    await statusText('2 requests · $0.0000614 as a batch');
    const rows = await (await apiSpend()).compare();
    assert.ok(rows.includes('openai/gpt-4o-mini $0.0000614'), rows.slice(0, 5).join('\n'));
  });
});
