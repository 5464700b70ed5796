import { TOOLS_AS_JSON, TOOLS_AS_TYPES } from '../core/partForms';
import {
  countGroups,
  groupModels,
  groupOf,
  type CountedPart,
  type CountGroups,
} from '../core/estimate/counts/groups';
import { countParts } from '../core/estimate/counts/text';
import type { FileCounters } from '../core/fileCounts/fileCount';
import type { TextPart } from '../core/files/notebook';
import type { Model } from '../core/pricing/table/priceTable';
import { finish } from '../core/scheduling/sliced';
import { isEncodingName, RECIPES, type EncodingName } from '../core/tokens/encodings';
import { createClassTable } from '../core/tokens/engine/characterClasses';
import { QuickCounter } from '../core/tokens/engine/quick/quickCounter';
import type { TokenCounter } from '../core/tokens/engine/tokenCounter';
import { parseVocabulary } from '../core/tokens/engine/vocabulary';
import type { TokenCount } from '../core/tokens/tokenCount';
import { describeUsageProblem } from '../wording/documents/terminal';
import type { Io } from './io';
import { readShipped } from './shipped';
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
  const loaded = await loadCounters(io, groups.encodings);
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

function countOf(count: TokenCount | undefined, { id }: Model): TokenCount {
  if (!count) throw new RangeError(`not counted for ${id}`);
  return count;
}

/** @throws {UsageError} if the encoding is unknown. */
export async function counterNamed(io: Io, name: string): Promise<TokenCounter> {
  const [counter] = isEncodingName(name) ? await loadCounters(io, [name]) : [];
  if (counter) return counter;
  throw new UsageError((words) => describeUsageProblem(words, { kind: 'encoding', value: name }));
}

/** @throws {UsageError} if a file is missing or damaged. */
async function loadCounters(
  io: Io,
  encodings: readonly EncodingName[],
): Promise<readonly TokenCounter[]> {
  const classes = createClassTable();
  const counters: TokenCounter[] = [];
  for (const encoding of encodings) {
    const { file, tokenLimit } = RECIPES[encoding];
    const vocabulary = await readShipped(io, `media/vocabularies/${file}`, (packed) =>
      parseVocabulary(packed, tokenLimit),
    );
    counters.push(new QuickCounter(encoding, vocabulary, classes));
  }
  return counters;
}
