import type { TokenCount } from './tokenCount';

/** Factor on the base encoding's exact count, and the half-width of its band as a share of the estimate. */
export interface Calibration {
  readonly factor: number;
  readonly band: number;
}

/** Models whose own vocabulary is not counted, measured or published against their base encoding (docs/counting.md). */
export const CALIBRATIONS: Readonly<Record<string, Calibration>> = {
  claude_old: { factor: 1.18, band: 0.12 },
  claude_new: { factor: 1.52, band: 0.15 },
  cohere: { factor: 1.08, band: 0.1 },
  gemini_newer: { factor: 1, band: 0.02 },
  glm: { factor: 1, band: 0.08 },
  grok: { factor: 1.02, band: 0.08 },
  kimi: { factor: 0.99, band: 0.1 },
  llama4: { factor: 1, band: 0.06 },
  minimax: { factor: 1.01, band: 0.08 },
  nova: { factor: 1.22, band: 0.12 },
  perplexity: { factor: 1, band: 0.05 },
  qwen35: { factor: 1, band: 0.06 },
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
