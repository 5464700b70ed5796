import assert from 'node:assert/strict';
import fc from 'fast-check';
import { base64, png } from '../../support/media';
import { runTerminal, type Content } from '../../support/terminal';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly estimates: readonly {
      readonly tokens: number;
      readonly totalUsd: string | null;
      readonly reason?: string;
    }[];
  }[];
}

function batchLine(id: string, body: object): string {
  return JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body });
}

function hello(more: object = {}, content: string | object[] = 'Hello'): object {
  return { model: 'gpt-4o', messages: [{ role: 'user', content }], ...more };
}

const TRAINING = JSON.stringify({
  messages: [
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: 'Hello' },
  ],
});

function picture(side: number): object[] {
  const url = `data:image/png;base64,${base64(png(side, side))}`;
  return [
    { type: 'text', text: 'Hello' },
    { type: 'image_url', image_url: { url } },
  ];
}

const THOUSAND = Array.from({ length: 1000 }, (_, index) => batchLine(`r${index}`, hello()));

async function run(files: Readonly<Record<string, Content>>, ...args: string[]) {
  const result = await runTerminal(['estimate', ...args], files);
  assert.equal(result.status, 0, result.stderr);
  return result;
}

async function json(files: Readonly<Record<string, Content>>, ...args: string[]): Promise<Json> {
  return JSON.parse((await run(files, '--json', ...args)).stdout) as Json;
}

