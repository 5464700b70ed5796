import type { Model } from '../../pricing/table/priceTable';
import { estimateTokens, isEstimatedFamily } from '../../tokens/estimates/estimates';
import type { TextCount } from '../../tokens/document/countedChunks';
import type { TextTraits } from '../../tokens/estimates/traits';
import { addTally, EMPTY_TALLY, type ScriptTally } from '../../tokens/estimates/scriptTally';
import { exactCount, sumTokenCounts, type TokenCount } from '../../tokens/tokenCount';
import { sampledCount } from './sampled';
import { bandOfForm, formFor } from './toolForms';

/**
 * A model's tokens for a text: the count in the model's encoding and, if the model is estimated, times the factor of
 * its calibration.
 *
 * Worked example: 1,000 tokens of o200k_base, a factor of 1.2 and a band of 5 %: 1,200 tokens, from 1,140 to 1,260.
 *
 * @param languageId VS Code's language id of the text, such as `python`; it chooses the factor.
 * @param traits of the text, where they are known.
 * @throws {RangeError} if the model's calibration is unknown.
 */
export function countForModel(
  { id, tokenizer }: Model,
  count: TextCount,
  languageId: string,
  traits?: TextTraits,
): TokenCount {
  if (tokenizer.accuracy !== 'estimated') return exactCount(count.tokens);
  const family = tokenizer.calibration ?? '';
  if (!isEstimatedFamily(family)) throw new RangeError(`unknown calibration of ${id}: ${family}`);
  return estimateTokens(family, count, languageId, traits);
}

/** The count of all parts of a text in one language. */
export interface LanguageCount {
  readonly languageId: string;
  readonly count: TextCount;
  /** The counts of a template with each of several samples, of which `count` is the mean. */
  readonly samples?: readonly TextCount[];
  /** What of the text is the same in each call; absent: it is not known. */
  readonly beginning?: TextCount;
  /** Of the text; absent: they are found out for each model. */
  readonly traits?: TextTraits;
}

/** The parts of each language, in order of their first ones. */
export function partsByLanguage<Part extends { readonly languageId: string }>(
  parts: readonly Part[],
): ReadonlyMap<string, readonly Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const group = groups.get(part.languageId);
    if (group) group.push(part);
    else groups.set(part.languageId, [part]);
  }
  return groups;
}

/** Adds up the parts of each language, so that an estimate is rounded once for each language. */
export function groupByLanguage(parts: readonly LanguageCount[]): readonly LanguageCount[] {
  return Array.from(partsByLanguage(parts), ([languageId, same]) => {
    let tokens = 0;
    for (const { count } of same) tokens += count.tokens;
    return { languageId, count: { tokens, tally: sumOfTallies(same.map(({ count }) => count)) } };
  });
}

/** The tally of several texts together. */
export function sumOfTallies(counts: readonly Pick<TextCount, 'tally'>[]): ScriptTally {
  const sum = EMPTY_TALLY.slice();
  for (const { tally } of counts) addTally(sum, tally, 1);
  return sum;
}

/** A model's tokens for a text in several languages; of a template with several samples, for each of them. */
export function countPartsForModel(model: Model, parts: readonly LanguageCount[]): TokenCount {
  const [only] = parts;
  if (only?.samples && parts.length === 1) {
    const { samples, languageId } = only;
    return sampledCount(samples.map((count) => countPartsForModel(model, [{ count, languageId }])));
  }
  const counts: TokenCount[] = [];
  for (const { count, languageId, traits } of parts) {
    const form = formFor(model, languageId);
    if (form === undefined) continue;
    counts.push(bandOfForm(countForModel(model, count, form, traits), languageId));
  }
  return sumTokenCounts(counts);
}
