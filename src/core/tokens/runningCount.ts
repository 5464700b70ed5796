import type { TokenCounter } from './tokenCounter';

/** Counts a text that arrives piece by piece, cut only where the counts of the parts add up. */
export class RunningCount {
  readonly #counter: TokenCounter;
  #tokens = 0;
  #rest = '';

  constructor(counter: TokenCounter) {
    this.#counter = counter;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    const cut = lastSafeCut(text);
    this.#tokens += this.#counter.count(text.slice(0, cut));
    this.#rest = text.slice(cut);
  }

  /** Tokens of all that was pushed. */
  finish(): number {
    return this.#tokens + this.#counter.count(this.#rest);
  }
}

/** No piece of any pre-tokenizer holds a character that is not white space followed by a space. */
function lastSafeCut(text: string): number {
  for (let index = text.length - 1; index > 0; index--) {
    if (text[index] === ' ' && /\S/.test(text[index - 1] ?? '')) return index;
  }
  return 0;
}
