import type { EncodingName } from '../encodings';

/** The kind of a text; factors depend on it. */
export type ContentKind =
  | 'prose'
  | 'code'
  | 'python'
  | 'minifiedCode'
  | 'json'
  /** JSON on one line, CSV. */
  | 'denseData'
  | 'yaml'
  | 'unknown';

/** Groups of scripts with factors of their own. */
export type ScriptGroup =
  /** Latin with accents: French, German, Polish ... */
  | 'european'
  | 'cyrillic'
  | 'arabic'
  | 'indic'
  | 'han'
  /** Japanese: kana and the Han characters among them. */
  | 'kana'
  | 'hangul'
  | 'other';

/** Tokens per token of the base encoding, and its relative uncertainty. */
export interface TokenFactor {
  readonly value: number;
  readonly band: number;
}

/** Estimation of one family of models without a public tokenizer. */
export interface Calibration {
  /** Name of the family, for the user. */
  readonly models: string;
  /** The base encoding, counted exactly. */
  readonly base: EncodingName;
  readonly content: Readonly<Record<ContentKind, TokenFactor>>;
  readonly scripts: Readonly<Record<ScriptGroup, TokenFactor>>;
  /** Source of the factors, for the user. */
  readonly source: string;
}

/**
 * Tokens of o200k_base per UTF-16 code unit, without blanks and signs, on the Universal Declaration of Human
 * Rights. They give each script's part of a mixed text's count. Accented letters are Latin.
 */
export const TOKENS_PER_UNIT = {
  latin: 0.25,
  accented: 0.25,
  cyrillic: 0.33,
  arabic: 0.38,
  indic: 0.4,
  han: 0.85,
  kana: 0.87,
  hangul: 0.79,
  other: 0.45,
} as const;

/**
 * Shares of accented letters among Latin letters: up to the first a text is English, from the second on another
 * European language. English has 0 to 0.2 %, Italian 0.7 %, German 1.4 %, French 3.1 %, Polish 5.9 %.
 */
export const ACCENTED_SHARE = { from: 0.002, to: 0.008 } as const;

/** Mean code units per line from which code and JSON count as written without line breaks. */
export const DENSE_LINE_LENGTH = 250;
