import { readFileSync } from 'node:fs';
import { createClassTable } from '../../../../../src/core/tokens/engine/characterClasses';
import { type EncodingName, RECIPES } from '../../../../../src/core/tokens/encodings';
import {
  createCounter,
  type TokenCounter,
} from '../../../../../src/core/tokens/engine/tokenCounter';

export const classes = createClassTable();

const counters = new Map<EncodingName, TokenCounter>();

export function readVocabularyFile(file: string): Uint8Array {
  return readFileSync(`media/vocabularies/${file}`);
}

export function newCounter(encoding: EncodingName): TokenCounter {
  return createCounter(encoding, readVocabularyFile(RECIPES[encoding].file), classes);
}

/** One counter per encoding for all tests of the process, as in an editor that runs for long. */
export function counterOf(encoding: EncodingName): TokenCounter {
  let counter = counters.get(encoding);
  if (counter === undefined) {
    counter = newCounter(encoding);
    counters.set(encoding, counter);
  }
  return counter;
}
