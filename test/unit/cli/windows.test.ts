import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../support/priceTables';
import type { TerminalRun } from '../../support/terminal';

const support = join(projectRoot, 'test/support/windows');

const RUNS = {
  folder: [
    ['estimate', '--json', '--model', 'openai/o1', 'docs\\'],
    {
      'docs/a.md': 'hello world',
      'docs/b/c.txt': 'hello',
      'docs/b/left out.log': 'x',
      'docs/.gitignore': '*.log\n',
      'docs/.api-spend.json': '{}',
    },
  ],
  template: [
    ['estimate', 'prompts\\greet.prompty'],
    {
      'prompts/greet.prompty': '---\nname: x\n---\nuser:\nHello {{name}}',
      'prompts/greet.sample.json': '{"name": "a name of some more words"}',
    },
  ],
  agent: [
    ['estimate', '.github\\agents\\a.md'],
    { '.github/agents/a.md': '---\nname: x\n---\nhello' },
  ],
};

/** Runs the terminal program in one process in which its paths are those of Windows. */
function runOnWindows(): readonly TerminalRun[] {
  const preloads = ['--require', 'tsx/cjs', '--require', join(support, 'paths.cjs')];
  const runs = JSON.stringify(Object.values(RUNS));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...preloads, join(support, 'run.ts'), runs],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  return JSON.parse(stdout) as readonly TerminalRun[];
}

describe('the terminal program with the paths of Windows', function () {
  this.timeout(60_000);
  const none: TerminalRun = { status: -1, stdout: '', stderr: '' };
  let [folder, template, agent] = [none, none, none];

  before(() => {
    [folder = none, template = none, agent = none] = runOnWindows();
  });

  it('prints the paths of files as everywhere, and finds the rules of .gitignore', () => {
    const { files } = JSON.parse(folder.stdout) as { readonly files: readonly { path: string }[] };
    assert.deepStrictEqual(
      files.map(({ path }) => path),
      ['docs/.api-spend.json', 'docs/a.md', 'docs/b/c.txt'],
    );
    assert.match(folder.stderr, /with docs\/\.api-spend\.json/);
  });

  it('finds the values that stand beside a template in a folder', () => {
    assert.match(template.stderr, /Counted with sample values of greet\.sample\.json/);
  });

  it('knows an agent by the folder that it lies in', () => {
    assert.match(agent.stderr, /The front matter is not counted/);
  });
});
