import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../support/priceTables';

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Row {
  readonly provider: string;
  readonly model: string;
  readonly tokens: number;
  readonly totalUsd: string | null;
}

/** The terminal program as a user runs it: the built file, in a process of its own. */
describe('the terminal program (built)', function () {
  this.timeout(30_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'api-spend-cli-'));
    writeFileSync(join(folder, 'hello.txt'), 'hello world');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[], input: string | Uint8Array = ''): Run {
    const cli = join(projectRoot, 'dist/cli.js');
    return spawnSync(process.execPath, [cli, ...args], { cwd: folder, input, encoding: 'utf8' });
  }

  function write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return name;
  }

  function count(input: string | Uint8Array, ...args: string[]): string {
    const { status, stdout, stderr } = run(['count', '--model', 'openai/o1', ...args], input);
    assert.equal(status, 0, stderr);
    return stdout;
  }

  it('prints a table, cheapest first, that shows the seed against o1', () => {
    const { status, stdout } = run(['estimate', 'hello.txt']);
    assert.equal(status, 0);
    assert.match(stdout, /^hello\.txt: one call with 500 output tokens\n\nModel +Tokens/);
    assert.match(stdout, /deepseek\/deepseek-r1 .* no longer sold at this price/);
    assert.match(stdout, /openai\/o1 +2 /);
  });

  it('prints JSON with decimal strings', () => {
    const { stdout } = run([
      'estimate',
      '--json',
      '--model',
      'o1',
      '--output-tokens',
      '1000',
      'hello.txt',
    ]);
    // 2 x 15 / 1,000,000 = 0.00003 and 1,000 x 60 / 1,000,000 = 0.06
    assert.deepStrictEqual(JSON.parse(stdout), {
      schemaVersion: 1,
      files: [
        {
          path: 'hello.txt',
          estimates: [
            {
              provider: 'openai',
              model: 'o1',
              tokens: 2,
              low: 2,
              high: 2,
              method: 'exact',
              inputUsd: '0.00003',
              outputUsd: '0.06',
              totalUsd: '0.06003',
              lowUsd: '0.06003',
              highUsd: '0.06003',
            },
          ],
        },
      ],
    });
  });

  it('prices several files and standard input, each model cheapest first', () => {
    write('twice.txt', 'hello world hello world');
    const { stdout } = run(['estimate', '--json', 'hello.txt', '-', 'twice.txt'], 'one');
    const { files } = JSON.parse(stdout) as { files: { path: string; estimates: Row[] }[] };
    assert.deepStrictEqual(
      files.map(({ path }) => path),
      ['hello.txt', '-', 'twice.txt'],
    );
    for (const { estimates } of files) {
      const totals = estimates.map(({ totalUsd }) => Number(totalUsd));
      assert.deepStrictEqual(
        totals,
        totals.toSorted((a, b) => a - b),
      );
    }
  });

  it('counts standard input, and JSON lines one by one', () => {
    assert.equal(count('hello world'), '2\n');
    assert.equal(count(''), '0\n');
    assert.equal(count('"hello world"\n""\n"a\\nb"\n', '--jsonl'), '2\n0\n3\n');
    assert.equal(count('"hello world"\r\n"hello"', '--jsonl'), '2\n1\n');
    assert.equal(count('', '--jsonl'), '');
  });

  it('counts hostile text as the ordinary text it is', () => {
    assert.equal(count('<|endoftext|>'), '7\n');
    assert.equal(
      count('\ufeffhello world'),
      '2\n',
      'the byte order mark is dropped, as VS Code does',
    );
    assert.equal(count('a\u0000b'), '3\n');
    assert.equal(count('a\r\nb'), '3\n');
    // A lone surrogate is U+FFFD in UTF-8.
    assert.equal(count('"a\\ud800b"', '--jsonl'), count('"a\\ufffdb"', '--jsonl'));
  });

  const refused: [
    name: string,
    args: () => string[],
    input: string | Uint8Array,
    message: RegExp,
  ][] = [
    ['a missing file', () => ['estimate', 'hello.txt', 'none.txt'], '', /none\.txt: no such file/],
    ['a directory', () => ['estimate', '.'], '', /\.: is a directory/],
    ['no file', () => ['estimate'], '', /needs a file/],
    [
      'an unknown model',
      () => ['estimate', '--model', 'gpt-0', 'hello.txt'],
      '',
      /unknown model: gpt-0 \(known: .*openai\/o1/,
    ],
    ['an unknown model to count', () => ['count', '--model', 'x'], '', /unknown model: x/],
    ['no model to count', () => ['count'], '', /count needs --model ID/],
    ['an unknown option', () => ['estimate', '--jsn', 'hello.txt'], '', /--jsn/],
    ['an unknown command', () => ['price'], '', /unknown command: price/],
    [
      'output tokens below zero',
      () => ['estimate', '--output-tokens=-1', 'hello.txt'],
      '',
      /--output-tokens/,
    ],
    [
      'output tokens that are no number',
      () => ['estimate', '--output-tokens', '1e3', 'hello.txt'],
      '',
      /1e3/,
    ],
    [
      'invalid JSON lines',
      () => ['count', '--model', 'o1', '--jsonl'],
      '"a"\n{"b"\n',
      /line 2: not a JSON string/,
    ],
    [
      'JSON lines that are no strings',
      () => ['count', '--model', 'o1', '--jsonl'],
      '12\n',
      /line 1/,
    ],
    [
      'input that is not UTF-8',
      () => ['count', '--model', 'o1'],
      Uint8Array.of(0x68, 0xff),
      /-: is not UTF-8/,
    ],
    [
      'a file that is not UTF-8',
      () => ['estimate', 'hello.txt', write('latin1.txt', Uint8Array.of(0x68, 0xe9))],
      '',
      /latin1\.txt: is not UTF-8/,
    ],
  ];
  for (const [name, args, input, message] of refused) {
    it(`answers ${name} with one line, exit code 2 and no numbers`, () => {
      const { status, stdout, stderr } = run(args(), input);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /^api-spend: [^\n]+\n$/);
    });
  }

  it('prints its usage and its version', () => {
    assert.match(run([]).stdout, /estimate FILE/);
    assert.match(run(['--help']).stdout, /estimate FILE/);
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
