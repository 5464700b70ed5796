import { buildFileTree, type FileNode, type TreeFile } from '../../../core/charts/fileTree';
import { groupOf } from '../../../core/estimate/counts/groups';
import { exactTokens } from '../../../core/estimate/counts/sampled';
import { estimateTexts, type Estimate } from '../../../core/estimate/estimate';
import { estimateEach } from '../../../core/estimate/own/each';
import { costOfText } from '../../../core/estimate/textShare';
import { multiplyMoney, type Money } from '../../../core/pricing/money';
import type { Model } from '../../../core/pricing/table/priceTable';
import { exactCount, type TokenCount } from '../../../core/tokens/tokenCount';
import type { ReportSubject, WireCount } from '../../../protocol/subject';
import { callsOf } from '../ownCalls';
import type { View } from '../view';
import type { FileChoice } from './choice';
import { countOfFile, countOnWire } from './counts';
import { leftOutPlaces, type LeftOutPaths } from './leftOut';

/** The files of a report on one model, or each on its own. */
export interface FileEntries {
  /** All files by folder. */
  readonly root: FileNode;
  /** The models that a file, or requests in it, are priced on; empty: that of the row. @param index in the scan. */
  readonly ownModels: (index: number) => readonly Model[];
  /** Number of requests in a file; undefined: it is one text. @param index of the file in the scan. */
  readonly requestsIn: (index: number) => number | undefined;
  /** A file in the price: a call of its own, or a part of one call. @param index of the file in the scan. */
  readonly pricedAs: (index: number) => PricedFile | undefined;
  /** Tokens of what a packer writes around all files. */
  readonly around: number;
}

export type PricedFile =
  | { readonly kind: 'call'; readonly estimate: Estimate }
  | { readonly kind: 'part'; readonly count: TokenCount };

interface Known {
  readonly leftOut: LeftOutPaths;
  readonly entries: FileEntries;
}

/** The last entries of each row: filters and sorting do not change them. */
const known = new WeakMap<Estimate, Known>();

/**
 * @param row of the files that are priced.
 * @param leftOut as the user has chosen last; the figures of `row` follow.
 */
export function fileEntries(view: View, row: Estimate, leftOut: LeftOutPaths): FileEntries {
  const before = known.get(row);
  if (before?.leftOut === leftOut) return before.entries;
  const entries = makeEntries(view, row, leftOut);
  known.set(row, { leftOut, entries });
  return entries;
}

function makeEntries(view: View, row: Estimate, leftOut: LeftOutPaths): FileEntries {
  const { subject } = view;
  const whole = subject.choice?.whole ?? subject;
  const places = pricedPlaces(subject.choice, whole);
  const priced = callsOfOwn(row, places);
  const out = leftOutPlaces(whole, leftOut);
  const parts = subject.choice && partsOf(subject.choice, row);
  const others = otherCalls(view, row, whole, (index) => priced.has(index) || !!parts?.(index));
  const files = whole.files.flatMap(({ path }, index): TreeFile[] => {
    const isLeftOut = out.has(index);
    const part = parts?.(index);
    if (part) return [{ path, estimate: part.estimate, part: part.cost, isLeftOut }];
    const estimate = priced.get(index) ?? others.get(index);
    return estimate ? [{ path, estimate, isLeftOut }] : [];
  });
  return {
    root: buildFileTree(whole.name, files),
    around: countOf(subject.choice?.frame[whole.groups.indexOf(groupOf(row.model))]).tokens,
    requestsIn: (index) => whole.files[index]?.requests?.count,
    pricedAs(index) {
      const part = parts?.(index);
      if (part) return { kind: 'part', count: part.estimate.count };
      const estimate = priced.get(index) ?? others.get(index);
      return estimate && { kind: 'call', estimate };
    },
    ownModels(index) {
      const own = row.shares && priced.get(index);
      if (!own) return [];
      const { model, shares = [{ estimate: own }] } = own;
      const models = shares.map(({ estimate }) => estimate.model);
      return models.length === 1 && model.id === row.model.id ? [] : models;
    },
  };
}

/** The places of the files that are calls of their own, in the order of the texts. */
function pricedPlaces(choice: FileChoice | undefined, { files }: ReportSubject): readonly number[] {
  const all = [...files.keys()];
  return choice ? all.filter((index) => !choice.leftOut.has(index) && !choice.isPart(index)) : all;
}

/** The estimates of the files that are calls of their own: behind the one call, if there is one. */
function callsOfOwn(row: Estimate, places: readonly number[]): ReadonlyMap<number, Estimate> {
  if (places.length === 0) return new Map();
  return callsByPlace(places, estimateEach(row).slice(-places.length));
}

/** Files that are not priced, as they would be on the model of the row. */
function otherCalls(
  { scenario, usesAnswers, atMs }: View,
  { model }: Estimate,
  whole: ReportSubject,
  isPriced: (index: number) => boolean,
): ReadonlyMap<number, Estimate> {
  const group = whole.groups.indexOf(groupOf(model));
  const places = [...whole.files.keys()].filter((index) => !isPriced(index));
  const counts = places.map((index) => {
    const file = whole.files[index];
    return (file && countOfFile(file, group)) ?? exactCount(0);
  });
  if (counts.length === 0) return new Map();
  const calls = callsOf(whole, usesAnswers);
  const own = calls.length > 0 ? places.map((index) => calls[index] ?? {}) : [];
  const estimates = estimateEach(estimateTexts(model, counts, scenario, atMs, own));
  return callsByPlace(places, estimates);
}

function callsByPlace(
  places: readonly number[],
  estimates: readonly Estimate[],
): ReadonlyMap<number, Estimate> {
  return new Map(
    places.flatMap((place, at) => {
      const estimate = estimates[at];
      return estimate ? [[place, estimate] as const] : [];
    }),
  );
}

interface Part {
  readonly estimate: Pick<Estimate, 'count' | 'price'>;
  /** Its share, by tokens, of what the text costs. */
  readonly cost: Money | undefined;
}

/** The parts of the one call. @returns undefined for files that are calls of their own. */
function partsOf(choice: FileChoice, row: Estimate): (index: number) => Part | undefined {
  const { price } = row;
  const group = choice.whole.groups.indexOf(groupOf(row.model));
  const perToken = costPerToken(row);
  return (index) => {
    if (!choice.isPart(index)) return undefined;
    const count = choice.countOn(index, group) ?? exactCount(0);
    const cost = perToken && multiplyMoney(perToken, exactTokens(count));
    return { estimate: { count, price }, cost };
  };
}

/** What a token of the text costs: of the one call, or where all is left out, of a call with one token. */
function costPerToken(row: Estimate): Money | undefined {
  const { model, scenario, atMs, contents } = row;
  const count = contents[0]?.tokens ? contents[0] : exactCount(1);
  const added = costOfText(estimateTexts(model, [count], scenario, atMs));
  const { numerator, denominator } = exactTokens(count);
  return added && multiplyMoney(added, { numerator: denominator, denominator: numerator });
}

/** Of nothing, no tokens. */
function countOf(count: WireCount | undefined): TokenCount {
  return count ? countOnWire(count) : exactCount(0);
}
