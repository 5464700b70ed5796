import assert from 'node:assert/strict';
import { runTerminal } from '../../support/terminal';

// 3,000 words and the line break are 3,001 tokens of o200k_base.
const FILES = { 'a.txt': `${'word '.repeat(3000)}\n` };

async function estimate(...options: string[]): Promise<string> {
  const args = ['estimate', 'a.txt', '--no-config', '--at', '2026-11-23', ...options];
  const { stdout, stderr, status } = await runTerminal(args, FILES);
  assert.equal(status, 0, stderr);
  return stdout;
}

interface Caching {
  readonly files: readonly { readonly estimates: readonly Record<string, unknown>[] }[];
}

describe('the terminal on when caching pays', () => {
  it('tells it if asked, with the calculation for one model', async () => {
    // gpt-4.1 at 2, read at 0.5; writing costs nothing extra: 3,001 x 2 = 0.006002, x 0.5 = 0.0015005.
    const asked = await estimate('--cache-break-even', '--model', 'openai/gpt-4.1');
    assert.match(asked, / caching pays from 2 calls on, at no extra cost\n/);
    assert.match(
      asked,
      /\nWriting the whole prompt to the cache pays from 2 calls on, at no extra cost\.\n/,
    );
    assert.match(asked, /\n2 calls: \$0\.00600 \+ 1 × \$0\.00150 = \$0\.00750 with the cache, /);
    assert.doesNotMatch(await estimate('--model', 'openai/gpt-4.1'), /[Cc]aching|calls on/);
  });

  it('has a note for each of several models, without their calculations', async () => {
    const table = await estimate('--cache-break-even', '--find', 'claude sonnet anthropic');
    assert.match(
      table,
      /claude-sonnet-4-5 .* caching pays from 2 calls on, above a hit rate of 21\.7%\n/,
    );
    assert.doesNotMatch(table, /with the cache/);
  });

  it('tells it where a cache is assumed', async () => {
    const options = ['--cached-share', '0.8', '--cache-write', 'long'];
    const table = await estimate('--model', 'anthropic/claude-sonnet-4-5', ...options);
    assert.match(
      table,
      /Writing 80% of the prompt to the cache pays from 3 calls on; below a hit /,
    );
    // (6 - 3) / (6 - 0.3) = 0.5263
    assert.match(
      table,
      /Hit rate: .* = 52\.6%\.\nShort lifetime, such as 5 minutes: .* 2 calls on/,
    );
  });

  it('has fields in JSON and columns in CSV then, and none else', async () => {
    const model = ['--model', 'anthropic/claude-sonnet-4-5'];
    const json = JSON.parse(await estimate('--cache-break-even', '--json', ...model)) as Caching;
    const [fields] = json.files[0]?.estimates ?? [];
    const caching = Object.entries(fields ?? {}).filter(([name]) => name.startsWith('caching'));
    assert.deepEqual(Object.fromEntries(caching), {
      cachingOutcome: 'pays',
      cachingPaysFrom: 2,
      // (3.75 - 3) / (3.75 - 0.3)
      cachingHitShare: 0.75 / 3.45,
    });
    const csv = await estimate('--cache-break-even', '--format', 'csv', ...model);
    const [headings = '', line = ''] = csv.split('\r\n');
    const at = headings.split(',').indexOf('caching_pays_from') - headings.split(',').length;
    assert.equal(line.split(',').at(at), '2');
    const markdown = await estimate('--cache-break-even', '--format', 'markdown', ...model);
    assert.match(markdown, /caching pays from 2 calls on, above a hit rate of 21\.7%/);
    for (const format of ['csv', 'json', 'markdown']) {
      assert.doesNotMatch(
        await estimate('--format', format, ...model),
        /caching_|caching[A-Z]|caching pays/,
      );
    }
  });

  it('has the hours of an explicit cache', async () => {
    const of = ['--cache-break-even', '--model', 'google/gemini-2.5-pro'];
    // 3,001 at 1.25, 0.125 and 4.5: (1.25 + 4.5) / (1.25 - 0.125) = 5.1, so 6; (1.25 + 24 x 4.5) / 1.125 = 97.1, so 98.
    assert.match(await estimate(...of), /explicit cache, .* pays from 6 calls within an hour on/);
    const day = await estimate(...of, '--cache-hours', '24');
    assert.match(day, /explicit cache, .* pays from 98 calls within 24 hours on: .* × 24\)/);
    const json = JSON.parse(await estimate(...of, '--cache-hours', '24', '--json')) as Caching;
    assert.equal(json.files[0]?.estimates[0]?.['explicitCachePaysFrom'], 98);
  });

  it('counts turns in a conversation', async () => {
    const turns = ['--turns', '5', '--turn-tokens', '500', '--cache-history'];
    const table = await estimate('--model', 'anthropic/claude-sonnet-4-5', ...turns);
    assert.match(table, /Writing each turn's prompt to the cache pays from turn 2 on; /);
    assert.match(table, /\n2 turns: .* with the cache, .* without\.\n/);
  });

  it('takes what is known to be the same in each call, if asked', async () => {
    const system = 'rule '.repeat(2000).trim();
    const request = (content: string) => ({
      custom_id: content,
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'gpt-4.1',
        messages: [
          { role: 'system', content: system },
          { role: 'user', content },
        ],
      },
    });
    const files = {
      'a.prompt.md': `${'word '.repeat(3000)}{{topic}} word`,
      'b.jsonl': `${JSON.stringify(request('one'))}\n${JSON.stringify(request('two'))}\n`,
    };
    const run = async (...args: string[]): Promise<string> => {
      const options = ['--no-config', '--at', '2026-11-23', '--cache-break-even'];
      const model = ['--model', 'openai/gpt-4.1'];
      const { stdout, stderr, status } = await runTerminal(
        ['estimate', ...args, ...options, ...model],
        files,
      );
      assert.equal(status, 0, stderr);
      return stdout;
    };
    assert.match(
      await run('a.prompt.md'),
      /\nWriting the first 3,001 tokens to the cache pays from 2 calls on, at no extra cost\.\nEach call begins with the same 3,001 tokens: all before the first placeholder /,
    );
    assert.match(
      await run('b.jsonl'),
      /\nEach request begins with the same 2,000 tokens: all before the first difference /,
    );
    // Two texts, of which nothing is known.
    assert.match(await run('a.prompt.md', 'a.prompt.md'), /Writing the whole prompt/);
  });

  it('takes the beginning of a template or a request for cached', async () => {
    // 40 x " word" less the first blank, and 10 more behind the placeholder.
    const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
    const template = `---\na: b\n---\n${words(3000)} {{topic}}${' word'.repeat(996)}`;
    const request = {
      model: 'gpt-4.1',
      messages: [
        { role: 'system', content: words(2000) },
        { role: 'user', content: words(2000) },
      ],
    };
    const files = {
      'a.prompt.md': template,
      'a.sample.json': '{"topic":"word word"}',
      'r.json': JSON.stringify(request),
      'plain.md': 'word',
    };
    const run = async (...args: string[]) =>
      runTerminal(
        ['estimate', '--no-config', '--at', '2026-11-23', '--model', 'openai/gpt-4.1', ...args],
        files,
      );
    // 3,000 words and the blank before the placeholder, of 3,000 + 2 + 996: 3,001 / 3,998 = 75.06 %.
    const ofTemplate = await run('a.prompt.md', '--stable-beginning', '--json');
    assert.match(
      ofTemplate.stderr,
      /a\.prompt\.md: stable beginning on openai\/gpt-4\.1: 3,001 tokens up to the first placeholder, 75\.06% of the prompt/,
    );
    assert.equal(JSON.parse(ofTemplate.stdout).files[0].estimates[0].cachingOutcome, 'atOnce');
    const ofRequest = await run('r.json', '--stable-beginning');
    // Two messages have 3 + 4 + 4 tokens more: 2,000 / 4,011.
    assert.match(ofRequest.stderr, /2,000 tokens of the tools and the system prompt, 49\.86% of/);
    assert.match(
      ofRequest.stdout,
      /Writing 49\.86% of the prompt to the cache pays from 2 calls on/,
    );
    for (const args of [
      ['plain.md'],
      ['a.prompt.md', 'plain.md'],
      ['a.prompt.md', '--cached-share', '0.5'],
    ]) {
      const wrong = await run(...args, '--stable-beginning');
      assert.equal(wrong.status, 2);
      assert.match(wrong.stderr, /stable-beginning/);
    }
    const inFolder = await runTerminal(['estimate', 'p', '--no-config', '--stable-beginning'], {
      'p/a.prompt.md': template,
    });
    assert.equal(inFolder.status, 2);
    assert.match(inFolder.stderr, /name the file itself, not its folder/);
    assert.doesNotMatch(inFolder.stderr, /nothing says where/);
  });
});
