import assert from 'node:assert/strict';
import { estimateTexts, type Estimate } from '../../src/core/estimate/estimate';
import { isOutputPart } from '../../src/core/estimate/cost/parts';
import { distributionOf } from '../../src/core/estimate/counts/distribution';
import { countMany } from '../../src/core/estimate/counts/many';
import { estimateEach } from '../../src/core/estimate/own/each';
import { onOwnModels } from '../../src/core/estimate/own/models';
import type { OwnCall } from '../../src/core/estimate/modelScenario';
import { partBands } from '../../src/core/estimate/partBands';
import { hasNoText } from '../../src/core/estimate/textShare';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/scenario';
import { sentNotes } from '../../src/wording/views/beside';
import { ENGLISH } from '../../src/wording/words';
import { bundledModel } from '../support/priceTables';
import { exact } from '../support/reports';
import { runTerminal } from '../support/terminal';

// The tokens that are shown are those that are priced, on every surface; what the chat format adds is said apart.

const AT = '2026-11-23T12:00:00Z';
const AT_MS = Date.parse(AT);

/** 1, 2 and 4 tokens of text. */
const TEXTS = ['Hello', 'Hello world', 'Hello world Hello world'];

const body = (text: string, model = 'gpt-4o'): object => ({
  model,
  max_tokens: 100,
  messages: [
    { role: 'system', content: 'Hello' },
    { role: 'user', content: text },
  ],
});

const LINES = TEXTS.map((text, at) => JSON.stringify({ custom_id: `r${at}`, body: body(text) }));
const BATCH = LINES.join('\n');

/** Each text, "Hello" of the system prompt, 4 for each of the two messages and 3 for the reply. */
const SENT = [2 + 11, 3 + 11, 5 + 11];

const sumOf = (each: readonly number[]): number => each.reduce((sum, tokens) => sum + tokens, 0);

interface Row {
  readonly tokens: number;
  readonly inputUsd: string;
  readonly contextShare: number;
  readonly formatTokens?: number;
  readonly notCounted?: readonly string[];
}

async function rowsOf(path: string, files: Record<string, string>, ...args: string[]) {
  const { stdout, stderr } = await runTerminal(['estimate', path, '--at', AT, ...args], files);
  assert.ok(stdout, stderr);
  return stdout;
}

async function json(path: string, files: Record<string, string>, ...args: string[]) {
  const text = await rowsOf(path, files, '--json', ...args);
  const { files: found } = JSON.parse(text) as { files: { estimates: Row[] }[] };
  return found.flatMap(({ estimates: [row] }) => row ?? []);
}

function inputOf({ price }: Estimate): number {
  assert.ok(price.kind === 'priced');
  return price.expected.parts.reduce(
    (sum, part) => sum + (part.name === 'requestFee' || isOutputPart(part) ? 0 : part.tokens),
    0,
  );
}

