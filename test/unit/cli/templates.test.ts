import assert from 'node:assert/strict';
import { TEMPLATE_CASE } from '../../support/templateCase';
import { runTerminal } from '../../support/terminal';

// At 2025-01-27: o1 15 / 60 USD per million input / output tokens; o200k_base: "hello" 1 token, " world" 1,
// " world world" 2.
const ESTIMATE = ['estimate', '--at', '2025-01-27', '--model', 'openai/o1'];

const TEMPLATE = '---\nmodel: o1\nsample:\n  b: inline\n---\nuser:\nhello {{a}}\n';

interface Run {
  readonly tokens: number;
  readonly usd: string;
  readonly notes: string;
}

async function run(args: readonly string[], files: Readonly<Record<string, string>>): Promise<Run> {
  const { stdout, stderr } = await runTerminal([...ESTIMATE, '--json', ...args], files);
  assert.notEqual(stdout, '', stderr);
  const { files: priced } = JSON.parse(stdout) as {
    files: [{ estimates: [{ tokens: number; totalUsd: string }] }];
  };
  const [{ tokens, totalUsd }] = priced[0].estimates;
  return { tokens, usd: totalUsd, notes: stderr };
}

describe('templates in a terminal', () => {
  it('are counted with the values beside them', async () => {
    const files = { 'a/greet.prompty': TEMPLATE, 'a/greet.sample.json': '{"a":"world"}' };
    const { tokens, notes } = await run(['a/greet.prompty'], files);
    assert.equal(tokens, 2);
    assert.match(notes, /greet\.prompty: Counted with sample values of greet\.sample\.json: a\./);
    assert.match(notes, /Front matter and role lines are not counted/);
  });

  it('have the mean of their samples, and say which costs the most', async () => {
    const samples = '[{"a":"world"},{"a":"world world"},{"a":"world world world world"}]';
    const files = { 'greet.prompty': TEMPLATE, 'greet.sample.json': samples };
    const { tokens, usd, notes } = await run(['greet.prompty'], files);
    // (2 + 3 + 5) / 3 = 3.33; 2 x 15 + 500 x 60 = 30,030 millionths, 3 x 15 + 30,000 = 30,045, 5 x 15 + 30,000 = 30,075
    assert.equal(tokens, 10 / 3);
    // (30,030 + 30,045 + 30,075) / 3 millionths, which a count rounded to 3 tokens would not have.
    assert.equal(usd, '0.03005');
    assert.match(notes, /Tokens and cost are the means of 3 samples, each priced by itself\./);
    assert.match(
      notes,
      /openai\/o1: 3 samples: on average 3\.3 tokens, \$0\.0301; the most expensive: 5 tokens, \$0\.0301 \(sample 3\)\./,
    );
    const table = await runTerminal([...ESTIMATE, 'greet.prompty'], files);
    assert.match(
      table.stdout,
      /^One call with greet\.prompty \(mean of 3 samples\) and 500 output/,
    );
  });

  it('take values of the command line over those that are found', async () => {
    const files = {
      'greet.prompty': TEMPLATE,
      'greet.sample.json': '{"a":"world world world"}',
      'v.json': '{"a":"world"}',
      'list.json': '[1]',
    };
    assert.equal((await run(['greet.prompty', '--values', 'v.json'], files)).tokens, 2);
    assert.equal((await run(['greet.prompty'], files)).tokens, 4);
    const bad = await runTerminal([...ESTIMATE, 'greet.prompty', '--values', 'list.json'], files);
    assert.equal(bad.status, 2);
    assert.match(
      bad.stderr,
      /list\.json is not used: entry 1 of its list is no object\. Expected:/,
    );
    const none = await runTerminal([...ESTIMATE, 'greet.prompty', '--values', 'no.json'], files);
    assert.match(none.stderr, /no\.json: no such file/);
  });

  it('are counted as written without samples, and where nothing has a value', async () => {
    const files = { 'greet.prompty': TEMPLATE, 'greet.sample.json': '{"a":"world"}' };
    const written = await run(['greet.prompty', '--no-samples'], files);
    assert.equal(written.tokens, 4); // "hello", " {{", "a", "}}"
    assert.match(written.notes, /The placeholder \{\{a\}\} is counted as written/);
    const open = await run(['greet.prompty'], { 'greet.prompty': TEMPLATE });
    assert.equal(open.tokens, 4);
    assert.equal(open.usd, written.usd);
  });

  it('say of a broken file what was expected', async () => {
    const files = { 'greet.prompty': TEMPLATE, 'greet.sample.json': '{"a":' };
    const { tokens, notes } = await run(['greet.prompty'], files);
    assert.equal(tokens, 4);
    assert.match(
      notes,
      /greet\.sample\.json is not used: it is not valid JSON\. Expected: one JSON object, or a list of objects\./,
    );
  });

  it('read no folder as a file of values', async () => {
    const template = TEMPLATE.replace('  b: inline', '  a: ${file:greet.sample.json}');
    const files = { 'greet.prompty': template, 'greet.sample.json/x.json': '{}' };
    const { tokens, notes } = await run(['greet.prompty'], files);
    assert.equal(tokens, 4);
    assert.match(
      notes,
      /greet\.sample\.json is not used: there is no such file beside the template\./,
    );
  });

  it('have the same count in a folder', async () => {
    const files = {
      'p/greet.prompty': TEMPLATE,
      'p/greet.sample.json': '[{"a":"world"},{"a":"world world world"}]',
      'p/open.prompt.md': '---\ndescription: x\n---\nhello {{z}}',
    };
    const { stdout, stderr } = await runTerminal([...ESTIMATE, 'p'], files);
    assert.match(stdout, /greet\.prompty \(mean of 2 samples\) +3 /); // (2 + 4) / 2
    assert.match(stdout, /open\.prompt\.md +4 /);
    assert.match(stderr, /Templates, counted with sample values: 1/);
    // 3 x 15 + 500 x 60 = 30,045 and 4 x 15 + 30,000 = 30,060 millionths
    assert.match(
      stderr,
      /p.greet\.prompty: openai\/o1: 2 samples: on average 3 tokens, \$0\.0300; the most expensive: 4 tokens, \$0\.0301 \(sample 2\)\./,
    );
    assert.match(stderr, /placeholders without a value are counted as written: 1/);
    assert.match(stderr, /Sample values of templates, counted in these, skipped: 1/);
  });

  it('have no file of samples beside them in a folder, but where no template takes it', async () => {
    const files = {
      'p/greet.prompty': TEMPLATE,
      'p/greet.sample.json': '{"a":"world"}',
      'p/other.sample.json': '{"a":"world"}',
      'p/plain.prompt.md': 'hello',
      'p/plain.sample.json': '{"a":"world"}',
    };
    const counted = async (...args: readonly string[]) => {
      const { stdout } = await runTerminal([...ESTIMATE, '--format', 'json', ...args], files);
      const { files: priced } = JSON.parse(stdout) as { files: { path: string }[] };
      return priced.map(({ path }) => path).toSorted();
    };
    const inFolder = ['greet.prompty', 'other.sample.json', 'plain.prompt.md', 'plain.sample.json'];
    assert.deepEqual(
      await counted('p'),
      inFolder.map((name) => `p/${name}`),
    );
    assert.deepEqual(
      await counted('--no-samples', 'p'),
      inFolder.map((name) => `p/${name}`),
    );
    assert.ok((await counted('p', 'p/greet.sample.json')).includes('p/greet.sample.json'));
  });

  it('are one call with other files, sample by sample', async () => {
    const files = {
      'p/greet.prompty': TEMPLATE,
      'p/greet.sample.json': '[{"a":"world"},{"a":"world world world"}]',
      'p/world.txt': 'hello world',
    };
    const { tokens, usd, notes } = await run(['--as', 'one', 'p'], files);
    // 2 + 2 and 4 + 2 tokens: 5; (4 + 6) / 2 x 15 + 500 x 60 = 30,075 millionths. The samples are not in it once more.
    assert.equal(tokens, 5);
    assert.equal(usd, '0.030075');
    assert.match(notes, /p: openai\/o1: 2 samples: on average 5 tokens/);
    assert.match(
      notes,
      /greet\.prompty: openai\/o1: mean of 2 samples; at most 4 tokens \(sample 2\)/,
    );
  });

  it('have each sample in exports', async () => {
    const text = TEMPLATE.replace('hello {{a}}', 'hello {{a}} {{z}}');
    const files = {
      'greet.prompty': text,
      'greet.sample.json': '[{"a":"world"},{"a":"world world world"}]',
    };
    const exported = async (format: string) =>
      (await runTerminal([...ESTIMATE, '--format', format, 'greet.prompty'], files)).stdout;
    const { files: priced } = JSON.parse(await exported('json')) as {
      files: [{ template: unknown; estimates: [{ samples: object[]; worstSample: object }] }];
    };
    assert.deepEqual(priced[0].template, {
      samples: 2,
      sampleFiles: ['greet.sample.json'],
      placeholdersWithoutValue: ['{{z}}'],
    });
    const [{ samples, worstSample }] = priced[0].estimates;
    assert.equal(samples.length, 2);
    assert.deepEqual(samples[1], worstSample);
    const sample = { sample: 2, tokens: 7, low: 7, high: 7, totalUsd: '0.030105' };
    assert.deepEqual(worstSample, sample);
    const [headings = '', line = ''] = (await exported('csv')).split('\r\n');
    assert.ok(
      headings.endsWith(
        'samples,sample_files,placeholders_without_value,worst_sample,worst_sample_tokens,worst_sample_usd',
      ),
    );
    assert.ok(line.endsWith('2,greet.sample.json,{{z}},2,7,0.030105'), line);
    assert.match(
      await exported('markdown'),
      /Values of templates:\n\n- `greet\.prompty`: .*the most expensive\\: 7 tokens, .*sample 2/,
    );
  });

  it('give the number that the editor gives', async () => {
    const { name, text, sampleName, sample, tokens, usd } = TEMPLATE_CASE;
    const counted = await run([name], { [name]: text, [sampleName]: sample });
    assert.deepEqual([counted.tokens, Number(counted.usd)], [tokens, Number(usd)]);
  });

  it('say which loops and conditions are not run, in a file and in a folder', async () => {
    const text = '{{#each a}}hello{{/each}} {{a}}';
    const files = { 'p/a.prompt.md': text, 'p/a.sample.json': '{"a":"world"}' };
    const { notes } = await run(['p/a.prompt.md'], files);
    assert.match(notes, /are not run\. They are counted as written, .*: \{\{#each a\}\}\./);
    assert.match(notes, /Counted with sample values of a\.sample\.json: a\./);
    const inFolder = await runTerminal([...ESTIMATE, 'p'], files);
    assert.match(inFolder.stderr, /loops, conditions and comments are counted as written: 1/);
  });

  it('are told apart in standard input by the path that is given', async () => {
    const files = { 'p/greet.sample.json': '{"a":"world"}' };
    const args = [...ESTIMATE, '--json', '-'];
    const unnamed = await runTerminal(args, files, TEMPLATE);
    const named = await runTerminal(
      [...args, '--stdin-filepath', 'p/greet.prompty'],
      files,
      TEMPLATE,
    );
    const first = ({ stdout }: typeof named) =>
      (JSON.parse(stdout) as { files: [{ path: string; estimates: [{ tokens: number }] }] })
        .files[0];
    assert.equal(first(named).path, 'p/greet.prompty');
    assert.equal(first(named).estimates[0].tokens, 2);
    assert.ok(first(unnamed).estimates[0].tokens > 10, 'without a name all of it is counted');
    assert.match(
      unnamed.stderr,
      /-: It begins with front matter, which is counted\. --stdin-filepath says what kind of file it is\./,
    );
    const wrong = await runTerminal([...ESTIMATE, '--stdin-filepath', 'a.prompty', 'x.txt'], {
      'x.txt': 'x',
    });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--stdin-filepath is the path of the text of standard input/);
  });

  it('leave a text of another kind as it is', async () => {
    const files = { 'a.ts': 'hello {{a}}', 'a.sample.json': '{"a":"world"}' };
    assert.equal((await run(['a.ts'], files)).tokens, 4);
    const stdin = await runTerminal([...ESTIMATE, '--json', '-'], {}, 'hello {{a}}');
    assert.match(stdin.stdout, /"tokens": ?4/);
  });
});
