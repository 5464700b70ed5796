import assert from 'node:assert/strict';
import { runTerminal } from '../../support/terminal';

// At 2025-01-27: o1 15 / 60, gpt-4o 2.50 / 10 USD per million input / output tokens.
const AT = ['--at', '2025-01-27'];

const FILES = {
  'p/reply.prompty': '---\nmodel: gpt-4o\nmax_tokens: 800\n---\nuser:\nhello world\n',
  'p/b.prompt.md': '---\nmodel: gpt-4o\n---\nhello world',
  'p/plain.md': 'hello world',
};

async function run(...args: string[]) {
  return runTerminal(['estimate', ...args, ...AT], FILES);
}

describe('--file-models', () => {
  it('prices a file on the model, and with the longest answer, that it names', async () => {
    const { stdout, status } = await run('p/reply.prompty', '--file-models');
    assert.equal(status, 0);
    assert.match(stdout, /^One call with p\/reply\.prompty and 800 output tokens\n/);
    // 2 x 2.5 + 800 x 10 millionths
    assert.match(stdout, /openai\/gpt-4o +2 .*\$0\.00801 /);
    assert.doesNotMatch(stdout, /openai\/o1/);
  });

  it('prices files that name none on the model of the command line, and sums all', async () => {
    const { stdout, stderr } = await run('p', '--file-models', '--model', 'openai/o1');
    // 8,005 + 2 x 2.5 + 500 x 10 + 2 x 15 + 500 x 60 = 43,040 millionths
    assert.match(stdout, /each file's own +6 .*\$0\.0430/);
    assert.match(stdout, /reply\.prompty +openai\/gpt-4o +2 +18\.6% +\$0\.00801/);
    assert.match(stdout, /plain\.md +openai\/o1 +2 +69\.8% +\$0\.0300/);
    assert.match(stdout, /openai\/gpt-4o, openai\/o1:\n {2}price/);
    assert.doesNotMatch(stderr, /which is not used/);
    assert.match(stderr, /priced with the longest answer that they name: 1/);
  });

  it('lets the command line have the output tokens', async () => {
    const { stdout } = await run('p/reply.prompty', '--file-models', '--output-tokens', '10');
    assert.match(stdout, /and 10 output tokens\n[^]*openai\/gpt-4o +2 .*\$0\.000105 /);
  });

  it('says the models in exports', async () => {
    const args = ['p', '--file-models', '--model', 'openai/o1'];
    const json = JSON.parse((await run(...args, '--format', 'json')).stdout) as {
      files: { path: string; ownModel?: string; ownAssumptions?: object; estimates: object[] }[];
    };
    assert.deepEqual(
      json.files.map(({ path, ownModel, ownAssumptions, estimates }) => [
        path,
        ownModel,
        ownAssumptions,
        estimates.length,
      ]),
      [
        ['p/b.prompt.md', 'openai/gpt-4o', undefined, 1],
        ['p/plain.md', undefined, undefined, 1],
        ['p/reply.prompty', 'openai/gpt-4o', { outputTokens: 800 }, 1],
      ],
    );
    const { stdout } = await run(...args, '--format', 'markdown');
    assert.match(stdout, /\| `p\/plain\.md` +\| `openai\/o1` +\|/);
  });

  it('is refused where it is not clear', async () => {
    const none = await run('p', '--file-models');
    assert.equal(none.status, 2);
    assert.match(none.stderr, /p\/plain\.md names no model: add --model ID/);
    const all = await run('p', '--file-models', '--all');
    assert.match(all.stderr, /--file-models takes one --model at most/);
    const without = await run('p', '--model', 'openai/o1');
    assert.match(
      without.stderr,
      /Prompt files that name a model, which is not used: 2 \(--file-models changes that\)/,
    );
  });
});
