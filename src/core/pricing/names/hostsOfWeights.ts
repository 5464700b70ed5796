import type { NameIndex, Named } from './nameIndex';
import { spellingKey } from './spelling';
import { leafOf } from './weightsName';

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
  if (named.length > 0) return named;
  const hosts = index.withWeightsCalled(leafOf(name));
  return name.includes('/') && !hosts.some((host) => endsWith(host.name, name)) ? [] : hosts;
}

/** Whether a host's id has the maker and the weights as a name has them: BAAI/bge-m3 is in @cf/baai/bge-m3. */
function endsWith(id: string, name: string): boolean {
  return spellingKey(id).endsWith(`/${spellingKey(name)}`);
}
