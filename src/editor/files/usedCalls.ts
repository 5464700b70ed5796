import type { Uri } from 'vscode';
import type { FileCall } from '../../core/files/fileCall';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { OwnCallOfFile } from '../../protocol/subject';
import { namedModel } from '../live/modelOfSetting';
import { fileCalls } from '../settings/fileCalls';
import { settingsWithoutFile } from '../settings/settings';

interface NamingFile {
  readonly place: Uri;
  readonly call: FileCall | undefined;
}

/**
 * What is used of the calls that files name, as the status bar would use it for each file: its model, if the price table
 * has it, and its longest answer. Undefined for a file of which nothing is used.
 */
export function usedCalls(
  files: readonly NamingFile[],
  table: PriceTable,
  atMs: number,
): readonly (OwnCallOfFile | undefined)[] {
  return files.map(({ place, call }) => call && usedCall(place, call, table, atMs));
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
  const named = modelName === undefined ? undefined : namedModel(table, modelName, atMs);
  const own = {
    ...(named === undefined || typeof named === 'string' ? {} : { modelId: named.model.id }),
    ...(maxOutputTokens === undefined ? {} : { outputTokens: maxOutputTokens }),
  };
  return Object.keys(own).length === 0 ? undefined : own;
}
