import type { NameIndex, Named } from './nameIndex';
import { spellingKey } from './spelling';

const VERSION = /^-\d[\d.-]*$/;

/**
 * The models of a vendor whose names are a name and a version or day: command-r-08-2024 for command-r, which
 * Cohere no longer sells.
 */
export function versionsAt(index: NameIndex, vendor: string, name: string): readonly Named[] {
  const key = spellingKey(name);
  return index.namesAt(vendor).filter(({ name: each }) => {
    const spelling = spellingKey(each);
    return spelling.startsWith(key) && VERSION.test(spelling.slice(key.length));
  });
}
