// Determines the class of every code point with WASM tiktoken, whose regex engine (Rust) defines the reference counts.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Tiktoken } = require('tiktoken/lite');
const { bpe_ranks } = require('tiktoken/encoders/cl100k_base.json');

// The class letters of src/core/tokens/engine/characterClasses.ts. The first matching pattern determines the class.
const CLASS_PATTERNS = [
  ['U', '[\\p{Lu}\\p{Lt}]'],
  ['l', '\\p{Ll}'],
  ['L', '[\\p{Lm}\\p{Lo}]'],
  ['M', '\\p{M}'],
  ['N', '\\p{N}'],
  ['n', '[\\r\\n]'],
  ['s', ' '],
  ['w', '\\s'],
  ['S', '[\\p{P}\\p{S}]'],
];
const OTHER = 'o';

const BATCH = 20_000;

/**
 * @param {string} pattern
 * @param {number[]} codePoints
 * @returns {Set<number>} code points that the pattern matches
 */
function matching(pattern, codePoints) {
  const encoding = new Tiktoken(bpe_ranks, {}, pattern);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** @type {Set<number>} */
  const taken = new Set();
  for (let start = 0; start < codePoints.length; start += BATCH) {
    const text = String.fromCodePoint(...codePoints.slice(start, start + BATCH));
    const matched = decoder.decode(encoding.decode(encoding.encode_ordinary(text)));
    for (const character of matched) taken.add(character.codePointAt(0) ?? 0);
  }
  encoding.free();
  return taken;
}

/**
 * All code points in order, as runs of one class: the class letter, then the length unless it is 1; `P3` is
 * `UlUlUl`.
 * @returns {string} such as `o9wnw2no18sS…`
 */
export function characterClassRuns() {
  /** @type {number[]} */
  const codePoints = [];
  for (let code = 0; code <= 0x10ffff; code++)
    if (code < 0xd800 || code > 0xdfff) codePoints.push(code);
  const letters = Array.from({ length: 0x110000 }, () => OTHER);
  for (const [letter = OTHER, pattern = ''] of CLASS_PATTERNS.toReversed()) {
    for (const code of matching(pattern, codePoints)) letters[code] = letter;
  }
  const runs = [];
  for (let start = 0; start < letters.length;) {
    let end = start + 1;
    while (letters[end] === letters[start]) end++;
    runs.push(`${letters[start]}${end - start === 1 ? '' : end - start}`);
    start = end;
  }
  return runs.join('').replaceAll(/(?:Ul(?!\d)){2,}/g, (pairs) => `P${pairs.length / 2}`);
}
