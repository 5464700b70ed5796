import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runTerminal, type Content } from '../../support/terminal';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly ownModel?: string;
    readonly requests?: number;
    readonly estimates: readonly {
      readonly model: string;
      readonly tokens: number;
      readonly totalUsd: string | null;
    }[];
  }[];
}

function request(model: string | undefined, more: object = {}): string {
  return JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }], ...more });
}

async function run(files: Readonly<Record<string, Content>>, ...args: string[]) {
  return runTerminal(['estimate', '--file-models', ...args], files);
}

async function json(files: Readonly<Record<string, Content>>, ...args: string[]): Promise<Json> {
  const { status, stdout, stderr } = await run(files, '--json', ...args);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Json;
}

/** Sums, by model. */
function sums({ files }: Json): ReadonlyMap<string, { tokens: number; usd: number }> {
  const all = new Map<string, { tokens: number; usd: number }>();
  for (const { estimates } of files) {
    for (const { model, tokens, totalUsd } of estimates) {
      const sum = all.get(model) ?? { tokens: 0, usd: 0 };
      all.set(model, { tokens: sum.tokens + tokens, usd: sum.usd + Number(totalUsd ?? NaN) });
    }
  }
  return all;
}

const GPT_4O = request('gpt-4o');
const O1 = request('o1');
const SEVERAL = [GPT_4O, O1, request('gpt-4o', { max_tokens: 100 })].join('\n');

