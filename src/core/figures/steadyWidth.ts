/** As wide as a digit in every font. */
const FIGURE_SPACE = '\u2007';

/** As wide as a full stop or a comma. */
const PUNCTUATION_SPACE = '\u2008';

const SEPARATORS = /[.,'’\u00a0\u202f]/g;

/** The digits and separators of a number, which set its width. */
export interface FigureWidth {
  readonly digits: number;
  readonly separators: number;
}

export interface SteadyFigure {
  readonly text: string;
  readonly width: FigureWidth;
}

/**
 * Pads a number with spaces to the width of the one that it replaces, so that it does not become narrower and wider again
 * while the user types. If it is narrower by more than one digit, it keeps its own width.
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

/** Replaces each digit by a space of the same width. */
export function withoutDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, FIGURE_SPACE);
}
