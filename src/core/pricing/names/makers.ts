import { isKnownPrefix, splitPrefix } from './prefixes';

/** Who makes the models whose names begin alike. */
export interface Maker {
  /** Id of its provider in the price table. */
  readonly provider: string;
  /** Whether hosts can run the weights without the maker. */
  readonly areWeightsOpen: boolean;
}

/** The first that fits; the open weights of a maker come before its other models. */
const MAKERS: readonly (readonly [RegExp, string, 'open' | 'closed'])[] = [
  [/^gpt-oss/, 'openai', 'open'],
  [
    /^(gpt|chatgpt|o\d|codex|computer-use|text-embedding-(3|ada)|dall-e|sora|whisper|tts)/,
    'openai',
    'closed',
  ],
  [/^claude/, 'anthropic', 'closed'],
  [/^gemma/, 'google', 'open'],
  [
    /^(gemini|text-(multilingual-)?embedding-00|textembedding-gecko|imagen|veo)/,
    'google',
    'closed',
  ],
  [/^grok/, 'xai', 'closed'],
  [/^deepseek/, 'deepseek', 'open'],
  [
    /^(open-)?(mistral|mixtral|ministral|codestral|devstral|magistral|pixtral|voxtral)/,
    'mistral',
    'open',
  ],
  [/^(command|c4ai|embed-|rerank-)/, 'cohere', 'open'],
  [/^(qwen|qwq|qvq)/, 'alibaba', 'open'],
  [/^(kimi|moonshot)/, 'moonshot', 'open'],
  [/^glm/, 'zai', 'open'],
  [/^minimax/, 'minimax', 'open'],
  [/^sonar/, 'perplexity', 'closed'],
];

/** The maker of a model, by the last part of its name; undefined if the name does not tell it. */
export function makerOf(name: string): Maker | undefined {
  const plain = isPrefixed(name) ? (splitPrefix(name)?.rest ?? name) : name;
  const leaf = plain.slice(plain.lastIndexOf('/') + 1).toLowerCase();
  const found = MAKERS.find(([pattern]) => pattern.test(leaf));
  return found && { provider: found[1], areWeightsOpen: found[2] === 'open' };
}

/** Whether a library's prefix stands before a colon; after another name, a colon begins a suffix: `deepseek-r1:free`. */
function isPrefixed(name: string): boolean {
  return isKnownPrefix(name.slice(0, Math.max(0, name.indexOf(':'))));
}
