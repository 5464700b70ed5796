import { fill, type Replacement, type Words } from '../words';

/** Before each form of a message: the plural category of its numbers (Unicode CLDR). */
const MARK = /\[(zero|one|two|few|many|other)\]/;

/**
 * The form of a message for a number, in the language of the sentences: which numbers have a form of their own, and how
 * many forms there are, differs (Japanese has one, French counts 0 as one, Polish has four).
 *
 * Example: with "[one]{0} token[other]{0} tokens" as forms, 2 gives "2 tokens".
 *
 * @param count the number that decides.
 * @param forms translated, with its placeholders: one form without a mark, or several, of which `[other]` stands for
 * numbers without a form of their own.
 */
export function counted(
  words: Words,
  count: number,
  forms: string,
  ...args: readonly Replacement[]
): string {
  return fill(formFor(words, count, forms), args);
}

function formFor({ language }: Words, count: number, forms: string): string {
  const [whole = '', ...marked] = forms.split(MARK);
  if (marked.length === 0) return whole;
  const formOf = (category: string): string | undefined => {
    const index = marked.indexOf(category);
    return index % 2 === 0 ? marked[index + 1] : undefined;
  };
  return formOf(rulesOf(language).select(count)) ?? formOf('other') ?? forms;
}

const rules = new Map<string, Intl.PluralRules>();

/** Cached: making the rules takes a hundred times longer than using them. */
function rulesOf(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
