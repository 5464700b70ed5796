import type { NameIndex, Named } from './nameIndex';
import { spellingKey } from './spelling';

const STAGE = '-preview|-latest';
const DAY = '-\\d{3,8}|-\\d{2}-(?:\\d{2}|20\\d{2})|-20\\d{2}-\\d{2}-\\d{2}';
/** A stage, and a number of a version or a day. */
const VERSION = new RegExp(`^(?:${STAGE})?(?:-\\d[\\d.-]*)?$`);
/** A stage, or a day, month or number of a release; two digits alone can be another model. */
const RELEASE = new RegExp(`^(?:${STAGE})?(?:${DAY})?$`);
const STAGED_RELEASE = new RegExp(`^(?:${STAGE})(?:${DAY})?$`);

/**
 * The models of a vendor whose names are a name and a version or day: mistral-small-2506 for mistral-small. Those that
 * were never sold under the plain name can be meant all the same.
 */
export function versionsAt(index: NameIndex, vendor: string, name: string): readonly Named[] {
  return endingIn(VERSION, index, vendor, name);
}

/** As `versionsAt`, where nothing else has the name: gpt-4 is no release of gpt, nor gpt-3.5-0301 one of gpt-3.5. */
export function releasesAt(index: NameIndex, vendor: string, name: string): readonly Named[] {
  return endingIn(/\d$/.test(name) ? STAGED_RELEASE : RELEASE, index, vendor, name);
}

function endingIn(
  ending: RegExp,
  index: NameIndex,
  vendor: string,
  name: string,
): readonly Named[] {
  const key = spellingKey(name);
  if (key === '') return [];
  return index.beginningWith(vendor, name).filter(({ name: each, target }) => {
    const spelling = spellingKey(each);
    const rest = spelling.slice(key.length);
    return target.kind === 'model' && spelling.startsWith(key) && rest !== '' && ending.test(rest);
  });
}
