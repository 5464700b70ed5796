import { ENCODINGS } from './encodings';
import { CALIBRATIONS } from './estimates/calibrations';

/** The tokenizers that this program can count or estimate. */
export const KNOWN_TOKENIZERS = {
  encodings: ENCODINGS,
  /** From a calibration to its base encoding. */
  calibrations: Object.fromEntries(
    Object.entries(CALIBRATIONS).map(([family, { base }]) => [family, base]),
  ),
};
