import { HOST_SUFFIXES } from '../../../src/core/pricing/names/weightsName';

/** Families whose weights are open. Names of closed models of the same vendors do not match. */
const OPEN = [
  /^llama-\d/,
  /^gpt-oss-(safeguard-)?\d+b$/,
  /^qwen[\d.]*-.*\d+b\b/,
  /^qwen3-(coder-next|next-80b)/,
  /^qwq-/,
  /^deepseek-(v[34]|r1)/,
  /^kimi-k[23]/,
  /^glm-(4\.[5-9]|5)/,
  /^gemma-\d/,
  /^mi[xs]tral-(\d+x)?\d+b/,
  /^mistral-nemo|^mistral-small-(3|24b|2501|2503|2506)|^devstral-(small|2|medium-2|2512)|^magistral-small|^ministral-3(-|b-2512)/,
  /^minimax-m[123]/,
  /^phi-[34]/,
  /^(llama-[\d.]+-)?nemotron-/,
  /^hermes-\d/,
  /^inkling/,
  /^muse-(spark-open|glimmer)/,
  /^step-3/,
  /^mimo-v2/,
  /^hy[34]/,
  /^(ling|ring)-/,
  /^olmo-/,
  /^granite-/,
  /^ernie-4\.5-/,
  /^(llama-guard-\d|mythomax-|wizardlm-2-|yi-\d+b|intellect-3|rnj-1|deepseek-coder-\d)/,
  // Embeddings and rerankers.
  /^bge-/,
  /^(multilingual-)?e5-/,
  /^gte-/,
  /^(all|multi-qa|paraphrase)-.*(minilm|mpnet)/,
  /^nomic-embed-/,
  /^mxbai-/,
  /^snowflake-arctic-embed/,
  /^embeddinggemma-/,
  /^qwen3-(embedding|reranker)-[\d.]+b$/,
];

/** Names that hosts use for weights that are called otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  'deepseek-v3-v1': 'deepseek-v3.1',
  'deepseek-r1-v1': 'deepseek-r1',
  'deepseek-v3': 'deepseek-v3',
  'kimi-k2-0711': 'kimi-k2',
  'gpt-oss-120b-1': 'gpt-oss-120b',
  'gpt-oss-20b-1': 'gpt-oss-20b',
  'qwen3-coder': 'qwen3-coder-480b-a35b',
  'qwen3-235b-a22b-2507': 'qwen3-235b-a22b-instruct-2507',
  'muse-spark-open-816b-a42b': 'muse-spark-open',
  'qwen3.8-max': 'qwen3.8-2.4t-a95b',
  // Of Phi-3.5 mini there are no other weights: https://huggingface.co/microsoft/Phi-3.5-mini-instruct
  'phi-3.5-mini-128k-instruct': 'phi-3.5-mini-instruct',
  'ernie-4.5-300b-a47b-paddle': 'ernie-4.5-300b-a47b',
  // https://docs.databricks.com/aws/en/machine-learning/foundation-model-apis/supported-models
  'bge-large-en': 'bge-large-en-v1.5',
  'gte-large-en': 'gte-large-en-v1.5',
};

/**
 * The open weights that a model runs, under one name for all hosts; undefined if they are closed or not recognized.
 * Numbers of bits and speeds of hosts are no part of the name.
 *
 * Worked examples: `accounts/fireworks/models/glm-5p3`, `zai-org/GLM-5.3-Fast` and `zai.glm-5.3` are glm-5.3;
 * `meta.llama3-3-70b-instruct-v1:0` and `@cf/meta/llama-3.3-70b-instruct-fp8-fast` are llama-3.3-70b-instruct.
 */
export function weightsOf(id: string): string | undefined {
  const plain = withInstruct(withoutNoise(plainName(id)));
  const name = RENAMED[plain] ?? plain;
  return OPEN.some((pattern) => pattern.test(name)) ? name : undefined;
}

/** The last part of an id, in lower case, with dots in versions and without what hosts append. */
export function plainName(id: string): string {
  const last = id.toLowerCase().split('/').at(-1) ?? '';
  return last
    .replace(/^(?:us|eu|apac|global|jp|au|ca|in|us-gov)\./, '')
    .replace(/^deepseek\.(?=[vr]\d)/, 'deepseek-')
    .replace(/^[a-z]+(?:\d+)?\.(?=[a-z])/, '')
    .replace(/:.*$/, '')
    .replaceAll(/(?<=\d)_(?=\d)/g, '.')
    .replaceAll('_', '-')
    .replace(/^databricks-/, '')
    .replace(/^(meta|zai|nvidia|mistralai|deepseek-ai|openai)-(?=llama|glm|nemotron|nvidia)/, '')
    .replace(/^nvidia-/, '')
    .replaceAll(/(?<=\d)p(?=\d)/g, '.')
    .replace(/^llama-?v?(\d)[.-](\d)(?=-)/, 'llama-$1.$2')
    .replace(/^llama-?v?(\d)(?=[.-])/, 'llama-$1')
    .replace(/^qwen-?(\d)[.-](\d)(?!\d|b)/, 'qwen$1.$2')
    .replace(/^qwen-(\d)/, 'qwen$1')
    .replace(/^qwen(\d)(\d)-/, 'qwen$1.$2-')
    .replace(/^deepseek-chat-v/, 'deepseek-v')
    .replace(/^(glm|kimi-k|minimax-m|mimo-v|deepseek-v|gemini)(-?)(\d)-(\d)(?!\d|b)/, '$1$2$3.$4')
    .replace(/-v1$/, (suffix, _at, whole: string) => (whole.startsWith('deepseek') ? suffix : ''));
}

/** GLM-5-Turbo is a model of its own; elsewhere "turbo" is a speed. */
function withoutNoise(name: string): string {
  if (/^glm-.*turbo/.test(name)) return '';
  return name
    .replaceAll(HOST_SUFFIXES, '')
    .replace(/^(llama-4-(?:maverick|scout))-.*$/, '$1')
    .replace(/^(kimi-k2.*?)-instruct/, '$1')
    .replace(/^(kimi-k2.*)-preview$/, '$1');
}

/** Hosts leave out "instruct" and "it", which the names of the weights have. */
function withInstruct(name: string): string {
  if (/^llama-[\d.]+-\d+b$/.test(name)) return `${name}-instruct`;
  if (/^gemma-\d.*b$/.test(name)) return `${name}-it`;
  return name;
}
