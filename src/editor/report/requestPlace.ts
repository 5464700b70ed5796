import { workspace } from 'vscode';
import { isEqual } from '../../core/isEqual';
import type { ApiRequest } from '../../core/requests/request';
import type { OpenRequests } from '../counting/requestFiles';
import { hostSlices } from '../slices';
import { kindOf } from '../subject/sentRanges';
import type { Place } from './openFile';

/** Where a request of a report is now: its file may have been edited since. */
export async function placeOfRequest(
  { document: { uri, isClosed, version: now }, version, requests, library }: OpenRequests,
  index: number,
): Promise<Place | undefined> {
  const request = requests[index];
  if (!request) return undefined;
  if (!isClosed && now === version) return { uri, line: request.line };
  const document = await workspace.openTextDocument(uri);
  const { signal } = new AbortController();
  const work = library.readRequestFile(document.getText(), kindOf(document));
  const read = await hostSlices().run(work, signal);
  const same = read?.requests.find((each) => isSame(each, request));
  return same ? { uri, line: same.line } : { uri, line: request.line, mayHaveChanged: true };
}

function isSame(a: ApiRequest, b: ApiRequest): boolean {
  return a.id === b.id && isEqual(a.parts, b.parts);
}
