import { distance } from 'fastest-levenshtein';
import type { Model, PriceTable } from '../table/priceTable';
import { hasWord, isCalled, matchesQuery, namesOf, withoutMarks, wordsOf } from './match';
import { isSold } from './sold';

/** The models whose whole name a user typed. */
export interface NamedModels {
  /** The model with the typed id. */
  readonly withId: Model | undefined;
  /** The only model that is called so, or the only one that its vendor sells. */
  readonly meant: Model | undefined;
  /** All that are called so, such as the hosts of the same weights. */
  readonly models: ReadonlySet<Model>;
}

export const NONE_NAMED: NamedModels = { withId: undefined, meant: undefined, models: new Set() };

/** What a list shows of the words that a user typed. */
export interface Search {
  /** In the order of the table. */
  readonly models: readonly Model[];
  /** If no model matches: those with the most similar words, the most similar ones first. */
  readonly nearest: readonly Model[];
}

const MAX_NEAREST = 5;

/** Letters of a word of which one may be wrong. */
const LETTERS_PER_MISTAKE = 3;

/** Every list of models is searched by this rule: in the editor, the report and the terminal. */
export function searchModels(
  table: Pick<PriceTable, 'models'>,
  query: string,
  atMs: number,
): Search {
  const models = table.models.filter((model) => matchesQuery(model, query));
  return { models, nearest: models.length === 0 ? nearestModels(table, query, atMs) : [] };
}

/** "gpt 5" is the name of openai/gpt-5, which is meant, and of the hosts of GPT-5; "gpt" is nobody's. */
export function modelsNamed({ models }: Pick<PriceTable, 'models'>, query: string): NamedModels {
  const wanted = withoutMarks(query);
  const called = models.filter((model) => isCalled(model, wanted));
  const vendors = called.filter(({ providerKind }) => providerKind === 'vendor');
  const [only, ...others] = vendors.length > 0 ? vendors : called;
  return {
    withId: called.find(({ id }) => id.toLowerCase() === query.trim().toLowerCase()),
    meant: others.length === 0 ? only : undefined,
    models: new Set(called),
  };
}

/**
 * Models that have at least one of the words, perhaps with mistakes; those that can be bought before others.
 *
 * Worked example: "sonet 4" has one mistake in a word of claude-sonnet-4-5, and no model has it without.
 */
function nearestModels(
  { models }: Pick<PriceTable, 'models'>,
  query: string,
  atMs: number,
): readonly Model[] {
  const wanted = wordsOf(query).map((word) => ({ word, mistakesIn: mistakeCounter(word) }));
  const longest = wanted.reduce((sum, { word }) => sum + word.length, 0);
  const found = models.flatMap((model) => {
    const mistakes = wanted.reduce((sum, { word, mistakesIn }) => {
      return sum + (hasWord(model, word) ? 0 : mistakesIn(namesOf(model).words));
    }, 0);
    return mistakes < longest ? [{ model, mistakes, isSold: isSold(model, atMs) }] : [];
  });
  return found
    .toSorted((a, b) => a.mistakes - b.mistakes || Number(b.isSold) - Number(a.isSold))
    .slice(0, MAX_NEAREST)
    .map(({ model }) => model);
}

/** Counts the mistakes in a word against the most similar of some words; its length if none is similar. */
export function mistakeCounter(wanted: string): (words: readonly string[]) => number {
  // Most models share their words.
  const known = new Map<string, number>();
  const mistakesIn = (word: string): number => {
    const mistakes = known.get(word) ?? countMistakes(wanted, word);
    known.set(word, mistakes);
    return mistakes;
  };
  return (words) => words.reduce((least, word) => Math.min(least, mistakesIn(word)), wanted.length);
}

function countMistakes(wanted: string, word: string): number {
  if (wanted.length === word.length && sorted(wanted) === sorted(word)) return 1;
  const mistakes = Math.min(
    distance(wanted, word),
    // The user may not have typed the end of the word.
    distance(wanted, word.slice(0, wanted.length)),
  );
  const most = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / LETTERS_PER_MISTAKE));
  return mistakes <= most ? mistakes : wanted.length;
}

/** Letters in another order are one mistake: "gtp" for "gpt". */
function sorted(word: string): string {
  return Array.from(word).toSorted().join('');
}
