import type { Uri } from 'vscode';
import type { FileCall } from '../../core/files/fileCall';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { OwnCallOfFile } from '../../protocol/subject';
import { namedModel } from '../live/modelOfSetting';
import type { FileScan } from './scan';
import { fileCalls } from '../settings/fileCalls';
import { modelIdsOfRequests } from './requests';
import { settingsWithoutFile } from '../settings/settings';

type NamingFile = Pick<FileScan['files'][number], 'place' | 'call' | 'counts'>;

/** What is used of what a file says of its calls. */
export interface UsedOfFile {
  /** Undefined: nothing that is the same for the whole file. */
  readonly own: OwnCallOfFile | undefined;
  /** The model of each call of a file of requests; undefined: the user's. */
  readonly modelIds: readonly (string | undefined)[];
}

/**
 * What is used of the calls that files name, as the status bar would use it for each file: its model, if the price table
 * has it, and its longest answer; of files of requests, the model of each request.
 */
export function usedCalls(
  files: readonly NamingFile[],
  table: PriceTable,
  atMs: number,
): readonly UsedOfFile[] {
  return files.map(({ place, call, counts: { requests } }) =>
    requests
      ? usedOfRequests(modelIdsOfRequests(place, requests, table, atMs))
      : { own: call && usedCall(place, call, table, atMs), modelIds: [] },
  );
}

/** The answers of requests are each request's own. */
function usedOfRequests(modelIds: UsedOfFile['modelIds']): UsedOfFile {
  const [modelId, ...others] = new Set(modelIds);
  const isOne = modelId !== undefined && others.length === 0;
  return { own: isOne ? { modelId } : undefined, modelIds };
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
