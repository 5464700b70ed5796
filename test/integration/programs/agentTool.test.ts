import assert from 'node:assert/strict';
import {
  CancellationError,
  CancellationTokenSource,
  Disposable,
  extensions,
  LanguageModelTextPart,
  lm,
  Range,
  Uri,
  window,
  workspace,
  type LanguageModelToolResult,
  type LogOutputChannel,
  type MarkdownString,
} from 'vscode';
import { ESTIMATE_TOOL, registerEstimateTool } from '../../../src/editor/programs/tool/register';
import { EstimateTool } from '../../../src/editor/programs/tool/tool';
import type { PriceRequest, TextEstimate, TextEstimates } from '../../../src/editor/programs/texts';
import {
  exportedApi,
  openText,
  resetWindow,
  setSetting,
  writeWorkspaceFile,
} from '../../support/window';

// openai/o1: 15 USD per million input tokens, 60 USD per million output tokens; "hello world" has 2 tokens.

async function invoke(input: object): Promise<LanguageModelToolResult> {
  return lm.invokeTool(ESTIMATE_TOOL, { input, toolInvocationToken: undefined });
}

async function answer(input: object): Promise<string> {
  const { content } = await invoke(input);
  const [part, ...more] = content;
  assert.ok(part instanceof LanguageModelTextPart && more.length === 0);
  return part.value;
}

async function refusal(input: object): Promise<string> {
  return invoke(input).then(
    ({ content }) => assert.fail(JSON.stringify(content)),
    (error: Error) => error.message,
  );
}

