/** Width of a text in pixels, in the font in which it is drawn. */
export type TextWidth = (text: string) => number;

/** A line may end after these signs, and before an ending such as ".md", but not within "3.1". */
const BREAKS = /(?<=[\s\-_/:=])|(?=\.\p{L})/u;

/**
 * A text in lines of at most `most` pixels: broken after spaces and signs, within a word only if it alone is wider than
 * a line. The lines together are the text; a space at the end of one takes no room.
 */
export function wrapText(text: string, most: number, widthOf: TextWidth): readonly string[] {
  const fits = (part: string): boolean => widthOf(part.trimEnd()) <= most;
  const parts = text.split(BREAKS).flatMap((word) => (fits(word) ? [word] : Array.from(word)));
  return fillLines(parts, most, widthOf);
}

/** As `wrapText`, but broken after spaces alone; a word may be wider than a line. */
export function wrapWords(text: string, most: number, widthOf: TextWidth): readonly string[] {
  return fillLines(text.split(/(?<= )/), most, widthOf);
}

function fillLines(parts: readonly string[], most: number, widthOf: TextWidth): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && widthOf((line + part).trimEnd()) > most) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Moves the middles of labels until none overlaps the next, in their order and between `from` and `to`. If there is no
 * room for all, the first ones are before `from`.
 *
 * @param heights of the labels, in the order of `wanted`.
 */
export function spreadApart(
  wanted: readonly number[],
  heights: readonly number[],
  from: number,
  to: number,
): readonly number[] {
  const half = (index: number): number => at(heights, index) / 2;
  const order = wanted.map((_, index) => index).toSorted((a, b) => at(wanted, a) - at(wanted, b));
  const placed = [...wanted];
  let top = from;
  for (const index of order) {
    placed[index] = Math.max(at(wanted, index), top + half(index));
    top = at(placed, index) + half(index);
  }
  let bottom = to;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(at(placed, index), bottom - half(index));
    bottom = at(placed, index) - half(index);
  }
  return placed;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
