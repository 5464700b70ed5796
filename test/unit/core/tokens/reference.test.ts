import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { adversarialTexts } from './support/adversarialText';
import { corpora, digests, SAMPLE_LENGTH } from './support/corpora';
import { counterOf } from './support/counters';
import { assertEqualFor } from './support/differences';
import { tiktokenReference, VENDOR_PACKAGES, type VendorEncoding } from './support/references';

interface RecordedCounts {
  texts: string[];
  counts: Record<VendorEncoding, number[]>;
  corpora: Record<string, string>;
  corpusCounts: Record<VendorEncoding, Record<string, number>>;
}

const recorded = JSON.parse(
  readFileSync('test/fixtures/tokens/referenceCounts.json', 'utf8'),
) as RecordedCounts;

describe('counts equal the reference (a sample; npm run test:exhaustive has all)', function () {
  this.timeout(20_000);

  for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
    it(`${encoding}: tiktoken in WebAssembly`, () => {
      const counter = counterOf(encoding);
      const reference = tiktokenReference(encoding);
      const corpusTexts = Object.values(corpora(SAMPLE_LENGTH));
      for (const text of [...adversarialTexts(1, 1500), ...corpusTexts]) {
        assertEqualFor(text, counter.count(text), reference(text));
      }
    });
  }

  for (const encoding of Object.keys(VENDOR_PACKAGES) as VendorEncoding[]) {
    it(`${encoding}: recorded counts of the vendor's tokenizer.json`, () => {
      const counter = counterOf(encoding);
      const counts = recorded.texts.map((text) => counter.count(text));
      assert.deepEqual(counts, recorded.counts[encoding]);
      const samples = corpora(SAMPLE_LENGTH);
      assert.deepEqual(digests(samples), recorded.corpora, 'npm run vocabularies:record');
      const corpusCounts = Object.entries(samples).map(([name, text]) => [
        name,
        counter.count(text),
      ]);
      assert.deepEqual(Object.fromEntries(corpusCounts), recorded.corpusCounts[encoding]);
    });
  }
});

describe('count', function () {
  this.timeout(20_000);

  it('equals the published example', () => {
    // OpenAI's cookbook, "How to count tokens with tiktoken".
    assert.equal(counterOf('cl100k_base').count('tiktoken is great!'), 6);
  });

  it('treats names of special tokens as ordinary text', () => {
    for (const special of ['<|endoftext|>', '<|im_end|>', '<start_of_turn>', '<think>']) {
      for (const encoding of ['o200k_base', 'qwen3', 'gemma3'] as const) {
        assert.ok(counterOf(encoding).count(special) > 1, `${encoding} ${special}`);
      }
    }
  });

  it('is 0 for an empty text', () => {
    assert.equal(counterOf('o200k_base').count(''), 0);
  });
});
