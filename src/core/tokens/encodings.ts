/** Encodings with exact counts. Counts of models with other tokenizers are estimated from one of them. */
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

export function isEncodingName(name: string): name is EncodingName {
  return (ENCODINGS as readonly string[]).includes(name);
}

/** The pre-tokenizers: one hand-written scanner each. */
export type PreTokenizerName = 'cased' | 'uncased' | 'deepseek' | 'gemma';

/** The parts of an encoding. */
export interface EncodingRecipe {
  /** A file of media/vocabularies. */
  readonly file: string;
  /** Number of the file's first tokens that belong to the encoding; default: all. */
  readonly tokenLimit?: number;
  readonly preTokenizer: PreTokenizerName;
  /** Maximum number of digits in one piece. */
  readonly digitsPerPiece: 1 | 3;
  /** Whether a word includes an English contraction ('s, 're ...); only for the cased scanner. */
  readonly contractions: boolean;
  /** Whether the text is first normalized to NFC. */
  readonly normalizes: boolean;
}

/** Sources: the `pat_str` of tiktoken, and `pre_tokenizer` and `normalizer` of each vendor's tokenizer.json. */
export const RECIPES: Readonly<Record<EncodingName, EncodingRecipe>> = {
  o200k_base: {
    file: 'o200k.bin',
    preTokenizer: 'cased',
    digitsPerPiece: 3,
    contractions: true,
    normalizes: false,
  },
  cl100k_base: {
    // Llama 3's vocabulary is cl100k_base's, byte for byte, with further tokens appended.
    file: 'llama3.bin',
    tokenLimit: 100_256,
    preTokenizer: 'uncased',
    digitsPerPiece: 3,
    contractions: true,
    normalizes: false,
  },
  deepseek_v3: {
    file: 'deepseek.bin',
    preTokenizer: 'deepseek',
    digitsPerPiece: 3,
    contractions: false,
    normalizes: false,
  },
  qwen3: {
    file: 'qwen3.bin',
    preTokenizer: 'uncased',
    digitsPerPiece: 1,
    contractions: true,
    normalizes: true,
  },
  llama3: {
    file: 'llama3.bin',
    preTokenizer: 'uncased',
    digitsPerPiece: 3,
    contractions: true,
    normalizes: false,
  },
  tekken: {
    file: 'tekken.bin',
    preTokenizer: 'cased',
    digitsPerPiece: 1,
    contractions: false,
    normalizes: false,
  },
  gemma3: {
    file: 'gemma3.bin',
    preTokenizer: 'gemma',
    digitsPerPiece: 1,
    contractions: false,
    normalizes: false,
  },
};
