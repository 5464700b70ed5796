import { ENCODINGS } from './encodings';
import { CALIBRATIONS } from './estimates/calibration';

/** Names that a price table and the user's own models may use for the tokenizer of a model. */
export const KNOWN_TOKENIZERS = {
  encodings: ENCODINGS,
  /** From a family of estimates to the encoding that its factors apply to. */
  calibrations: Object.fromEntries(
    Object.entries(CALIBRATIONS).map(([family, { base }]) => [family, base]),
  ),
};
