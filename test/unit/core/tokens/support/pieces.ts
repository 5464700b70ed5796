import assert from 'node:assert/strict';
import { ByteBuffer } from '../../../../../src/core/tokens/engine/byteBuffer';
import { CasedPreTokenizer } from '../../../../../src/core/tokens/engine/preTokenizers/cased';
import { EndlessScan } from '../../../../../src/core/tokens/engine/preTokenizers/endlessScan';
import { DeepseekPreTokenizer } from '../../../../../src/core/tokens/engine/preTokenizers/deepseek';
import type { PreTokenizer } from '../../../../../src/core/tokens/engine/preTokenizers/preTokenizer';
import { UncasedPreTokenizer } from '../../../../../src/core/tokens/engine/preTokenizers/uncased';
import { between, pick, seededRandom } from './adversarialText';
import { classes } from './counters';
import { assertEqualFor, describeDifference } from './differences';

// The published patterns, with White_Space for Rust's \s (JavaScript's holds U+FEFF and not U+0085) and
// with the long s that ignoring case brings.
const CONTRACTION = `(?:'(?:[sS\\u017f]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD]))`;
const NO_SPACE = String.raw`[^\p{White_Space}\p{L}\p{N}]`;
const BLANKS = String.raw`\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+`;
const CAPITALS = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`;
const SMALLS = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`;
const PREFIX = String.raw`[^\r\n\p{L}\p{N}]?`;

const cased = (digits: string, contraction: string) =>
  new RegExp(
    `${PREFIX}${CAPITALS}*${SMALLS}+${contraction}|${PREFIX}${CAPITALS}+${SMALLS}*${contraction}` +
      `|${digits}| ?${NO_SPACE}+[\\r\\n/]*|${BLANKS}`,
    'gu',
  );
const uncased = (digits: string) =>
  new RegExp(`${CONTRACTION}|${PREFIX}\\p{L}+|${digits}| ?${NO_SPACE}+[\\r\\n]*|${BLANKS}`, 'gu');

const DEEPSEEK_STEPS = [
  /\p{N}{1,3}/gu,
  /[一-龥぀-ゟ゠-ヿ]+/gu,
  new RegExp(
    String.raw`[!"#$%&'()*+,\-.\/:;<=>?@\[\\\]^_\x60{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+` +
      String.raw`| ?[\p{P}\p{S}]+[\r\n]*|${BLANKS}`,
    'gu',
  ),
];

const SUBJECTS = {
  o200k_base: [
    new CasedPreTokenizer(classes, 3, true),
    [cased(String.raw`\p{N}{1,3}`, `${CONTRACTION}?`)],
  ],
  tekken: [new CasedPreTokenizer(classes, 1, false), [cased(String.raw`\p{N}`, '')]],
  cl100k_base: [new UncasedPreTokenizer(classes, 3), [uncased(String.raw`\p{N}{1,3}`)]],
  qwen3: [new UncasedPreTokenizer(classes, 1), [uncased(String.raw`\p{N}`)]],
  deepseek_v3: [new DeepseekPreTokenizer(classes, 3), DEEPSEEK_STEPS],
} as const satisfies Record<string, readonly [PreTokenizer, readonly RegExp[]]>;

/** At least one character of each class, and those that patterns name. */
// prettier-ignore
const REPRESENTATIVES: [string, ...string[]] = [
  'A', 'a', 's', '\u017f', '中', '龦', 'ー', '・', 'ʰ', '\u0301', '1', '①', '\n', '\r', ' ', '\t', '\u00a0', '.', '/', "'", '€', '\u0001', '\ue000', '\u{1d400}',
];

/** Ends of the pieces in UTF-16 code units: matches of the patterns, and the text between matches. */
function patternEnds(steps: readonly RegExp[], text: string, base = 0): number[] {
  const [step, ...rest] = steps;
  if (text === '') return [];
  if (step === undefined) return [base + text.length];
  const ends: number[] = [];
  let last = 0;
  for (const match of text.matchAll(step)) {
    ends.push(...patternEnds(rest, text.slice(last, match.index), base + last));
    ends.push(base + match.index + match[0].length);
    last = match.index + match[0].length;
  }
  ends.push(...patternEnds(rest, text.slice(last), base + last));
  return ends;
}

/** The classes without those that behave like another one in every pattern. */
const FEWER_REPRESENTATIVES = [
  'A',
  's',
  '中',
  '・',
  '\u0301',
  '1',
  '\n',
  ' ',
  '\t',
  '/',
  "'",
  '\u0001',
];

const BYTE_LENGTHS = new Map(
  REPRESENTATIVES.map((character) => [character, new TextEncoder().encode(character).length]),
);

const buffer = new ByteBuffer(256);
const byteEnds = new Int32Array(64);

/** The same by the hand-written scanner. */
function scannedEnds(preTokenizer: PreTokenizer, text: string): number[] {
  buffer.fill(text);
  byteEnds.fill(0, preTokenizer.split(buffer, 0, byteEnds));
  return unitEnds(text, byteEnds);
}

