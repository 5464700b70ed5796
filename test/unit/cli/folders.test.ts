import assert from 'node:assert/strict';
import { runTerminal, type Content, type TerminalRun } from '../../support/terminal';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly estimates: readonly { readonly tokens: number; readonly totalUsd: string | null }[];
  }[];
}

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  metadata: { kernelspec: { language: 'python' } },
  cells: [
    { cell_type: 'markdown', source: ['hello world'] },
    {
      cell_type: 'code',
      source: 'hello world',
      outputs: [{ data: { 'image/png': 'iVBORw0KGgo'.repeat(5000) } }],
    },
  ],
});

describe('folders in the terminal', () => {
  const FILES: Record<string, Content> = {
    'docs/.gitignore': '*.log\n/private/',
    'docs/a.md': 'hello world',
    'docs/b/c.txt': 'hello hello hello',
    'docs/debug.log': 'hello',
    'docs/private/key.txt': 'hello',
    'docs/picture.png': new Uint8Array([0x89, 0x50, 0, 0, 1]),
    'docs/plan.ipynb': NOTEBOOK,
  };

  async function estimate(...args: string[]): Promise<TerminalRun> {
    return runTerminal(['estimate', '--model', 'openai/o1', ...args], FILES);
  }

  async function json(...args: string[]): Promise<Json> {
    const { status, stdout, stderr } = await estimate('--json', ...args);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Json;
  }

  const tokensOf = ({ files }: Json) =>
    files.map(({ path, estimates }) => [path, estimates[0]?.tokens]);

  it('are all of their files but those that .gitignore leaves out, and binary ones', async () => {
    assert.deepStrictEqual(tokensOf(await json('docs')), [
      ['docs/a.md', 2],
      ['docs/b/c.txt', 3],
      ['docs/plan.ipynb', 4],
    ]);
  });

  it('say what is not in the sum', async () => {
    const { stderr } = await estimate('docs');
    assert.match(stderr, /Notebooks, counted by their cells without outputs: 1\n/);
    assert.match(stderr, /Left out by \.gitignore and files\.exclude: 2\n/);
    assert.match(stderr, /Pictures, PDFs and recordings, not in the sum: 1 /);
    assert.doesNotMatch(stderr, /Binary files, skipped/);
    assert.match(stderr, /Files of git itself, skipped: 1\n/);
  });

  it('may be named together with files in them, which count once', async () => {
    const named = await json('docs', 'docs/a.md');
    assert.equal(named.files.length, 3);
  });

  it('are one call with each file: 3 × 500 output tokens at $60 per million, 9 tokens at $15', async () => {
    const { stdout } = await estimate('docs');
    assert.match(stdout, /^One call with each of 3 files in docs and 500 output tokens\n/);
    // 9 × 15 / 1e6 + 1,500 × 60 / 1e6 = 0.000135 + 0.09
    assert.match(stdout, /openai\/o1 +9 +\$0\.000135 +\$0\.0900 +\$0\.0901/);
  });

  it('are one call with all files on --as one: the answer is paid once', async () => {
    const { stdout } = await estimate('--as', 'one', 'docs');
    assert.match(stdout, /^One call with 3 files in docs together and 500 output tokens\n/);
    // 9 × 15 / 1e6 + 500 × 60 / 1e6 = 0.000135 + 0.03
    assert.match(stdout, /openai\/o1 +9 +\$0\.000135 +\$0\.0300 +\$0\.0301/);
    assert.deepStrictEqual(tokensOf(await json('--as', 'one', 'docs')), [['docs', 9]]);
  });

  it('list the largest files of one model, with their shares', async () => {
    const { stdout } = await estimate('docs');
    const rows = stdout.split('\n').filter((line) => line.startsWith('docs/'));
    assert.deepStrictEqual(
      rows.map((row) => row.split(/ +/).slice(0, 3)),
      [
        ['docs/plan.ipynb', '4', '44.4%'],
        ['docs/b/c.txt', '3', '33.3%'],
        ['docs/a.md', '2', '22.2%'],
      ],
    );
  });

  it('leave out what files.exclude of the settings does', async () => {
    FILES['settings.json'] = '{ "files.exclude": { "docs/b": true } }';
    const found = await json('--settings', 'settings.json', 'docs');
    assert.deepStrictEqual(tokensOf(found), [
      ['docs/a.md', 2],
      ['docs/plan.ipynb', 4],
    ]);
  });

  it('refuse a file that was named and cannot be counted', async () => {
    const { status, stderr, stdout } = await estimate('docs', 'docs/picture.png');
    assert.deepStrictEqual([status, stdout], [2, '']);
    assert.match(stderr, /docs\/picture\.png: binary file\n/);
    assert.match((await estimate('docs', 'none.txt')).stderr, /none\.txt: no such file\n/);
  });

  it('say that there is nothing to count', async () => {
    const { status, stderr } = await runTerminal(['estimate', 'empty'], {
      'empty/.gitignore': '*.txt',
      'empty/a.txt': 'hello',
    });
    assert.equal(status, 2);
    assert.match(stderr, /There is no text to estimate in empty\..*\.gitignore/);
  });

  it('have the team’s file that lies in them', async () => {
    const { stderr } = await runTerminal(['estimate', 'team'], {
      'team/.api-spend.json': '{ "scenario": { "outputTokens": 100 } }',
      'team/a.txt': 'hello',
    });
    assert.match(stderr, /with team\/\.api-spend\.json/);
  });

  it('compare a budget for one call with each file, not with their sum', async () => {
    const files = {
      'team/.api-spend.json':
        '{ "budgets": { "perCall": 0.031 }, "scenario": { "outputTokens": 500 } }',
      'team/a.txt': 'hello',
      'team/b.txt': 'hello',
    };
    const { stdout } = await runTerminal(['estimate', '--model', 'openai/o1', 'team'], files);
    assert.match(stdout, /each of 3 files in team/);
    assert.doesNotMatch(stdout, /budget/);
    const one = await runTerminal(['estimate', '--model', 'openai/o1', '--as', 'one', 'team'], {
      ...files,
      'team/b.txt': 'hello '.repeat(200),
    });
    assert.match(one.stdout, /budget/);
  });

  it('count a notebook that is named by its cells, and say so', async () => {
    const { stdout, stderr } = await estimate('docs/plan.ipynb');
    assert.match(stdout, /openai\/o1 +4 /);
    assert.match(stderr, /docs\/plan\.ipynb: The code and text of the cells are counted, but not/);
  });
});
