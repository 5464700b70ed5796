import assert from 'node:assert/strict';
import { png } from '../../support/media';
import { runTerminal, type Content, type TerminalRun } from '../../support/terminal';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly estimates: readonly {
      readonly provider: string;
      readonly model: string;
      readonly tokens: number;
      readonly totalUsd: string | null;
      readonly timesCheapest: number | null;
      readonly notCounted?: readonly string[];
    }[];
  }[];
}

function batchLine(id: string, body: object): string {
  return JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body });
}

function hello(more: object = {}): object {
  return { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }], ...more };
}

describe('files of requests in the terminal', () => {
  async function estimate(file: string, content: Content, ...args: string[]): Promise<TerminalRun> {
    return runTerminal(['estimate', ...args, file], { [file]: content });
  }

  async function json(file: string, content: Content, ...args: string[]): Promise<Json> {
    const { status, stdout, stderr } = await estimate(file, content, '--json', ...args);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Json;
  }

  it('have the tokens that stand in them as numbers', async () => {
    const body = {
      model: 'text-embedding-3-small',
      input: [
        [1, 2, 3],
        [4, 5],
      ],
    };
    const { files } = await json('embed.json', JSON.stringify(body));
    // 5 tokens at 0.02 USD per million
    assert.equal(files[0]?.estimates[0]?.tokens, 5);
    assert.equal(files[0].estimates[0].totalUsd, '0.0000001');
  });

  it('are lower limits in JSON too, where something is not in the file', async () => {
    const body = { model: 'gpt-4.1', input: 'Hello', previous_response_id: 'resp_1' };
    const { files } = await json('next.json', JSON.stringify(body));
    const [found] = files[0]?.estimates ?? [];
    assert.deepEqual(found?.notCounted, ['reference']);
    assert.equal(found.timesCheapest, null);
    const { stdout } = await estimate('next.json', JSON.stringify(body));
    assert.match(stdout, /a lower limit: something is sent that is not in the file/);
  });

  it('say that marks for a cache, and lengths that no API takes, are not in the price', async () => {
    const content = [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }];
    const messages = [{ role: 'user', content }];
    const lines = [hello({ max_tokens: '9' }), hello({ messages, max_tokens: -1 }), hello()];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { stderr } = await estimate('calls.jsonl', text);
    assert.match(stderr, /: 2 requests state an answer of a length that no API takes: they have /);
    assert.match(stderr, /: 1 request marks what is to be cached, which is not in the price: /);
  });

  it('say how many of them state the one model that prices all', async () => {
    const lines = [
      hello(),
      hello({ model: 'foo-9' }),
      { messages: [{ role: 'user', content: 'Hi' }], stream: true },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { stderr } = await estimate('calls.jsonl', text);
    assert.match(stderr, /openai\/gpt-4o is the model that 1 of 3 requests states, and prices all/);
  });

  it('are none in a file without a text', async () => {
    for (const content of ['', ' \n\n']) {
      const { stderr } = await estimate('calls.jsonl', content, '--model', 'gpt-4o');
      assert.match(
        stderr,
        /calls\.jsonl: there is no text to send: the price is that of an assumed/,
      );
    }
  });

  const thousand = Array.from({ length: 1000 }, (_, index) => batchLine(`r${index}`, hello()));

  it('are priced request by request, at half the price in a batch', async () => {
    const { stdout, stderr } = await estimate('batch.jsonl', thousand.join('\n'));
    assert.match(
      stdout,
      /^1,000 requests in batch\.jsonl with 500 output tokens each, in a batch\n/,
    );
    // 1,000 × ((1 + 7) × 2.5 + 500 × 10) / 1e6 / 2 = 2.51
    assert.match(stdout, /openai\/gpt-4o +8,000 +\$0\.0100 +\$2\.50 +\$2\.51/);
    assert.match(stdout, /Tokens of a request: 8 at least, 8 median, 8 at 95 %, 8 at most/);
    assert.match(stderr, /openai\/gpt-4o is the model that the requests state/);
    assert.match(stderr, /batch\.jsonl: a batch: the content of its 1,000 requests is counted/);
  });

  it('have the longest answer that each states, also above the model’s own', async () => {
    const lines = [
      batchLine('a', hello({ max_tokens: 100 })),
      batchLine('b', hello({ max_completion_tokens: 1_000_000 })),
      batchLine('c', hello()),
    ];
    const { stdout } = await estimate('batch.jsonl', lines.join('\r\n'));
    assert.match(
      stdout,
      /^3 requests in batch\.jsonl with 500 output tokens each, or the longest answer that each states, in a batch\n/,
    );
    // 3 × 8 × 2.5 + (100 + 1,000,000 + 500) × 10 = 10,006,060 millionths, halved.
    assert.match(stdout, /\$5\.00 .*the answer is longer than the model can write/);
    assert.match(
      stdout,
      /1 request does not fit the model: batch\.jsonl:2 \(99\.9% of the cost\)\n/,
    );
  });

  it('are compared on all models, as single calls with the assumed answers, with --no-stated', async () => {
    const found = await json(
      'batch.jsonl',
      batchLine('a', hello({ max_tokens: 9 })),
      '--no-stated',
      '--model',
      'o1',
      '--output-tokens',
      '100',
    );
    // o1 has no known overhead: (1 × 15 + 100 × 60) / 1e6.
    assert.equal(found.files[0]?.estimates[0]?.totalUsd, '0.006015');
    const all = await estimate('batch.jsonl', thousand.join('\n'), '--no-stated');
    assert.match(all.stdout, /^1,000 requests in batch\.jsonl with 500 output tokens each\n/);
    assert.doesNotMatch(all.stderr, /state/);
  });

  it('have the answer that the user gives in place of the stated ones, and his reasoning', async () => {
    const line = batchLine('a', hello({ max_tokens: 9 }));
    const cost = async (...options: string[]) =>
      (await json('batch.jsonl', line, ...options)).files[0]?.estimates[0]?.totalUsd;
    // gpt-4o in a batch: half of 8 × 2.5 + output × 10 millionths. The stated 9 include reasoning.
    assert.equal(await cost('--reasoning-tokens', '5'), '0.000055');
    assert.equal(await cost('--output-tokens', '100'), '0.00051');
    assert.equal(await cost('--output-tokens', '100', '--reasoning-tokens', '5'), '0.000535');
    const { stdout } = await estimate('batch.jsonl', line, '--output-tokens', '100');
    assert.match(stdout, /^1 request in batch\.jsonl with 100 output tokens, in a batch\n/);
  });

  it('have a row for each request in exports', async () => {
    const lines = [batchLine('a', hello()), '', batchLine('b', hello({ max_tokens: 1 }))];
    const { files } = await json('batch.jsonl', lines.join('\n'));
    assert.deepStrictEqual(
      files.map(({ path, estimates }) => [path, estimates[0]?.tokens, estimates[0]?.totalUsd]),
      [
        // (8 × 2.5 + 500 × 10) / 2 and (8 × 2.5 + 1 × 10) / 2 millionths.
        ['batch.jsonl:1', 8, '0.00251'],
        ['batch.jsonl:3', 8, '0.000015'],
      ],
    );
  });

  it('list what is not in the price: bad lines, pictures, repeated ids', async () => {
    const picture = { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } };
    const seen = { role: 'user', content: [{ type: 'text', text: 'Hello' }, picture] };
    const lines = [
      batchLine('a', hello()),
      batchLine('a', { model: 'gpt-4o', messages: [seen] }),
      '{"custom_id": "cut", "method": "PO',
    ];
    const { status, stdout, stderr } = await estimate('batch.jsonl', lines.join('\n'));
    assert.equal(status, 0);
    assert.match(stdout, /^2 requests in batch\.jsonl/);
    assert.match(stderr, /batch\.jsonl:3: is not JSON: not in the price\n/);
    assert.match(stderr, /with 1 picture: counted by each vendor's formula, not as text\n/);
    assert.match(stderr, /ids that stand more than once: a\n/);
  });

  it('may be one request as JSON, whose model need not be known', async () => {
    const { stdout, stderr } = await estimate(
      'chat.json',
      JSON.stringify(hello({ model: 'my-own-model' })),
    );
    assert.match(stdout, /^1 request in chat\.json with 500 output tokens\n/);
    assert.match(stderr, /the model my-own-model, which requests state, is not in the price table/);
    assert.match(stdout, /more models: add --all/);
  });

  it('may be a saved conversation, with what the provider counted', async () => {
    const saved = {
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hello' },
      ],
      usage: { prompt_tokens: 8, completion_tokens: 1 },
    };
    const { stderr } = await estimate('saved.json', JSON.stringify(saved), '--model', 'gpt-4o');
    assert.match(stderr, /the provider counted 8 tokens of input and 1 token of output\n/);
  });

  it('have no price where they are for fine-tuning, but their tokens', async () => {
    const example = {
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hello' },
      ],
    };
    const lines = [example, example].map((each) => JSON.stringify(each)).join('\n');
    const { status, stdout, stderr } = await estimate('train.jsonl', lines, '--model', 'gpt-4o');
    assert.equal(status, 0);
    assert.match(stdout, /^2 examples for fine-tuning in train\.jsonl, each once\n/);
    // 2 × (2 + 2 × 4 + 3).
    assert.match(stdout, /openai\/gpt-4o +26 +- +- +- .*no rates for fine-tuning/);
    const { files } = await json('train.jsonl', lines, '--model', 'gpt-4o');
    assert.deepEqual(
      files.map(({ estimates: [row] }) => [row?.tokens, row?.totalUsd]),
      [
        [13, null],
        [13, null],
      ],
    );
    assert.match(
      stderr,
      /train\.jsonl: 2 examples for fine-tuning with 26 tokens per epoch on openai\/gpt-4o; the price table has no rates for training\n/,
    );
  });

  it('embed texts without an answer', async () => {
    const body = { model: 'text-embedding-3-small', input: ['Hello', 'Hello'] };
    const line = JSON.stringify({ custom_id: 'a', method: 'POST', url: '/v1/embeddings', body });
    const { files } = await json('batch.jsonl', line);
    // 2 × 0.02 / 1e6 / 2.
    assert.equal(files[0]?.estimates[0]?.totalUsd, '0.00000002');
  });

  it('are one text with --as text', async () => {
    const text = JSON.stringify(hello());
    const { files } = await json('chat.json', text, '--as', 'text', '--model', 'gpt-4o');
    assert.ok((files[0]?.estimates[0]?.tokens ?? 0) > 10);
  });

  it('are a row each together with other files, as in a folder', async () => {
    const files = { 'chat.json': JSON.stringify(hello()), 'a.txt': 'hello', '.gitignore': '*.txt' };
    const args = ['estimate', '--model', 'gpt-4o', 'chat.json', 'a.txt'];
    const { status, stdout, stderr } = await runTerminal(args, files);
    assert.equal(status, 0, stderr);
    assert.match(
      stdout,
      /^One call with each of 2 files in chat\.json, a\.txt, or with each request/,
    );
    assert.match(stdout, /chat\.json \(1 request\) /);
  });

  it('are told by their content on standard input', async () => {
    const batch = `${batchLine('a', hello({ max_tokens: 100 }))}\n${batchLine('b', hello())}\n`;
    for (const [input, title] of [
      [
        batch,
        '2 requests in - with 500 output tokens each, or the longest answer that each states',
      ],
      [JSON.stringify(hello()), '1 request in - with 500 output tokens'],
    ] as const) {
      const { stdout, status } = await runTerminal(['estimate', '-'], {}, input);
      assert.equal(status, 0);
      assert.ok(stdout.startsWith(title), stdout);
    }
    for (const text of ['Hello', '{"a": 1}', '"Hello"\n"there"\n']) {
      const { stdout } = await runTerminal(['estimate', '-'], {}, text);
      assert.match(stdout, /^One call with - and 500/);
    }
  });

  it('are refused together with a picture, which has no row among requests', async () => {
    const files = { 'chat.json': JSON.stringify(hello()), 'a.png': png(8, 8) };
    const { status, stderr } = await runTerminal(['estimate', 'chat.json', 'a.png'], files);
    assert.equal(status, 2);
    assert.match(stderr, /files of requests cannot be priced together with pictures/);
  });

  it('are refused together with standard input that holds none', async () => {
    const args = ['estimate', 'chat.json', '-'];
    const files = { 'chat.json': JSON.stringify(hello()) };
    const { status, stderr } = await runTerminal(args, files, 'hello');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /standard input \(-\) and files of which only some hold requests cannot be/,
    );
  });

  describe('that name several models', () => {
    const lines = [
      batchLine('a', hello({ max_tokens: 100 })),
      batchLine('b', hello({ max_tokens: 100, model: 'gpt-4o-mini' })),
      batchLine('c', hello({ model: 'gpt-4o-mini' })),
    ].join('\n');

    it('are priced each on its own, with its own ceiling', async () => {
      const { stdout, stderr } = await estimate('batch.jsonl', lines);
      // gpt-4o: 8 x 2.5 + 100 x 10 = 1,020; mini: 16 x 0.15 + 600 x 0.6 = 362.4 millionths; half: 691.2.
      assert.match(stdout, /each request's own +24 +\$0\.0000112 +\$0\.000680 +\$0\.000691 /);
      assert.match(stdout, /batch\.jsonl:1 +a +openai\/gpt-4o +8 +73\.8% +\$0\.000510\n/);
      assert.match(stdout, /batch\.jsonl:3 +c +openai\/gpt-4o-mini +8 +21\.8% +\$0\.000151\n/);
      assert.match(stderr, /the requests state 2 models, and each is priced on its own/);
    });

    it('are all on one with --model, with their own ceilings', async () => {
      const found = await json('batch.jsonl', lines, '--model', 'gpt-4o');
      assert.deepEqual(
        found.files.map(({ estimates }) => estimates.map((each) => each.totalUsd)),
        // (8 x 2.5 + 100 x 10) / 2, and 500 x 10.
        [['0.00051'], ['0.00051'], ['0.00251']],
      );
    });

    it('leave out, and say, those whose model is not known', async () => {
      const more = `${lines}\n${batchLine('d', hello({ model: 'nonsense-9' }))}`;
      const { stdout, stderr } = await estimate('batch.jsonl', more);
      assert.match(stdout, /^3 requests in batch\.jsonl/);
      assert.match(stderr, /the model nonsense-9, which requests state, is not in the price table/);
      assert.match(stderr, /1 request names no model of the price table and is not in the sum/);
    });
  });

  it('have the service tier and the number of answers that they ask for', async () => {
    const at = ['--at', '2026-11-23', '--output-tokens', '100'];
    const body = { model: 'gpt-6-luna', messages: [{ role: 'user', content: 'Hello' }] };
    const cost = async (more: object): Promise<number> => {
      const { files } = await json('a.json', JSON.stringify({ ...body, ...more }), ...at);
      return Number(files[0]?.estimates[0]?.totalUsd);
    };
    const plain = await cost({});
    assert.equal(await cost({ service_tier: 'flex' }), plain / 2);
    assert.equal(await cost({ service_tier: 'priority' }), plain * 2);
    // 100 more tokens at 0.5 USD per million.
    assert.ok(Math.abs((await cost({ n: 2 })) - plain - 0.00005) < 1e-12);
    assert.equal(await cost({ service_tier: 'ultrafast' }), plain);
    const { stdout, stderr } = await estimate(
      'a.json',
      JSON.stringify({ ...body, n: 2, service_tier: 'ultrafast' }),
      ...at,
    );
    assert.match(stdout, /has no price for the service tier Ultrafast, for which 1 request asks/);
    assert.match(stderr, /1 request asks for several answers, all of which are in the price/);
  });

  it('that were saved have the provider’s count beside ours, of the same texts', async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 12 };
    const messages = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hello world' },
    ];
    const details = { completion_tokens_details: { reasoning_tokens: 10 } };
    const call = { model: 'gpt-4o', messages, usage: { ...usage, ...details } };
    const { stdout, stderr } = await estimate('a.json', JSON.stringify(call));
    assert.match(
      stderr,
      /counted 10 tokens of input and 12 tokens of output, of them 10 tokens of reasoning/,
    );
    // "Hello" 1, the message 4, the reply 3.
    assert.match(
      stdout,
      /Our count for GPT-4o: 8 tokens \(−20\.0%\) of input and 2 tokens \(±0\.0%\) of output without reasoning/,
    );
    // 8 x 2.5 + 12 x 10 millionths.
    const { files } = await json('a.json', JSON.stringify(call));
    assert.equal(files[0]?.estimates[0]?.totalUsd, '0.00014');
  });

  describe('in exports', () => {
    const lines = [
      batchLine('a', hello({ max_tokens: 100 })),
      'no JSON',
      batchLine('b', hello({ max_tokens: 100 })),
      '{"custom_id":"c","body":{}}',
    ].join('\n');

    async function exported(format: string): Promise<string> {
      return (await estimate('batch.jsonl', lines, '--format', format)).stdout;
    }

    it('are requests, with what they state, and the lines that are none, in Markdown', async () => {
      const text = await exported('markdown');
      assert.match(text, /^### Cost of 2 requests in `batch\.jsonl`\n/);
      assert.match(text, /\n\nthe longest answer that each names · batch · 1 call a day\.\n/);
      assert.match(text, /\n\| Request \| Tokens \|/);
      assert.match(text, /\| \*\*All 2 requests\*\* \|/);
      assert.match(
        text,
        /\n2 lines are not in the price:\n\n- `batch\.jsonl:2` is not JSON\n- `batch\.jsonl:4` is no/,
      );
    });

    it('name the lines that are none in CSV and JSON', async () => {
      const csv = (await exported('csv')).trimEnd().split('\r\n');
      assert.equal(csv.length, 5);
      const reason = csv[0]?.split(',').indexOf('no_price_reason') ?? -1;
      const [place, ...cells] = csv[3]?.split(',') ?? [];
      assert.deepEqual([place, cells[reason - 1]], ['batch.jsonl:2', 'notJson']);
      const { notPriced } = JSON.parse(await exported('json')) as { notPriced: object };
      assert.deepEqual(notPriced, [
        { path: 'batch.jsonl', line: 2, reason: 'notJson' },
        { path: 'batch.jsonl', line: 4, reason: 'notRequest' },
      ]);
    });

    it('are of no model where each is on its own', async () => {
      const two = [batchLine('a', hello()), batchLine('b', hello({ model: 'o1' }))].join('\n');
      const { stdout } = await estimate('batch.jsonl', two, '--format', 'markdown');
      assert.match(stdout, /\n\| each request's own \| 9 \|/);
    });
  });
});
