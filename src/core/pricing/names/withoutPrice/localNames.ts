import { makerOf } from '../makers';
import { isKnownPrefix, isLocal, splitPrefix } from '../prefixes';

/** How Ollama marks a size: `llama3.1:8b`, `gemma3n:e2b`, `mixtral:8x7b-instruct-v0.1-q4_0`. */
const SIZE_TAG = /^[a-z][\w.-]*:(?:\d+x|e)?\d+(?:\.\d+)?[bm](?:-(?!cloud$)[\w.]+)*$/i;

/** Other marks of Ollama; `:cloud` runs elsewhere, and `:free` and the like are OpenRouter's. */
const OTHER_TAG =
  /^([a-z][\w.-]*):(?:latest|instruct|text|mini|medium|small|large|vision)(?:-[\w.]+)*$/i;

/** Families whose version Ollama joins to the name, with the uses that it tells apart: `qwen2.5-coder`. */
const FAMILY =
  'llama|gemma|qwen|phi|granite|hermes|wizardlm|falcon|olmo|exaone|smollm|starcoder|dolphin|mistral-small';
const USES =
  'coder|vision|vl|math|moe|dense|code|embed|embedding|guardian|reasoning|mini|uncensored|chatqa|gradient|groq-tool-use|tool-use';
const FAMILY_NAME = new RegExp(
  `^(?:(?:dolphin|llava|nous)-)?(?:${FAMILY})\\d(?:\\.\\d)?(?:n|vl)?(?:-(?:${USES}))?$`,
);

/** Models of Ollama's library that no host of the table has under this name. */
const LIBRARY = new Set([
  'all-minilm',
  'codegemma',
  'codellama',
  'llava',
  'mistrallite',
  'moondream',
  'mxbai-embed-large',
  'nomic-embed-text',
  'orca-mini',
  'paraphrase-multilingual',
  'snowflake-arctic-embed',
  'tinyllama',
]);

/**
 * Models of sentence-transformers, which loads them on the user's machine, with and without the maker; those of
 * `cross-encoder` and, for its JavaScript twin, of `Xenova`: https://sbert.net/docs/sentence_transformer/pretrained_models.html
 */
const SENTENCES =
  /^(?:all|multi-qa|paraphrase|msmarco)-(?:[a-z]+-)?(?:minilm|mpnet|distilroberta|albert)-[\w.-]+$/i;
const SENTENCES_MAKER = /^(?:cross-encoder|xenova)\/[\w.-]+$/i;

/** https://ollama.com/cloud: what runs there is part of a plan. Worked examples: minimax-m3:cloud, gpt-oss:120b-cloud. */
const IN_CLOUD = /^[a-z][\w.-]*:(?:[\w.]+-)?cloud$/i;

/** Whether a name is that of a model that Ollama runs for the user. */
export function isOllamasCloud(name: string): boolean {
  return IN_CLOUD.test(name) && isOpen(name.slice(0, name.indexOf(':')));
}

/** Files for llama.cpp and what runs it. */
const FILE_OF_WEIGHTS = /[-.]gguf(?::[\w.-]+)?$/i;

/**
 * Whether a name is that of a model on the user's own machine, if no provider has it: with the prefix of a program, in
 * the spelling of Ollama's library, or a file of weights.
 *
 * Source: https://ollama.com/library. Worked examples: ollama/llama3, llama3.1:8b, phi4, nomic-embed-text:latest,
 * nomic-ai/nomic-embed-text-v1.5-GGUF; but not gpt-4o:latest, nor openai:latest.
 */
export function isLocalName(name: string): boolean {
  const split = splitPrefix(name);
  if (split !== undefined && isLocal(split.prefix)) return true;
  if ([FILE_OF_WEIGHTS, SENTENCES, SENTENCES_MAKER].some((each) => each.test(name))) return true;
  const stem = OTHER_TAG.exec(name)?.[1] ?? name;
  if (SIZE_TAG.test(name) || stem !== name) return isOpen(stem.split(':')[0] ?? stem);
  return FAMILY_NAME.test(name) || LIBRARY.has(name);
}

function isOpen(stem: string): boolean {
  return makerOf(stem)?.areWeightsOpen ?? !isKnownPrefix(stem);
}
