import { spellingKey } from '../../../src/core/pricing/names/spelling';

/** A day at the end of an id, or before the version of Bedrock. */
const DAY = /[-@]20\d{2}-?\d{2}-?\d{2}(?=$|-v\d)/;
const REGION = /^(us|eu|apac|jp|au|ca|in|us-gov|global)\./;
const BEDROCK_VERSION = /-v\d+(:\d+)?$/;

/**
 * Whether a name differs from an id in nothing but its day, region, maker, spelling and the order of its words.
 *
 * Packages put names together that have the same price; some of them are other models, or another tier of one:
 * gpt-4o-mini-search-preview beside gpt-4o-mini, qwen3-32b-fast beside Qwen3-32B, claude-opus-4.5:beta.
 */
export function isSameModel(id: string, name: string): boolean {
  return wordsOf(id) === wordsOf(name);
}

function wordsOf(id: string): string {
  const plain = id.toLowerCase().replace(REGION, '');
  const leaf = plain.slice(plain.lastIndexOf('/') + 1).replace(/^[a-z]+\.(?=[a-z])/, '');
  const undated = leaf.replace(DAY, '').replace(BEDROCK_VERSION, '');
  return spellingKey(undated).split('-').toSorted().join(' ');
}
