import { requestFacts } from '../../core/requests/facts';
import { badLineNote, describeRequests, moreBadLines } from '../../wording/documents/requests';
import type { ReadRequests } from './requests';

/** Bad lines that are named; the others are counted. */
const MAX_BAD_LINES = 10;

/** What of a file of requests is not counted, or counted in a special way. */
export function notesOfRequests(file: ReadRequests): readonly string[] {
  const { path, badLines } = file;
  const more = badLines.length - MAX_BAD_LINES;
  return [
    ...describeRequests(requestFacts(file)).map((note) => `${path}: ${note}`),
    ...badLines.slice(0, MAX_BAD_LINES).map((line) => badLineNote(path, line)),
    ...(more > 0 ? [moreBadLines(path, more)] : []),
  ];
}
