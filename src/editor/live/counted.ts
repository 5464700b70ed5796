import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { changeBetween, type Change } from '../../core/estimate/change';
import { groupModels } from '../../core/estimate/counts/groups';
import { countPartsForModel, type LanguageCount } from '../../core/estimate/counts/model';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { isEncodingName, type EncodingName } from '../../core/tokens/encodings';
import type { SettingsModel } from './modelOfSetting';
import type { Settings } from '../settings/settings';

/** A counted subject with all inputs of its price. */
export interface CountedSubject {
  readonly table: PriceTable;
  readonly settings: Settings;
  /** The model that the status bar shows; always counted. */
  readonly model: Model;
  /** As the settings or the file have it. */
  readonly modelName: string;
  /** How the name of that model was read; undefined for an id or alias. */
  readonly reading: string | undefined;
  /** That the model or ceiling is the file's, as a sentence. */
  readonly fileNote: string | undefined;
  /** The time of the price, milliseconds since 1970. */
  readonly atMs: number;
  /** Whether all models can be priced; else only those of the encodings counted so far. */
  readonly isComplete: boolean;
  /** The models that can be priced. */
  readonly models: readonly Model[];
  readonly estimate: (model: Model) => Estimate;
  /** Of the model's cost since the last save; undefined without unsaved changes, or if unknown. */
  readonly sinceSave: Change | undefined;
}

/**
 * A subject with its counts in some encodings, one for each language in it.
 *
 * @param saved the count of the text as last saved, in the model's encoding, if it differs.
 */
export function countedSubject(
  context: SettingsModel & Pick<CountedSubject, 'table' | 'settings' | 'atMs'>,
  counted: ReadonlyMap<EncodingName, readonly LanguageCount[]>,
  saved: LanguageCount | undefined,
): CountedSubject {
  const { table, settings, model, atMs } = context;
  const countOf = ({ tokenizer }: Model): readonly LanguageCount[] | undefined =>
    counted.get(encodingNamed(tokenizer.encoding));
  const price = (of: Model, parts: readonly LanguageCount[]): Estimate =>
    estimateCall(of, countPartsForModel(of, parts), settings.scenario, atMs);
  const estimate = (of: Model): Estimate => {
    const count = countOf(of);
    if (!count) throw new Error(`not counted yet: ${of.id}`);
    return price(of, count);
  };
  // A key typed must not look at each model of the table.
  const isComplete = groupModels(table.models).encodings.every((each) => counted.has(each));
  return {
    ...context,
    get models() {
      return isComplete ? table.models : table.models.filter((each) => countOf(each) !== undefined);
    },
    isComplete,
    estimate,
    sinceSave: saved && changeBetween(price(model, [saved]), estimate(model)),
  };
}

/** Whether the model is the one that the file names, instead of the user's own. */
export function isModelOfFile({
  settings: { fileCall },
  modelName,
}: Pick<CountedSubject, 'settings' | 'modelName'>): boolean {
  return fileCall?.isUsed === true && fileCall.modelName === modelName;
}

/** @throws {Error} when the price table names an encoding that cannot be counted. */
export function encodingNamed(name: string): EncodingName {
  if (isEncodingName(name)) return name;
  throw new Error(`unknown encoding: ${name}`);
}
