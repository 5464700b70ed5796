import type { Model } from '../pricing/priceTable';
import { CALIBRATIONS, estimateTokens } from '../tokens/calibration';
import { exactCount, type TokenCount } from '../tokens/tokenCount';

/** A model's tokens for a text, from the exact count of the text in the model's (base) encoding. */
export function countForModel({ tokenizer }: Model, baseTokens: number): TokenCount {
  if (tokenizer.accuracy !== 'estimated') return exactCount(baseTokens);
  const calibration = CALIBRATIONS[tokenizer.calibration ?? ''];
  if (!calibration) throw new Error(`no calibration: ${tokenizer.calibration}`);
  return estimateTokens(calibration, baseTokens);
}
