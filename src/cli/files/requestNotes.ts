import type { ApiRequest, UnseenKind } from '../../core/requests/request';
import {
  badLineNote,
  moreBadLines,
  repeatedIdsNote,
  requestsNote,
  toolsNote,
  unseenNote,
  usageNote,
} from '../../wording/documents/requests';
import type { ReadRequests } from './requests';

/** Bad lines that are named; the others are counted. */
const MAX_BAD_LINES = 10;

const MAX_IDS = 5;

/** What of a file of requests is not counted, or counted in a special way. */
export function notesOfRequests(file: ReadRequests): readonly string[] {
  const { path, kind, requests, badLines, repeatedIds } = file;
  const unseen = unseenOf(requests);
  const tools = requests.reduce((sum, request) => sum + request.tools, 0);
  const [single] = requests;
  const usage = requests.length === 1 ? single?.usage : undefined;
  const notes = [
    requestsNote(kind, requests.length),
    ...(unseen.size > 0 ? [unseenNote(unseen)] : []),
    ...(tools > 0 ? [toolsNote(tools)] : []),
    ...(usage ? [usageNote(usage)] : []),
    ...(repeatedIds.length > 0 ? [repeatedIdsNote(repeatedIds, MAX_IDS)] : []),
  ];
  const more = badLines.length - MAX_BAD_LINES;
  return [
    ...notes.map((note) => `${path}: ${note}`),
    ...badLines.slice(0, MAX_BAD_LINES).map((line) => badLineNote(path, line)),
    ...(more > 0 ? [moreBadLines(path, more)] : []),
  ];
}

function unseenOf(requests: readonly ApiRequest[]): ReadonlyMap<UnseenKind, number> {
  const sums = new Map<UnseenKind, number>();
  for (const { unseen } of requests) {
    for (const [kind, count] of unseen) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return sums;
}
