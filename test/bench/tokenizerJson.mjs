// OpenAI publishes ranks; the Hugging Face libraries need a tokenizer.json with explicit merges.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** GPT-2's mapping from bytes to printable characters. */
const CHARACTERS = (() => {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    return String.fromCharCode(printable ? byte : next++);
  });
})();

/** The tokenizer.json of an encoding, cached in out/bench. */
export function openAiTokenizerJson(encoding) {
  const folder = new URL('../../out/bench/', import.meta.url);
  const file = new URL(`${encoding}.tokenizer.json`, folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, makeTokenizerJson(encoding));
  }
  return readFileSync(file, 'utf8');
}

function makeTokenizerJson(encoding) {
  const { bpe_ranks, pat_str } = require(`js-tiktoken/ranks/${encoding}`);
  const vocab = {};
  let rank = 0;
  for (const line of bpe_ranks.split('\n').filter(Boolean)) {
    for (const token of line.split(' ').slice(2)) {
      vocab[Array.from(Buffer.from(token, 'base64'), (byte) => CHARACTERS[byte]).join('')] = rank++;
    }
  }
  const merges = Object.keys(vocab)
    .filter((token) => token.length > 1)
    .map((token) => lastMerge(token, vocab));
  return JSON.stringify({
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: pat_str }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: true,
      vocab,
      merges,
    },
  });
}

/** The two parts that merge into the token. Found by merging by rank without the token's own rank. */
function lastMerge(token, vocab) {
  const parts = token.split('');
  while (parts.length > 2) {
    let best = -1;
    let lowest = vocab[token];
    for (let index = 0; index + 1 < parts.length; index++) {
      const rank = vocab[parts[index] + parts[index + 1]];
      if (rank !== undefined && rank < lowest) {
        lowest = rank;
        best = index;
      }
    }
    if (best < 0) throw new Error(`no merge makes ${token}`);
    parts.splice(best, 2, parts[best] + parts[best + 1]);
  }
  return parts;
}
