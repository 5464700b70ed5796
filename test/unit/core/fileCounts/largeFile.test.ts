import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupModels } from '../../../../src/core/estimate/counts/groups';
import { isMany } from '../../../../src/core/estimate/counts/many';
import { countContent, type FileCount } from '../../../../src/core/fileCounts/fileCount';
import { countLargeFile, type LargeFileCount } from '../../../../src/core/fileCounts/largeFile';
import { fileParts } from '../../../../src/core/files/fileParts';
import { finish } from '../../../../src/core/scheduling/sliced';
import { Slices } from '../../../../src/core/scheduling/slices';
import { base64, png } from '../../../support/media';
import { bundledModel } from '../../../support/priceTables';
import { counterOf } from '../tokens/support/counters';

const MODELS = ['gpt-4o', 'gpt-4', 'claude-sonnet-4-5', 'gemini-2.5-pro'].map(bundledModel);

const slices = new Slices({ sliceMs: Infinity, nowMs: () => 0, pause: async () => undefined });

async function* rangesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield Promise.resolve(bytes.subarray(start, start + size));
}

interface Options {
  readonly path?: string;
  readonly size?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (bytes: number) => void;
  readonly countsText?: boolean;
}

describe('a file that is read in ranges', () => {
  const groups = groupModels(MODELS);
  const by = { groups, counters: groups.encodings.map(counterOf) };

  async function inRanges(content: string | Uint8Array, options: Options = {}) {
    const { path = 'batch.jsonl', size = 997, countsText = true } = options;
    const { signal = new AbortController().signal, progress = () => undefined } = options;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const read = () => rangesOf(bytes, size);
    const file = { path, languageId: '', read, countsRequests: true, countsText };
    return countLargeFile(file, { ...by, slices, signal, progress });
  }

  function atOnce(text: string, path = 'batch.jsonl'): FileCount {
    const file = { path, languageId: '' };
    const parts = [{ text, languageId: '' }];
    return countOf(
      finish(countContent({ kind: 'text', bytes: text.length, parts, mayHoldRequests: file }, by)),
    );
  }

  function countOf(result: LargeFileCount | 'toolsUnknown' | undefined): FileCount {
    assert.ok(typeof result === 'object');
    return result;
  }

  const picture = (side: number): object => ({
    type: 'image_url',
    image_url: { url: `data:image/png;base64,${base64(png(side, side))}` },
  });
  const line = (id: string, content: string | object[], more: object = {}) =>
    JSON.stringify({ custom_id: id, body: { messages: [{ role: 'user', content }], ...more } });

  it('has the requests that it has as one text', async () => {
    const content = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Hello', 'é', '漢字'));
    const lines = fc.array(
      fc.oneof(
        fc
          .tuple(content, fc.integer({ min: 1, max: 3 }))
          .map(([each, limit]) => line('a', each, { max_tokens: limit })),
        fc.constantFrom(512, 1024).map((side) => line('p', [picture(side)])),
        fc.constantFrom('', '{"custom_id": "cut', '{}'),
      ),
      { maxLength: 30 },
    );
    const property = fc.asyncProperty(
      lines,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
      fc.integer({ min: 1, max: 300 }),
      async (all, end, mark, size) => {
        const text = mark + [line('first', 'Hello'), ...all].join(end);
        assert.deepStrictEqual(
          countOf(await inRanges(text, { size })),
          atOnce(text.replace(/^\uFEFF/, '')),
        );
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  it('has a line of 20 MB, a cut last line, and an id that stands twice', async () => {
    const long = 'Hello, world.\n'.repeat(1_430_000);
    const text = [line('a', 'Hello'), line('a', long), '{"custom_id": "b", "bo'].join('\r\n');
    const { requests, counts } = countOf(await inRanges(text, { size: 0x40000 }));
    assert.equal(requests?.facts.requests, 2);
    assert.deepStrictEqual(requests.facts.badLines, [{ line: 3, reason: 'notJson' }]);
    assert.deepStrictEqual(requests.facts.repeatedIds, ['a']);
    const [count] = counts;
    assert.ok(count && isMany(count));
    assert.ok(count.tokens > 4_000_000);
  }).timeout(60_000);

  it('is counted in pieces as exactly as at once if it is another text', async () => {
    const text = 'Some words, 12.5 % of them é 漢字.\n\tconst x = { a: 1 };\n'.repeat(60_000);
    const found = countOf(await inRanges(text, { path: 'long.txt', size: 100_001 }));
    assert.equal(found.form, undefined);
    assert.deepStrictEqual(found.counts, atOnce(text, 'long.txt').counts);
  }).timeout(60_000);

  it('is lines of data that are no requests, counted as a text', async () => {
    const text = '{"city": "Oslo", "people": 700000}\n'.repeat(100);
    const found = countOf(await inRanges(text));
    assert.deepStrictEqual(found.counts, atOnce(text).counts);
    assert.equal(found.requests, undefined);
  });

  it('says that one JSON value of requests is counted as a text', async () => {
    const text = JSON.stringify({ messages: [{ role: 'user', content: 'Hello. '.repeat(1000) }] });
    const found = countOf(await inRanges(text, { path: 'one.json', size: 2000 }));
    assert.equal(found.form, 'requestsAsText');
    assert.equal(found.requests, undefined);
    const other = countOf(await inRanges('{"city": "Oslo"}', { path: 'one.json' }));
    assert.equal(other.form, undefined);
  });

  it('has the requests of a file of another name, by its first lines', async () => {
    const call = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Hello' }] });
    const lines = `${call}\n`.repeat(30);
    for (const path of ['calls.log', 'calls', 'calls.txt']) {
      const ranges = countOf(await inRanges(lines, { path }));
      assert.equal(ranges.requests?.facts.requests, 30, path);
      assert.deepStrictEqual(ranges.counts, atOnce(lines, path).counts);
    }
    const prose = countOf(await inRanges(`Calls:\n${lines}`, { path: 'calls.log' }));
    assert.deepStrictEqual([prose.requests, prose.form], [undefined, undefined]);
  });

  it('says that the lines of one conversation are counted as a text', async () => {
    const lines = ['user', 'assistant'].map((role) => JSON.stringify({ role, content: 'Hi' }));
    const { form, requests } = countOf(await inRanges(lines.join('\n')));
    assert.deepStrictEqual([form, requests], ['requestsAsText', undefined]);
  });

  it('says that a request whose JSON is cut is counted as a text', () => {
    const text = '{"messages": [{"role": "user", "content": "Hel';
    const file = { path: 'cut.json', languageId: 'json' };
    const found = countOf(
      finish(countContent({ kind: 'text', bytes: text.length, ...fileParts(text, file) }, by)),
    );
    assert.equal(found.form, 'requestsAsText');
    assert.equal(found.requests, undefined);
  });

  it('is left out if it is no request and texts are too many, or if it is binary', async () => {
    assert.equal(await inRanges('Hello', { path: 'a.txt', countsText: false }), 'tooLarge');
    assert.equal(await inRanges(new Uint8Array([1, 0, 2, 0, 0, 3])), 'binary');
    assert.equal(await inRanges(new Uint8Array([1, 0, 2, 0, 0, 3]), { path: 'a.bin' }), 'binary');
  });

  it('says how far it is, and ends when it is cancelled', async () => {
    const aborting = new AbortController();
    const seen: number[] = [];
    const result = await inRanges(
      Array.from({ length: 100 }, () => line('a', 'Hello')).join('\n'),
      {
        size: 1000,
        signal: aborting.signal,
        progress: (bytes) => {
          seen.push(bytes);
          if (seen.length === 2) aborting.abort();
        },
      },
    );
    assert.equal(result, undefined);
    assert.deepStrictEqual(seen, [1000, 2000]);
  });
});
