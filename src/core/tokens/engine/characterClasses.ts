import { CHARACTER_CLASS_RUNS } from './characterClassRuns';

// Character classes of the pre-tokenizers. The order matters: letters come first, and every class from OTHER on
// is neither letter, mark, number nor white space.

/** Not a class: a byte that is part of a longer character, or the end of the text. */
export const NONE = 0;
/** Lu and Lt. */
export const UPPER = 1;
/** Ll. */
export const LOWER = 2;
/** Lm and Lo: letters without case, such as Chinese. */
export const LETTER = 3;
/** M. */
export const MARK = 4;
/** N. */
export const NUMBER = 5;
/** CR and LF. */
export const NEWLINE = 6;
/** U+0020. */
export const SPACE = 7;
/** The rest of Unicode's White_Space: with U+0085 and without U+FEFF, unlike JavaScript's `\s`. */
export const WHITE = 8;
/** Controls, format characters, private and unassigned code points. */
export const OTHER = 9;
/** P and S. */
export const SYMBOL = 10;
/** `/`, a symbol that o200k groups with line ends. */
export const SLASH = 11;
/** `'`, a symbol that may start a contraction. */
export const APOSTROPHE = 12;

/** Many scripts have an upper and a lower letter by turns. */
const PAIRS = 'P';

const CLASS_OF_LETTER: Readonly<Record<string, number>> = {
  U: UPPER,
  l: LOWER,
  L: LETTER,
  M: MARK,
  N: NUMBER,
  n: NEWLINE,
  s: SPACE,
  w: WHITE,
  S: SYMBOL,
  o: OTHER,
};

/**
 * The class of every code point (0 to 0x10FFFF), 1.1 MB. From shipped data, not from the host's `\p{...}`,
 * so that counts do not depend on the host's Unicode version.
 */
export function createClassTable(): Uint8Array {
  const classes = new Uint8Array(0x110000);
  let codePoint = 0;
  for (const [, letter = '', digits] of CHARACTER_CLASS_RUNS.matchAll(/([A-Za-z])(\d*)/g)) {
    const length = Number(digits) || 1;
    if (letter === PAIRS) {
      for (const end = codePoint + 2 * length; codePoint < end;) {
        classes[codePoint++] = UPPER;
        classes[codePoint++] = LOWER;
      }
      continue;
    }
    classes.fill(CLASS_OF_LETTER[letter] ?? OTHER, codePoint, codePoint + length);
    codePoint += length;
  }
  classes['/'.charCodeAt(0)] = SLASH;
  classes["'".charCodeAt(0)] = APOSTROPHE;
  return classes;
}

/** The class of each ASCII byte; NONE from 0x80 on, so that inner loops stop there. */
export function createByteClasses(classes: Uint8Array): Uint8Array {
  const byteClasses = new Uint8Array(256);
  byteClasses.set(classes.subarray(0, 0x80));
  return byteClasses;
}
