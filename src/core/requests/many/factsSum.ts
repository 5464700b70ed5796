import { addMediaFacts, requestFacts, type RequestFacts } from '../facts';
import { IdsSeen } from './idsSeen';
import type { ApiRequest, BadLine, RequestFileKind, UnseenKind } from '../request';

/** The facts of a file whose requests are read one after another, and not kept. */
export class FactsSum {
  readonly #kind: RequestFileKind;
  readonly #badLines: BadLine[] = [];
  readonly #ids = new IdsSeen();
  readonly #modelNames = new Set<string>();
  readonly #unseen = new Map<UnseenKind, number>();
  #sum: RequestFacts;

  constructor(kind: RequestFileKind) {
    this.#kind = kind;
    this.#sum = this.#factsOf([]);
  }

  add(request: ApiRequest): void {
    const facts = this.#factsOf([request]);
    const { requests, media, unseen, tools, usage, modelNames, unnamed, stated } = facts;
    const sum = this.#sum;
    for (const [kind, count] of unseen)
      this.#unseen.set(kind, (this.#unseen.get(kind) ?? 0) + count);
    for (const name of modelNames) this.#modelNames.add(name);
    this.#ids.add(request.id);
    this.#sum = {
      ...sum,
      requests: sum.requests + requests,
      media: addMediaFacts(sum.media, media),
      tools: sum.tools + tools,
      usage: sum.requests === 0 ? usage : undefined,
      unnamed: sum.unnamed + unnamed,
      stated: sum.stated + stated,
    };
  }

  addBadLine(line: BadLine): void {
    this.#badLines.push(line);
  }

  get facts(): RequestFacts {
    return {
      ...this.#sum,
      unseen: this.#unseen,
      badLines: this.#badLines,
      repeatedIds: this.#ids.repeated,
      modelNames: [...this.#modelNames],
    };
  }

  #factsOf(requests: readonly ApiRequest[]): RequestFacts {
    return requestFacts({ kind: this.#kind, requests, badLines: [], repeatedIds: [] });
  }
}
