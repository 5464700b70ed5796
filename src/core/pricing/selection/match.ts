import type { Model } from '../table/priceTable';

/**
 * Whether a model matches what a user typed: each word begins a word of its id, name or alias, in any order. A number
 * must begin a number, so that "gpt 5" does not find gpt-4o-2025-05-13.
 *
 * Worked examples: "gpt 5" finds openai/gpt-5.6-sol; "sonnet 4.5" and "sonnet45" find anthropic/claude-sonnet-4-5;
 * "llama groq" finds groq/llama-3.3-70b-versatile.
 */
export function matchesQuery(model: Model, query: string): boolean {
  return wordsOf(query).every((wanted) => hasWord(model, wanted));
}

/** @param wanted one of `wordsOf` a query. */
export function hasWord(model: Model, wanted: string): boolean {
  const { words, joined } = namesOf(model);
  return (
    words.some((word) => word.startsWith(wanted)) ||
    (LETTERS_AND_DIGITS.test(wanted) &&
      joined.some((rest) => rest.startsWith(wanted.replaceAll('.', ''))))
  );
}

const LETTERS_AND_DIGITS = /\p{L}\d/u;

interface Names {
  readonly words: readonly string[];
  /** The id without marks, from each of its words on. */
  readonly joined: readonly string[];
  /** Each name without marks, the id with its provider and without. */
  readonly whole: readonly string[];
}

/** Models are matched again with each key of a filter. */
const cache = new WeakMap<Model, Names>();

export function namesOf(model: Model): Names {
  const known = cache.get(model);
  if (known) return known;
  const { id, model: ownId, name, providerName, aliases } = model;
  const texts = [id, name, providerName, ...aliases];
  const words = [...texts, ...texts.map(dotted)].flatMap(wordsOf);
  const parts = wordsOf(id).map((word) => word.replaceAll('.', ''));
  const joined = parts.map((_, index) => parts.slice(index).join(''));
  const whole = [id, ownId, name, withoutSeller(model), ...aliases].map(withoutMarks);
  const names = { words: [...new Set(words)], joined, whole: [...new Set(whole)] };
  cache.set(model, names);
  return names;
}

/**
 * A name for where the seller stands beside it: "GPT-5 nano" of "GPT-5 nano on Vercel AI Gateway", and "R1 (community)" of
 * "R1 on Novita AI (community)". Two models of one seller keep different names.
 */
export function withoutSeller({ name, providerName }: Model): string {
  const seller = ` on ${providerName}`;
  if (name.endsWith(seller)) return name.slice(0, -seller.length);
  return name.replace(`${seller} (`, ' (');
}

/** Whether a query, without marks, is a whole id, name or alias of a model. */
export function isCalled(model: Model, wanted: string): boolean {
  return wanted !== '' && namesOf(model).whole.includes(wanted);
}

/** "GPT-5 nano" and "gpt 5 nano" are both gpt5nano. */
export function withoutMarks(text: string): string {
  return wordsOf(text).join('').replaceAll('.', '');
}

/** Versions as people write them: claude-sonnet-4-5 is also 4.5. */
function dotted(text: string): string {
  return text.replaceAll(/(?<=\d)-(?=\d)/g, '.');
}

/** Words and numbers, in lower case: "Llama-3.3 70B" gives llama, 3.3 and 70b. */
export function wordsOf(text: string): readonly string[] {
  return (
    text.toLowerCase().match(/\d+(?:\.\d+)*\p{L}*|\p{L}[\p{L}\d]*|[^\s\p{L}\d\-_/.:@()]+/gu) ?? []
  );
}
