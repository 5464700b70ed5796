import type { NameIndex, Named } from './nameIndex';

/** A name of weights that ends with their size, as people call them: gemma-3-27b; Hugging Face's have capitals. */
const SIZED = /^[a-z][a-z\d.-]*-\d+b$/;

/**
 * All hosts of the weights that a name is in the maker's words, or in those of a host. Hosts sell the weights that
 * answer, and people leave out the `-it` or `-instruct` that tells them from the others.
 */
export function hostsOfWeights(index: NameIndex, name: string): readonly Named[] {
  const named = hostsOf(index, name);
  if (named.length > 0 || !SIZED.test(name)) return named;
  const instructed = hostsOf(index, `${name}-instruct`);
  return instructed.length > 0 ? instructed : hostsOf(index, `${name}-it`);
}

function hostsOf(index: NameIndex, name: string): readonly Named[] {
  const named = index.withWeights(name);
  return named.length > 0 || name.includes('/') ? named : index.withWeightsCalled(name);
}
