import { requestFacts, type RequestFacts } from '../../core/requests/facts';
import { badLineNote, describeRequests, moreBadLines } from '../../wording/documents/requests';
import { about, type Words } from '../../wording/words';
import type { ReadRequests } from './requests';

/** Bad lines that are named; the others are counted. */
const MAX_BAD_LINES = 10;

/** What of a file of requests is not counted, or counted in a special way. */
export function notesOfRequests(words: Words, file: ReadRequests): readonly string[] {
  return notesOfRequestFile(words, file.path, requestFacts(file));
}

/** The same of a file whose requests are not kept. */
export function notesOfRequestFile(
  words: Words,
  path: string,
  facts: RequestFacts,
): readonly string[] {
  const { badLines } = facts;
  const more = badLines.length - MAX_BAD_LINES;
  return [
    ...describeRequests(words, facts).map((note) => about(words, path, note)),
    ...badLines.slice(0, MAX_BAD_LINES).map((line) => badLineNote(words, path, line)),
    ...(more > 0 ? [moreBadLines(words, path, more)] : []),
  ];
}