describe('the agent tool', () => {
  before(async () => {
    await exportedApi();
  });
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.outputTokens': 0 });
  });
  after(resetWindow);

  it('is offered to language models with a description and a schema', () => {
    const tool = lm.tools.find(({ name }) => name === ESTIMATE_TOOL);
    assert.ok(tool, lm.tools.map(({ name }) => name).join());
    assert.match(tool.description, /never treat it as free/);
    assert.ok(tool.inputSchema);
  });

  it('prices a text for the model of the settings', async () => {
    const text = await answer({ text: 'hello world' });
    assert.match(text, /\| `openai\/o1` \| 2 \| \$0\.0000300 \| \$0\.00 \| \$0\.0000300 \|/);
    assert.match(text, /0 output tokens ·/);
    assert.match(text, /\[equal in \d independent sources, listed on \d{4}-\d\d-\d\d\]\(https:/);
    assert.match(text, /Counted: the given text, 11 characters\./);
  });

  it('accepts models, a scenario and a time', async () => {
    const text = await answer({
      text: 'hello world',
      models: ['deepseek/deepseek-r1', 'openai/o1'],
      scenario: { outputTokens: 1_000_000, callsPerDay: 10 },
      at: '2025-01-27',
    });
    // deepseek-r1: 2 x 0.55 + 1,000,000 x 2.19 millionths of a dollar; o1: 60 USD.
    assert.match(
      text,
      /\| `deepseek\/deepseek-r1` \| 2 \| \$0\.00000110 \| \$2\.19 \| \$2\.19 \|.*\$657\.00/,
    );
    assert.match(text, /\| `openai\/o1` \| 2 \| \$0\.0000300 \| \$60\.00 \| \$60\.00 \|/);
    assert.match(text, /priced for 2025-01-27/);
  });

  it("compares all models and lists the cheapest on sale and the user's model", async () => {
    const text = await answer({ text: 'hello world', models: ['all'], limit: 3 });
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    assert.equal(rows.length, 4);
    assert.match(rows.at(-1) ?? '', /openai\/o1/);
    assert.match(text, /4 of \d{4} models are listed/);
  });

  it("reports that the user's model is unknown", async () => {
    await setSetting('model', 'gpt-0');
    const text = await answer({ text: 'hello world', models: ['all'], limit: 3 });
    assert.match(text, /^3 of \d{4} models are listed: .* the call fits\. "limit"/m);
    assert.match(text, /The user's setting apiSpend\.model names no model of the table: "gpt-0"\./);
    assert.match(await refusal({ text: 'a' }), /"gpt-0" is not in the price table/);
  });

  it('marks estimates and explains a missing price', async () => {
    const text = await answer({
      text: 'hello world',
      models: ['anthropic/claude-opus-5-5', 'openai/o1'],
      scenario: { serviceTier: 'ultrafast' },
    });
    assert.match(text, /`openai\/o1` \| 2 \| no price \|.*service tier/);
    const estimated = await answer({ text: 'hello world', models: ['anthropic/claude-opus-5-5'] });
    assert.match(
      estimated,
      /\| ≈3 \(2 to 4\) \| ≈\$0\.0000120 \| \$0\.00 \| ≈\$0\.0000120 \| \$\S+ – \$\S+ \|/,
    );
  });

  it('reads a file by its path, with its unsaved changes if it is open', async () => {
    const uri = await writeWorkspaceFile('tool.txt', new TextEncoder().encode('hello world'));
    for (const filePath of ['tool.txt', './tool.txt', uri.fsPath, uri.toString()]) {
      assert.match(await answer({ filePath }), /Cost of `tool\.txt`[\s\S]*\| 2 \| \$0\.0000300/);
    }
    const editor = await window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(11), ' hello'));
    const unsaved = await answer({ filePath: 'tool.txt' });
    assert.match(unsaved, /\| 3 \| \$0\.0000450/);
    assert.match(unsaved, /as it stands in the editor, with unsaved changes/);
    await editor.edit((edit) => edit.delete(new Range(0, 11, 0, 17)));
    const { document } = await openText('hello');
    assert.match(await answer({ filePath: document.uri.toString() }), /\| 1 \|/);
  });

  it('counts the cells of a notebook without outputs, and what a prompt file sends', async () => {
    const cell = {
      cell_type: 'code',
      metadata: {},
      source: ['hello world'],
      outputs: [{ text: 'hello' }],
    };
    const stored = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    await writeWorkspaceFile('tool.ipynb', new TextEncoder().encode(stored));
    const text = await answer({ filePath: 'tool.ipynb' });
    assert.match(text, /\| `openai\/o1` \| 2 \|/);
    assert.match(
      text,
      /Counted: tool\.ipynb, 11 characters\. The code and text of the cells are counted/,
    );
    const prompt = '---\ndescription: greets\n---\nhello world';
    await writeWorkspaceFile('tool.prompt.md', new TextEncoder().encode(prompt));
    const sent = await answer({ filePath: 'tool.prompt.md' });
    assert.match(sent, /\| `openai\/o1` \| 2 \|/);
    assert.match(sent, /The front matter is not counted: it is not sent\./);
  });

  describe('on a file of API requests', () => {
    // gpt-4o-mini: 0.15 and 0.6 USD per million, half of it in a batch; "hello world" has 2 tokens, and 4 + 3 around it.
    const line = (id: string, model = 'gpt-4o-mini'): string => {
      const messages = [{ role: 'user', content: 'hello world' }];
      return JSON.stringify({ custom_id: id, body: { model, messages, max_tokens: 100 } });
    };
    const write = async (name: string, ...lines: readonly string[]): Promise<void> =>
      void (await writeWorkspaceFile(name, new TextEncoder().encode(lines.join('\n'))));

    it('prices each request as the status bar does, and says what the status bar says', async () => {
      await write('tool.jsonl', line('a'), line('b'), '{"cut');
      const text = await answer({ filePath: 'tool.jsonl' });
      assert.match(text, /^### Cost of 2 requests in `tool\.jsonl`\n/);
      // 2 x (9 x 0.15 + 100 x 0.6) / 2 = 61.35 millionths.
      assert.match(text, /\| `openai\/gpt-4o-mini` \| 18 \| \$0\.00000135 \| .*\$0\.0000614 \|/);
      assert.match(text, /^Counted: tool\.jsonl, 22 characters\.$/m);
      assert.match(
        text,
        /^Priced as the requests state: gpt-4o-mini, their longest answers, in a batch\.$/m,
      );
      assert.match(
        text,
        /^A batch: the content of its 2 requests is counted, not the JSON around/m,
      );
      assert.match(text, /^1 line is not in the price: line 3 is not JSON\.$/m);
      assert.match(text, /^Amounts are US dollars for all 2 requests\./m);
    });

    it('prices them on other models, with other answers, where these are asked for', async () => {
      await write('tool.jsonl', line('a'), line('b'));
      const input = {
        filePath: 'tool.jsonl',
        models: ['openai/o1'],
        scenario: { outputTokens: 0 },
      };
      const text = await answer(input);
      // 2 x 2 x 15 / 2 = 30 millionths: nothing is known of what the format of o1 adds.
      assert.match(text, /\| `openai\/o1` \| 4 \| \$0\.0000300 \| \$0\.00 \| \$0\.0000300 \|/);
      assert.match(text, /^Priced as the requests state: in a batch\.$/m);
      const all = await answer({ filePath: 'tool.jsonl', models: ['all'], limit: 3 });
      assert.match(
        all,
        /4 of \d{4} models are listed: .*and that of the requests \(openai\/gpt-4o-/,
      );
    });

    it('prices each on its own model where they name several', async () => {
      await write('tool.jsonl', line('a'), line('b', 'gpt-4o'));
      const text = await answer({ filePath: 'tool.jsonl' });
      // (61.35 + 9 x 2.5 + 100 x 10) / 2 = 541.925 millionths.
      assert.match(text, /\| each request's own \| 18 \| .*\$0\.000542 \|/);
      assert.match(text, /`tool\.jsonl:2` `b` \| `openai\/gpt-4o` \| 9 \|/);
      assert.match(text, /2 models, each request on its own/);
    });

    it('leaves a JSON file that holds none a text', async () => {
      await write('tool.json', JSON.stringify({ name: 'no request' }));
      assert.match(await answer({ filePath: 'tool.json' }), /^### Cost of `tool\.json`\n/);
    });
  });

  it('explains to the language model why it refuses a request and never reports 0', async () => {
    await writeWorkspaceFile('tool.bin', new Uint8Array([1, 0, 2, 0, 0, 3]));
    const [folder] = workspace.workspaceFolders ?? [];
    const wrongs = [
      [
        { text: 'a', models: ['openai/o-1'] },
        /"openai\/o-1" is not in the price table.*nearest.*openai\/o1/,
      ],
      [{ text: 'a', filePath: 'README.md' }, /not both/],
      [{}, /"text".*"filePath"/],
      [{ filePath: 'no-such.txt' }, /There is no file "no-such\.txt".*relative to the workspace/],
      [{ filePath: 'tool.bin' }, /binary/],
      [{ filePath: folder?.uri.fsPath }, /is a folder/],
      [{ text: 'a', scenario: { cachedShare: 7 } }, /cachedShare.*7/],
      [{ text: 'a', at: '2025-02-30' }, /2025-02-30/],
      [{ text: 'a', limit: 0 }, /limit/],
    ] as const;
    for (const [input, message] of wrongs) {
      const said = await refusal(input);
      assert.match(said, message);
      assert.match(said, /No estimate was made; the cost is unknown, not 0\.$/);
    }
  });

  it('stops on cancellation', async () => {
    const source = new CancellationTokenSource();
    // This count lasts until it is cancelled. A real one may end first: through VS Code's tools, a cancellation reaches
    // the extension only by way of the window.
    const estimate = async ({ signal }: PriceRequest): Promise<TextEstimate> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new CancellationError()));
        source.cancel();
      });
    const tool = new EstimateTool({ estimate } as unknown as TextEstimates, '0');
    const options = { input: { text: 'hello world' }, toolInvocationToken: undefined };
    await assert.rejects(async () => tool.invoke(options, source.token), CancellationError);
  });

  it('counts nothing if it is already cancelled', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const options = { input: { text: 'hello world' }, toolInvocationToken: undefined };
    await assert.rejects(
      async () => lm.invokeTool(ESTIMATE_TOOL, options, source.token),
      /[Cc]ancel/,
    );
  });

  it('asks before it reads a file and warns of a file outside the workspace', async () => {
    const tool = new EstimateTool(undefined as unknown as TextEstimates, '0');
    const ask = async (input: unknown): Promise<string> => {
      const { confirmationMessages } = await tool.prepareInvocation({ input });
      const message = confirmationMessages?.message as MarkdownString | undefined;
      return (message?.value ?? '').replaceAll('&nbsp;', ' ');
    };
    assert.match(await ask({ text: 'hello' }), /^5 characters/);
    assert.match(await ask({ filePath: 'README.md' }), /^README\.md is read/);
    const { extensionPath } = extensions.getExtension('api-spend.api-spend') ?? {};
    const outside = Uri.joinPath(Uri.file(extensionPath ?? ''), 'package.json').fsPath;
    assert.match(await ask({ filePath: outside }), /package\.json is outside the workspace/);
    assert.equal(await ask({ filePath: 'no-such.txt' }), '');
  });

  it('is not registered in an editor without tools', () => {
    const load = async (): Promise<EstimateTool> => Promise.reject(new Error('loaded'));
    const warnings: string[] = [];
    const log = { warn: (text: string) => warnings.push(text) } as unknown as LogOutputChannel;
    for (const host of [undefined, {}]) {
      assert.ok(registerEstimateTool(load, log, host) instanceof Disposable);
    }
    assert.deepStrictEqual(warnings, []);
    const broken = {
      registerTool: () => {
        throw new Error('not implemented');
      },
    };
    assert.ok(registerEstimateTool(load, log, broken) instanceof Disposable);
    assert.equal(warnings.length, 1);
  });
});
