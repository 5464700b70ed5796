import type { Model } from '../../pricing/table/priceTable';
import { isEncodingName, type EncodingName } from '../../tokens/encodings';
import type { ScriptTally } from '../../tokens/estimates/scriptTally';
import type { TokenCount } from '../../tokens/tokenCount';
import { countPartsForModel, groupByLanguage, type LanguageCount } from './model';

/** Models grouped by encoding and calibration: a file needs one count for each group, not for each model. */
export interface CountGroups {
  /** The encodings that are counted. */
  readonly encodings: readonly EncodingName[];
  /** From a model's id to the index of its group. */
  readonly indexes: Readonly<Record<string, number>>;
  /** One model of each group. */
  readonly models: readonly Model[];
}

/** @throws {RangeError} if a model names an unknown encoding. */
export function groupModels(models: readonly Model[]): CountGroups {
  const keys: string[] = [];
  const first: Model[] = [];
  const encodings = new Set<EncodingName>();
  const indexes: Record<string, number> = {};
  for (const model of models) {
    const { encoding, accuracy, calibration } = model.tokenizer;
    if (!isEncodingName(encoding)) throw new RangeError(`unknown encoding: ${encoding}`);
    encodings.add(encoding);
    const key = accuracy === 'estimated' ? `${encoding} ${calibration ?? ''}` : encoding;
    if (!keys.includes(key)) {
      keys.push(key);
      first.push(model);
    }
    indexes[model.id] = keys.indexOf(key);
  }
  return { encodings: [...encodings], indexes, models: first };
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

function countIn({ tokens, tally, languageId }: CountedPart, encoding: string): LanguageCount {
  const counted = tokens.get(encoding);
  if (counted === undefined) throw new Error(`not counted: ${encoding}`);
  return { languageId, count: { tokens: counted, tally } };
}
