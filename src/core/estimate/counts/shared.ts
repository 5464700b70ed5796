import type { Model } from '../../pricing/table/priceTable';
import type { TokenCount } from '../../tokens/tokenCount';
import type { OwnCall } from '../modelScenario';
import { groupOf } from './groups';
import { isMany } from './many';
import { isSampled } from './sampled';

/** A text that was counted for some models. */
interface Counted {
  readonly countFor: (model: Model) => TokenCount;
}

/**
 * The counts of texts on a model, in their order: one list for all models of a group, so that what is found out of it
 * (`sentOn`, `alikeTexts`) is found once for hundreds of models. Equal counts are one object: a hundred thousand requests
 * have a few hundred lengths.
 */
export function sharedCounts(texts: readonly Counted[]): (model: Model) => readonly TokenCount[] {
  const known = new Map<string, readonly TokenCount[]>();
  return (model) => {
    const group = groupOf(model);
    const counts = known.get(group) ?? shareEqual(texts.map(({ countFor }) => countFor(model)));
    known.set(group, counts);
    return counts;
  };
}

/** Counts of files of requests and of samples are not looked into. */
function shareEqual(counts: readonly TokenCount[]): readonly TokenCount[] {
  const known = new Map<string, TokenCount>();
  return counts.map((count) => {
    if (isMany(count) || isSampled(count)) return count;
    const { tokens, low, high, method } = count;
    const key = `${tokens} ${low} ${high} ${method}`;
    const one = known.get(key) ?? count;
    known.set(key, one);
    return one;
  });
}

type OfPair<Result> = (count: TokenCount, call: OwnCall | undefined) => Result;

/** A function that is asked once for each pair of a count and a call: what it makes of equal ones is one object. */
export function oncePerPair<Result extends object>(make: OfPair<Result>): OfPair<Result> {
  const known = new Map<OwnCall | undefined, Map<TokenCount, Result>>();
  return (count, call) => {
    const ofCall = known.get(call) ?? new Map<TokenCount, Result>();
    known.set(call, ofCall);
    const result = ofCall.get(count) ?? make(count, call);
    ofCall.set(count, result);
    return result;
  };
}
