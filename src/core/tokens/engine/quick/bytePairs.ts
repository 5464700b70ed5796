import { SLICE_WORK, type Sliced } from '../../../scheduling/sliced';
import { normalizeNfc } from '../normalization';
import type { Vocabulary } from '../vocabulary';

/** U+2581, which the Gemma pre-tokenizer replaces by a space. */
const LOW_LINE = '\u2581';

const encoder = new TextEncoder();

/**
 * The pairs of adjacent bytes in some texts, in each form in which a counter sees them. A token with another pair is no
 * part of these texts, so that no merge can lead to it.
 */
export class BytePairs {
  readonly #known = new Uint8Array(0x10000);

  constructor(text: string) {
    for (const bytes of formsOf(text)) {
      for (let index = 1; index < bytes.length; index++) this.#known[pairAt(bytes, index)] = 1;
    }
  }

  /** Whether a text has no other pairs. */
  hold(text: string): boolean {
    return formsOf(text).every((bytes) => this.#holdBytes(bytes, 0, bytes.length));
  }

  /** The ranks of the tokens that these texts may contain. */
  *tokensOf({ tokenCount, offsets, bytes }: Vocabulary): Sliced<readonly number[]> {
    const ranks: number[] = [];
    for (let from = 0; from < tokenCount; from += SLICE_WORK) {
      const to = Math.min(from + SLICE_WORK, tokenCount);
      for (let rank = from; rank < to; rank++) {
        const end = offsets[rank + 1] as number;
        if (this.#holdBytes(bytes, offsets[rank] as number, end)) ranks.push(rank);
      }
      yield;
    }
    return ranks;
  }

  /** Of the bytes in [start, end). */
  #holdBytes(bytes: Uint8Array, start: number, end: number): boolean {
    for (let index = start + 1; index < end; index++) {
      if (this.#known[pairAt(bytes, index)] === 0) return false;
    }
    return true;
  }
}

function pairAt(bytes: Uint8Array, index: number): number {
  return ((bytes[index - 1] as number) << 8) | (bytes[index] as number);
}

function formsOf(text: string): readonly Uint8Array[] {
  const forms = new Set([text, normalizeNfc(text), text.replaceAll(LOW_LINE, ' ')]);
  return Array.from(forms, (form) => encoder.encode(form));
}
