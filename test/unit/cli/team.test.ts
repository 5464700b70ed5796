import assert from 'node:assert/strict';
import { main } from '../../../src/cli/main';
import { runTerminal, terminalIo, type Content, type TerminalRun } from '../../support/terminal';

// 2 input tokens ("hello world") at 15 and 500 output tokens at 60 with openai/o1: 30,030 millionths of a dollar.

const TEXT = { 'prompts/hello.txt': 'hello world' };

async function run(files: Record<string, Content>, ...args: string[]): Promise<TerminalRun> {
  return runTerminal(['estimate', '--model', 'o1', ...args], { ...TEXT, ...files }, 'hello world');
}

async function total(files: Record<string, Content>, ...args: string[]): Promise<string | null> {
  const { status, stdout, stderr } = await run(files, '--json', ...args);
  assert.equal(status, 0, stderr);
  const json = JSON.parse(stdout) as { files: { estimates: { totalUsd: string | null }[] }[] };
  return json.files[0]?.estimates[0]?.totalUsd ?? null;
}

const discount = (factor: number): string => JSON.stringify({ discounts: { 'openai/*': factor } });

describe("the team's file in the terminal", () => {
  it('is the nearest one above the priced file, above the working directory too', async () => {
    const file = 'prompts/hello.txt';
    assert.equal(await total({}, file), '0.03003');
    const above = { '../.api-spend.json': discount(0.5) };
    assert.equal(await total(above, file), '0.015015');
    const here = { ...above, '.api-spend.json': discount(0.8) };
    assert.equal(await total(here, file), '0.024024');
    const beside = { ...here, 'prompts/.api-spend.json': discount(0.9) };
    assert.equal(await total(beside, file), '0.027027');
    assert.equal(await total(beside, '-'), '0.024024', 'standard input: the working directory');
    const { stderr } = await run(beside, file);
    assert.equal(stderr, 'api-spend: with prompts/.api-spend.json (--no-config ignores it)\n');
  });

  it('can be named, and ignored', async () => {
    const files = { '.api-spend.json': discount(0.8), 'other.json': discount(0.1) };
    assert.equal(await total(files, '--config', 'other.json', 'prompts/hello.txt'), '0.003003');
    assert.equal(await total(files, '--no-config', 'prompts/hello.txt'), '0.03003');
    const both = await run(files, '--no-config', '--config', 'other.json', 'prompts/hello.txt');
    assert.match(both.stderr, /choose either --config or --no-config/);
    const missing = await run(files, '--config', 'none.json', 'prompts/hello.txt');
    assert.deepStrictEqual(
      [missing.status, missing.stderr],
      [2, 'api-spend: none.json: no such file\n'],
    );
  });

  it('must be the same for all files', async () => {
    const files = { 'prompts/.api-spend.json': discount(0.8), 'b.txt': 'hello' };
    const { status, stderr } = await run(files, 'prompts/hello.txt', 'b.txt');
    assert.equal(status, 2);
    assert.match(stderr, /different teams \(prompts\/\.api-spend\.json, no \.api-spend\.json\)/);
  });

  it('has assumptions, which the options replace', async () => {
    const files = { '.api-spend.json': '{"scenario": {"outputTokens": 100, "batch": true}}' };
    // (2 x 15 + 100 x 60) / 2
    assert.equal(await total(files, 'prompts/hello.txt'), '0.003015');
    assert.equal(await total(files, '--output-tokens', '500', 'prompts/hello.txt'), '0.015015');
  });

  it('gives way to the prices of --settings', async () => {
    const files = {
      '.api-spend.json': '{"overrides": {"o1": {"output": 30}}, "discounts": {"*": 0.5}}',
      'settings.json': '{"apiSpend.pricing.overrides": {"openai/o1": {"output": 100}}}',
    };
    assert.equal(await total(files, 'prompts/hello.txt'), '0.01503');
    assert.equal(await total(files, '--settings', 'settings.json', 'prompts/hello.txt'), '0.05003');
  });

  it('has budgets: the excess is in the row, or a notice, and the exit code stays 0', async () => {
    const files = { '.api-spend.json': '{"budgets": {"perCall": 0.03, "perMonth": 10}}' };
    const table = await run(files, 'prompts/hello.txt');
    assert.equal(table.status, 0);
    assert.match(table.stdout, /openai\/o1 .* is \$0\.0000300 over the budget of \$0\.0300/);
    assert.doesNotMatch(table.stdout, /a month is/);
    const csv = await run(files, '--format', 'csv', 'prompts/hello.txt');
    assert.equal(csv.status, 0);
    assert.match(csv.stderr, /prompts\/hello\.txt: openai\/o1: .* over the budget of \$0\.0300\n/);
    // 500 output tokens alone cost 0.03; the sum of two calls is compared with no budget for one.
    const short = { ...files, 'prompts/a.txt': '' };
    const two = await run(short, '--format', 'csv', 'prompts/a.txt', 'prompts/hello.txt');
    assert.deepEqual(two.stderr.match(/\S+: openai\/o1: /g), ['prompts/hello.txt: openai/o1: ']);
    files['.api-spend.json'] = '{"budgets": {"perCall": 0.0001}}';
    const all = await runTerminal(['estimate', '--json', 'prompts/hello.txt'], {
      ...TEXT,
      ...files,
    });
    assert.match(all.stderr, /\d+ of \d+ models exceed the budget\n/);
  });

  it('tells which pinned name no model has', async () => {
    const files = { ...TEXT, '.api-spend.json': '{"pinnedModels": ["o1", "nope/x"]}' };
    const { stderr } = await run(files, 'prompts/hello.txt');
    assert.match(stderr, /\.api-spend\.json: pinnedModels\.1 is not a model of the price table\n/);
    assert.ok(!stderr.includes('pinnedModels.0'));
  });

  it('has pinned models, which come first', async () => {
    const files = { ...TEXT, '.api-spend.json': '{"pinnedModels": ["o1", "openai/gpt-4.1"]}' };
    const { stdout } = await runTerminal(['estimate', 'prompts/hello.txt'], files);
    assert.match(stdout, /\nModel .*\nopenai\/o1 .*\nopenai\/gpt-4\.1 /);
    const markdown = await runTerminal(
      ['estimate', '--format', 'markdown', 'prompts/hello.txt'],
      files,
    );
    assert.match(markdown.stdout, /\| `openai\/o1` .*pinned.*\n\| `openai\/gpt-4\.1` .*pinned/);
  });

  it('is refused as a whole where its form is wrong, and entry by entry where a name is', async () => {
    const wrong = await run(
      { '.api-spend.json': '{"discounts": {"a/*": 15}}' },
      'prompts/hello.txt',
    );
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /^api-spend: \.api-spend\.json:1: discounts\.a\/\* is not a factor/);
    const half = await run({ '.api-spend.json': '{"discounts": ' }, 'prompts/hello.txt');
    assert.match(half.stderr, /^api-spend: \.api-spend\.json is not JSON: .* in line 1/);
    const unknown = { '.api-spend.json': '{"discounts": {"opnai/*": 0.5, "openai/*": 0.5}}' };
    assert.equal(await total(unknown, 'prompts/hello.txt'), '0.015015');
    const { stderr } = await run(unknown, 'prompts/hello.txt');
    assert.match(stderr, /\.api-spend\.json: discounts\.opnai\/\* matches no model/);
  });

  it('says that it may not be read', async () => {
    let stderr = '';
    const io = terminalIo({ 'prompts/hello.txt': 'hello' });
    const status = await main(['estimate', 'prompts/hello.txt'], {
      ...io,
      readFile: async (path) =>
        path.endsWith('.api-spend.json')
          ? Promise.reject(Object.assign(new Error('EACCES: denied'), { code: 'EACCES' }))
          : io.readFile(path),
      writeError: (text) => (stderr += text),
    });
    assert.equal(status, 2);
    assert.equal(stderr, 'api-spend: prompts/.api-spend.json: no permission to read it\n');
  });

  it('is shown as a price of the team, with its factor', async () => {
    const { stdout } = await run({ '.api-spend.json': discount(0.85) }, 'prompts/hello.txt');
    assert.match(stdout, /openai\/o1 .*your team's price, discount × 0\.85/);
  });
});
