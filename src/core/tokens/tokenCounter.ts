import type { EncodingName } from './encodings';

/** Counts tokens exactly in one encoding. */
export interface TokenCounter {
  readonly encoding: EncodingName;
  /** Tokens of a text; text that looks like a special token counts as the ordinary text it is. */
  count(text: string): number;
}
