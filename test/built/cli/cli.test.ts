import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENCODINGS } from '../../../src/core/tokens/encodings';
import { describeOptions } from '../../../src/wording/scenarioOptions';
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
  readonly inputUsd: string | null;
  readonly outputUsd: string | null;
  readonly totalUsd: string | null;
  readonly dailyUsd?: string;
  readonly reason?: string;
  readonly retired?: boolean;
  readonly fits: boolean;
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
    assert.match(stdout, /^One call with hello\.txt and 500 output tokens\n\nModel +Tokens/);
    assert.match(stdout, /deepseek\/deepseek-r1 .* no longer sold/);
    assert.match(stdout, /openai\/o1 +2 /);
  });

  it('says that placeholders of a prompt are not counted for what they will hold', () => {
    const args = (name: string) => ['estimate', '--model', 'o1', write(name, 'Dear {{name}},')];
    assert.equal(
      run(args('letter.md')).stderr,
      'api-spend: letter.md: The placeholder {{name}} is counted as written, not as the text that replaces it.\n',
    );
    assert.equal(run(args('letter.js')).stderr, '');
  });

  it('prices the text as output', () => {
    const args = ['--treat-text-as', 'output', '--model', 'o1', 'hello.txt'];
    const { stdout } = run(['estimate', ...args]);
    // 2 x 60 = 120 millionths of a dollar.
    assert.match(stdout, /^One call that writes hello\.txt\n/);
    assert.match(stdout, /openai\/o1 +2 +\$0\.00 +\$0\.000120 +\$0\.000120 /);
    const json = JSON.parse(run(['estimate', '--json', ...args]).stdout) as Record<string, unknown>;
    assert.equal(json['treatTextAs'], 'output');
    const markdown = run(['estimate', '--format', 'markdown', ...args]).stdout;
    assert.match(markdown, /the text is the output · 1 call a day\./);
    assert.equal(run(['estimate', '--treat-text-as', 'both', 'hello.txt']).status, 2);
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
    const json = JSON.parse(stdout) as { files: { estimates: Row[] }[] };
    const [estimate] = json.files[0]?.estimates ?? [];
    // The sources of the price table are data, which changes.
    assert.deepStrictEqual(json, {
      schemaVersion: 1,
      treatTextAs: 'input',
      files: [
        {
          path: 'hello.txt',
          estimates: [
            {
              ...estimate,
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
              dailyUsd: '0.06003',
              monthlyUsd: '1.8009',
              timesCheapest: null,
              contextShare: 0.00001,
              fits: true,
              retired: true,
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
      const buyable = estimates.filter(({ retired, fits }) => fits && retired === false);
      assert.equal(estimates.indexOf(buyable.at(-1) as Row), buyable.length - 1);
      const totals = buyable.map(({ totalUsd }) => Number(totalUsd));
      assert.deepStrictEqual(
        totals,
        totals.toSorted((a, b) => a - b),
      );
    }
  });

  it('prices with the rates of a day', () => {
    const args = ['estimate', '--json', '--at', '2025-01-27', 'hello.txt'];
    const { files } = JSON.parse(run(args).stdout) as { files: { estimates: Row[] }[] };
    const rows = new Map(files[0]?.estimates.map((row) => [`${row.provider}/${row.model}`, row]));
    // o1 counts 2 tokens exactly: 2 x 15 + 500 x 60 millionths
    assert.equal(rows.get('openai/o1')?.totalUsd, '0.03003');
    const r1 = rows.get('deepseek/deepseek-r1');
    assert.equal(r1?.outputUsd, '0.001095');
    assert.equal(rows.get('openai/gpt-6-luna')?.totalUsd, null);
    assert.equal(rows.get('openai/gpt-6-luna')?.reason, 'notYetSold');
    const model = ['--json', '--model', 'deepseek-v3', 'hello.txt'];
    const output = (at: string): string | null | undefined => {
      const { stdout } = run(['estimate', '--at', at, ...model]);
      return (JSON.parse(stdout) as { files: { estimates: Row[] }[] }).files[0]?.estimates[0]
        ?.outputUsd;
    };
    assert.equal(output('2025-02-08T15:59:59Z'), '0.00014');
    assert.equal(output('2025-02-08T16:00:00Z'), '0.00055');
  });

  it('prices under the assumptions that are named', () => {
    const assumed =
      '--reasoning-tokens 100 --batch --output-tokens 0 --calls-per-day 1000 --json --model o1';
    const { files } = JSON.parse(run(['estimate', ...assumed.split(' '), 'hello.txt']).stdout) as {
      files: { estimates: Row[] }[];
    };
    const [row] = files[0]?.estimates ?? [];
    // 2 x 15 / 2 = 15 millionths, 100 x 60 / 2 = 3,000
    assert.deepStrictEqual(
      [row?.inputUsd, row?.outputUsd, row?.totalUsd, row?.dailyUsd],
      ['0.000015', '0.003', '0.003015', '3.015'],
    );
    const { stdout } = run(['estimate', '--turns', '3', '--model', 'deepseek-flash', 'hello.txt']);
    assert.match(stdout, /^One conversation of 3 turns with hello\.txt, 500 output tokens each/);
  });

  it('counts standard input, and JSON lines one by one', () => {
    assert.equal(count('hello world'), '2\n');
    assert.equal(count(''), '0\n');
    assert.equal(count('"hello world"\n""\n"a\\nb"\n', '--jsonl'), '2\n0\n3\n');
    assert.equal(count('"hello world"\r\n"hello"', '--jsonl'), '2\n1\n');
    assert.equal(count('', '--jsonl'), '');
  });

  it('says beside the number what an estimate rests on, and how far off it may be', () => {
    const { stdout, stderr } = run(['count', '--model', 'xai/grok-3'], 'hello world '.repeat(50));
    // 101 tokens of o200k_base x 1.02 +- 8 %: 103.02, from 94.8 to 111.3.
    assert.equal(stdout, '103\n');
    assert.match(
      stderr,
      /^api-spend: xai\/grok-3: ≈103 \(94 to 112\)\. Estimated for Grok from 3 on: /,
    );
    const near = run(['count', '--model', 'openai/gpt-5'], 'hello world');
    assert.equal(near.stdout, '2\n');
    assert.match(near.stderr, /^api-spend: openai\/gpt-5: 2\. Near-exact, counted with o200k/);
  });

  it('says below the table what its estimates rest on', () => {
    const models = ['--model', 'openai/o1', '--model', 'xai/grok-3', '--model', 'xai/grok-4.3'];
    const { stdout } = run(['estimate', '-', ...models], 'hello world');
    assert.match(
      stdout,
      /\n\nxai\/grok-3, xai\/grok-4\.3:\n {2}Estimated for Grok from 3 on: .*\n\nopenai\/o1:\n {2}price checked on [\d-]+, https:\/\/\S+\n/,
    );
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
    ['a directory', () => ['estimate', '.'], '', /\.: is a folder/],
    ['no file', () => ['estimate'], '', /needs a file/],
    [
      'an unknown model',
      () => ['estimate', '--model', 'gpt-0', 'hello.txt'],
      '',
      /unknown model: gpt-0 \(nearest: [^,]+(?:, [^,]+){4}\)/,
    ],
    ['an unknown model to count', () => ['count', '--model', 'x'], '', /unknown model: x/],
    ['no model to count', () => ['count'], '', /count needs either --model ID/],
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
      'a day that no calendar has',
      () => ['estimate', '--at', '2025-02-30', 'hello.txt'],
      '',
      /--at .*2025-02-30/,
    ],
    [
      'a time that is no day',
      () => ['estimate', '--at', 'now', 'hello.txt'],
      '',
      /--at is not a day/,
    ],
    [
      'a share above one',
      () => ['estimate', '--cached-share', '1.5', 'hello.txt'],
      '',
      /--cached-share is not a share from 0 to 1: 1\.5/,
    ],
    [
      'an unknown service tier',
      () => ['estimate', '--service-tier', 'warp', 'hello.txt'],
      '',
      /--service-tier is not one of standard, .*: warp/,
    ],
    [
      'no turns',
      () => ['estimate', '--turns', '0', 'hello.txt'],
      '',
      /--turns is not a whole number from 1 to 1,000: 0/,
    ],
    [
      'a name that its vendor moves',
      () => ['estimate', '--model', 'deepseek-reasoner', 'hello.txt'],
      '',
      /several models are called deepseek-reasoner; choose one of: .*deepseek\/deepseek-r1/,
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

  it('counts by the name of an encoding', () => {
    const by = (encoding: string): string =>
      run(['count', '--encoding', encoding], '今日は hello').stdout;
    assert.equal(ENCODINGS.length, 7);
    for (const encoding of ENCODINGS) assert.match(by(encoding), /^[2-5]\n$/, encoding);
    assert.match(run(['count', '--encoding', 'nope'], 'x').stderr, /known: o200k_base/);
    assert.match(run(['count', '--encoding', 'qwen3', '--model', 'o1']).stderr, /or --encoding/);
  });

  it('prices with the settings of a file, and says which entries it refuses', () => {
    const settings = {
      'apiSpend.pricing.overrides': { 'openai/o1': { output: 100 }, 'x/y': { input: 1 } },
      'apiSpend.currency': { code: 'EUR', rate: 0.9, asOf: '2026-11-01' },
    };
    write('settings.json', JSON.stringify(settings));
    const args = ['estimate', '--model', 'o1', '--settings', 'settings.json', 'hello.txt'];
    const { status, stdout, stderr } = run(args);
    // (2 x 15 + 500 x 100) millionths of a dollar x 0.9 = 0.045027 EUR
    assert.match(stdout, /1 USD = 0\.9 EUR \(2026-11-01\)[\s\S]*€0\.0450 .*your own price/);
    assert.match(
      stderr,
      /^api-spend: settings\.json: The setting apiSpend\.pricing: overrides\.x\/y is not a model/,
    );
    assert.equal(status, 0);
  });

  it('prices with a newer table, and refuses one that is broken', () => {
    write('broken.json', '{"schemaVersion": 2}');
    const broken = run(['estimate', '--prices', 'broken.json', 'hello.txt']);
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /broken\.json is not a price table: schemaVersion/);
  });

  it('prints its usage and its version', () => {
    assert.match(run([]).stdout, /estimate FILE/);
    const help = run(['--help']).stdout;
    assert.match(help, /estimate FILE/);
    assert.ok(help.includes(describeOptions()), help);
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
