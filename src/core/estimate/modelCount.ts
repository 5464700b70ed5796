import type { Model } from '../pricing/priceTable';
import { CALIBRATIONS, estimateTokens, STAND_INS, type Calibration } from '../tokens/calibration';
import { ENCODINGS } from '../tokens/encodings';
import { exactCount, type TokenCount } from '../tokens/tokenCount';

/**
 * A model's tokens for a text, from the exact o200k_base count of the text. Until its own encoding is
 * counted, a model of another encoding is estimated through that encoding's stand-in.
 */
export function countForModel({ tokenizer }: Model, baseTokens: number): TokenCount {
  const standIn = standInFor(tokenizer.encoding);
  if (tokenizer.accuracy !== 'estimated') {
    return standIn.band === 0 ? exactCount(baseTokens) : estimateTokens(standIn, baseTokens);
  }
  const calibration = CALIBRATIONS[tokenizer.calibration ?? ''];
  if (!calibration) throw new Error(`no calibration: ${tokenizer.calibration}`);
  return estimateTokens(
    { factor: calibration.factor * standIn.factor, band: calibration.band + standIn.band },
    baseTokens,
  );
}

function standInFor(encoding: string): Calibration {
  const known = ENCODINGS.find((name) => name === encoding);
  if (!known) throw new Error(`no encoding: ${encoding}`);
  return STAND_INS[known];
}
