import type { Uri } from 'vscode';
import { isMany } from '../../core/estimate/counts/many';
import type { RequestsOfFile } from '../../core/fileCounts/fileCount';
import { statedCalls } from '../../core/fileCounts/stated';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { RequestsOnWire } from '../../protocol/subject';
import { wireCall } from '../../protocol/wire';
import { fileCalls } from '../settings/fileCalls';
import { settingsWithoutFile } from '../settings/settings';

/** The requests of a file as the page prices them: as the status bar would, were the file open. */
export function requestsOnWire(
  place: Uri,
  counts: readonly TokenCount[],
  requests: RequestsOfFile,
): RequestsOnWire {
  const uses = fileCalls.usesOfRequests(settingsWithoutFile(place), place.toString());
  const { isBatch, isTraining, calls } = statedCalls(requests);
  const { badLines } = requests.facts;
  return {
    count: requests.facts.requests,
    ...(isBatch && uses.batch ? { isBatch } : {}),
    ...(isTraining ? { isTraining } : {}),
    calls: calls.map((call) => wireCall(call, uses)),
    texts: counts.map(textsOnWire),
    ...(badLines.length > 0 ? { badLines: [...badLines] } : {}),
  };
}

function textsOnWire(count: TokenCount): number[] {
  if (!isMany(count)) return [];
  return count.texts.flatMap(({ call, times, count: { tokens, low, high } }) => [
    call,
    times,
    tokens,
    low,
    high,
  ]);
}
