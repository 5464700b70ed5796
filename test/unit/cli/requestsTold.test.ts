import assert from 'node:assert/strict';
import { runTerminal, type TerminalRun } from '../../support/terminal';

interface Report {
  readonly assumptions?: { readonly conversationTurns: number };
  readonly notPriced: readonly object[];
  readonly files: readonly { readonly path: string; readonly customId?: string }[];
}

function line(id: string, body: object): string {
  const messages = [{ role: 'user', content: 'Hello' }];
  const whole = { model: 'gpt-4o', messages, max_tokens: 10, ...body };
  const url = '/v1/chat/completions';
  return JSON.stringify({ custom_id: id, method: 'POST', url, body: whole });
}

async function estimate(lines: readonly string[], ...args: string[]): Promise<TerminalRun> {
  const files = { 'b.jsonl': lines.join('\n') };
  const run = await runTerminal(['estimate', 'b.jsonl', '--at', '2026-11-24', ...args], files);
  assert.equal(run.status, 0, run.stderr);
  return run;
}

describe('what the terminal tells of requests', function () {
  this.timeout(20_000);

  it('says that conversations have no effect on them, in notes and exports', async () => {
    const lines = [line('a', {}), line('b', {})];
    const note = /each request is a call as it stands: the turns of a conversation/;
    const options = ['--turns', '5', '--turn-tokens', '100', '--cache-history'];
    for (const format of ['json', 'csv', 'markdown']) {
      const without = await estimate(lines, '--format', format);
      const run = await estimate(lines, '--format', format, ...options);
      assert.doesNotMatch(without.stderr, note);
      assert.match(run.stderr, note);
      assert.equal(run.stdout, without.stdout);
    }
  });

  it('has requests on no model among the lines that are not priced, in each export', async () => {
    const lines = [
      line('a', {}),
      line('b', { model: 'gpt-4o-mini' }),
      line('c', { model: 'foo-9' }),
      line('d', { model: undefined }),
      'no JSON',
    ];
    for (const args of [['--json'], ['--format', 'json']]) {
      const { stdout } = await estimate(lines, ...args);
      const { notPriced, files } = JSON.parse(stdout) as Report;
      assert.deepEqual(notPriced, [
        { path: 'b.jsonl', line: 5, reason: 'notJson' },
        { path: 'b.jsonl', line: 3, reason: 'unknownModel' },
        { path: 'b.jsonl', line: 4, reason: 'noModel' },
      ]);
      const paths = files.map(({ path }) => path);
      assert.deepEqual(paths, ['b.jsonl:1', 'b.jsonl:2']);
    }
    const csv = await estimate(lines, '--format', 'csv');
    assert.match(csv.stdout, /\r\nb\.jsonl:3,,[^\r]*,unknownModel,/);
    assert.match(csv.stdout, /\r\nb\.jsonl:4,,[^\r]*,noModel,/);
    const { stdout, stderr } = await estimate(lines, '--format', 'markdown');
    assert.match(stdout, /- `b\.jsonl:3` names a model that the price table does not have\n/);
    assert.match(stderr, /b\.jsonl:4: names no model: not in the price/);
  });

  it('names the requests that do not fit, and lists the most expensive first', async () => {
    const longer = [{ role: 'user', content: 'Hello, world of many words' }];
    const lines = [line('a', { messages: longer }), line('b', { max_tokens: 9_999_999 })];
    const { stdout } = await estimate(lines);
    assert.match(stdout, /1 request does not fit the model: b\.jsonl:2 \(100\.0% of the cost\)/);
    const table = /Request +custom_id +Tokens +Share of cost +Total\nb\.jsonl:2 +b +\d+ +100\.0% /;
    assert.match(stdout, table);
    const markdown = await estimate(lines, '--format', 'markdown');
    assert.match(markdown.stdout, /`b\.jsonl:2` `b` \|[^\n]*\n\| `b\.jsonl:1` `a` \|/);
    assert.match(markdown.stdout, /\n1 request does not fit the model: `b\.jsonl:2` \(100\.0% of /);
  });

  it('has the ids of requests in exports', async () => {
    const lines = [line('a-1', {}), line('a-2', {})];
    for (const args of [['--json'], ['--format', 'json']]) {
      const { files } = JSON.parse((await estimate(lines, ...args)).stdout) as Report;
      const ids = files.map(({ customId }) => customId);
      assert.deepEqual(ids, ['a-1', 'a-2']);
    }
    const { stdout } = await estimate(lines, '--format', 'csv');
    assert.match(
      stdout,
      /^[^\r]*,custom_id\r\nb\.jsonl:1,[^\r]*,a-1\r\nb\.jsonl:2,[^\r]*,a-2\r\n$/,
    );
  });

  it('says that a saved call has the answer that the provider counted', async () => {
    const messages = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi' },
    ];
    const usage = { prompt_tokens: 8, completion_tokens: 2, total_tokens: 10 };
    const saved = JSON.stringify({ model: 'gpt-4o', messages, usage });
    const run = await runTerminal(['estimate', 's.json'], { 's.json': saved });
    assert.match(run.stdout, /^1 request in s\.json with the answer that the provider counted\n/);
  });

  it('takes a stable beginning for the cached share that is written', async () => {
    const files = { 'p.md': `${'Say it again, in other words. '.repeat(400)}{{name}}` };
    const args = ['estimate', 'p.md', '--model', 'claude-sonnet-4-5', '--cache-write', 'short'];
    const run = await runTerminal([...args, '--stable-beginning'], files);
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stderr, /p\.md: stable beginning on anthropic\/claude-sonnet-4-5: /);
    const refused = await runTerminal(args, files);
    assert.match(refused.stderr, /--cache-write writes nothing without --cached-share/);
  });
});
