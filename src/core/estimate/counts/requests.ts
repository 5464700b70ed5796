import type { Sliced } from '../../scheduling/sliced';
import type { TokenCounter } from '../../tokens/engine/tokenCounter';
import { keptOf, type KeptCall } from '../own/calls';
import { EqualTextsTally } from './equalTexts';
import { countGroups, type CountedPart, type CountGroups } from './groups';
import type { ManyCount } from './many';
import { countText, type CountedText } from './text';

/** A request as far as it is counted. */
export interface CountableRequest extends KeptCall {
  readonly parts: readonly { readonly text: string; readonly languageId: string }[];
}

/** The counts of the requests of a file, and what their calls say of themselves. */
export interface CountedRequests {
  /** One for each group of models. */
  readonly counts: readonly ManyCount[];
  /** The places that the counts name. */
  readonly calls: readonly KeptCall[];
  /** Requests of which the sizes of what is beside the text are not kept. */
  readonly unsized: number;
}

/** Different lists of pictures and documents whose sizes are kept: more take too much room in the report. */
const MOST_SIZED = 1_000;

/** Characters of texts whose counts are kept: a system prompt stands in many requests. */
const KEPT_LENGTH = 4_000_000;

/** Short texts are counted as fast as they are found. */
const SHORTEST_KEPT = 32;

/** Counts requests one after another, without keeping them. */
export class RequestsCount {
  readonly #groups: CountGroups;
  readonly #counters: readonly TokenCounter[];
  readonly #mostSized: number;
  readonly #tallies: readonly EqualTextsTally[];
  readonly #places = new Map<string, number>();
  readonly #calls: KeptCall[] = [];
  readonly #known = new Map<string, CountedText>();
  readonly #sized = new Set<string>();
  #unsized = 0;
  #knownLength = 0;

  constructor(groups: CountGroups, counters: readonly TokenCounter[], mostSized = MOST_SIZED) {
    this.#mostSized = mostSized;
    this.#groups = groups;
    this.#counters = counters;
    this.#tallies = groups.keys.map(() => new EqualTextsTally());
  }

  *add(request: CountableRequest): Sliced<void> {
    const counted: CountedPart[] = [];
    for (const { text, languageId } of request.parts)
      counted.push({ ...(yield* this.#countOne(text)), languageId });
    const place = this.#placeOf({ ...keptOf(request), media: this.#keptMedia(request) });
    const counts = countGroups(this.#groups, counted);
    for (const [index, tally] of this.#tallies.entries()) {
      const count = counts[index];
      if (count) tally.add(count, place);
    }
  }

  counted(): CountedRequests {
    return {
      counts: this.#tallies.map((tally) => tally.count()),
      calls: this.#calls,
      unsized: this.#unsized,
    };
  }

  /** Without their sizes, pictures have the range of all sizes. */
  #keptMedia({ media }: CountableRequest): KeptCall['media'] {
    if (media.length === 0) return media;
    const key = JSON.stringify(media);
    if (this.#sized.has(key)) return media;
    if (this.#sized.size < this.#mostSized) {
      this.#sized.add(key);
      return media;
    }
    this.#unsized++;
    return media.map(({ kind, detail }) => ({ kind, ...(detail ? { detail } : {}) }));
  }

  #placeOf(stated: KeptCall): number {
    const key = JSON.stringify(stated);
    const place = this.#places.get(key) ?? this.#calls.length;
    if (place === this.#calls.length) this.#calls.push(stated);
    this.#places.set(key, place);
    return place;
  }

  *#countOne(text: string): Sliced<CountedText> {
    const known = this.#known.get(text);
    if (known) return known;
    const counted = yield* countText(text, this.#counters);
    if (text.length >= SHORTEST_KEPT && text.length <= KEPT_LENGTH) this.#keep(text, counted);
    return counted;
  }

  #keep(text: string, counted: CountedText): void {
    this.#knownLength += text.length;
    if (this.#knownLength > KEPT_LENGTH) {
      this.#known.clear();
      this.#knownLength = text.length;
    }
    this.#known.set(text, counted);
  }
}
