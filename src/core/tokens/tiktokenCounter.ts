import { Tiktoken, type TiktokenBPE } from 'js-tiktoken/lite';
import type { TokenCounter } from './tokenCounter';

/** Counts o200k_base with js-tiktoken, from its ranks file as UTF-8 JSON. */
export function createTiktokenCounter(ranksJson: Uint8Array): TokenCounter {
  const tiktoken = new Tiktoken(JSON.parse(new TextDecoder().decode(ranksJson)) as TiktokenBPE);
  return {
    encoding: 'o200k_base',
    count: (text) => tiktoken.encode(text, [], []).length,
  };
}
