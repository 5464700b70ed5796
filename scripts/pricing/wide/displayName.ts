import { plainName } from './weights';

/**
 * The name of a model: the first of its names in packages that is one, without the vendor before a colon; at a host with
 * its name. If all of them are ids, it is made of the id.
 *
 * Worked example: `meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo`, which a package repeats as its name, is "Meta Llama 3.1
 * 8B Instruct Turbo on DeepInfra".
 *
 * @param names in packages, the newest first.
 */
export function displayName(
  id: string,
  names: readonly (string | undefined)[],
  hostName: string | undefined,
): string {
  const written = names.filter((name) => name !== undefined && /[A-Z]/.test(name));
  const told = written.find((name) => name !== undefined && !isId(name, id));
  const name = told?.replace(/^[^:]+: /, '') ?? titleOf(written[0] ?? plainName(id));
  const trimmed = spelledName(name.replaceAll(/\s+/g, ' ').trim());
  return hostName === undefined ? trimmed : `${trimmed} on ${hostName}`;
}

/** OpenAI's hyphen, and a day as in ids: "GPT 5 Pro 2025 10 06" is GPT-5 Pro (2025-10-06). */
function spelledName(name: string): string {
  return name
    .replaceAll(/\bGPT (?=\d)/g, 'GPT-')
    .replace(/ (20\d\d)[ -](\d\d)[ -](\d\d)$/, ' ($1-$2-$3)');
}

/** With a folder or an underscore, or the id itself, unless that is as short as MiniMax-M2.5. */
function isId(name: string, id: string): boolean {
  if (name.includes(' ')) return false;
  return /[/_]/.test(name) || (name === id && name.split('-').length > 3);
}

/** Words with capitals of their own. */
const SPELLINGS: Readonly<Record<string, string>> = {
  gpt: 'GPT',
  glm: 'GLM',
  vl: 'VL',
  it: 'IT',
  deepseek: 'DeepSeek',
  minimax: 'MiniMax',
  qwq: 'QwQ',
  bge: 'BGE',
};

/** An id as a name: `claude-3-opus` is Claude 3 Opus, `llama-3.3-70b-instruct-maas` is Llama 3.3 70B Instruct. */
function titleOf(id: string): string {
  const last = (id.split('/').at(-1) ?? id).replace(/-maas$|@\d{8}$/, '');
  if (last.startsWith('gpt-oss')) return last;
  return last
    .replace(/^gpt-35(?=-|$)/, 'gpt-3.5')
    .replaceAll(/(?<=\d)_(?=\d)/g, '.')
    .replaceAll(/(?<=(?<![\d.])\d)-(?=\d(?![\db.]))/gi, '.')
    .split(/[-_ ]/)
    .map(titleWord)
    .join(' ');
}

/** 70B parameters, A22B active ones, 16E experts. */
function titleWord(word: string): string {
  if (/^a?[\d.]+[be]$/.test(word)) return word.toUpperCase();
  return SPELLINGS[word] ?? word.charAt(0).toUpperCase() + word.slice(1);
}
