/** What the user assumes about one call. */
export interface Scenario {
  /** Tokens that the model is expected to write. */
  readonly outputTokens: number;
}

/** The scenario before anybody changes it; the manifest's defaults are tested to be the same. */
export const DEFAULT_SCENARIO: Scenario = { outputTokens: 500 };

/** More output than any model writes: an assumption above it is a slip of the keyboard. */
export const MAX_OUTPUT_TOKENS = 10_000_000;

/** Whether a value can be a number of output tokens: a whole number from 0 to ten million. */
export function isOutputTokens(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_OUTPUT_TOKENS
  );
}
