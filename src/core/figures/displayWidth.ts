/** Signs of two columns in a terminal: Chinese, Japanese and Korean ones, and their full-width punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

/** Signs that stand on or in others, and marks of direction. */
const NARROW = /[\p{Mn}\p{Me}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u;

/** Columns of a text in a terminal: a Chinese sign has two. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) {
    columns += WIDE.test(character) ? 2 : NARROW.test(character) ? 0 : 1;
  }
  return columns;
}

/** Pads a text with spaces to a number of columns. @param side where the text stands. */
export function padColumns(text: string, columns: number, side: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? text + spaces : spaces + text;
}

/** Chinese and Japanese lines end between any two signs, but not before these. */
const NO_LINE_START =
  /^[\p{Pe}\p{Pf}、。，．：；！？ー…々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/u;

/** Nor after these. */
const NO_LINE_END = /^[\p{Ps}\p{Pi}]/u;

/** Lines of at most that many columns, but for longer words. */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && displayWidth(line) + displayWidth(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Words with the space behind them; of Chinese and Japanese each sign. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  let isAfterOpening = false;
  for (const character of text) {
    const isWide = WIDE.test(character);
    const last = pieces.at(-1);
    if (
      last !== undefined &&
      (NO_LINE_START.test(character) || isAfterOpening || (isOpen && !isWide))
    ) {
      pieces[pieces.length - 1] = last + character;
    } else {
      pieces.push(character);
    }
    isOpen = character !== ' ' && !isWide;
    isAfterOpening = NO_LINE_END.test(character);
  }
  return pieces;
}
