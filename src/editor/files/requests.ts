import type { Uri } from 'vscode';
import { isMany, textsIn, textsOfCalls } from '../../core/estimate/counts/many';
import type { KeptCall } from '../../core/estimate/own/calls';
import { modelsOfFile } from '../../core/estimate/own/requestModels';
import type { RequestsOfFile } from '../../core/fileCounts/fileCount';
import { statedCalls } from '../../core/fileCounts/stated';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { RequestsOnWire } from '../../protocol/subject';
import { wireCall } from '../../protocol/wire';
import { fileCalls } from '../settings/fileCalls';
import { settingsWithoutFile } from '../settings/settings';

/** The model of each call of a file that the requests state; undefined: the user's. Empty: none is used. */
export function modelIdsOfRequests(
  place: Uri,
  { calls, facts }: RequestsOfFile,
  table: PriceTable,
  atMs: number,
): readonly (string | undefined)[] {
  const isUsed = fileCalls.usesOfRequests(settingsWithoutFile(place), place.toString()).model;
  if (!isUsed || facts.kind === 'training') return [];
  return modelsOfFile(table, calls, atMs).map((model) => model?.id);
}

/** Number of requests that name a model, or stand beside others that do, and have the user's. */
export function requestsOnYours(
  [count]: readonly TokenCount[],
  { facts }: RequestsOfFile,
  modelIds: readonly (string | undefined)[],
): number {
  if (modelIds.length === 0 || facts.modelNames.length === 0 || !count || !isMany(count)) return 0;
  return textsIn([textsOfCalls(count, (call) => modelIds[call] === undefined)]);
}

/**
 * The requests of a file as the page prices them: as the status bar would, were the file open.
 *
 * @param modelIds the model of each call; undefined: the user's.
 */
export function requestsOnWire(
  place: Uri,
  counts: readonly TokenCount[],
  requests: RequestsOfFile,
  modelIds: readonly (string | undefined)[],
): RequestsOnWire {
  const uses = fileCalls.usesOfRequests(settingsWithoutFile(place), place.toString());
  const { isBatch, isTraining, calls } = statedCalls(requests);
  const { badLines } = requests.facts;
  const areSeveral = new Set(modelIds).size > 1;
  const callOnWire = (call: KeptCall, index: number): RequestsOnWire['calls'][number] => {
    const onWire = wireCall(call, uses);
    const modelId = areSeveral ? modelIds[index] : undefined;
    return modelId === undefined ? onWire : { ...onWire, modelId };
  };
  return {
    count: requests.facts.requests,
    ...(isBatch && uses.batch ? { isBatch } : {}),
    ...(isTraining ? { isTraining } : {}),
    calls: calls.map(callOnWire),
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
