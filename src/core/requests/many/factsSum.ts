import {
  addMediaFacts,
  addUsage,
  requestFacts,
  type RequestFacts,
  type SpecialTier,
} from '../facts';
import { IdsSeen } from './idsSeen';
import type { UnseenKind } from '../../media/part';
import type { ApiRequest, BadLine, RequestFileKind } from '../request';

/** The facts of a file whose requests are read one after another, and not kept. */
export class FactsSum {
  readonly #kind: RequestFileKind;
  readonly #badLines: BadLine[] = [];
  readonly #ids = new IdsSeen();
  readonly #modelNames = new Set<string>();
  readonly #unseen = new Map<UnseenKind, number>();
  readonly #tiers = new Map<SpecialTier, number>();
  #sum: RequestFacts;

  constructor(kind: RequestFileKind) {
    this.#kind = kind;
    this.#sum = this.#factsOf([]);
  }

  add(request: ApiRequest): void {
    const facts = this.#factsOf([request]);
    const { requests, media, unseen, tools, usage, modelNames, unnamed, stated } = facts;
    const { manyAnswers, badLimits, cacheMarks, tiers, base64Length } = facts;
    const sum = this.#sum;
    for (const [kind, count] of unseen)
      this.#unseen.set(kind, (this.#unseen.get(kind) ?? 0) + count);
    for (const [tier, count] of tiers) this.#tiers.set(tier, (this.#tiers.get(tier) ?? 0) + count);
    for (const name of modelNames) this.#modelNames.add(name);
    this.#ids.add(request.id);
    this.#sum = {
      ...sum,
      requests: sum.requests + requests,
      media: addMediaFacts(sum.media, media),
      base64Length: sum.base64Length + base64Length,
      tools: sum.tools + tools,
      usage: addUsage(sum.usage, usage),
      unnamed: sum.unnamed + unnamed,
      stated: sum.stated + stated,
      manyAnswers: sum.manyAnswers + manyAnswers,
      badLimits: sum.badLimits + badLimits,
      cacheMarks: sum.cacheMarks + cacheMarks,
    };
  }

  addBadLine(line: BadLine): void {
    this.#badLines.push(line);
  }

  get facts(): RequestFacts {
    return {
      ...this.#sum,
      unseen: this.#unseen,
      tiers: this.#tiers,
      badLines: this.#badLines,
      repeatedIds: this.#ids.repeated,
      modelNames: [...this.#modelNames],
    };
  }

  #factsOf(requests: readonly ApiRequest[]): RequestFacts {
    return requestFacts({ kind: this.#kind, requests, badLines: [], repeatedIds: [] });
  }
}
