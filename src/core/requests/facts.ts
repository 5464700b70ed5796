import type { ApiRequest, RequestFile, RequestFileKind, UnseenKind, Usage } from './request';

/** What is said of a file of requests beside its price. */
export interface RequestFacts {
  readonly kind: RequestFileKind;
  /** Number of requests. */
  readonly requests: number;
  readonly unseen: ReadonlyMap<UnseenKind, number>;
  /** Number of tool definitions. */
  readonly tools: number;
  /** What the provider counted, of a single request. */
  readonly usage: Usage | undefined;
  readonly badLines: RequestFile['badLines'];
  readonly repeatedIds: readonly string[];
  /** The models that the requests name, as written, each once. */
  readonly modelNames: readonly string[];
  /** The file is being typed, and its JSON is not whole: what is said is of its last whole version. */
  readonly isOutdated?: true;
  /** Number of requests that name no model. */
  readonly unnamed: number;
  /** Number of requests whose longest answer is stated, or which have none. */
  readonly stated: number;
}

export function requestFacts({ kind, requests, badLines, repeatedIds }: RequestFile): RequestFacts {
  const [single] = requests;
  return {
    kind,
    requests: requests.length,
    unseen: unseenOf(requests),
    tools: requests.reduce((sum, { tools }) => sum + tools, 0),
    usage: requests.length === 1 ? single?.usage : undefined,
    badLines,
    repeatedIds,
    modelNames: [...new Set(requests.flatMap(({ modelName }) => modelName ?? []))],
    unnamed: requests.filter(({ modelName }) => modelName === undefined).length,
    stated: requests.filter(statesOutput).length,
  };
}

function statesOutput({ hasAnswer, maxOutputTokens }: ApiRequest): boolean {
  return !hasAnswer || maxOutputTokens !== undefined;
}

function unseenOf(requests: readonly ApiRequest[]): ReadonlyMap<UnseenKind, number> {
  const sums = new Map<UnseenKind, number>();
  for (const { unseen } of requests) {
    for (const [kind, count] of unseen) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return sums;
}
