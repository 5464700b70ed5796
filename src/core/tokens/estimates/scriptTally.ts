/** The scripts whose code units are counted for estimates. */
export const SCRIPTS = [
  'latin',
  'accented',
  'cyrillic',
  'arabic',
  'indic',
  'han',
  'kana',
  'hangul',
  'other',
] as const;

export type Script = (typeof SCRIPTS)[number];

/**
 * The number of UTF-16 code units of each script, in the order of SCRIPTS; then of neutral ones (blanks, signs), and of
 * line feeds. The tallies of parts add up to the tally of the whole.
 */
export type ScriptTally = readonly number[];

const NEUTRAL = SCRIPTS.length;
const LINES = NEUTRAL + 1;

export const EMPTY_TALLY: ScriptTally = Array.from({ length: LINES + 1 }, () => 0);

/** Ranges of the Basic Multilingual Plane: the first code unit and the script. Each range extends to the next one. */
const RANGES: readonly (readonly [number, Script | 'neutral'])[] = [
  [0x0000, 'neutral'],
  [0x0030, 'latin'],
  [0x0080, 'neutral'],
  [0x00c0, 'accented'],
  [0x0250, 'other'],
  [0x0400, 'cyrillic'],
  [0x0530, 'other'],
  [0x0600, 'arabic'],
  [0x0700, 'other'],
  [0x0750, 'arabic'],
  [0x0780, 'other'],
  [0x08a0, 'arabic'],
  // Scripts of India and South-East Asia.
  [0x0900, 'indic'],
  [0x10a0, 'other'],
  [0x1100, 'hangul'],
  [0x1200, 'other'],
  [0x1780, 'indic'],
  [0x1800, 'other'],
  [0x1e00, 'accented'],
  [0x1f00, 'other'],
  // Typographic quotes and dashes.
  [0x2000, 'neutral'],
  [0x2070, 'other'],
  [0x2e80, 'han'],
  [0x3040, 'kana'],
  [0x3100, 'han'],
  [0x3130, 'hangul'],
  [0x3190, 'han'],
  [0x31f0, 'kana'],
  [0x3200, 'han'],
  [0xa000, 'other'],
  [0xac00, 'hangul'],
  [0xd7b0, 'other'],
  // High surrogates of Han outside the Basic Multilingual Plane.
  [0xd840, 'han'],
  [0xd890, 'other'],
  [0xf900, 'han'],
  [0xfb00, 'other'],
  [0xfb50, 'arabic'],
  [0xfe00, 'other'],
  [0xfe70, 'arabic'],
  [0xff00, 'han'],
  [0xff60, 'kana'],
  [0xffa0, 'hangul'],
  [0xffe0, 'other'],
];

const LINE_FEED = 0x0a;

/** The script of each block of 16 code units. So the signs U+FF60 to U+FF65 count as kana. */
const SCRIPT_OF_BLOCK = createBlocks();

function createBlocks(): Uint8Array {
  const blocks = new Uint8Array(0x1000);
  for (const [start, script] of RANGES) {
    blocks.fill(script === 'neutral' ? NEUTRAL : SCRIPTS.indexOf(script), start >> 4);
  }
  return blocks;
}

export function tallyScripts(text: string): ScriptTally {
  const units = new Uint32Array(NEUTRAL + 1);
  let lines = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const script = SCRIPT_OF_BLOCK[unit >> 4] as number;
    units[script] = (units[script] as number) + 1;
    if (unit === LINE_FEED) lines++;
  }
  return [...units, lines];
}

/** @param sign 1 to add, -1 to subtract */
export function addTally(total: number[], tally: ScriptTally, sign: 1 | -1): void {
  for (let index = 0; index < tally.length; index++)
    total[index] = (total[index] ?? 0) + sign * (tally[index] ?? 0);
}

const PLACES = Object.fromEntries(SCRIPTS.map((script, index) => [script, index])) as Readonly<
  Record<Script, number>
>;

/** UTF-16 code units of one script. */
export function unitsOf(tally: ScriptTally, script: Script): number {
  return tally[PLACES[script]] ?? 0;
}

/** The number of lines, including the last one without a line feed. */
export function linesOf(tally: ScriptTally): number {
  return (tally[LINES] ?? 0) + 1;
}