describe('files of requests in a folder in the terminal', () => {
  const FILES = { 'data/batch.jsonl': THOUSAND.join('\n'), 'data/note.md': 'Hello' };

  it('are priced request by request, batches at their price beside texts at theirs', async () => {
    const { stdout, stderr } = await run(FILES, '--model', 'gpt-4o', 'data');
    assert.match(
      stdout,
      /^One call with each of 2 files in data, or with each request in them, and 500 output tokens\n/,
    );
    // 1,000 × ((1 + 7) × 2.5 + 500 × 10) / 1e6 / 2 = 2.51, and (1 × 2.5 + 500 × 10) / 1e6 = 0.0050025.
    assert.match(
      stdout,
      /openai\/gpt-4o +8,001 +\$0\.0100 +\$2\.51 +\$2\.52 .*7,000 tokens of the chat format/,
    );
    assert.match(stdout, /data\/batch\.jsonl \(1,000 requests\) +8,000 +99\.8% +\$2\.51\n/);
    assert.match(stdout, /data\/note\.md +1 +0\.2% +\$0\.00500\n/);
    assert.match(
      stderr,
      /data\/batch\.jsonl: a batch: the content of its 1,000 requests is counted/,
    );
    assert.match(stderr, /Files of API requests, priced request by request: 1\n/);
    const { files } = await json(FILES, '--model', 'gpt-4o', 'data');
    assert.deepStrictEqual(
      files.map(({ path, estimates: [row] }) => [path, row?.tokens, row?.totalUsd]),
      [
        ['data/batch.jsonl', 8000, '2.51'],
        ['data/note.md', 1, '0.0050025'],
      ],
    );
  });

  it('have the sum of their file alone, with answers, service tiers, tools and names', async () => {
    const tool = { type: 'function', function: { name: 'find', description: 'Finds a place' } };
    const requests = [
      { n: 3, max_tokens: 100 },
      { service_tier: 'flex' },
      { tools: [tool] },
      { messages: [{ role: 'user', name: 'ann', content: 'Hello' }] },
    ];
    const lines = requests.map((more) => JSON.stringify({ ...hello(), ...more, model: undefined }));
    const text = lines.join('\n');
    const files = { 'a.jsonl': text, 'data/a.jsonl': text };
    for (const model of ['openai/gpt-6-luna', 'openai/gpt-4o', 'anthropic/claude-opus-4-5'])
      for (const args of [[], ['--no-stated'], ['--output-tokens', '7']]) {
        const alone = (await json(files, '--model', model, ...args, 'a.jsonl')).files;
        const [folder] = (await json(files, '--model', model, ...args, 'data')).files;
        const sum = alone.reduce((all, { estimates }) => all + Number(estimates[0]?.totalUsd), 0);
        const tokens = alone.reduce((all, { estimates }) => all + (estimates[0]?.tokens ?? 0), 0);
        const [row] = folder?.estimates ?? [];
        assert.equal(row?.tokens, tokens, `${model} ${args.join(' ')}`);
        const difference = Number(row.totalUsd) - sum;
        assert.ok(Math.abs(difference) < 1e-12, `${model} ${args.join(' ')}: ${difference}`);
      }
  });

  it('say in exports how many requests they are', async () => {
    const { stdout } = await run(FILES, '--model', 'gpt-4o', '--format', 'csv', 'data');
    const [headings = [], batch = [], text = []] = stdout
      .split('\r\n')
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    const cell = (line: readonly string[], name: string) => line[headings.indexOf(name)];
    assert.deepStrictEqual([batch.length, text.length], [headings.length, headings.length]);
    const names = ['path', 'requests', 'batch', 'output_tokens', 'total_usd'];
    assert.deepStrictEqual(
      [batch, text].map((line) => names.map((name) => cell(line, name))),
      [
        ['data/batch.jsonl', '1000', 'true', '500', '2.51'],
        ['data/note.md', '', 'false', '500', '0.0050025'],
      ],
    );
    const exported = await run(FILES, '--model', 'gpt-4o', '--format', 'json', 'data');
    const { files } = JSON.parse(exported.stdout) as {
      readonly files: readonly { readonly requests?: number; readonly ownAssumptions?: object }[];
    };
    assert.deepStrictEqual(
      files.map(({ requests, ownAssumptions }) => [requests, ownAssumptions]),
      [
        [1000, { batch: true }],
        [undefined, undefined],
      ],
    );
  });

  it('have the longest answers that they state, unless the user gives one, or wants none of it', async () => {
    const files = {
      'data/a.jsonl': [hello({ max_tokens: 9 }), hello()]
        .map((each) => batchLine('a', each))
        .join('\n'),
    };
    const cost = async (...options: string[]) =>
      (await json(files, '--model', 'gpt-4o', ...options, 'data')).files[0]?.estimates[0]?.totalUsd;
    // (2 × 8 × 2.5 + (9 + 500) × 10) / 2 millionths.
    assert.equal(await cost(), '0.002565');
    // (2 × 8 × 2.5 + 2 × 100 × 10) / 2.
    assert.equal(await cost('--output-tokens', '100'), '0.00102');
    // 2 × 8 × 2.5 + 2 × 500 × 10.
    assert.equal(await cost('--no-stated'), '0.01004');
  });

  it('are each on the model that they state with --file-models', async () => {
    const files = { ...FILES, 'data/mini.json': JSON.stringify(hello({ model: 'gpt-4o-mini' })) };
    const { stdout } = await run(files, '--file-models', '--model', 'o1', 'data');
    assert.match(
      stdout,
      /data\/batch\.jsonl \(1,000 requests\) +openai\/gpt-4o +8,000 .*\$2\.51\n/,
    );
    // (8 × 0.15 + 500 × 0.6) / 1e6
    assert.match(stdout, /data\/mini\.json \(1 request\) +openai\/gpt-4o-mini +8 .*\$0\.000301\n/);
    // (1 × 15 + 500 × 60) / 1e6
    assert.match(stdout, /data\/note\.md +openai\/o1 +1 .*\$0\.0300\n/);
  });

  it('state nothing with --file-models and --no-stated', async () => {
    const files = { 'data/a.json': JSON.stringify(hello({ max_tokens: 9 })) };
    const cost = async (...options: string[]) =>
      (await json(files, '--model', 'gpt-4o', '--file-models', ...options, 'data')).files[0]
        ?.estimates[0]?.totalUsd;
    // (8 × 2.5 + 9 × 10) and (8 × 2.5 + 500 × 10) millionths.
    assert.equal(await cost(), '0.00011');
    assert.equal(await cost('--no-stated'), '0.00502');
  });

  it('have the tokens of their pictures', async () => {
    const content = picture(1024);
    const lines = [batchLine('a', hello({}, content)), batchLine('b', hello())];
    const files = { 'data/batch.jsonl': lines.join('\n'), 'data/note.md': 'Hello' };
    const { stdout, stderr } = await run(files, '--model', 'gpt-4o', 'data');
    // 1 + 765 + 1 + 2 × 7, and 1 of the text.
    assert.match(stdout, /openai\/gpt-4o +782 /);
    assert.match(stdout, /data\/batch\.jsonl \(2 requests\) +781 /);
    assert.match(stderr, /data\/batch\.jsonl: with 1 picture: counted by each vendor's formula/);
    const { files: rows } = await json(files, '--model', 'deepseek-r1', 'data');
    assert.deepStrictEqual(
      rows.map(({ estimates: [row] }) => row?.reason),
      ['noImages', undefined],
    );
  });

  it('name their bad lines, which are not in the price', async () => {
    const lines = [batchLine('a', hello()), '{"custom_id": "cut', batchLine('a', hello())];
    const { stderr, stdout } = await run(
      { 'data/batch.jsonl': lines.join('\r\n') },
      '--model',
      'gpt-4o',
      'data',
    );
    assert.match(stdout, /^2 requests in data with 500 output tokens each, in a batch\n/);
    assert.match(stdout, /data\/batch\.jsonl \(2 requests\)/);
    assert.match(stdout, /Tokens of a request: 8 at least, 8 median, 8 at 95 %, 8 at most/);
    assert.match(stderr, /data\/batch\.jsonl:2: is not JSON: not in the price\n/);
    assert.match(stderr, /data\/batch\.jsonl: ids that stand more than once: a\n/);
  });

  it('name their bad lines in exports, in `--json` after the files', async () => {
    const lines = [batchLine('a', hello()), '{"custom_id": "cut', batchLine('a', hello())];
    const files = { 'data/batch.jsonl': lines.join('\r\n'), 'data/note.md': 'Hello' };
    const bad = [{ path: 'data/batch.jsonl', line: 2, reason: 'notJson' }];
    for (const form of [['--json'], ['--json', '--as', 'one'], ['--format', 'json']]) {
      const { stdout } = await run(files, ...form, '--model', 'gpt-4o', 'data');
      const { notPriced, files: entries } = JSON.parse(stdout) as Record<string, unknown[]>;
      assert.deepStrictEqual([notPriced, entries?.length], [bad, 2], form.join(' '));
    }
    const csv = await run(files, '--format', 'csv', '--model', 'gpt-4o', 'data');
    assert.match(csv.stdout, /\r\ndata\/batch\.jsonl:2,,/);
    const texts = await run({ 'data/a.md': 'Hello' }, '--json', '--model', 'gpt-4o', 'data');
    assert.doesNotMatch(texts.stdout, /notPriced/);
  });

  it('have tokens and no price if they are for fine-tuning, and leave the others theirs', async () => {
    const files = { ...FILES, 'data/train.jsonl': [TRAINING, TRAINING].join('\n') };
    const { stdout, stderr } = await run(files, '--model', 'gpt-4o', 'data');
    // 8,001 and 2 × (2 + 2 × 4 + 3) tokens; the price is that without the examples.
    assert.match(stdout, /openai\/gpt-4o +8,027 +\$0\.0100 +\$2\.51 +\$2\.52/);
    assert.match(stdout, /data\/train\.jsonl \(2 requests\) +26 +\S+ +-\n/);
    assert.match(stderr, /Files of examples for fine-tuning, counted, but not in the price.*: 1\n/);
    const { files: rows } = await json(files, '--model', 'gpt-4o', 'data');
    assert.deepStrictEqual(
      [rows[2]?.estimates[0]?.totalUsd, rows[2]?.estimates[0]?.reason],
      [null, 'training'],
    );
  });

  it('stay calls of their own beside one call with all other files, and are text as text', async () => {
    const args = ['--model', 'gpt-4o', '--as', 'one', 'data'];
    const more = { ...FILES, 'data/other.md': 'Hello' };
    const { files } = await json(more, ...args);
    // Two texts of one token; 1,000 × ((1 + 7) × 2.5 + 500 × 10) / 1e6 / 2 = 2.51.
    assert.deepStrictEqual(
      files.map(({ path, estimates: [row] }) => [path, row?.tokens, row?.totalUsd]),
      [
        ['data', 2, '0.005005'],
        ['data/batch.jsonl', 8000, '2.51'],
      ],
    );
    const { stdout, stderr } = await run(more, ...args);
    assert.match(
      stdout,
      /^One call with 2 files in data together, one with each request in the others, and 500 output tokens\n/,
    );
    assert.match(stderr, /Files of API requests, which stay calls of their own: 1\n/);
    const asText = await json(FILES, '--model', 'gpt-4o', '--as', 'text', 'data');
    assert.ok((asText.files[0]?.estimates[0]?.tokens ?? 0) > 20_000);
  });

  it('of more than 50 MB are read in ranges, named or in a folder', async () => {
    const content = 'Hello world '.repeat(90_000);
    const lines = Array.from({ length: 49 }, (_, at) => batchLine(`r${at}`, hello({}, content)));
    const files = { 'data/large.jsonl': new TextEncoder().encode(lines.join('\r\n')) };
    assert.ok(files['data/large.jsonl'].length > 50 * 1024 * 1024);
    for (const path of ['data', 'data/large.jsonl']) {
      const { stdout } = await run(files, '--model', 'gpt-4o', path);
      assert.match(stdout, /^49 requests in data.* with 500 output tokens each, in a batch\n/);
      // 180,001 tokens each: two for each repetition, and the last space. 49 × ((180,001 + 7) × 2.5 + 5,000) / 2.
      assert.match(stdout, /openai\/gpt-4o +8,820,392 +\$11\.03 +\$0\.123 +\$11\.15/);
      assert.match(stdout, /49 requests do not fit the model/);
    }
    const { stdout } = await run(files, '--model', 'gpt-4o', '--as', 'text', 'data/large.jsonl');
    assert.match(stdout, /openai\/gpt-4o +8,8[2-9]\d,\d{3} /);
  }).timeout(60_000);

  it('cost in a folder what they cost one by one', async () => {
    const text = fc.constantFrom(
      'Hello',
      'Hello world',
      'Ein längerer Satz, 12.5 %',
      'x'.repeat(40),
    );
    const content = fc.oneof(text, fc.constantFrom(512, 1024, 2048).map(picture));
    const body = fc.record(
      { max_tokens: fc.integer({ min: 1, max: 2000 }), content },
      { requiredKeys: ['content'] },
    );
    const bodies = fc.array(body, { minLength: 1, maxLength: 8 });
    const file = fc.oneof(
      bodies.map((all) =>
        all.map(({ content, ...more }, at) => batchLine(`${at}`, hello(more, content))).join('\n'),
      ),
      bodies.map((all) =>
        all.map(({ content, ...more }) => JSON.stringify(hello(more, content))).join('\r\n'),
      ),
      text.map((each) => JSON.stringify(each)),
    );
    const options = fc.constantFrom(
      [],
      ['--cached-share', '0.5', '--cache-write', 'short'],
      ['--output-tokens', '7', '--reasoning-tokens', '3'],
      ['--no-stated'],
    );
    const model = fc.constantFrom('gpt-4o', 'claude-sonnet-4-5', 'gemini-2.5-pro');
    const property = fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 4 }),
      options,
      model,
      async (contents, more, name) => {
        const files = Object.fromEntries(contents.map((each, at) => [`d/${at}.jsonl`, each]));
        const args = ['--model', name, ...more];
        const together = await json(files, ...args, 'd');
        for (const { path, estimates } of together.files) {
          const alone = await json(files, ...args, path);
          const costs = alone.files.map((each) => each.estimates[0]?.totalUsd ?? '');
          assert.equal(picoUsd(estimates[0]?.totalUsd ?? ''), costs.map(picoUsd).reduce(add));
          const tokens = alone.files.map((each) => each.estimates[0]?.tokens ?? 0);
          assert.equal(
            estimates[0]?.tokens,
            tokens.reduce((sum, each) => sum + each),
          );
        }
      },
    );
    await fc.assert(property, { numRuns: 12 });
  });
});

function add(a: bigint, b: bigint): bigint {
  return a + b;
}

/** A decimal number of dollars as a whole number of 1e-24 dollars. */
function picoUsd(decimal: string): bigint {
  const [whole = '0', part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(24, '0'));
}
