import type { Model } from '../../pricing/table/priceTable';
import { isEncodingName, type EncodingName } from '../../tokens/encodings';
import type { ScriptTally } from '../../tokens/estimates/scriptTally';
import { traitsOf, type TextTraits } from '../../tokens/estimates/traits';
import type { TokenCount } from '../../tokens/tokenCount';
import { countPartsForModel, partsByLanguage, sumOfTallies, type LanguageCount } from './model';

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
  const joined = joinLanguages(parts);
  const byEncoding = new Map<string, readonly LanguageCount[]>();
  return models.map((model) => {
    const { encoding } = model.tokenizer;
    const counts = byEncoding.get(encoding) ?? joined.map((part) => countIn(part, encoding));
    byEncoding.set(encoding, counts);
    return countPartsForModel(model, counts);
  });
}

/** A text's parts of one language, in all encodings. */
interface JoinedPart extends CountedPart {
  readonly traits: TextTraits;
}

/** Adds up the parts of each language, so that an estimate is rounded once for each language. */
function joinLanguages(parts: readonly CountedPart[]): readonly JoinedPart[] {
  return Array.from(partsByLanguage(parts).values(), (same) => {
    const sum = sumOfParts(same);
    return { ...sum, traits: traitsOf(sum.tally) };
  });
}

/** The sum of parts in one language, in each encoding. @throws {Error} if one of them was not counted in all. */
export function sumOfParts(parts: readonly CountedPart[]): CountedPart {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const tokens = new Map<string, number>();
  for (const encoding of first?.tokens.keys() ?? []) {
    let sum = 0;
    for (const part of parts) sum += countIn(part, encoding).count.tokens;
    tokens.set(encoding, sum);
  }
  return { tokens, tally: sumOfTallies(parts), languageId: first?.languageId ?? '' };
}

/** The count of a part in one encoding. @throws {Error} if it was not counted. */
export function countIn(
  { tokens, tally, languageId, traits }: CountedPart & Partial<JoinedPart>,
  encoding: string,
): LanguageCount {
  const counted = tokens.get(encoding);
  if (counted === undefined) throw new Error(`not counted: ${encoding}`);
  const count = { tokens: counted, tally };
  return traits ? { languageId, count, traits } : { languageId, count };
}
