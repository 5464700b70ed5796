import {
  workspace,
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import { groupByLanguage, type LanguageCount } from '../../core/estimate/counts/model';
import type { Counters } from '../../core/tokens/counters';
import { ENCODINGS, type EncodingName } from '../../core/tokens/encodings';
import {
  IncrementalDocument,
  type TextCount,
} from '../../core/tokens/document/incrementalDocument';
import { addTally, EMPTY_TALLY } from '../../core/tokens/estimates/scriptTally';
import { lengthOf, readDocument } from '../subject/documentText';
import { Pace, runInSlices, runSliced } from '../slices';
import { subjectParts, type CountableSubject, type TextSubject } from '../subject/subject';

/** Documents whose counts are kept beside the current subject's, as people go back and forth between editors. */
const KEPT_DOCUMENTS = 10;

/**
 * Counts of documents, kept up to date with VS Code's content changes: a change is noted when it
 * happens, and the chunks it touched are counted when the document's count is next asked for.
 */
export class DocumentCounts implements Disposable {
  readonly #counters: Counters;
  readonly #documents = new Map<TextDocument, Map<EncodingName, IncrementalDocument>>();
  readonly #listeners: readonly Disposable[];

  constructor(counters: Counters) {
    this.#counters = counters;
    this.#listeners = [
      workspace.onDidChangeTextDocument((event) => this.#note(event)),
      workspace.onDidCloseTextDocument((document) => this.#documents.delete(document)),
    ];
  }

  /** Characters counted since the beginning, for all documents in memory: what tests and the bench look at. */
  get recountedLength(): number {
    let length = 0;
    for (const byEncoding of this.#documents.values()) {
      for (const counts of byEncoding.values()) length += counts.recountedLength;
    }
    return length;
  }

  /**
   * Counts a subject in one encoding, in slices. A count that is given up keeps what it has done.
   *
   * @param isWanted asked for each part and after each slice.
   * @returns one count for each language in it; undefined when it was given up, or a part has changed.
   */
  async count(
    subject: CountableSubject,
    encoding: EncodingName,
    isWanted: () => boolean,
  ): Promise<readonly LanguageCount[] | undefined> {
    const parts = subjectParts(subject);
    const counts: LanguageCount[] = [];
    const pace = new Pace();
    for (const part of parts) {
      await pace.breathe();
      const count = await this.#countPart(part, encoding, isWanted);
      if (!count) return undefined;
      counts.push({ languageId: part.languageId, count });
    }
    this.#forgetOldest(KEPT_DOCUMENTS + parts.length);
    return groupByLanguage(counts);
  }

  async #countPart(
    { document, version, selections }: TextSubject,
    encoding: EncodingName,
    isSubjectWanted: () => boolean,
  ): Promise<TextCount | undefined> {
    const isWanted = (): boolean => isSubjectWanted() && document.version === version;
    const counts = await this.#countsOf(document, encoding);
    if (!isWanted() || !(await runInSlices(() => counts.step(), isWanted))) return undefined;
    if (selections.length === 0) return counts.count;
    let tokens = 0;
    const tally = EMPTY_TALLY.slice();
    for (const { start, end } of selections) {
      const range = counts.countRange(document.offsetAt(start), document.offsetAt(end));
      const part = await runSliced(range, isWanted);
      if (!part) return undefined;
      tokens += part.tokens;
      addTally(tally, part.tally, 1);
    }
    return { tokens, tally };
  }

  /** The count of a whole document as it stands, where it is known without counting anything. */
  known(document: TextDocument, encoding: EncodingName): TextCount | undefined {
    return this.#documents.get(document)?.get(encoding)?.count;
  }

  /** The encodings whose vocabularies are in memory. */
  get loadedEncodings(): readonly EncodingName[] {
    return ENCODINGS.filter((encoding) => this.#counters.peek(encoding));
  }

  /** Forgets the counts in other encodings, and lets go of their vocabularies. */
  keepOnly(encoding: EncodingName | 'none'): void {
    for (const byEncoding of this.#documents.values()) {
      for (const each of byEncoding.keys()) if (each !== encoding) byEncoding.delete(each);
    }
    for (const each of ENCODINGS) if (each !== encoding) this.#counters.drop(each);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#documents.clear();
  }

  async #countsOf(document: TextDocument, encoding: EncodingName): Promise<IncrementalDocument> {
    const counter = await this.#counters.get(encoding);
    const newCounts = (): IncrementalDocument =>
      new IncrementalDocument(counter, lengthOf(document), (start, end) =>
        readDocument(document, start, end),
      );
    if (document.isClosed) return newCounts();
    const byEncoding = this.#keep(document);
    const known = byEncoding.get(encoding);
    if (known) return known;
    const counts = newCounts();
    byEncoding.set(encoding, counts);
    return counts;
  }

  /** Makes a document the one last asked about. */
  #keep(document: TextDocument): Map<EncodingName, IncrementalDocument> {
    const counts = this.#documents.get(document) ?? new Map<EncodingName, IncrementalDocument>();
    this.#documents.delete(document);
    this.#documents.set(document, counts);
    return counts;
  }

  /** Forgets the documents that nobody asked about for longest. */
  #forgetOldest(kept: number): void {
    for (const document of this.#documents.keys()) {
      if (this.#documents.size <= kept) return;
      this.#documents.delete(document);
    }
  }

  #note({ document, contentChanges }: TextDocumentChangeEvent): void {
    const byEncoding = this.#documents.get(document);
    if (!byEncoding) return;
    const length = lengthOf(document);
    for (const counts of byEncoding.values()) {
      // VS Code puts the last change of the text first, so that the offsets of the others still hold.
      for (const { rangeOffset, rangeLength, text } of contentChanges) {
        counts.applyChange(rangeOffset, rangeLength, text.length);
      }
      // Another length means that the changes did not tell all, as when line ends change.
      if (counts.length !== length) counts.reset(length);
    }
  }
}
