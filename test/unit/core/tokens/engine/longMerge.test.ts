import assert from 'node:assert/strict';
import { RECIPES } from '../../../../../src/core/tokens/encodings';
import { RankTable } from '../../../../../src/core/tokens/engine/rankTable';
import { finish } from '../../../../../src/core/scheduling/sliced';
import { parseVocabulary, type Vocabulary } from '../../../../../src/core/tokens/engine/vocabulary';
import { between, pick, seededRandom } from '../support/adversarialText';
import { readVocabularyFile } from '../support/counters';
import { assertRepetitionsMergeOnce, bufferOf, countBothWays } from '../support/longMerges';

/** A vocabulary of all bytes and of these pairs, the first one with the lowest rank. */
function vocabularyOf(pairs: readonly (readonly [number, number])[]): Vocabulary {
  const bytes = new Uint8Array(256 + 2 * pairs.length + 8);
  const offsets = new Int32Array(256 + pairs.length + 1);
  for (let byte = 0; byte < 256; byte++) bytes[(offsets[byte] = byte)] = byte;
  for (const [index, pair] of pairs.entries())
    bytes.set(pair, (offsets[256 + index] = 256 + 2 * index));
  offsets[256 + pairs.length] = 256 + 2 * pairs.length;
  return { tokenCount: 256 + pairs.length, offsets, bytes, view: new DataView(bytes.buffer) };
}

/** Byte after byte so that no two of them stand side by side twice. */
function withoutRepeatedPairs(length: number): number[] {
  const bytes = [0];
  const seen = new Set<number>();
  while (bytes.length < length) {
    const last = bytes.at(-1) ?? 0;
    let next = 255;
    while (seen.has(last * 256 + next)) next--;
    seen.add(last * 256 + next);
    bytes.push(next);
  }
  return bytes;
}

describe('LongMerge', function () {
  this.timeout(60_000);

  for (const encoding of ['o200k_base', 'deepseek_v3', 'gemma3'] as const) {
    it(`${encoding}: merging by blocks equals one merge of the whole piece`, () => {
      const { file, tokenLimit } = RECIPES[encoding];
      const ranks = finish(RankTable.build(parseVocabulary(readVocabularyFile(file), tokenLimit)));
      const unit = encoding === 'gemma3' ? 'character' : 'byte';
      const random = seededRandom(53);
      const alphabets = [
        'a',
        'ab',
        'etaoinshrdlu',
        ' ',
        '\n',
        '=-',
        '的一是不了人我在有',
        'é\u0301x',
        '\u{1f600}\ue000',
      ] as const;
      for (const alphabet of alphabets) {
        const letters = Array.from(alphabet) as [string, ...string[]];
        let text = '';
        while (text.length < 20_000) text += pick(random, letters).repeat(between(random, 1, 5));
        const { byBlocks, atOnce, extraWork } = countBothWays(ranks, unit, bufferOf(text));
        assert.equal(byBlocks, atOnce, alphabet);
        assert.ok(extraWork < 1.5, `${alphabet}: ${extraWork} times the work`);
      }
    });
  }

  // More repeated parts: npm run test:exhaustive.
  for (const encoding of ['o200k_base', 'gemma3'] as const) {
    it(`${encoding}: merges a block that repeats only once, wherever the repetition begins and ends`, () => {
      assertRepetitionsMergeOnce(encoding, ['ab', '\n', '\u{1f600}']);
    });
  }

  it('merges larger blocks if two blocks do not join', () => {
    const chain = withoutRepeatedPairs(20_001);
    // Ranks fall from left to right, so that where the text ends decides about its first pair.
    const pairs = chain.slice(1).map((byte, index) => [chain[index] ?? 0, byte] as const);
    const ranks = finish(RankTable.build(vocabularyOf(pairs.toReversed())));
    const buffer = bufferOf('x'.repeat(chain.length));
    buffer.bytes.set(chain);
    const { byBlocks, atOnce, extraWork } = countBothWays(ranks, 'byte', buffer);
    assert.equal(atOnce, 10_001);
    assert.equal(byBlocks, atOnce);
    assert.ok(extraWork > 1.1 && extraWork < 4, `${extraWork} times the work`);
  });
});
