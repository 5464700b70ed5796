import type { Model } from '../../pricing/table/priceTable';
import { isEncodingName, type EncodingName } from '../../tokens/encodings';
import type { ScriptTally } from '../../tokens/estimates/scriptTally';
import type { TokenCount } from '../../tokens/tokenCount';
import { countPartsForModel, groupByLanguage, type LanguageCount } from './model';

/** Models grouped by encoding and calibration: a text needs one count for each group, not for each model. */
export interface CountGroups {
  /** The encodings that are counted. */
  readonly encodings: readonly EncodingName[];
  /** The key of each group, which its models have in common. */
  readonly keys: readonly string[];
  /** One model of each group. */
  readonly models: readonly Model[];
}

/** Tables of prices stay; their models are grouped again with each key typed. */
const known = new WeakMap<readonly Model[], CountGroups>();

/** @throws {RangeError} if a model names an unknown encoding. */
export function groupModels(models: readonly Model[]): CountGroups {
  const groups = known.get(models) ?? makeGroups(models);
  known.set(models, groups);
  return groups;
}

function makeGroups(models: readonly Model[]): CountGroups {
  const first = new Map<string, Model>();
  const encodings = new Set<EncodingName>();
  for (const model of models) {
    const { encoding } = model.tokenizer;
    if (!isEncodingName(encoding)) throw new RangeError(`unknown encoding: ${encoding}`);
    encodings.add(encoding);
    const key = groupOf(model);
    if (!first.has(key)) first.set(key, model);
  }
  return { encodings: [...encodings], keys: [...first.keys()], models: [...first.values()] };
}

/** The key of a model's group: the same for all tables and sessions. */
export function groupOf({ tokenizer }: Pick<Model, 'tokenizer'>): string {
  const { encoding, accuracy, calibration } = tokenizer;
  return accuracy === 'estimated' ? `${encoding} ${calibration ?? ''}` : encoding;
}

/** A part of a text in one language: its tokens by encoding, and the tally of its scripts for estimates. */
export interface CountedPart {
  readonly tokens: ReadonlyMap<string, number>;
  readonly tally: ScriptTally;
  readonly languageId: string;
}

/** A text's count for each group, in the order of the groups. */
export function countGroups(
  { models }: CountGroups,
  parts: readonly CountedPart[],
): readonly TokenCount[] {
  return models.map((model) => {
    const counts = parts.map((part) => countIn(part, model.tokenizer.encoding));
    return countPartsForModel(model, groupByLanguage(counts));
  });
}

/** The count of a part in one encoding. @throws {Error} if it was not counted. */
export function countIn(
  { tokens, tally, languageId }: CountedPart,
  encoding: string,
): LanguageCount {
  const counted = tokens.get(encoding);
  if (counted === undefined) throw new Error(`not counted: ${encoding}`);
  return { languageId, count: { tokens: counted, tally } };
}
