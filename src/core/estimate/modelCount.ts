import type { Model } from '../pricing/priceTable';
import { estimateTokens, isEstimatedFamily } from '../tokens/estimates';
import type { TextCount } from '../tokens/incrementalDocument';
import { exactCount, type TokenCount } from '../tokens/tokenCount';

/**
 * A model's tokens for a text, from the count of the text in the model's encoding: that count itself, or
 * the estimate of the model's family on top of it.
 *
 * @param languageId VS Code's name for what the text is, such as `python`; it chooses the estimate's factor.
 * @throws {RangeError} when the table names a family that has no factors.
 */
export function countForModel(
  { id, tokenizer }: Model,
  count: TextCount,
  languageId: string,
): TokenCount {
  if (tokenizer.accuracy !== 'estimated') return exactCount(count.tokens);
  const family = tokenizer.calibration ?? '';
  if (!isEstimatedFamily(family)) throw new RangeError(`no factors for ${id}: ${family}`);
  return estimateTokens(family, count, languageId);
}
