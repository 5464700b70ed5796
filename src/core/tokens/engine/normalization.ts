import { isFirstHalf, isSecondHalf, isSurrogate } from './preTokenizers/preTokenizer';

const MARK = /^\p{M}/u;

/** Runs of at least this many marks are sorted here before the host normalizes them. */
const LONG_RUN = 256;

/**
 * Unicode NFC in linear time for every text. `String.normalize` sorts runs of marks by insertion: 40,000 alternating
 * marks take a second.
 */
export function normalizeNfc(text: string): string {
  const ordered = hasLongRun(text) ? text.replaceAll(/\p{M}+/gu, orderMarks) : text;
  return ordered.normalize('NFC');
}

/** Whether a run of marks is long enough to contain two of the sampled positions. */
function hasLongRun(text: string): boolean {
  const step = LONG_RUN / 2 - 1;
  for (let index = step; index < text.length; index += step) {
    let start = index;
    while (isMarkAt(text, start) && index - start < step) start--;
    if (index - start === step) return true;
  }
  return false;
}

/** Counts every half of a surrogate pair as a mark. */
function isMarkAt(text: string, index: number): boolean {
  const codeUnit = text.charCodeAt(index);
  return codeUnit >= 0x300 && (isSurrogate(codeUnit) || MARK.test(text.charAt(index)));
}

/**
 * Whether NFC leaves a character unchanged. At a safe boundary the right character does not combine with the
 * left one, because only marks and letters after letters combine. But a character that changes by itself, such
 * as U+0958, may end in another class.
 */
export function isStable(codeUnit: number): boolean {
  if (codeUnit < 0x300) return true;
  const character = String.fromCharCode(codeUnit);
  return character.normalize('NFC') === character;
}

/**
 * Whether the parts before and from this index can be normalized separately, for every text before it.
 * False is always safe.
 */
export function beginsNormalization(text: string, index: number): boolean {
  const codePoint = text.codePointAt(index) as number;
  if (codePoint < 0x300) return true;
  if (isSecondHalf(text, index)) return false;
  // The other half may follow in the text.
  if (index === text.length - 1 && isFirstHalf(codePoint)) return false;
  return !combinesBack(String.fromCodePoint(codePoint).normalize('NFD'));
}

/**
 * Whether a decomposed text may combine with the text before it: it starts with a mark, a vowel or final
 * consonant of Hangul, or a vowel sign of Kirat Rai (letters since Unicode 16).
 */
function combinesBack(decomposed: string): boolean {
  const codePoint = decomposed.codePointAt(0) as number;
  if (codePoint >= 0x1160 && codePoint <= 0x11ff) return true;
  if (codePoint >= 0x16d40 && codePoint <= 0x16d7f) return true;
  return MARK.test(decomposed);
}

/** A long run of marks in canonical order: sorted by combining class between marks without one. */
function orderMarks(run: string): string {
  if (run.length < LONG_RUN || run === run.charAt(0).repeat(run.length)) return run;
  const decomposed = new Map(Array.from(new Set(run), (mark) => [mark, mark.normalize('NFD')]));
  const marks = Array.from(run, (mark) => decomposed.get(mark) ?? mark).join('');
  const classes = combiningClasses(new Set(marks));
  /** Marks since the last one without a class, by class. */
  let segment: string[] = [];
  let ordered = '';
  for (const mark of marks) {
    const combiningClass = classes.get(mark);
    if (combiningClass === undefined) {
      ordered += segment.join('') + mark;
      segment = [];
    } else {
      segment[combiningClass] = (segment[combiningClass] ?? '') + mark;
    }
  }
  return ordered + segment.join('');
}

/** A number for each mark with a combining class, in the order of the classes. */
function combiningClasses(marks: ReadonlySet<string>): ReadonlyMap<string, number> {
  const sorted = [...marks].filter(hasClass).toSorted(byCombiningClass);
  const classes = new Map<string, number>();
  let last = 0;
  for (const [index, mark] of sorted.entries()) {
    if (byCombiningClass(sorted[index - 1] ?? mark, mark) !== 0) last++;
    classes.set(mark, last);
  }
  return classes;
}

/** The host does not expose combining classes, but normalization shows which of two is lower. */
function byCombiningClass(a: string, b: string): number {
  if (moves(a, b)) return 1;
  return moves(b, a) ? -1 : 0;
}

/** Whether normalization moves the second of two marks before the first. */
function moves(first: string, second: string): boolean {
  return (first + second).normalize('NFD') === second + first && first !== second;
}

/** Marks with the lowest and the highest combining class. */
const LOWEST = '\u0334';
const HIGHEST = '\u0345';

/** Whether a mark has a combining class. */
function hasClass(mark: string): boolean {
  return moves(mark, LOWEST) || moves(HIGHEST, mark);
}
