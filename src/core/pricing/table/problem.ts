/** What is wrong with a value of a checked file: where it stands, and why it is refused. */
export interface Problem {
  /** Dotted path from the root, e.g. `providers.0.models.1.periods.0.usdPerMillionTokens.input`. */
  readonly path: string;
  readonly problem: string;
}
