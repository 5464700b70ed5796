import type { MediaKind, MediaPart, UnseenKind } from '../media/part';
import type { ApiRequest, AskedTier, RequestFile, RequestFileKind, Usage } from './request';

export type SpecialTier = Exclude<AskedTier, 'standard'>;

/** What is said of a file of requests beside its price. */
export interface RequestFacts {
  readonly kind: RequestFileKind;
  /** Number of requests. */
  readonly requests: number;
  readonly media: readonly MediaFacts[];
  readonly unseen: ReadonlyMap<UnseenKind, number>;
  /** Characters of base64 files within texts, which are not counted. */
  readonly base64Length: number;
  /** Number of tool definitions. */
  readonly tools: number;
  /** What the provider counted, of all calls that were saved with it; undefined: none was. */
  readonly usage: Usage | undefined;
  /** Of a file of servers; undefined: it has requests. */
  readonly servers: RequestFile['servers'];
  readonly badLines: RequestFile['badLines'];
  readonly repeatedIds: readonly string[];
  /** The models that the requests name, as written, each once. */
  readonly modelNames: readonly string[];
  /** Number of requests whose pictures and documents are counted without their sizes; absent: none. */
  readonly unsized?: number;
  /** The file is being typed, and its JSON is not whole: what is said is of its last whole version. */
  readonly isOutdated?: true;
  /** Number of requests that name no model. */
  readonly unnamed: number;
  /** Number of requests whose longest answer is stated, or which have none. */
  readonly stated: number;
  /** Number of requests that state a length of the answer which no API takes. */
  readonly badLimits: number;
  /** Number of requests that mark up to where they are to be cached. */
  readonly cacheMarks: number;
  /** Number of requests that ask for more than one answer. */
  readonly manyAnswers: number;
  /** Number of requests that ask for each service tier but the standard one. */
  readonly tiers: ReadonlyMap<SpecialTier, number>;
}

const ONE_CALL: ReadonlySet<RequestFileKind> = new Set(['request', 'transcript', 'mcp'] as const);

/** Whether such a file is one call, which is named by the file; else each is named by its line. */
export function isOneCall(kind: RequestFileKind): boolean {
  return ONE_CALL.has(kind);
}

/** What is sent beside the texts, of one kind. */
export interface MediaFacts {
  readonly kind: MediaKind;
  readonly count: number;
  /** How many have no size, number of pages or length that is known. */
  readonly unsized: number;
}

export function requestFacts({
  kind,
  requests,
  badLines,
  repeatedIds,
  servers,
}: RequestFile): RequestFacts {
  return {
    kind,
    requests: requests.length,
    media: mediaOf(requests.flatMap(({ media }) => media)),
    unseen: unseenOf(requests),
    base64Length: requests.reduce((sum, { base64Length = 0 }) => sum + base64Length, 0),
    tools: requests.reduce((sum, { tools }) => sum + tools, 0),
    usage: sumUsage(requests.flatMap(({ usage }) => usage ?? [])),
    servers,
    badLines,
    repeatedIds,
    modelNames: [...new Set(requests.flatMap(({ modelName }) => modelName ?? []))],
    unnamed: requests.filter(({ modelName }) => modelName === undefined).length,
    stated: servers ? 0 : requests.filter(statesOutput).length,
    manyAnswers: requests.filter(({ answers, hasAnswer }) => hasAnswer && answers > 1).length,
    tiers: tiersOf(requests),
    badLimits: requests.filter(({ hasBadLimit }) => hasBadLimit).length,
    cacheMarks: requests.filter(({ marksCache }) => marksCache).length,
  };
}

function sumUsage(each: readonly Usage[]): Usage | undefined {
  return each.reduce<Usage | undefined>(addUsage, undefined);
}

export function addUsage(sum: Usage | undefined, more: Usage | undefined): Usage | undefined {
  if (!sum || !more) return sum ?? more;
  return {
    inputTokens: sum.inputTokens + more.inputTokens,
    outputTokens: sum.outputTokens + more.outputTokens,
    reasoningTokens: sum.reasoningTokens + more.reasoningTokens,
  };
}

function tiersOf(requests: readonly ApiRequest[]): ReadonlyMap<SpecialTier, number> {
  const tiers = new Map<SpecialTier, number>();
  for (const { serviceTier: tier } of requests) {
    if (tier !== undefined && tier !== 'standard') tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
  }
  return tiers;
}

export function statesOutput({
  hasAnswer,
  maxOutputTokens,
}: Pick<ApiRequest, 'hasAnswer' | 'maxOutputTokens'>): boolean {
  return !hasAnswer || maxOutputTokens !== undefined;
}

export function mediaOf(media: readonly MediaPart[]): readonly MediaFacts[] {
  const sums = new Map<MediaKind, { count: number; unsized: number }>();
  for (const part of media) {
    const sum = sums.get(part.kind) ?? { count: 0, unsized: 0 };
    sum.count++;
    if ((part.width ?? part.pages ?? part.seconds) === undefined) sum.unsized++;
    sums.set(part.kind, sum);
  }
  return Array.from(sums, ([kind, sum]) => ({ kind, ...sum }));
}

export function addMediaFacts(
  sum: readonly MediaFacts[],
  more: readonly MediaFacts[],
): readonly MediaFacts[] {
  if (more.length === 0) return sum;
  const kinds = new Set([...sum, ...more].map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const same = [...sum, ...more].filter((each) => each.kind === kind);
    const addUp = (field: 'count' | 'unsized'): number =>
      same.reduce((all, each) => all + each[field], 0);
    return { kind, count: addUp('count'), unsized: addUp('unsized') };
  });
}

function unseenOf(requests: readonly ApiRequest[]): ReadonlyMap<UnseenKind, number> {
  const sums = new Map<UnseenKind, number>();
  for (const { unseen } of requests) {
    for (const [kind, count] of unseen) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return sums;
}
