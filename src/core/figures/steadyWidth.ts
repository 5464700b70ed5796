/** As wide as a digit in every font. */
const FIGURE_SPACE = '\u2007';

/** As wide as a full stop or a comma. */
const PUNCTUATION_SPACE = '\u2008';

const SEPARATORS = /[.,'’\u00a0\u202f]/g;

/** The width of a number as far as it changes: digits, and what stands between them. */
export interface FigureWidth {
  readonly digits: number;
  readonly separators: number;
}

export interface SteadyFigure {
  readonly text: string;
  readonly width: FigureWidth;
}

/**
 * A number that is shown in the place of another, with spaces before it so that it does not become
 * narrower by a digit or two marks and back again while somebody types. One that is narrower by more is
 * another number: it takes the width that it needs.
 *
 * Worked example: "$0.0999" has five digits and a full stop. "$0.100" after it gets one figure space;
 * "999" after "1,000" a figure space and a punctuation space; "7" after "1,000" none.
 */
export function keepWidth(text: string, before: FigureWidth | undefined): SteadyFigure {
  const own = widthOf(text);
  if (!before || own.digits === 0 || before.digits > own.digits + 1) return { text, width: own };
  const width = {
    digits: Math.max(own.digits, before.digits),
    separators: Math.max(own.separators, before.separators),
  };
  const spaces =
    FIGURE_SPACE.repeat(width.digits - own.digits) +
    PUNCTUATION_SPACE.repeat(width.separators - own.separators);
  return { text: spaces + text, width };
}

function widthOf(text: string): FigureWidth {
  return {
    digits: text.match(/\p{Nd}/gu)?.length ?? 0,
    separators: text.match(SEPARATORS)?.length ?? 0,
  };
}

/** The same text with room for its digits, but none: nothing moves, and nobody reads an old number. */
export function withoutDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, FIGURE_SPACE);
}
