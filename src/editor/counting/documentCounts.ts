import {
  Disposable,
  workspace,
  type Range,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import { groupByLanguage, type LanguageCount } from '../../core/estimate/counts/model';
import type { Counters } from '../../core/tokens/counters';
import type { TokenCounter } from '../../core/tokens/engine/tokenCounter';
import type { EncodingName } from '../../core/tokens/encodings';
import type { TextCount } from '../../core/tokens/document/countedChunks';
import { IncrementalDocument } from '../../core/tokens/document/incrementalDocument';
import type { Sliced } from '../../core/scheduling/sliced';
import { addTally, EMPTY_TALLY } from '../../core/tokens/estimates/scriptTally';
import { lengthOf, readDocument } from '../subject/documentText';
import { sentRanges } from '../subject/sentRanges';
import { templates } from '../subject/templates/templates';
import type { StoredCount } from '../subject/templates/view';
import { withCounters } from './leased';
import { hostSlices } from '../slices';
import {
  isCurrent,
  isUnchanged,
  subjectParts,
  type CountableSubject,
  type TextSubject,
} from '../subject/subject';

/** Documents whose counts are kept beside the current subject's: users switch between editors. */
const KEPT_DOCUMENTS = 10;

type LeasedCounters = Pick<Counters, 'lease' | 'onDrop'>;

interface Counting {
  readonly parts: readonly TextSubject[];
  readonly outdated: AbortController;
}

interface SentCount {
  /** The document's version with this count. */
  readonly version: number;
  readonly count: StoredCount;
}

/**
 * Counts of documents, kept up to date with VS Code's content changes: a change only marks the chunks it
 * touches, which are counted again when the document's count is next requested.
 */
export class DocumentCounts implements Disposable {
  readonly #counters: LeasedCounters;
  readonly #documents = new Map<TextDocument, Map<EncodingName, IncrementalDocument>>();
  /** The last count of each whole document, without what of it is not sent. */
  readonly #sent = new WeakMap<TextDocument, Map<EncodingName, SentCount>>();
  /** Counts in progress: a change of one of their documents aborts them. */
  readonly #running = new Set<Counting>();
  readonly #listeners: readonly Disposable[];
  /** Characters counted in counts that were forgotten. */
  #forgottenLength = 0;

  constructor(counters: LeasedCounters) {
    this.#counters = counters;
    this.#listeners = [
      workspace.onDidChangeTextDocument((event) => this.#note(event)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      new Disposable(counters.onDrop((encoding) => this.#forgetEncoding(encoding))),
    ];
  }

  /** Characters counted since the start, for tests and the bench; it only grows. */
  get recountedLength(): number {
    let length = this.#forgottenLength;
    for (const byEncoding of this.#documents.values()) {
      for (const counts of byEncoding.values()) length += counts.recountedLength;
    }
    return length;
  }

  /**
   * Counts a subject in one encoding, in slices. An aborted count keeps its progress.
   *
   * @returns one count per language; undefined if aborted or if a part has changed.
   * @throws any error of loading the vocabulary.
   */
  async count(
    subject: CountableSubject,
    encoding: EncodingName,
    signal: AbortSignal,
  ): Promise<readonly LanguageCount[] | undefined> {
    const counting = { parts: subjectParts(subject), outdated: new AbortController() };
    const lease = this.#counters.lease(encoding);
    this.#running.add(counting);
    try {
      const counter = await lease.load();
      const either = AbortSignal.any([signal, counting.outdated.signal]);
      return isCurrent(subject)
        ? await this.#countParts(counting.parts, counter, either)
        : undefined;
    } finally {
      this.#running.delete(counting);
      lease.dispose();
    }
  }

  /** What of a whole document is the same in each call; undefined: it is not known, or aborted. */
  async beginning(
    document: TextDocument,
    encoding: EncodingName,
    signal: AbortSignal,
  ): Promise<TextCount | undefined> {
    const counting = { slices: hostSlices(), signal };
    return withCounters(
      this.#counters,
      [encoding],
      counting,
      async ([counter]) => counter && templates.beginning(document, counter, counting),
    );
  }

  /** Keeps the counts in one encoding, with its vocabulary, until it is disposed. */
  keep(encoding: EncodingName): Disposable {
    const lease = this.#counters.lease(encoding);
    return new Disposable(() => lease.dispose());
  }

  async #countParts(
    parts: readonly TextSubject[],
    counter: TokenCounter,
    signal: AbortSignal,
  ): Promise<readonly LanguageCount[] | undefined> {
    const counts: LanguageCount[] = [];
    const slices = hostSlices();
    for (const part of parts) {
      await slices.yieldIfDue();
      if (signal.aborted) return undefined;
      const rendered = await templates.count(part, counter, { slices, signal });
      if (!isUnchanged(part)) return undefined;
      if (rendered) {
        if (part.selections.length === 0) this.#noteSent(part.document, counter.encoding, rendered);
        counts.push(rendered);
        continue;
      }
      const count = await slices.run(this.#countPart(part, counter), signal);
      if (!count) return undefined;
      counts.push({ languageId: part.languageId, count });
    }
    this.#forgetOldest(KEPT_DOCUMENTS + parts.length);
    return counts.length === 1 ? counts : groupByLanguage(counts);
  }

  *#countPart({ document, selections }: TextSubject, counter: TokenCounter): Sliced<TextCount> {
    const counts = this.#countsOf(document, counter);
    const whole = yield* counts.countAll();
    if (selections.length > 0) return yield* countRanges(counts, document, selections);
    const sent = yield* sentRanges(document);
    const count = sent ? yield* countRanges(counts, document, sent) : whole;
    this.#noteSent(document, counter.encoding, { count });
    return count;
  }

  #noteSent(document: TextDocument, encoding: EncodingName, count: StoredCount): void {
    const byEncoding = this.#sent.get(document) ?? new Map<EncodingName, SentCount>();
    byEncoding.set(encoding, { version: document.version, count });
    this.#sent.set(document, byEncoding);
  }

  /** The count of what is sent of the whole current document, if it is known without counting. */
  known(document: TextDocument, encoding: EncodingName): StoredCount | undefined {
    const sent = this.#sent.get(document)?.get(encoding);
    return sent?.version === document.version ? sent.count : undefined;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#documents.clear();
  }

  #countsOf(document: TextDocument, counter: TokenCounter): IncrementalDocument {
    const newCounts = (): IncrementalDocument =>
      new IncrementalDocument(counter, lengthOf(document), (start, end) =>
        readDocument(document, start, end),
      );
    if (document.isClosed) return newCounts();
    const byEncoding = this.#touch(document);
    const known = byEncoding.get(counter.encoding);
    if (known) return known;
    const counts = newCounts();
    byEncoding.set(counter.encoding, counts);
    return counts;
  }

  /** Moves a document to the end of the order in which documents are forgotten. */
  #touch(document: TextDocument): Map<EncodingName, IncrementalDocument> {
    const counts = this.#documents.get(document) ?? new Map<EncodingName, IncrementalDocument>();
    this.#documents.delete(document);
    this.#documents.set(document, counts);
    return counts;
  }

  /** Counts refer to their vocabulary, so they are deleted before it can be dropped. */
  #forgetEncoding(encoding: EncodingName): void {
    for (const byEncoding of this.#documents.values()) {
      this.#forgottenLength += byEncoding.get(encoding)?.recountedLength ?? 0;
      byEncoding.delete(encoding);
    }
  }

  #forget(document: TextDocument): void {
    for (const counts of this.#documents.get(document)?.values() ?? [])
      this.#forgottenLength += counts.recountedLength;
    this.#documents.delete(document);
  }

  /** Forgets the least recently used documents. */
  #forgetOldest(kept: number): void {
    for (const document of this.#documents.keys()) {
      if (this.#documents.size <= kept) return;
      this.#forget(document);
    }
  }

  #note({ document, contentChanges }: TextDocumentChangeEvent): void {
    for (const { parts, outdated } of this.#running) {
      if (!parts.every(isUnchanged)) outdated.abort();
    }
    const byEncoding = this.#documents.get(document);
    if (!byEncoding) return;
    const length = lengthOf(document);
    for (const counts of byEncoding.values()) {
      // VS Code lists changes from last to first, so earlier offsets stay valid.
      for (const { rangeOffset, rangeLength, text } of contentChanges) {
        counts.applyChange(rangeOffset, rangeLength, text.length);
      }
      // The lengths differ if the changes are incomplete, as when line endings change.
      if (counts.length !== length) counts.reset(length);
    }
  }
}

function* countRanges(
  counts: IncrementalDocument,
  document: TextDocument,
  ranges: readonly Range[],
): Sliced<TextCount> {
  let tokens = 0;
  const tally = EMPTY_TALLY.slice();
  for (const { start, end } of ranges) {
    const part = yield* counts.countRange(document.offsetAt(start), document.offsetAt(end));
    tokens += part.tokens;
    addTally(tally, part.tally, 1);
  }
  return { tokens, tally };
}