describe('requests of several models in a folder in the terminal', () => {
  it('are each on the model that it names, those of each model of a file in one row', async () => {
    const files = { 'data/a.jsonl': SEVERAL, 'data/note.md': 'Hello' };
    const { files: rows } = await json(files, '--model', 'gpt-4o-mini', 'data');
    // GPT-4o: (2 × 8 × 2.5 + 600 × 10) / 1e6; o1: (15 + 500 × 60) / 1e6; mini: (0.15 + 500 × 0.6) / 1e6.
    assert.deepStrictEqual(
      rows.map(({ path, estimates: [row] }) => [path, row?.model, row?.totalUsd]),
      [
        ['data/a.jsonl', 'gpt-4o', '0.00604'],
        ['data/a.jsonl', 'o1', '0.030015'],
        ['data/note.md', 'gpt-4o-mini', '0.00030015'],
      ],
    );
  });

  it('name none and are on the model that the user names, also where all others name one', async () => {
    const files = { 'a.jsonl': GPT_4O, 'b.jsonl': request(undefined, { stream: true }) };
    const models = async (...args: string[]): Promise<readonly unknown[]> =>
      (await json(files, '--model', 'o1', ...args)).files.map(({ estimates: [row] }) => row?.model);
    assert.deepEqual(await models('a.jsonl', 'b.jsonl'), ['gpt-4o', 'o1']);
    const both = { 'data/c.jsonl': Object.values(files).join('\n') };
    const { files: rows } = await json(both, '--model', 'o1', 'data');
    assert.deepEqual(
      rows.map(({ estimates: [row] }) => row?.model),
      ['gpt-4o', 'o1'],
    );
  });

  it('are a table with a row for each model of a file', async () => {
    const files = { 'data/a.jsonl': SEVERAL, 'data/note.md': 'Hello' };
    const { stdout, stderr } = await run(files, '--model', 'gpt-4o-mini', 'data');
    assert.match(stdout, /^One call with each of 2 files in data, or with each request in them/);
    assert.match(stdout, /data\/a\.jsonl \(2 requests\) +openai\/gpt-4o /);
    assert.match(stdout, /data\/a\.jsonl \(1 request\) +openai\/o1 /);
    // 0.00604 + 0.030015 + 0.00030015.
    assert.match(stdout, /\$0\.0364\b/);
    assert.doesNotMatch(stderr, /priced on one|--file-models prices/);
  });

  it('count the requests and the answers that they state in the title', async () => {
    const { stdout } = await run({ 'data/a.jsonl': SEVERAL }, 'data');
    assert.match(
      stdout,
      /^3 requests in data with 500 output tokens each, or the longest answer that each states\n/,
    );
  });

  it('tell without --file-models how to price each on its own', async () => {
    const files = { 'data/a.jsonl': SEVERAL };
    const { stderr } = await runTerminal(['estimate', '--model', 'gpt-4o', 'data'], files);
    assert.match(
      stderr,
      /data\/a\.jsonl: its requests name 2 models: --file-models prices each on its own\n/,
    );
  });

  it('are on the given model if theirs is unknown, and it is said', async () => {
    const files = { 'data/a.jsonl': [GPT_4O, request('no-such'), request(undefined)].join('\n') };
    const { stderr, status } = await run(files, '--model', 'o1', 'data');
    assert.equal(status, 0, stderr);
    assert.match(stderr, /data\/a\.jsonl: the model no-such, which requests state, is not in/);
    assert.match(
      stderr,
      /data\/a\.jsonl: 2 requests name no model of the price table and are priced on openai\/o1\n/,
    );
    const { files: rows } = await json(files, '--model', 'o1', 'data');
    assert.deepStrictEqual(
      rows.map(({ estimates: [row] }) => [row?.model, row?.tokens]),
      [
        // With the 4 tokens of the message and the 3 of the reply; those of o1 are not documented.
        ['gpt-4o', 8],
        ['o1', 2],
      ],
    );
  });

  it('name ten unknown models, and count the others', async () => {
    const names = Array.from({ length: 13 }, (_, index) => `no-such-${index}`);
    const text = [GPT_4O, ...names.map((name) => request(name))].join('\n');
    for (const path of ['a.jsonl', 'data']) {
      const { stderr } = await run({ 'a.jsonl': text, 'data/a.jsonl': text }, path);
      assert.equal(stderr.match(/the model no-such-\d+, which requests state/g)?.length, 10);
      assert.match(stderr, /3 more models that requests state are not in the price table\n/);
      assert.match(stderr, /13 requests name no model of the price table and are not in the sum/);
    }
  });

  it('are one file in the headings of a comment', async () => {
    const files = { 'data/a.jsonl': SEVERAL, 'data/note.md': 'Hello' };
    const args = ['--format', 'markdown', '--model', 'gpt-4o-mini', 'data'];
    const { stdout } = await run(files, ...args);
    assert.match(stdout, /^### Cost of one call for each of 2 files\n/);
    assert.match(stdout, /\*\*All 2 files\*\*/);
    assert.match(stdout, /\| `data\/a\.jsonl` \| `openai\/o1` \|/);
  });

  it('are in no sum if their model is unknown and none is given, and it is said', async () => {
    const files = { 'data/a.jsonl': [GPT_4O, request('no-such')].join('\n') };
    const { stderr, status } = await run(files, 'data');
    assert.equal(status, 0, stderr);
    assert.match(
      stderr,
      /data\/a\.jsonl: 1 request names no model of the price table and is not in the sum/,
    );
  });

  for (const path of ['a.jsonl', 'data']) {
    it(`are an error if no model is known and none is given: ${path}`, async () => {
      for (const [text, message] of [
        [`${request('no-such')}\n${request('nor-this')}`, /no-such/],
        [`${request(undefined)}\n${request(undefined)}`, /names no model: add --model ID/],
      ] as const) {
        const result = await run({ 'a.jsonl': text, 'data/a.jsonl': text }, path);
        assert.equal(result.status, 2, result.stderr);
        assert.match(result.stderr, message);
      }
    });
  }

  it('have no models of their own with --no-stated', async () => {
    const files = { 'a.jsonl': SEVERAL, 'data/a.jsonl': SEVERAL };
    for (const path of ['a.jsonl', 'data']) {
      const result = await json(files, '--no-stated', '--model', 'gpt-4o-mini', path);
      assert.deepStrictEqual([...sums(result).keys()], ['gpt-4o-mini'], path);
    }
  });

  it('have the sums of their file alone', async () => {
    const model = fc.constantFrom('gpt-4o', 'gpt-6-luna', 'o1', 'claude-haiku-4-5', 'no-such');
    const body = fc.record({
      model: fc.option(model, { nil: undefined }),
      max_tokens: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
      service_tier: fc.constantFrom(undefined, 'flex', 'priority'),
      n: fc.constantFrom(undefined, 1, 3),
      text: fc.string({ maxLength: 30 }),
    });
    const line = body.map(({ text, model: named, ...more }) =>
      request(named, { ...more, messages: [{ role: 'user', content: text }] }),
    );
    const bad = fc.constantFrom('{"model":', '{"other": 1}');
    // More than half of the lines are requests, as otherwise it is no file of requests.
    const lines = fc.array(
      fc
        .tuple(line, fc.option(bad))
        .map(([good, after]) => (after === null ? [good] : [good, after])),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), async (others, asBatch) => {
        const bodies = [GPT_4O, ...others.flat()];
        const text = bodies.map((each, id) => (asBatch ? inBatch(each, id) : each)).join('\n');
        const files = { 'a.jsonl': text, 'data/a.jsonl': text };
        for (const args of [[], ['--model', 'gpt-4o-mini'], ['--output-tokens', '7']]) {
          const alone = sums(await json(files, ...args, 'a.jsonl'));
          const folder = sums(await json(files, ...args, 'data'));
          assert.deepStrictEqual([...folder.keys()].toSorted(), [...alone.keys()].toSorted());
          for (const [id, { tokens, usd }] of folder) {
            assert.equal(tokens, alone.get(id)?.tokens, id);
            assert.ok(Math.abs(usd - (alone.get(id)?.usd ?? NaN)) < 1e-12, `${id}: ${usd}`);
          }
        }
      }),
      { numRuns: 4 },
    );
  });
});

function inBatch(body: string, id: number): string {
  const known = body.endsWith('}') ? `"body":${body}` : body;
  return `{"custom_id":"r${id}","method":"POST","url":"/v1/chat/completions",${known}}`;
}
