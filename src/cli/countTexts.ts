import { TOOLS_AS_JSON, TOOLS_AS_TYPES } from '../core/partForms';
import {
  countGroups,
  groupModels,
  groupOf,
  type CountedPart,
  type CountGroups,
} from '../core/estimate/counts/groups';
import type { LongestSample } from '../core/estimate/counts/samples';
import { countParts } from '../core/estimate/counts/text';
import type { FileCounters } from '../core/fileCounts/fileCount';
import type { TextPart } from '../core/files/notebook';
import type { Model } from '../core/pricing/table/priceTable';
import { finish } from '../core/scheduling/sliced';
import { Counters } from '../core/tokens/counters';
import { isEncodingName } from '../core/tokens/encodings';
import type { TokenCounter } from '../core/tokens/engine/tokenCounter';
import type { TokenCount } from '../core/tokens/tokenCount';
import { describeUsageProblem } from '../wording/documents/terminal';
import type { Io } from './io';
import { broken } from './shipped';
import { UsageError } from './usageError';

/** A text's count for each of the models that it was counted for. */
export type CountFor = (model: Model) => TokenCount;

/** Counts the parts of a text. */
export interface TextCounter extends FileCounters {
  (parts: readonly TextPart[]): CountFor;
}

/** Tools of requests, which are the same in many of them, are counted once: so many are known. */
const MOST_KNOWN = 1000;

function isOfTools({ languageId }: TextPart): boolean {
  return languageId === TOOLS_AS_JSON || languageId === TOOLS_AS_TYPES;
}

/** A counter for some models. */
export async function textCounter(io: Io, models: readonly Model[]): Promise<TextCounter> {
  const groups = groupModels(models);
  const counters = newCounters(io);
  const loaded: TokenCounter[] = [];
  for (const name of groups.encodings) loaded.push(await counters.lease(name).load());
  const known = new Map<string, CountedPart>();
  const countPart = (part: TextPart): CountedPart => {
    const before = isOfTools(part) ? known.get(part.text) : undefined;
    if (before?.languageId === part.languageId) return before;
    const [counted] = finish(countParts([part], loaded));
    if (!counted) throw new RangeError('a part has one count');
    if (isOfTools(part) && known.size < MOST_KNOWN) known.set(part.text, counted);
    return counted;
  };
  const count = (parts: readonly TextPart[]): CountFor =>
    countFor(groups, countGroups(groups, parts.map(countPart)));
  return Object.assign(count, { groups, counters: loaded });
}

/** @param counts one for each group. */
export function countFor(groups: CountGroups, counts: readonly TokenCount[]): CountFor {
  return (model) => countOf(counts[groups.keys.indexOf(groupOf(model))], model);
}

/** The longest of several samples of a template. */
export interface LongestCount extends Pick<LongestSample, 'samples'> {
  readonly count: TokenCount;
  /** Its index. */
  readonly place: number;
}

export type LongestFor = (model: Model) => LongestCount;

export function longestFor(
  groups: CountGroups,
  { samples, counts, places }: LongestSample,
): LongestFor {
  return (model) => {
    const group = groups.keys.indexOf(groupOf(model));
    return { samples, count: countOf(counts[group], model), place: places[group] ?? 0 };
  };
}

function countOf(count: TokenCount | undefined, { id }: Model): TokenCount {
  if (!count) throw new RangeError(`not counted for ${id}`);
  return count;
}

/** @throws {UsageError} if the encoding is unknown. */
export async function counterNamed(io: Io, name: string): Promise<TokenCounter> {
  if (isEncodingName(name)) return newCounters(io).lease(name).load();
  throw new UsageError(describeUsageProblem({ kind: 'encoding', value: name }));
}

function newCounters(io: Io): Counters {
  const pathOf = (name: string): string => `media/vocabularies/${name}`;
  const read = async (name: string): Promise<Uint8Array> => io.readShippedFile(pathOf(name));
  return new Counters(read, undefined, undefined, (name) => broken(pathOf(name)));
}
