import assert from 'node:assert/strict';
import { main } from '../../../src/cli/main';
import { runTerminal, terminalIo, type Content, type TerminalRun } from '../../support/terminal';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly estimates: readonly { readonly tokens: number }[];
  }[];
}

const FILES: Readonly<Record<string, Content>> = {
  'docs/a.md': 'hello world',
  'docs/b/c.txt': 'hello hello hello',
};

async function estimate(args: readonly string[], files = FILES): Promise<TerminalRun> {
  return runTerminal(['estimate', '--model', 'openai/o1', '--no-config', ...args], files);
}

async function tokens(args: readonly string[], files = FILES) {
  const { stdout, stderr, status } = await estimate(['--json', ...args], files);
  assert.equal(status, 0, stderr);
  return (JSON.parse(stdout) as Json).files.map(({ path, estimates }) => [
    path,
    estimates[0]?.tokens,
  ]);
}

async function count(text: string): Promise<number> {
  const { stdout } = await runTerminal(['count', '--encoding', 'o200k_base'], {}, text);
  return Number(stdout);
}

describe('files as one call in the terminal', () => {
  it('have the headers that files-to-prompt writes', async () => {
    const path =
      'docs/a.md\n---\nhello world\n\n---\ndocs/b/c.txt\n---\nhello hello hello\n\n---\n';
    const xml = [
      '<documents>',
      '<document index="1">',
      '<source>docs/a.md</source>',
      '<document_content>',
      'hello world',
      '</document_content>',
      '</document>',
      '<document index="2">',
      '<source>docs/b/c.txt</source>',
      '<document_content>',
      'hello hello hello',
      '</document_content>',
      '</document>',
      '</documents>',
      '',
    ].join('\n');
    const one = ['--as', 'one', 'docs'];
    assert.deepEqual(await tokens(one), [['docs', 5]]);
    assert.deepEqual(await tokens(['--headers', 'path', ...one]), [['docs', await count(path)]]);
    assert.deepEqual(await tokens(['--headers', 'xml', ...one]), [['docs', await count(xml)]]);
  });

  it('are near the count of the joined text, whatever the files begin and end with', async () => {
    const ends = ['', '\n', '\n\n', ' ', '.\n', '}\n', '\t', '\r\n'];
    const texts = ends.flatMap((end) => ends.map((start) => `${start}const a = 1;${end}`));
    const files = Object.fromEntries(
      texts.map((text, index) => [`f/${String(index).padStart(2, '0')}.txt`, text]),
    );
    const joined = Object.entries(files).map(([path, text]) => `${path}\n---\n${text}\n\n---\n`);
    const [[, added = 0] = []] = await tokens(['--headers', 'path', '--as', 'one', 'f'], files);
    const exact = await count(joined.join(''));
    assert.ok(Math.abs(Number(added) - exact) <= 2 * texts.length, `${added}, ${exact}`);
  });

  it('say how near the sum is', async () => {
    const { stderr } = await estimate(['--as', 'one', 'docs']);
    assert.match(stderr, /The tokens of the files are added: where two meet, a token more or less/);
    assert.equal((await estimate(['docs'])).stderr.includes('are added'), false);
  });

  it('list their tokens with their headers', async () => {
    const { stdout } = await estimate(['--as', 'one', '--headers', 'path', 'docs']);
    const rows = stdout.split('\n').filter((line) => line.startsWith('docs/'));
    const shown = rows.map((row) => Number(row.split(/ +/)[1]));
    const [[, sum] = []] = await tokens(['--as', 'one', '--headers', 'path', 'docs']);
    assert.equal(
      shown.reduce((a, b) => a + b, 0),
      sum,
    );
  });

  it('say what to leave out to fit', async () => {
    // 210,000 tokens and 500 of the answer are 10,500 too many for a window of 200,000.
    const files = {
      'docs/a.md': ' hello'.repeat(90_000),
      'docs/b.md': ' hello'.repeat(20_000),
      'src/c.md': ' hello'.repeat(100_000),
    };
    const { stdout } = await estimate(['--as', 'one', '.'], files);
    assert.match(
      stdout,
      /\nWithout docs\/b\.md \(20,000 tokens\) it fits: prompt and answer have at most 200,000 tokens\.\n$/,
    );
    assert.doesNotMatch((await estimate(['.'], files)).stdout, /Without/);
  });

  it('say what to leave out to stay below a tier, and what that costs', async () => {
    const files = { 'docs/a.md': ' hello'.repeat(60_000), 'b.md': ' hello'.repeat(160_000) };
    const args = ['--model', 'google/gemini-2.5-pro', '--at', '2026-11-23', '--output-tokens', '0'];
    const { stdout } = await runTerminal(
      ['estimate', '--no-config', ...args, '--as', 'one', '.'],
      files,
    );
    // 220,000 × 2.50 = 0.55; 160,000 × 1.25 = 0.20.
    assert.match(
      stdout,
      /\nWithout docs\/ \(60,000 tokens\) it costs 36\.4% of that, \$0\.200: the/,
    );
  });

  it('leave requests in a folder as calls of their own, and say so', async () => {
    const body = { model: 'gpt-4o', messages: [{ role: 'user', content: 'hello' }] };
    const line = { custom_id: '1', method: 'POST', url: '/v1/chat/completions', body };
    const files = { ...FILES, 'docs/batch.jsonl': `${JSON.stringify(line)}\n`.repeat(3) };
    const found = await tokens(['--as', 'one', 'docs'], files);
    assert.deepEqual(found[0], ['docs', 5]);
    assert.equal(found[1]?.[0], 'docs/batch.jsonl');
    const { stderr } = await estimate(['--as', 'one', 'docs'], files);
    assert.match(stderr, /Files of API requests, which stay calls of their own: 1\n/);
  });

  it('refuse headers where they have no meaning, and unknown ones', async () => {
    const each = await estimate(['--headers', 'xml', 'docs']);
    assert.deepEqual([each.status, each.stdout], [2, '']);
    assert.match(each.stderr, /--headers needs --as one/);
    const unknown = await estimate(['--headers', 'html', '--as', 'one', 'docs']);
    assert.match(unknown.stderr, /--headers is not none, path or xml: html\n/);
  });
});

describe('the JSON of the terminal', () => {
  const files = { ...FILES, 'docs/d.md': 'hello' };

  /** What is written to standard output, write by write. */
  async function writes(
    args: readonly string[],
    given: Readonly<Record<string, Content>> = files,
  ): Promise<readonly string[]> {
    const written: string[] = [];
    const io = { ...terminalIo(given), writeOutput: (text: string) => written.push(text) };
    await main(['estimate', '--json', '--no-config', ...args], io);
    return written;
  }

  it('is written file by file, each as soon as it is counted', async () => {
    const written = await writes(['--model', 'o1', 'docs']);
    assert.deepEqual(
      written.map((text) => /"path": "(.*?)"/.exec(text)?.[1]),
      ['docs/a.md', 'docs/b/c.txt', 'docs/d.md', undefined],
    );
  });

  it('is the document that JSON.stringify writes', async () => {
    for (const args of [['docs'], ['docs/a.md'], ['--as', 'one', 'docs']]) {
      const text = (await writes(args)).join('');
      assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }
  });

  it('is the same for requests, which are written one by one', async () => {
    const line = JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'hi' }] });
    const requests = { 'r.jsonl': `${line}\n${line}\n` };
    const written = await writes(['r.jsonl'], requests);
    assert.equal(written.length, 3);
    const text = written.join('');
    assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('is empty if nothing was counted', async () => {
    assert.deepEqual(await writes(['none.md']), []);
  });
});
