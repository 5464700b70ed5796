import assert from 'node:assert/strict';
import { runTerminal, type Content } from '../../support/terminal';

const body = (more: object = {}): object => ({
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

const batch = (id: string): string => JSON.stringify({ custom_id: id, url: '/v1/x', body: body() });

const FILES: Readonly<Record<string, Content>> = {
  'a.jsonl': [batch('a'), batch('b')].join('\n'),
  'b.jsonl': batch('c'),
  'one.json': JSON.stringify(body()),
  'own.jsonl': [1, 2].map(() => JSON.stringify({ model: 'my-own', input: 'Hello' })).join('\n'),
};

/** (8 × 2.5 + 500 × 10) millionths. */
const SINGLE = '0.00502';
const IN_BATCH = '0.00251';

async function run(...args: string[]) {
  const result = await runTerminal(['estimate', ...args], FILES);
  return { ...result, status: result.status };
}

async function totals(...args: string[]) {
  const { stdout, stderr } = await run('--json', ...args);
  assert.ok(stdout, stderr);
  const { files } = JSON.parse(stdout) as {
    files: { path: string; estimates: { totalUsd: string }[] }[];
  };
  return files.map(({ path, estimates: [row] }) => [path, row?.totalUsd]);
}

describe('files of requests that are named together', () => {
  it('have the price of a batch where they are one, and others that of single calls', async () => {
    const all = [
      ['a.jsonl:1', IN_BATCH],
      ['a.jsonl:2', IN_BATCH],
      ['one.json', SINGLE],
    ];
    assert.deepEqual(await totals('a.jsonl', 'one.json'), all);
    assert.deepEqual(await totals('a.jsonl', 'one.json', '--file-models'), all);
    const { stderr, stdout } = await run('a.jsonl', 'one.json');
    assert.match(stderr, /the requests in a\.jsonl have the price of a batch, the others that of/);
    assert.match(stdout, /openai\/gpt-4o +24 .*\$0\.0100 /);
  });

  it('have it all where all are batches, and none without what they state', async () => {
    const both = await totals('a.jsonl', 'b.jsonl');
    assert.deepEqual(
      both.map(([, cost]) => cost),
      [IN_BATCH, IN_BATCH, IN_BATCH],
    );
    const none = await totals('a.jsonl', 'one.json', '--no-stated', '--model', 'gpt-4o');
    assert.deepEqual(
      none.map(([, cost]) => cost),
      [SINGLE, SINGLE, SINGLE],
    );
  });

  it('are requests also to a model that the table does not know, which is said', async () => {
    const { stderr, stdout } = await run('own.jsonl');
    assert.match(stderr, /the model my-own, which requests state, is not in the price table/);
    assert.match(stderr, /a list of requests: .* \(--as text counts the file as it is\)/);
    assert.match(stdout, /^2 requests in own\.jsonl with 500 output tokens each\n/);
  });
});

describe('options of the terminal with a number below 0', () => {
  it('are refused by their own rule', async () => {
    for (const [flag, value] of [
      ['--calls-per-day', '-1'],
      ['--turns', '-2'],
      ['--cached-share', '-.5'],
      ['--at', '-3'],
    ] as const) {
      const { status, stderr } = await run('one.json', flag, value);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`${flag} .*: ${value.replace('.', '\\.')}\n`));
    }
    const last = await run('one.json', '--calls-per-day');
    assert.match(last.stderr, /the option --calls-per-day needs a value/);
    const name = await run('--', '--turns', '-1');
    assert.match(name.stderr, /--turns: no such file/);
  });
});
