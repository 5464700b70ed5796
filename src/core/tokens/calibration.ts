import type { TokenCount } from './tokenCount';

/** Factor on the base encoding's exact count, and the half-width of its band as a share of the estimate. */
export interface Calibration {
  readonly factor: number;
  readonly band: number;
}

/** Models whose own vocabulary is not counted, measured or published against o200k_base (docs/counting.md). */
export const CALIBRATIONS: Readonly<Record<string, Calibration>> = {
  claude_old: { factor: 1.18, band: 0.12 },
  claude_new: { factor: 1.52, band: 0.15 },
  deepseek: { factor: 1.04, band: 0.09 },
  gemini: { factor: 1.1, band: 0.16 },
  grok: { factor: 1.02, band: 0.08 },
  tekken: { factor: 1.04, band: 0.1 },
};

/** An estimated count: the factor times the exact base count, rounded to whole tokens. */
export function estimateTokens(calibration: Calibration, baseTokens: number): TokenCount {
  const expected = calibration.factor * baseTokens;
  return {
    tokens: Math.round(expected),
    low: Math.floor(expected * (1 - calibration.band)),
    high: Math.ceil(expected * (1 + calibration.band)),
    method: 'estimated',
  };
}
