import { countText } from '../../core/estimate/counts/text';
import { groupByLanguage, type LanguageCount } from '../../core/estimate/counts/model';
import type { BeginningOfRequests } from '../../core/requests/parts/beginning';
import { partsApart, type ApiRequest, type RequestFile } from '../../core/requests/request';
import type { Sliced } from '../../core/scheduling/sliced';
import type { Counters } from '../../core/tokens/counters';
import type { TextCount } from '../../core/tokens/document/countedChunks';
import type { EncodingName } from '../../core/tokens/encodings';
import type { TokenCounter } from '../../core/tokens/engine/tokenCounter';
import { hostSlices } from '../slices';
import { withCounters } from './leased';

/**
 * The count of each request, then of what is counted apart (`partsApart`), then of what is the same in each call, if that
 * is known; in one encoding.
 */
export type CountedRequests = readonly (readonly LanguageCount[])[];

type KnownCounts = ReadonlyMap<string, TextCount>;

/** Requests looked at in one slice when all their texts are known. */
const REQUESTS_PER_STEP = 200;

/** A file of requests. The same document: texts that were in it before a change are not counted again. */
type CountedFile = RequestFile & {
  readonly document: WeakKey;
  readonly beginning?: BeginningOfRequests | undefined;
};

/** Counts the requests in documents. Texts that were in the document before a change are not counted again. */
export class RequestCounts {
  readonly #counters: Pick<Counters, 'lease'>;
  readonly #known = new WeakMap<WeakKey, Map<EncodingName, KnownCounts>>();

  constructor(counters: Pick<Counters, 'lease'>) {
    this.#counters = counters;
  }

  /** @returns undefined if aborted. @throws any error of loading the vocabulary. */
  async count(
    file: CountedFile,
    encoding: EncodingName,
    signal: AbortSignal,
  ): Promise<CountedRequests | undefined> {
    const { document } = file;
    const byEncoding = this.#known.get(document) ?? new Map<EncodingName, KnownCounts>();
    this.#known.set(document, byEncoding);
    const slices = hostSlices();
    return withCounters(this.#counters, [encoding], { slices, signal }, async ([counter]) => {
      if (!counter) return undefined;
      const work = countRequests(file, counter, byEncoding.get(encoding));
      const counted = await slices.run(work, signal);
      if (counted) byEncoding.set(encoding, counted.texts);
      return counted?.requests;
    });
  }
}

interface Counted {
  readonly requests: CountedRequests;
  readonly texts: KnownCounts;
}

/** A text that stands in many requests, such as the system prompt, is counted once. */
function* countRequests(
  file: CountedFile,
  counter: TokenCounter,
  known: KnownCounts = new Map(),
): Sliced<Counted> {
  const texts = new Map<string, TextCount>();
  const counted: (readonly LanguageCount[])[] = [];
  function* countParts(parts: ApiRequest['parts']): Sliced<readonly LanguageCount[]> {
    const counts: LanguageCount[] = [];
    for (const { text, languageId } of parts) {
      const count = texts.get(text) ?? known.get(text) ?? (yield* countOne(text, counter));
      texts.set(text, count);
      counts.push({ languageId, count });
    }
    return groupByLanguage(counts);
  }
  for (const [index, { parts }] of file.requests.entries()) {
    counted.push(yield* countParts(parts));
    if (index % REQUESTS_PER_STEP === 0) yield;
  }
  for (const parts of partsApart(file)) counted.push(yield* countParts(parts));
  if (file.beginning) counted.push(yield* countParts(file.beginning.parts));
  return { requests: counted, texts };
}

function* countOne(text: string, counter: TokenCounter): Sliced<TextCount> {
  const { tokens, tally } = yield* countText(text, [counter]);
  return { tokens: tokens.get(counter.encoding) ?? 0, tally };
}
