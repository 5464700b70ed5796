import { matchesQuery, namesOf, wordsOf } from '../../selection/match';
import { mistakeCounter } from '../../selection/search';
import type { Model, PriceTable } from '../../table/priceTable';
import {
  distanceWithin,
  plainModels,
  plainName,
  type PlainModel,
  type PlainName,
} from './plainNames';
import { isKnownPrefix, splitPrefix } from '../prefixes';
import type { Unresolved } from '../resolution';

const MAX_NEAREST = 5;

/** A name is plausible if this share of its characters, or fewer, has to be changed. */
const MAX_CHANGED_SHARE = 0.5;

/** Above this share, it must have a word in common with the name, too. */
const MAX_CHANGED_SHARE_OF_OTHERS = 0.25;

/** Letters and digits without which a name says nothing. */
const FEWEST_LETTERS = 3;

/** Words that models of all families have. */
const COMMON =
  /^(?:\d.*|latest|preview|free|chat|instruct|mini|nano|lite|flash|turbo|small|medium|large|pro|max)$/;

/** The models that a message on a name should suggest: its candidates, or the nearest to an unknown one. */
export function suggestedIds(
  table: PriceTable,
  name: string,
  resolution: Unresolved,
): readonly string[] {
  switch (resolution.kind) {
    case 'ambiguous':
      return resolution.candidates.map(({ id }) => id);
    case 'unknown':
      return nearestIds(table, name);
    case 'notByTokens':
    case 'local':
    case 'fineTuned':
    case 'free':
      return [];
  }
}

interface Near {
  readonly id: string;
  /** The edit distance, or less for a name that is a part of the other one. */
  readonly cost: number;
  readonly isVendors: boolean;
  readonly distance: number;
}

/**
 * The plausible models nearest to an unknown name: those that begin with it, those that have all of its words or begin
 * it, and those with the smallest edit distances. Of equally near ones, vendors come first.
 *
 * Worked examples: gpt-6 is nearer to gpt-6-sol than to gpt-5; gpt-4o:online is nearest to gpt-4o; nothing is near to
 * omni-moderation-latest, as codex-mini-latest is of another family.
 */
function nearestIds(table: PriceTable, name: string): readonly string[] {
  const wanted = wantedName(name);
  const most = Math.floor(wanted.text.length * MAX_CHANGED_SHARE);
  const nearest: Near[] = [];
  for (const plain of plainModels(table)) {
    // Only what is as near as the fifth so far counts, so that most names need no edit distance.
    const bound = nearest.length < MAX_NEAREST ? most : (nearest.at(-1)?.cost ?? most);
    const found = nearnessOf(plain, wanted, bound);
    if (!found) continue;
    const at = nearest.findIndex((each) => isNearer(found, each));
    nearest.splice(at === -1 ? nearest.length : at, 0, found);
    nearest.splice(MAX_NEAREST);
  }
  return nearest.map(({ id }) => id);
}

function isNearer(a: Near, b: Near): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  return a.isVendors === b.isVendors ? a.distance < b.distance : a.isVendors;
}

function nearnessOf(plain: PlainModel, wanted: WantedName, bound: number): Near | undefined {
  const part = partOf(plain, wanted);
  const other = similar(plain, wanted, Math.min(bound, part?.cost ?? bound));
  return other ?? (part && part.cost <= bound ? part : undefined);
}

/** A model of whose name the wanted one is a part, or the other way round. */
function partOf({ model, names }: PlainModel, wanted: WantedName): Near | undefined {
  const { id, key, text, stem, begins } = wanted;
  if (text.length < FEWEST_LETTERS) return undefined;
  const nearBy = (cost: number, parts: readonly PlainName[]): Near | undefined => {
    const lengths = parts.map((part) => Math.abs(part.text.length - text.length));
    return parts.length > 0 ? near(model, cost, Math.min(...lengths)) : undefined;
  };
  return (
    nearBy(
      0.5,
      names.filter((each) => begins.test(each.key) || each.key === stem),
    ) ??
    nearBy(0.9, matchesQuery(model, id) ? names : []) ??
    nearBy(
      1,
      names.filter((each) => /\d/.test(each.key) && key.startsWith(`${each.key}-`)),
    )
  );
}

function similar(
  { model, names }: PlainModel,
  wanted: WantedName,
  bound: number,
): Near | undefined {
  const found = distanceWithin(names, wanted, bound);
  if (found === undefined) return undefined;
  const isClose = found <= wanted.text.length * MAX_CHANGED_SHARE_OF_OTHERS;
  return isClose || hasWordOf(model, wanted.words) ? near(model, found, found) : undefined;
}

function near({ id, providerKind }: Model, cost: number, distance: number): Near {
  return { id, cost, isVendors: providerKind === 'vendor', distance };
}

/** Perhaps with mistakes. */
function hasWordOf(model: Model, wanted: WantedName['words']): boolean {
  const words = namesOf(model).words.filter((word) => !COMMON.test(word));
  return wanted.some(({ word, mistakesIn }) => mistakesIn(words) < word.length);
}

interface WantedName extends PlainName {
  readonly id: string;
  /** Without the suffix after a colon. */
  readonly stem: string;
  /** Tells the names that begin with it, and go on with a word. */
  readonly begins: RegExp;
  /** Those that tell the family. */
  readonly words: readonly {
    readonly word: string;
    readonly mistakesIn: (words: readonly string[]) => number;
  }[];
}

/** The prefix of a library is read as the provider. */
function wantedName(name: string): WantedName {
  const split = splitPrefix(name);
  const [provider = ''] = split?.providers ?? [];
  const id = split && isKnownPrefix(split.prefix) ? `${provider}/${split.rest}` : name;
  const plain = plainName(id);
  const words = wordsOf(id.slice(id.lastIndexOf('/') + 1))
    .filter((word) => !COMMON.test(word))
    .map((word) => ({ word, mistakesIn: mistakeCounter(word) }));
  const stem = plainName(id.replace(/:[^:]*$/, '')).key;
  return { ...plain, id, stem, begins: new RegExp(`^${plain.key}-\\D`), words };
}
