import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { changeBetween, type Change } from '../../core/estimate/change';
import { groupModels } from '../../core/estimate/counts/groups';
import { countPartsForModel, type LanguageCount } from '../../core/estimate/counts/model';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import { suggestedIds } from '../../core/pricing/names/suggest';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { isEncodingName, type EncodingName } from '../../core/tokens/encodings';
import { describeReading, describeUnresolved } from '../../wording/models/names';
import { wrongModelSetting } from '../../wording/views/settings';
import { HumanError } from '../errors';
import { chooseModel, openSettingsAt } from '../help';
import { SECTION, type Settings } from '../settings/settings';
import { wordsOf } from '../words';

/** A counted subject with all inputs of its price. */
export interface CountedSubject {
  readonly table: PriceTable;
  readonly settings: Settings;
  /** The model that the status bar shows; always counted. */
  readonly model: Model;
  /** How the name of that model was read; undefined for an id or alias. */
  readonly reading: string | undefined;
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
  context: Pick<CountedSubject, 'table' | 'settings' | 'model' | 'reading' | 'atMs'>,
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

/** @throws {Error} when the price table names an encoding that cannot be counted. */
export function encodingNamed(name: string): EncodingName {
  if (isEncodingName(name)) return name;
  throw new Error(`unknown encoding: ${name}`);
}

/** The model of the setting at a time. */
export interface SettingsModel {
  readonly model: Model;
  /** How its name was read; undefined for an id or alias. */
  readonly reading: string | undefined;
}

/** The model that the setting names, or what is wrong with the name. */
export function modelOfSetting(
  table: PriceTable,
  { modelName: name }: Pick<Settings, 'modelName'>,
  atMs: number,
): SettingsModel | HumanError {
  const words = wordsOf();
  const resolution = resolveModel(table, name, atMs);
  if (resolution.kind === 'found') {
    const { model } = resolution;
    return { model, reading: describeReading(words, { ...resolution, name }, atMs) };
  }
  const ids = suggestedIds(table, name, resolution);
  const actions = [chooseModel(), openSettingsAt(`${SECTION}.model`)];
  const sentence = describeUnresolved(words, name, resolution, ids);
  return new HumanError(wrongModelSetting(words, sentence), { actions });
}