describe('tokens with the chat format', () => {
  const files = { 'b.jsonl': BATCH, 'data/b.jsonl': BATCH, 'data/n.md': 'Hello' };

  it('are those that are priced, in JSON, of named files and of folders', async () => {
    const { contextWindowTokens = 0 } = bundledModel('openai/gpt-4o');
    const named = await json('b.jsonl', files, '--model', 'gpt-4o');
    assert.deepEqual(
      named.map(({ tokens }) => tokens),
      SENT,
    );
    const [ofBatch, ofText] = await json('data', files, '--model', 'gpt-4o');
    assert.equal(ofBatch?.tokens, sumOf(SENT));
    assert.equal(ofBatch.formatTokens, 3 * 11);
    assert.deepEqual([ofText?.tokens, ofText?.formatTokens], [1, undefined]);
    for (const { tokens, inputUsd, contextShare } of [...named, ofBatch]) {
      // 2.5 USD per million, halved in a batch.
      assert.equal(Number(inputUsd), (tokens * 1.25) / 1e6);
      if (tokens < sumOf(SENT)) assert.equal(contextShare, tokens / contextWindowTokens);
    }
  });

  it('are equal in the table, the distribution, CSV and Markdown', async () => {
    const all = sumOf(SENT);
    const table = await rowsOf('b.jsonl', files, '--model', 'gpt-4o');
    assert.match(table, new RegExp(`openai/gpt-4o +${all} .* 33 tokens of the chat format\n`));
    for (const [at, tokens] of SENT.entries())
      assert.match(table, new RegExp(`b\\.jsonl:${at + 1} +r${at} +${tokens} `));
    assert.match(table, /Tokens of a request: 13 at least, 14 median, 16 at 95 %, 16 at most\n/);
    const [headings = '', ...lines] = (
      await rowsOf('b.jsonl', files, '--model', 'gpt-4o', '--format', 'csv')
    ).split('\r\n');
    const column = headings.split(',').indexOf('tokens');
    assert.deepEqual(
      lines.filter((line) => line !== '').map((line) => Number(line.split(',')[column])),
      SENT,
    );
    const report = await rowsOf('b.jsonl', files, '--model', 'gpt-4o', '--format', 'markdown');
    assert.match(report, new RegExp(`\\*\\*All 3 requests\\*\\* +\\| +\\*{0,2}${all}`));
  });

  it('are lower limits where nothing is documented, and "at least" is said, also on models of their own', async () => {
    const lines = [body('Hello', 'deepseek/deepseek-r1'), body('Hello', 'openai/o1')];
    const own = { 'r.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') };
    const [row] = await json('r.jsonl', own, '--model', 'o1');
    assert.deepEqual(row?.notCounted, ['messages']);
    assert.equal(row.tokens, 2);
    for (const args of [['--model', 'o1'], ['--file-models'], []]) {
      const table = await rowsOf('r.jsonl', own, ...args);
      assert.match(table, /at least: what is added to messages is not documented/, args.join());
    }
    const known = await rowsOf('b.jsonl', files, '--file-models');
    assert.doesNotMatch(known, /at least: /);
  });

  describe('of an estimate', () => {
    const gpt4o = bundledModel('openai/gpt-4o');
    const r1 = bundledModel('deepseek/deepseek-r1');
    const one: OwnCall = { conversationTurns: 1, messages: 1 };
    const two: OwnCall = { conversationTurns: 1, messages: 2 };
    const scenario = { ...DEFAULT_SCENARIO, messages: 3 };
    const texts = [exact(10), exact(20), exact(30)];
    const calls = [one, two, {}];
    const row = estimateTexts(gpt4o, texts, scenario, AT_MS, calls);
    const counts = [10 + 7, 20 + 11, 30 + 15];

    it('are those of its parts, with the messages of each call or the assumed ones', () => {
      assert.deepEqual(
        row.counts.map(({ tokens }) => tokens),
        counts,
      );
      assert.equal(row.count.tokens, inputOf(row));
      assert.equal(row.format.tokens, 7 + 11 + 15);
      assert.deepEqual(distributionOf(row), { smallest: 17, median: 31, high: 45, largest: 45 });
      for (const each of estimateEach(row)) assert.equal(each.count.tokens, inputOf(each));
    });

    it('are the same in a file of many requests and on models of their own', () => {
      const many = countMany(texts.map((count, call) => ({ count, times: 2, call })));
      const file = estimateTexts(gpt4o, [many], scenario, AT_MS, [{ each: calls } as OwnCall]);
      assert.equal(file.count.tokens, 2 * sumOf(counts));
      assert.equal(file.count.tokens, inputOf(file));
      const other = estimateTexts(r1, texts, scenario, AT_MS, calls);
      assert.deepEqual([other.count.tokens, other.format], [60, { tokens: 0, isUnknown: true }]);
      const sum = onOwnModels(row, [
        { estimate: row, places: [0, 1, 2] },
        { estimate: other, places: [3, 4, 5] },
      ]);
      assert.equal(sum.count.tokens, sumOf(counts) + 60);
      assert.deepEqual(sum.format, { tokens: 33, isUnknown: true });
      assert.deepEqual(sentNotes(ENGLISH, sum), [
        '33 tokens of the chat format',
        'at least: what is added to messages is not documented for this model',
      ]);
    });

    it('have the chat format once where the ends of a band are priced, and are no text', () => {
      const band = { tokens: 100, low: 90, high: 120, method: 'estimated' } as const;
      const estimated = estimateTexts(gpt4o, [band], scenario, AT_MS);
      const [input] = partBands(estimated) ?? [];
      assert.deepEqual(
        [input?.low, input?.expected, input?.high].map(
          (part) => part && 'tokens' in part && part.tokens,
        ),
        [105, 115, 135],
      );
      assert.ok(hasNoText(estimateTexts(gpt4o, [exact(0)], scenario, AT_MS)));
      const asOutput = { ...scenario, treatTextAs: 'output' } as const;
      const written = estimateTexts(gpt4o, [exact(10)], asOutput, AT_MS);
      assert.deepEqual([written.count.tokens, inputOf(written)], [10, 15]);
    });
  });
});
