import type { CountGroups } from '../estimate/counts/groups';
import { RequestsCount, type CountedRequests } from '../estimate/counts/requests';
import { countSampledGroups, countSamples } from '../estimate/counts/samples';
import type { KeptCall } from '../estimate/own/calls';
import type { FileForm, TextContent } from '../files/scanned/content';
import { requestFacts, type RequestFacts } from '../requests/facts';
import { readRequestFile } from '../requests/read';
import { hasUnknownTools } from '../requests/request';
import type { Sliced } from '../scheduling/sliced';
import type { TokenCounter } from '../tokens/engine/tokenCounter';
import type { TokenCount } from '../tokens/tokenCount';

/** The requests of a file, as far as they are kept. */
export interface RequestsOfFile {
  readonly facts: RequestFacts;
  /** What their calls say of themselves; the counts name the places. */
  readonly calls: readonly KeptCall[];
}

/** What a file has. */
export interface FileCount {
  /** One for each group of models; of requests each is a `ManyCount`, of a template with several samples a `SampledCount`. */
  readonly counts: readonly TokenCount[];
  readonly form: FileForm | undefined;
  readonly requests?: RequestsOfFile;
}

/** The models that files are counted for, and the counters of their encodings. */
export interface FileCounters {
  readonly groups: CountGroups;
  readonly counters: readonly TokenCounter[];
}

/**
 * Counts what of a file is sent: its requests, if it has some, else its text.
 *
 * @returns `toolsUnknown`: a file of servers of whose tools nothing is known.
 */
export function* countContent(
  content: TextContent,
  by: FileCounters,
): Sliced<FileCount | 'toolsUnknown'> {
  const { parts, samples, form, mayHoldRequests: file } = content;
  const [whole] = parts;
  const read = file && whole ? yield* readRequestFile(whole.text, file) : undefined;
  if (!read) {
    const counted = yield* countSamples(parts, samples, by.counters);
    return {
      counts: countSampledGroups(by.groups, counted),
      form: form === 'requests' ? file && 'requestsAsText' : form,
    };
  }
  if (hasUnknownTools(read)) return 'toolsUnknown';
  const count = new RequestsCount(by.groups, by.counters);
  for (const request of read.requests) yield* count.add(request);
  return fileOfRequests(count.counted(), requestFacts(read));
}

/** A file whose requests are counted. */
export function fileOfRequests(
  { counts, calls, unsized }: CountedRequests,
  facts: RequestFacts,
): FileCount {
  const known = unsized > 0 ? { ...facts, unsized } : facts;
  return { counts, form: 'requests', requests: { facts: known, calls } };
}
