import {
  assumesCache,
  cachingOf,
  type Caching,
  type CachingCosts,
  type CachingOutcome,
} from '../../core/estimate/caching/caching';
import { storedCacheOf } from '../../core/estimate/caching/storage';
import { samplesOf } from '../../core/estimate/counts/sampled';
import type { Estimate } from '../../core/estimate/estimate';
import type { Money } from '../../core/pricing/money';
import type { CacheStorage } from '../../core/pricing/table/priceTable';
import { showCost } from '../cost';
import { showNumber, showRate, showShare } from '../numbers';
import { choiceLabels } from '../scenario/fields';
import { counted } from '../language/forms';
import { about, type Words } from '../words';
import { callsOrTurn, describeCaching, knownBeginning } from './caching';

// The calculation of when caching pays.

/** In the detail of a model of the report: the sentence alone where no cache is assumed; the chart has the rest. */
export function cachingInDetail(words: Words, row: Estimate): readonly string[] {
  return assumesCache(row.scenario)
    ? cachingDetails(words, row)
    : [describeCaching(words, cachingOf(row))];
}

/** The sentence and its calculation, and the sentence on the other lifetime if it is sold. */
export function cachingDetails(words: Words, row: Estimate): readonly string[] {
  const caching = cachingOf(row);
  const other = cachingOf(row, caching.lifetime === 'short' ? 'long' : 'short');
  const isSold = other.outcome.kind === 'pays' || other.outcome.kind === 'never';
  return [
    describeCaching(words, caching),
    ...cachingNotes(words, row, caching),
    ...(isSold ? [ofLifetime(words, other)] : []),
  ];
}

/** "Long lifetime, such as 1 hour: Writing the whole prompt to the cache pays from 3 calls on; …" */
function ofLifetime(words: Words, caching: Caching): string {
  const lifetime = choiceLabels(words).cacheWrite[caching.lifetime];
  return about(words, lifetime, describeCaching(words, caching));
}

/** The calculation behind the sentence, and what it depends on. */
export function cachingNotes(words: Words, row: Estimate, caching: Caching): readonly string[] {
  const { outcome, known } = caching;
  const beginning = knownBeginning(words, known);
  if (outcome.kind !== 'pays' && outcome.kind !== 'never')
    return [...beginning, ...minimumNotes(words, caching)];
  return [
    ...beginning,
    sumsNote(words, row, caching, outcome),
    ...(outcome.kind === 'pays' && outcome.hitShare !== undefined && outcome.hitShare > 0
      ? [hitNote(words, row, caching, outcome.costs, outcome.hitShare)]
      : []),
    ...storageNotes(words, row, caching),
    ...minimumNotes(words, caching),
    ...(row.counts.flatMap(samplesOf).length > 1 ? [ofLongest(words)] : []),
  ];
}

/** "2 calls: $0.00125 + 1 × $0.0001 = $0.00135 with the cache, 2 × $0.001 = $0.002 without." */
function sumsNote(
  words: Words,
  { count }: Estimate,
  caching: Caching,
  outcome: Extract<CachingOutcome, { readonly costs: CachingCosts }>,
): string {
  const { l10n } = words;
  const { costs } = outcome;
  const cost = (amount: Money): string => showCost(words, count, amount);
  const isTurns = caching.unit === 'turns';
  const number = outcome.kind === 'pays' ? outcome.from : isTurns ? costs.most : 2;
  const { without, cached } = costs.sumOf(number);
  if (isTurns) {
    return counted(
      words,
      number,
      l10n.t(
        '[one]{0} turn: {1} with the cache, {2} without.[other]{0} turns: {1} with the cache, {2} without.',
      ),
      showNumber(words, number),
      cost(cached),
      cost(without),
    );
  }
  return counted(
    words,
    number,
    l10n.t(
      '[one]{0} call: {1} + {2} × {3} = {4} with the cache, {0} × {5} = {6} without.[other]{0} calls: {1} + {2} × {3} = {4} with the cache, {0} × {5} = {6} without.',
    ),
    showNumber(words, number),
    cost(costs.all.writing),
    showNumber(words, number - 1),
    cost(costs.all.reading),
    cost(cached),
    cost(costs.all.without),
    cost(without),
  );
}

/** "Hit rate: ($0.00125 − $0.001) / ($0.00125 − $0.0001) = 21.7%". */
function hitNote(
  words: Words,
  { count }: Estimate,
  { unit }: Caching,
  { all }: CachingCosts,
  hitShare: number,
): string {
  const { l10n } = words;
  const [without, writing, reading] = [all.without, all.writing, all.reading].map((amount) =>
    showCost(words, count, amount),
  ) as [string, string, string];
  const share = showShare(words, hitShare);
  const costs = [writing, without, reading, share] as const;
  return unit === 'turns'
    ? l10n.t(
        'Hit rate of the turns after the first, with the costs of all: (all written {0} − without {1}) / (all written {0} − read {2}) = {3}.',
        ...costs,
      )
    : l10n.t('Hit rate: (write {0} − send {1}) / (write {0} − read {2}) = {3}.', ...costs);
}

/** "An explicit cache pays from 4 calls in an hour on: $0.02 to write it, $0.045 to keep it for an hour ($4.50 per …)". */
function storageNotes(words: Words, row: Estimate, caching: Caching): readonly string[] {
  const { l10n } = words;
  const stored = storedCacheOf(row, caching);
  if (stored?.breakEven.kind !== 'pays') return [];
  const cost = (amount: Money): string => showCost(words, row.count, amount);
  const shown = [
    callsOrTurn(words, 'calls', stored.breakEven.from),
    cost(stored.creating),
    cost(stored.keeping),
    storageRate(words, stored.storage),
    cost(stored.reading),
    cost(stored.without),
  ] as const;
  const forms = l10n.t(
    '[one]An explicit cache, which is sure to be found, pays from {0} within an hour on: {1} to write it, {2} to keep it for the hour ({3}), then {4} for each prompt instead of {5}.[other]An explicit cache, which is sure to be found, pays from {0} within {6} hours on: {1} to write it, {2} to keep it for {6} hours ({3} × {6}), then {4} for each prompt instead of {5}.',
  );
  return [counted(words, stored.hours, forms, ...shown, showNumber(words, stored.hours))];
}

/** "$4.50 per million tokens and hour". */
export function storageRate(words: Words, storage: CacheStorage): string {
  const { l10n } = words;
  const rate = showRate(words, storage.usdPerMillionTokenHours);
  return l10n.t('{0} per million tokens and hour', rate);
}

function minimumNotes(words: Words, caching: Caching): readonly string[] {
  const { l10n } = words;
  const { minimumTokens, isNearMinimum, outcome } = caching;
  if (outcome.kind === 'unpriced' || outcome.kind === 'nothingToCache') return [];
  if (minimumTokens === undefined) {
    return [
      l10n.t(
        'The shortest prompt that this model caches is unknown: it pays if the prompt is long enough.',
      ),
    ];
  }
  if (!isNearMinimum) return [];
  return [
    counted(
      words,
      minimumTokens,
      l10n.t(
        '[other]The count is estimated: whether it reaches the {0} tokens from which this model caches is not certain.',
      ),
      showNumber(words, minimumTokens),
    ),
  ];
}

function ofLongest({ l10n }: Words): string {
  return l10n.t('This is of the longest text; of others that are cached it is the same.');
}
