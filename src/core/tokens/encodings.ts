/** The encodings that can be counted exactly. */
export const ENCODINGS = ['o200k_base'] as const;

export type EncodingName = (typeof ENCODINGS)[number];
