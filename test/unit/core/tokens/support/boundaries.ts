import assert from 'node:assert/strict';
import { type EncodingName, RECIPES } from '../../../../../src/core/tokens/encodings';
import { parseVocabulary } from '../../../../../src/core/tokens/engine/vocabulary';
import { finish } from '../../../../../src/core/scheduling/sliced';
import { adversarialDocument, adversarialTexts, between, seededRandom } from './adversarialText';
import { counterOf, readVocabularyFile } from './counters';
import { assertEqualFor } from './differences';

/** Whole counts, with normalization and merges, at every safe boundary of adversarial texts. */
export function assertCountsAddUp(encoding: EncodingName, size: number): void {
  const counter = counterOf(encoding);
  let boundaries = 0;
  for (const text of adversarialTexts(3, size)) {
    const whole = counter.count(text);
    for (let cut = 1; cut < text.length; cut++) {
      if (!counter.isSafeBoundary(text.charCodeAt(cut - 1), text.charCodeAt(cut))) continue;
      boundaries++;
      const halves = counter.count(text.slice(0, cut)) + counter.count(text.slice(cut));
      assertEqualFor(text, halves, whole, `cut at ${cut}: `);
    }
  }
  assert.ok(boundaries > size, 'too few boundaries to prove anything');
}

/** A text read by blocks as if it had no safe boundary has the count that it has at once. */
export function assertUnbrokenCounts(encoding: EncodingName, size: number): void {
  const counter = counterOf(encoding);
  const random = seededRandom(19);
  for (let sample = 0; sample < size; sample++) {
    const document = adversarialDocument(random, between(random, 1, 20_000));
    const read = (start: number, end: number) => document.slice(start, end);
    const tokens = finish(counter.countUnbroken(document.length, read));
    assertEqualFor(document, tokens, counter.count(document));
  }
}

/** Gemma has no pattern: its boundaries are safe because no merge makes a token across them. */
export function assertGemmaTokensAreUncut(): void {
  const counter = counterOf('gemma3');
  const { bytes, offsets, tokenCount } = parseVocabulary(readVocabularyFile(RECIPES.gemma3.file));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const spaced: string[] = [];
  for (let rank = 0; rank < tokenCount; rank++) {
    const token = decoder.decode(bytes.subarray(offsets[rank], offsets[rank + 1]));
    for (let cut = 1; cut < token.length; cut++) {
      const safe = counter.isSafeBoundary(token.charCodeAt(cut - 1), token.charCodeAt(cut));
      assertEqualFor(token, safe, false);
    }
    if (/[^ ] /.test(token)) spaced.push(token);
  }
  // The scanner knows this one by name.
  assert.deepEqual(spaced, ['> </']);
}