/** From ends in bytes to ends in UTF-16 code units. */
function unitEnds(text: string, inBytes: ArrayLike<number>): number[] {
  const ends: number[] = [];
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    bytes += BYTE_LENGTHS.get(character) ?? 0;
    units += character.length;
    if (inBytes[ends.length] === bytes) ends.push(units);
  }
  return ends;
}

/** For every text of up to `longest` characters, each of another class. */
export function assertPiecesAndBoundaries(name: keyof typeof SUBJECTS, longest: number): void {
  assertAll(name, longest, REPRESENTATIVES);
}

/** The same with fewer classes, for longer texts. */
export function assertFewerPiecesAndBoundaries(name: keyof typeof SUBJECTS, longest: number): void {
  assertAll(name, longest, FEWER_REPRESENTATIVES);
}

/**
 * For every text of up to `longest` representatives: the scanner cuts it as the pattern does, and at
 * each boundary that is called safe the halves are cut as the whole is.
 */
function assertAll(
  name: keyof typeof SUBJECTS,
  longest: number,
  representatives: readonly string[],
): void {
  const [preTokenizer, steps] = SUBJECTS[name];
  const known = new Map<string, string>();
  const piecesOf = (text: string): string => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const ends = patternEnds(steps, text).join();
    assertEqualFor(text, scannedEnds(preTokenizer, text).join(), ends);
    if (text.length < longest) known.set(text, ends);
    return ends;
  };
  const extend = (text: string, rest: number): void => {
    for (const character of representatives) {
      const longer = text + character;
      assertBoundaries(preTokenizer, longer, piecesOf);
      if (rest > 1) extend(longer, rest - 1);
    }
  };
  extend('', longest);
}

function assertBoundaries(
  preTokenizer: PreTokenizer,
  text: string,
  piecesOf: (text: string) => string,
): void {
  const whole = piecesOf(text);
  for (let cut = 1; cut < text.length; cut++) {
    if (!preTokenizer.isSafeBoundary(text.charCodeAt(cut - 1), text.charCodeAt(cut))) continue;
    const right = piecesOf(text.slice(cut))
      .split(',')
      .map((end) => Number(end) + cut);
    const halves = `${piecesOf(text.slice(0, cut))},${right.join()}`;
    assertEqualFor(text, halves, whole, `cut at ${cut}: `);
  }
}

/** The same as if the text were endless, in slices of a few bytes. */
function endlessEnds(preTokenizer: PreTokenizer, text: string, sliceBytes: number): number[] {
  const scan = new EndlessScan(sliceBytes);
  const ends: number[] = [];
  const own = new ByteBuffer(0);
  own.fill(text);
  for (let from = 0, slices = 0; from < own.length; slices++) {
    const pieces = preTokenizer.splitEndless(own, from, byteEnds, scan);
    ends.push(...byteEnds.subarray(0, pieces));
    from = ends.at(-1) ?? 0;
    if (slices >= 20 * own.length)
      assert.fail(`does not come to an end: ${describeDifference(text)}`);
  }
  return ends;
}

/** Texts of long runs in slices of any size have the pieces that they have at once. */
export function assertEndlessPieces(name: keyof typeof SUBJECTS, size: number): void {
  const [preTokenizer] = SUBJECTS[name];
  const random = seededRandom(29);
  for (let sample = 0; sample < size; sample++) {
    let text = '';
    for (let rest = between(random, 1, 8); rest > 0; rest--) {
      const run =
        pick(random, REPRESENTATIVES) + (random() < 0.2 ? pick(random, REPRESENTATIVES) : '');
      text += run.repeat(random() < 0.5 ? between(random, 1, 4) : between(random, 100, 900));
    }
    const atOnce = endlessEnds(preTokenizer, text, Infinity);
    const sliceBytes = between(random, 1, 700);
    const inSlices = endlessEnds(preTokenizer, text, sliceBytes);
    assertEqualFor(text, inSlices.join(), atOnce.join());
    if (sample % 10 === 0) {
      assert.deepEqual(unitEnds(text, atOnce), patternEnds(SUBJECTS[name][1], text));
    }
  }
}

/** The same for random longer texts of the representatives. */
export function assertLongerPieces(name: keyof typeof SUBJECTS, size: number): void {
  const [preTokenizer, steps] = SUBJECTS[name];
  const random = seededRandom(17);
  const piecesOf = (text: string): string => {
    const ends = patternEnds(steps, text).join();
    assertEqualFor(text, scannedEnds(preTokenizer, text).join(), ends);
    return ends;
  };
  for (let sample = 0; sample < size; sample++) {
    let text = '';
    for (let rest = between(random, 4, 12); rest > 0; rest--) text += pick(random, REPRESENTATIVES);
    assertBoundaries(preTokenizer, text, piecesOf);
  }
}
