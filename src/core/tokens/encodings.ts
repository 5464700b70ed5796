/** The encodings that the price table may name; see docs/counting.md for what each one counts. */
export const ENCODINGS = [
  'o200k_base',
  'cl100k_base',
  'deepseek_v3',
  'qwen3',
  'llama3',
  'tekken',
  'gemma3',
] as const;

export type EncodingName = (typeof ENCODINGS)[number];
