import type { NameIndex, Named } from './nameIndex';
import { spellingKey } from './spelling';

const STAGE = '-preview|-latest';
const DAY = '-\\d{3,8}|-\\d{2}-(?:\\d{2}|20\\d{2})|-20\\d{2}-\\d{2}-\\d{2}';
/** A stage, and a number of a version or a day. */
const VERSION = new RegExp(`^(?:${STAGE})?(?:-\\d[\\d.-]*)?$`);
/** A stage, or a day, month or number of a release; two digits alone can be another model. */
const RELEASE = new RegExp(`^(?:${STAGE})?(?:${DAY})?$`);
const UNDATED_STAGE = new RegExp(`^(?:${STAGE})$`);
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

/**
 * The one release of a vendor's model, if it is a preview or the latest without a day: nothing else can be meant by
 * gemini-3-flash while Google has gemini-3-flash-preview alone, nor by gpt-5.2-chat, as clouds call gpt-5.2-chat-latest.
 */
export function onlyStage(releases: readonly Named[], name: string): Named | undefined {
  if (new Set(releases.map(({ target }) => target.id)).size !== 1) return undefined;
  const start = spellingKey(name).length;
  return releases.find((each) => UNDATED_STAGE.test(spellingKey(each.name).slice(start)));
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
