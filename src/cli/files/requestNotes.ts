import type { ExportedLine } from '../../core/export/report';
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
  return [
    ...describeRequests(words, facts).map((note) => about(words, path, note)),
    ...notesOfLines(words, path, facts.badLines),
  ];
}

/** Requests of named files that are on no model. */
export function notPricedNotes(words: Words, lines: readonly ExportedLine[]): readonly string[] {
  return [...new Set(lines.map(({ path }) => path))].flatMap((path) =>
    notesOfLines(
      words,
      path,
      lines.filter((line) => line.path === path),
    ),
  );
}

function notesOfLines(
  words: Words,
  path: string,
  lines: readonly Omit<ExportedLine, 'path'>[],
): readonly string[] {
  const more = lines.length - MAX_BAD_LINES;
  return [
    ...lines.slice(0, MAX_BAD_LINES).map((line) => badLineNote(words, path, line)),
    ...(more > 0 ? [moreBadLines(words, path, more)] : []),
  ];
}
