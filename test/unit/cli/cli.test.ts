import assert from 'node:assert/strict';
import { ENCODINGS } from '../../../src/core/tokens/encodings';
import { describeOptions } from '../../../src/wording/scenario/options';
import { ENGLISH } from '../../../src/wording/words';
import { tableFile } from '../../support/priceTables';
import { runTerminal, type Content, type TerminalRun } from '../../support/terminal';

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

describe('the terminal program', () => {
  const files: Record<string, Content> = { 'hello.txt': 'hello world' };

  async function run(args: readonly string[], input: Content = ''): Promise<TerminalRun> {
    return runTerminal(args, files, input);
  }

  function write(name: string, content: Content): string {
    files[name] = content;
    return name;
  }

  async function count(input: Content, ...args: string[]): Promise<string> {
    const { status, stdout, stderr } = await run(['count', '--model', 'openai/o1', ...args], input);
    assert.equal(status, 0, stderr);
    return stdout;
  }

  it('prints a table, cheapest first, that shows the seed against o1', async () => {
    const { status, stdout } = await run(['estimate', '--all', 'hello.txt']);
    assert.equal(status, 0);
    assert.match(stdout, /^One call with hello\.txt and 500 output tokens\n\nModel +Tokens/);
    assert.match(stdout, /deepseek\/deepseek-r1 .* no longer sold/);
    assert.match(stdout, /openai\/o1 +2 /);
  });

  it('says of an empty file that it has no text', async () => {
    const { stdout } = await runTerminal(['estimate', 'empty.md', '--model', 'openai/o1'], {
      'empty.md': '',
    });
    assert.match(stdout, /^One call with empty\.md \(no text\) and 500 output tokens\n/);
  });

  it('counts a model as the one that answers for it at the time of the call', async () => {
    const counting = async (at: string): Promise<string> => {
      const args = [
        'estimate',
        '--model',
        'google/gemini-2.5-pro',
        '--json',
        '--at',
        at,
        'hello.txt',
      ];
      return (await run(args)).stdout;
    };
    assert.match(await counting('2026-11-30'), /"method": "exact"/);
    assert.match(await counting('2026-12-01'), /"method": "estimated"/);
  });

  it('prints ten models that are sold, and how to see the others', async () => {
    const { stdout } = await run(['estimate', 'hello.txt']);
    const rows = (text: string) =>
      text.split('\n').filter((line) => /^[\w-]+\/\S+ +[≈\d]/.test(line));
    assert.equal(rows(stdout).length, 10);
    assert.match(rows(stdout)[0] ?? '', / 1\.0x/);
    assert.doesNotMatch(stdout, /no longer sold/);
    const [, more] = /\n\n([\d,]+) more models: add --all, or --find WORDS\n/.exec(stdout) ?? [];
    const all = (await run(['estimate', '--all', 'hello.txt'])).stdout;
    assert.equal(rows(all).length, 10 + Number(more?.replaceAll(',', '')));
    assert.doesNotMatch(all, /more models/);
  });

  it('finds models by words, retired ones and other hosts included', async () => {
    const found = async (...words: string[]): Promise<readonly string[]> => {
      const { stdout } = await run(['estimate', '--json', ...words, 'hello.txt']);
      const json = JSON.parse(stdout) as { files: { estimates: Row[] }[] };
      return json.files[0]?.estimates.map(({ provider, model }) => `${provider}/${model}`) ?? [];
    };
    const [words, selection] = await Promise.all([found('--find', 'O1 openai'), found()]);
    assert.ok(words.includes('openai/o1') && words.every((id) => id.includes('o1')), words.join());
    assert.ok(selection.length > 10 && !selection.includes('openai/o1'));
    const none = await run(['estimate', '--find', 'qzx', 'hello.txt']);
    assert.equal(none.status, 2);
    const advice = 'try fewer words, or the name of a provider. --all lists every model';
    assert.ok(none.stderr.includes(`No model matches "qzx": ${advice}`), none.stderr);
    const near = await run(['estimate', '--find', 'gpt 7', 'hello.txt']);
    assert.match(near.stderr, /The nearest are: openai\/gpt-/);
  });

  it('prints the model with the name that was looked for first, then the others by cost', async () => {
    const { stdout } = await run(['estimate', '--find', 'gpt 5', 'hello.txt']);
    const ids = stdout.split('\n').flatMap((line) => /^[\w-]+\/\S+/.exec(line)?.[0] ?? []);
    assert.equal(ids[0], 'openai/gpt-5');
    assert.ok(ids.includes('openai/gpt-5-nano'));
  });

  it('prints each given model, and only the sources of the models shown', async () => {
    const json = JSON.parse((await run(['estimate', '--json', 'hello.txt'])).stdout) as {
      files: { estimates: Row[] }[];
    };
    const ids =
      json.files[0]?.estimates.slice(0, 12).map(({ provider, model }) => `${provider}/${model}`) ??
      [];
    const { stdout } = await run([
      'estimate',
      ...ids.flatMap((id) => ['--model', id]),
      'hello.txt',
    ]);
    for (const id of ids) assert.match(stdout, new RegExp(`^${id} `, 'm'));
    assert.doesNotMatch(stdout, /more model/);
    const ten = (await run(['estimate', 'hello.txt'])).stdout;
    assert.doesNotMatch(ten, /^deepseek\/deepseek-r1 /m);
  });

  it('reads UTF-16 as the editor does, with a mark and without', async () => {
    const utf16 = (text: string) => Buffer.from(text, 'utf16le');
    const tokens = async (name: string, bytes: Uint8Array | string) =>
      /openai\/o1 +(\d+)/.exec(
        (await run(['estimate', '--model', 'o1', write(name, bytes)])).stdout,
      )?.[1];
    const text = 'Hello, world, how are you?';
    const expected = await tokens('utf8.txt', text);
    assert.ok(expected);
    assert.equal(await tokens('utf16.txt', utf16(`\uFEFF${text}`)), expected);
    assert.equal(await tokens('be.txt', utf16(`\uFEFF${text}`).swap16()), expected);
    assert.equal(await tokens('plain16.txt', utf16(text)), expected);
  });

  it('notes that the placeholders of a prompt are counted as written', async () => {
    const args = (name: string) => ['estimate', '--model', 'o1', write(name, 'Dear {{name}},')];
    assert.equal(
      (await run(args('letter.md'))).stderr,
      'api-spend: letter.md: The placeholder {{name}} is counted as written, not as the text that replaces it.\n',
    );
    assert.equal((await run(args('letter.js'))).stderr, '');
  });

  it('counts what is sent of a prompt file, and says so', async () => {
    const text =
      '---\nmodel: gpt-4o ${env:KEY}\n---\nsystem:\nhello world\n\nuser:\nhello hello hello\n';
    const { stdout, stderr } = await run([
      'estimate',
      '--json',
      '--model',
      'o1',
      write('a.prompty', text),
    ]);
    const { files } = JSON.parse(stdout) as { files: { estimates: { tokens: number }[] }[] };
    assert.equal(files[0]?.estimates[0]?.tokens, 5);
    assert.equal(
      stderr,
      'api-spend: a.prompty: Front matter and role lines are not counted: they are not sent as text.\n',
    );
  });

  it('prices the text as output', async () => {
    const args = ['--treat-text-as', 'output', '--model', 'o1', 'hello.txt'];
    const { stdout } = await run(['estimate', ...args]);
    // 2 x 60 = 120 millionths of a dollar.
    assert.match(stdout, /^One call that writes hello\.txt\n/);
    assert.match(stdout, /openai\/o1 +2 +\$0\.00 +\$0\.000120 +\$0\.000120 /);
    const json = JSON.parse((await run(['estimate', '--json', ...args])).stdout) as Record<
      string,
      unknown
    >;
    assert.equal(json['treatTextAs'], 'output');
    const markdown = (await run(['estimate', '--format', 'markdown', ...args])).stdout;
    assert.match(markdown, /the text is the output · 1 call a day\./);
    assert.equal((await run(['estimate', '--treat-text-as', 'both', 'hello.txt'])).status, 2);
  });

  it('prints JSON with decimal strings', async () => {
    const { stdout } = await run([
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

  it('prices several files and standard input, each model cheapest first', async () => {
    write('twice.txt', 'hello world hello world');
    const { stdout } = await run(['estimate', '--json', 'hello.txt', '-', 'twice.txt'], 'one');
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

  it('prices with the rates of a day', async () => {
    const args = ['estimate', '--json', '--all', '--at', '2025-01-27', 'hello.txt'];
    const { files } = JSON.parse((await run(args)).stdout) as { files: { estimates: Row[] }[] };
    const rows = new Map(files[0]?.estimates.map((row) => [`${row.provider}/${row.model}`, row]));
    // o1 counts 2 tokens exactly: 2 x 15 + 500 x 60 millionths
    assert.equal(rows.get('openai/o1')?.totalUsd, '0.03003');
    const r1 = rows.get('deepseek/deepseek-r1');
    assert.equal(r1?.outputUsd, '0.001095');
    assert.equal(rows.get('openai/gpt-6-luna')?.totalUsd, null);
    assert.equal(rows.get('openai/gpt-6-luna')?.reason, 'notYetSold');
    const model = ['--json', '--model', 'deepseek-v3', 'hello.txt'];
    const output = async (at: string): Promise<string | null | undefined> => {
      const { stdout } = await run(['estimate', '--at', at, ...model]);
      return (JSON.parse(stdout) as { files: { estimates: Row[] }[] }).files[0]?.estimates[0]
        ?.outputUsd;
    };
    assert.equal(await output('2025-02-08T15:59:59Z'), '0.00014');
    assert.equal(await output('2025-02-08T16:00:00Z'), '0.00055');
  });

  it('prices with the given assumptions', async () => {
    const assumed =
      '--reasoning-tokens 100 --batch --output-tokens 0 --calls-per-day 1000 --json --model o1';
    const { files } = JSON.parse(
      (await run(['estimate', ...assumed.split(' '), 'hello.txt'])).stdout,
    ) as {
      files: { estimates: Row[] }[];
    };
    const [row] = files[0]?.estimates ?? [];
    // 2 x 15 / 2 = 15 millionths, 100 x 60 / 2 = 3,000
    assert.deepStrictEqual(
      [row?.inputUsd, row?.outputUsd, row?.totalUsd, row?.dailyUsd],
      ['0.000015', '0.003', '0.003015', '3.015'],
    );
    const { stdout } = await run([
      'estimate',
      '--turns',
      '3',
      '--model',
      'deepseek-flash',
      'hello.txt',
    ]);
    assert.match(stdout, /^One conversation of 3 turns with hello\.txt, 500 output tokens each/);
  });

  it('counts standard input, and JSON lines one by one', async () => {
    assert.equal(await count('hello world'), '2\n');
    assert.equal(await count(''), '0\n');
    assert.equal(await count('"hello world"\n""\n"a\\nb"\n', '--jsonl'), '2\n0\n3\n');
    assert.equal(await count('"hello world"\r\n"hello"', '--jsonl'), '2\n1\n');
    assert.equal(await count('', '--jsonl'), '');
  });

  it('writes the basis and the range of an estimate to standard error', async () => {
    const { stdout, stderr } = await run(
      ['count', '--model', 'xai/grok-3'],
      'hello world '.repeat(50),
    );
    // 101 tokens of o200k_base x 1.02 +- 8 %: 103.02, from 94.8 to 111.3.
    assert.equal(stdout, '103\n');
    assert.match(
      stderr,
      /^api-spend: xai\/grok-3: ≈103 \(94 to 112\)\. Estimated for Grok from 3 on: /,
    );
    const near = await run(['count', '--model', 'openai/gpt-5'], 'hello world');
    assert.equal(near.stdout, '2\n');
    assert.match(near.stderr, /^api-spend: openai\/gpt-5: 2\. Near-exact, counted with o200k/);
  });

  it('prints the basis of estimates below the table', async () => {
    const models = ['--model', 'openai/o1', '--model', 'xai/grok-3', '--model', 'xai/grok-4.3'];
    const { stdout } = await run(['estimate', '-', ...models], 'hello world');
    assert.match(
      stdout,
      /\n\nxai\/grok-3, xai\/grok-4\.3:\n {2}Estimated for Grok from 3 on: .*\n\nopenai\/o1, xai\/grok-3, xai\/grok-4\.3:\n {2}price equal in 3 independent sources, listed on [\d-]+, https:\/\/.+\n/,
    );
  });

  it('counts special tokens and control characters as ordinary text', async () => {
    assert.equal(await count('<|endoftext|>'), '7\n');
    assert.equal(
      await count('\ufeffhello world'),
      '2\n',
      'the byte order mark is dropped, as VS Code does',
    );
    assert.equal(await count('a\u0000b'), '3\n');
    assert.equal(await count('a\r\nb'), '3\n');
    // A lone surrogate is U+FFFD in UTF-8.
    assert.equal(await count('"a\\ud800b"', '--jsonl'), await count('"a\\ufffdb"', '--jsonl'));
  });

  const refused: [name: string, args: () => string[], input: Content, message: RegExp][] = [
    ['a missing file', () => ['estimate', 'hello.txt', 'none.txt'], '', /none\.txt: no such file/],
    [
      'a kind of call that there is not',
      () => ['estimate', '--as', 'two', 'hello.txt'],
      '',
      /--as/,
    ],
    [
      'standard input together with a folder',
      () => ['estimate', '-', '.'],
      'x',
      /standard input \(-\) cannot be priced together with a folder/,
    ],
    ['no file', () => ['estimate'], '', /needs a file/],
    [
      'an unknown model',
      () => ['estimate', '--model', 'gpt-0', 'hello.txt'],
      '',
      /"gpt-0" is not in the price table\. The nearest are: [^,]+(?:, [^,]+){4}\n/,
    ],
    [
      'an unknown model to count',
      () => ['count', '--model', 'x'],
      '',
      /"x" is not in the price table/,
    ],
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
      () => ['estimate', '--model', 'gemini-flash-latest', 'hello.txt'],
      '',
      /Several models are called "gemini-flash-latest"\. Choose one of: google\/gemini-/,
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
    it(`answers ${name} with one line, exit code 2 and no numbers`, async () => {
      const { status, stdout, stderr } = await run(args(), input);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /^api-spend: [^\n]+\n$/);
    });
  }

  it('counts by the name of an encoding', async () => {
    const by = async (encoding: string): Promise<string> =>
      (await run(['count', '--encoding', encoding], '今日は hello')).stdout;
    assert.equal(ENCODINGS.length, 7);
    for (const encoding of ENCODINGS) assert.match(await by(encoding), /^[2-5]\n$/, encoding);
    assert.match((await run(['count', '--encoding', 'nope'], 'x')).stderr, /known: o200k_base/);
    assert.match(
      (await run(['count', '--encoding', 'qwen3', '--model', 'o1'])).stderr,
      /or --encoding/,
    );
  });

  it('prices with the settings in a file, and warns of rejected entries', async () => {
    const settings = {
      'apiSpend.pricing.overrides': { 'openai/o1': { output: 100 }, 'x/y': { input: 1 } },
      'apiSpend.currency': { code: 'EUR', rate: 0.9, asOf: '2026-11-01' },
    };
    write('settings.json', JSON.stringify(settings));
    const args = ['estimate', '--model', 'o1', '--settings', 'settings.json', 'hello.txt'];
    const { status, stdout, stderr } = await run(args);
    // (2 x 15 + 500 x 100) millionths of a dollar x 0.9 = 0.045027 EUR
    assert.match(stdout, /1 USD = 0\.9 EUR \(2026-11-01\)[\s\S]*€0\.0450 .*your own price/);
    assert.match(
      stderr,
      /^api-spend: settings\.json: The setting apiSpend\.pricing\.overrides: x\/y is not a model/,
    );
    assert.equal(status, 0);
  });

  it('reads settings as VS Code does: comments, trailing commas, nested objects', async () => {
    for (const settings of [
      '// mine\n{"apiSpend.pricing.overrides": {"openai/o1": {"output": 100,}, /* all */ },}',
      '{"apiSpend.pricing": {"overrides": {"openai/o1": {"output": 100}}}}',
      '{"apiSpend": {"pricing": {"overrides": {"openai/o1": {"output": 100}}}}}',
    ]) {
      write('mine.json', settings);
      const { status, stdout, stderr } = await run([
        'estimate',
        '--model',
        'o1',
        '--settings',
        'mine.json',
        'hello.txt',
      ]);
      assert.deepStrictEqual([status, stderr], [0, ''], settings);
      assert.match(stdout, /\$0\.0500 .*your own price/);
    }
  });

  it('rejects settings that it cannot use', async () => {
    const refuse = async (settings: string) => {
      write('mine.json', settings);
      const { status, stderr } = await run(['estimate', '--settings', 'mine.json', 'hello.txt']);
      assert.equal(status, 2);
      return stderr;
    };
    assert.match(
      await refuse('{}'),
      /^api-spend: mine\.json: has none of the settings .*: apiSpend\.pricing\.overrides, /,
    );
    assert.match(await refuse('{"editor.fontSize": 12}'), /has none of the settings/);
    assert.match(await refuse('[]'), /^api-spend: mine\.json: is not a JSON object\n$/);
    assert.match(
      await refuse('{\n"a": }'),
      /^api-spend: mine\.json: is not JSON: a value is missing in line 2\n$/,
    );
  });

  it('says on standard error how a name was read', async () => {
    const read = async (name: string, ...at: string[]): Promise<string> => {
      const { status, stderr } = await run(['estimate', '--model', name, ...at, 'hello.txt']);
      assert.equal(status, 0);
      return stderr;
    };
    assert.equal(await read('openai/gpt-4o'), '');
    assert.equal(
      await read('openai:GPT-4o'),
      'api-spend: "openai:GPT-4o" is read as openai/gpt-4o.\n',
    );
    assert.equal(
      await read('deepseek-chat', '--at', '2025-01-27'),
      'api-spend: "deepseek-chat" means deepseek/deepseek-v3 on 2025-01-27.\n',
    );
  });

  it('suggests models for an unknown name, and takes each suggestion', async () => {
    const { stderr } = await run(['estimate', '--model', 'gpt-4o-o', 'hello.txt']);
    const [, list = ''] =
      /^api-spend: "gpt-4o-o" is not in the price table\. The nearest are: (.+)\n$/.exec(stderr) ??
      [];
    assert.equal(list.split(', ')[0], 'openai/gpt-4o');
    assert.equal(list.split(', ').length, 5);
    const named = list.split(', ').flatMap((id) => ['--model', id]);
    assert.equal((await run(['estimate', ...named, 'hello.txt'])).status, 0);
  });

  it('accepts each model that it suggests for an ambiguous name', async () => {
    const { stderr } = await run(['estimate', '--model', 'gemini-flash-latest', 'hello.txt']);
    const [, list = ''] = /Choose one of: (.+)\n$/.exec(stderr) ?? [];
    const named = list.split(', ').flatMap((id) => ['--model', id]);
    assert.equal((await run(['estimate', ...named, 'hello.txt'])).status, 0);
  });

  it('escapes control characters in names of files and models', async () => {
    const hostile = 'a\n\u001b[31m\u202eb.md';
    write(hostile, 'hello {{name}}');
    const shown = String.raw`a\n\u001b[31m\u202eb.md`;
    const runs = [
      await run(['estimate', '--model', 'o1', hostile]),
      await run(['estimate', '--model', 'o1', '--json', hostile]),
      await run(['estimate', '--model', hostile, 'hello.txt']),
      await run(['estimate', `none ${hostile}`]),
      await run(['estimate', '--settings', hostile, 'hello.txt']),
      await run(['estimate', '--prices', hostile, 'hello.txt']),
      await run(['estimate', '--at', hostile, 'hello.txt']),
      await run(['estimate', '--format', hostile, 'hello.txt']),
      await run(['estimate', '--output-tokens', hostile, 'hello.txt']),
      await run(['count', '--encoding', hostile]),
      await run([hostile]),
    ];
    for (const { stdout, stderr } of runs) {
      assert.ok(
        !/\p{Cf}/u.test(stdout + stderr) && !(stdout + stderr).includes('\u001b'),
        stdout + stderr,
      );
      assert.ok((stdout + stderr).includes(shown), stdout + stderr);
      assert.match(stderr, /^(?:api-spend: [^\n]+\n)?$/);
    }
  });

  it('escapes the evidence of a table, and the names of its time windows', async () => {
    const hostile = 'a\n\u001b[31m\u202eb';
    const file = tableFile({
      name: hostile,
      tokenizer: { encoding: 'o200k_base', accuracy: 'near-exact', evidence: hostile },
    });
    write('hostile.json', JSON.stringify(file));
    const { status, stdout, stderr } = await run([
      'estimate',
      '--model',
      'acme/one',
      '--prices',
      'hostile.json',
      'hello.txt',
    ]);
    assert.deepStrictEqual([status, stderr], [0, '']);
    assert.ok(stdout.includes(String.raw`a\n\u001b[31m\u202eb`), stdout);
    assert.doesNotMatch(stdout, /\p{Cf}/u);
    assert.ok(!stdout.includes('\u001b'));
  });

  it('explains why a user-defined model was refused, then that it is unknown', async () => {
    const model = { id: 'me/x', name: 'X', encoding: 'nonsense', rates: { input: 1, output: 2 } };
    write('own.json', JSON.stringify({ 'apiSpend.pricing.customModels': [model] }));
    const { status, stderr } = await run([
      'estimate',
      '--model',
      'me/x',
      '--settings',
      'own.json',
      'hello.txt',
    ]);
    assert.equal(status, 2);
    const [reason, unknown] = stderr.split('\n');
    assert.match(reason ?? '', /pricing\.customModels: 0\.encoding .*nonsense/);
    assert.match(unknown ?? '', /"me\/x" is not in the price table/);
  });

  it('has no price for a prompt from the length on from which it is unknown', async () => {
    const usdPerMillionTokens = { input: 1, output: 2 };
    const tiers = [{ fromPromptTokens: 3, usdPerMillionTokens: {} }];
    const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens, tiers }];
    write('long.json', JSON.stringify(tableFile({ periods })));
    write('longer.txt', 'hello world world');
    const total = async (file: string): Promise<unknown> => {
      const args = [
        '--model',
        'acme/one',
        '--prices',
        'long.json',
        '--output-tokens',
        '0',
        '--json',
      ];
      const { stdout } = await run(['estimate', ...args, file]);
      const json = JSON.parse(stdout) as { files: { estimates: Row[] }[] };
      const row = json.files[0]?.estimates[0];
      return [row?.tokens, row?.totalUsd, row?.reason];
    };
    assert.deepEqual(await total('hello.txt'), [2, '0.000002', undefined]);
    assert.deepEqual(await total('longer.txt'), [3, null, 'noLongPromptRate']);
  });

  it('prices with a newer table, and rejects an invalid one', async () => {
    write('broken.json', '{"schemaVersion": 3}');
    const broken = await run(['estimate', '--prices', 'broken.json', 'hello.txt']);
    assert.equal(broken.status, 2);
    assert.match(
      broken.stderr,
      /^api-spend: broken\.json:1 is not a price table: schemaVersion is not 2: 3\n$/,
    );
    write('future.json', JSON.stringify(tableFile()).replace('2026-11-01', '2999-01-01'));
    const future = await run(['estimate', '--prices', 'future.json', 'hello.txt']);
    assert.match(
      future.stderr,
      /future\.json:1 is not a price table: sources\.page\.checked is in the future: 2999-01-01/,
    );
    write('cut.json', '{');
    const cut = await run(['estimate', '--prices', 'cut.json', 'hello.txt']);
    assert.match(
      cut.stderr,
      /^api-spend: cut\.json: is not JSON: a closing brace is missing in line 1\n$/,
    );
  });

  it('prints usage and version', async () => {
    assert.match((await run([])).stdout, /estimate FILE/);
    const help = (await run(['--help'])).stdout;
    assert.match(help, /estimate FILE/);
    for (const [option] of describeOptions(ENGLISH)) assert.ok(help.includes(`\n${option} `), help);
    assert.equal((await run(['estimate', '--help'])).stdout, help);
    assert.match((await run(['estimate', '--', '--help'])).stderr, /--help: no such file/);
    assert.match((await run(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
