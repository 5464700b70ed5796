import type { Uri } from 'vscode';
import { callOfRequests } from '../../core/fileCounts/stated';
import type { FileCall } from '../../core/files/fileCall';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { RequestFacts } from '../../core/requests/facts';
import type { OwnCallOfFile } from '../../protocol/subject';
import { namedModel } from '../live/modelOfSetting';
import type { FileScan } from './scan';
import { fileCalls } from '../settings/fileCalls';
import { settingsWithoutFile } from '../settings/settings';

type NamingFile = Pick<FileScan['files'][number], 'place' | 'call' | 'counts'>;

/**
 * What is used of the calls that files name, as the status bar would use it for each file: its model, if the price table
 * has it, and its longest answer. Undefined for a file of which nothing is used.
 */
export function usedCalls(
  files: readonly NamingFile[],
  table: PriceTable,
  atMs: number,
): readonly (OwnCallOfFile | undefined)[] {
  return files.map(({ place, call, counts: { requests } }) =>
    requests
      ? usedOfRequests(place, requests.facts, table, atMs)
      : call && usedCall(place, call, table, atMs),
  );
}

/** The model that all requests of a file state. Their answers are each request's own. */
function usedOfRequests(
  place: Uri,
  facts: RequestFacts,
  table: PriceTable,
  atMs: number,
): OwnCallOfFile | undefined {
  const modelName = callOfRequests(facts)?.modelName;
  const isUsed = fileCalls.usesOfRequests(settingsWithoutFile(place), place.toString()).model;
  const modelId = isUsed ? idNamed(table, modelName, atMs) : undefined;
  return modelId === undefined ? undefined : { modelId };
}

function idNamed(table: PriceTable, name: string | undefined, atMs: number): string | undefined {
  const named = name === undefined ? undefined : namedModel(table, name, atMs);
  return named === undefined || typeof named === 'string' ? undefined : named.model.id;
}

function usedCall(
  place: Uri,
  call: FileCall,
  table: PriceTable,
  atMs: number,
): OwnCallOfFile | undefined {
  const used = fileCalls.used(settingsWithoutFile(place), place.toString(), call);
  if (!used) return undefined;
  const { modelName, maxOutputTokens } = used;
  const modelId = idNamed(table, modelName, atMs);
  const own = {
    ...(modelId === undefined ? {} : { modelId }),
    ...(maxOutputTokens === undefined ? {} : { outputTokens: maxOutputTokens }),
  };
  return Object.keys(own).length === 0 ? undefined : own;
}
