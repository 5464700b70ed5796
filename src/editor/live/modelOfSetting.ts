import { resolveModel } from '../../core/pricing/names/resolveModel';
import { suggestedIds } from '../../core/pricing/names/unknown/suggest';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { describeReading, describeUnresolved } from '../../wording/models/names';
import {
  ceilingOfFile,
  modelOfFile,
  unknownInFile,
  usedOfRequests,
} from '../../wording/views/fileCall';
import { wrongModelSetting } from '../../wording/views/settings';
import { HumanError } from '../errors';
import { chooseModel, openSettingsAt } from '../help';
import type { FileCallState } from '../settings/fileCalls';
import { SECTION, type Settings } from '../settings/settings';
import type { Words } from '../../wording/words';
import { wordsOf } from '../words';

/** The model of the settings at a time. */
export interface SettingsModel {
  readonly model: Model;
  /** As the settings or the file have it. */
  readonly modelName: string;
  /** How its name was read; undefined for an id or alias. */
  readonly reading: string | undefined;
  /** That the model or ceiling is the file's, or why its model is not used; a sentence. */
  readonly fileNote: string | undefined;
}

type NamedModel = Omit<SettingsModel, 'fileNote'>;

/**
 * The model that the file names, if the user wants it, else the one that the setting names; or what is wrong with the
 * setting.
 */
export function modelOfSetting(
  table: PriceTable,
  { modelName, fileCall }: Pick<Settings, 'modelName' | 'fileCall'>,
  atMs: number,
): SettingsModel | HumanError {
  const words = wordsOf();
  const used = fileCall?.isUsed === true ? fileCall : undefined;
  if (used?.modelName !== undefined) {
    const ofFile = namedModel(table, used.modelName, atMs);
    if (typeof ofFile !== 'string') return { ...ofFile, fileNote: usedNote(words, used) };
  }
  const ofSetting = namedModel(table, modelName, atMs);
  if (typeof ofSetting === 'string') {
    const actions = [chooseModel(), openSettingsAt(`${SECTION}.model`)];
    return new HumanError(wrongModelSetting(words, ofSetting), { actions });
  }
  return { ...ofSetting, fileNote: used && noteWithoutModel(table, used, atMs) };
}

function usedNote(words: Words, used: FileCallState): string {
  return used.requests ? usedOfRequests(words, used.requests) : modelOfFile(words, used);
}

/** The model of a name, or why there is none. */
export function namedModel(table: PriceTable, name: string, atMs: number): NamedModel | string {
  const words = wordsOf();
  const resolution = resolveModel(table, name, atMs);
  if (resolution.kind === 'found') {
    const { model } = resolution;
    const reading = describeReading(words, { ...resolution, name }, atMs);
    return { model, modelName: name, reading };
  }
  return describeUnresolved(words, name, resolution, suggestedIds(table, name, resolution));
}

/** The file's ceiling is used without its model. */
function noteWithoutModel(
  table: PriceTable,
  { modelName, maxOutputTokens, requests }: FileCallState,
  atMs: number,
): string | undefined {
  const words = wordsOf();
  const problem = modelName === undefined ? undefined : namedModel(table, modelName, atMs);
  const notes = [
    ...(requests && requests.kind !== 'mcp' ? [usedOfRequests(words, requests)] : []),
    ...(typeof problem === 'string' ? [unknownInFile(words, problem)] : []),
    ...(maxOutputTokens === undefined ? [] : [ceilingOfFile(words, maxOutputTokens)]),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}
