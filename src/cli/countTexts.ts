import {
  countGroups,
  groupModels,
  groupOf,
  type CountGroups,
} from '../core/estimate/counts/groups';
import { countFile } from '../core/estimate/counts/samples';
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
import { UsageError } from './usageError';

/** A text's count for each of the models that it was counted for. */
export type CountFor = (model: Model) => TokenCount;

/** Counts the parts of a text or, of a template, a text of the average length of its samples. */
export interface TextCounter extends FileCounters {
  (parts: readonly TextPart[], samples?: readonly (readonly TextPart[])[]): CountFor;
}

/** A counter for some models. */
export async function textCounter(io: Io, models: readonly Model[]): Promise<TextCounter> {
  const groups = groupModels(models);
  const counters = newCounters(io);
  const loaded: TokenCounter[] = [];
  for (const name of groups.encodings) loaded.push(await counters.lease(name).load());
  const count = (...[parts, samples]: Parameters<TextCounter>): CountFor =>
    countFor(groups, countGroups(groups, finish(countFile(parts, samples, loaded))));
  return Object.assign(count, { groups, counters: loaded });
}

/** @param counts one for each group. */
export function countFor(groups: CountGroups, counts: readonly TokenCount[]): CountFor {
  return (model) => countOf(counts[groups.keys.indexOf(groupOf(model))], model);
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
  return new Counters(async (name) => io.readShippedFile(`media/vocabularies/${name}`));
}
