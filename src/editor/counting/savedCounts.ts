import {
  EventEmitter,
  workspace,
  type Disposable,
  type Event,
  type LogOutputChannel,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import type { Counters } from '../../core/tokens/counters';
import type { EncodingName } from '../../core/tokens/encodings';
import {
  IncrementalDocument,
  type TextCount,
} from '../../core/tokens/document/incrementalDocument';
import type { DocumentCounts } from './documentCounts';
import { runInSlices } from '../slices';

/** Larger files are not read again only to say what an edit has changed. */
const MAX_READ_BYTES = 2 * 1024 * 1024;

/** The text of a document as it is saved. */
interface SavedText {
  /** The document's version that had this text; undefined when there was none since it was opened. */
  readonly version: number | undefined;
  readonly counts: Map<EncodingName, TextCount>;
  /** Encodings in which the file was asked for, once for each. */
  readonly asked: Set<EncodingName>;
  /** What was saved before, as long as it is not certain that this is. */
  readonly before?: SavedText;
}

/**
 * Counts of documents as they were last saved. A document without unsaved changes is what is saved, and is
 * counted anyway; only for one that had unsaved changes before anybody counted it the file itself is read.
 */
export class SavedCounts implements Disposable {
  readonly #documents: DocumentCounts;
  readonly #counters: Counters;
  readonly #log: LogOutputChannel;
  readonly #saved = new WeakMap<TextDocument, SavedText>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #listener: Disposable;

  /** Fires with the document when its saved count has become another, or known. */
  readonly onDidChange: Event<TextDocument> = this.#changed.event;

  constructor(documents: DocumentCounts, counters: Counters, log: LogOutputChannel) {
    this.#documents = documents;
    this.#counters = counters;
    this.#log = log;
    this.#listener = workspace.onDidChangeTextDocument((event) => this.#note(event));
  }

  /** The count of what is saved, or undefined when it is not known, or not known yet. */
  count(document: TextDocument, encoding: EncodingName): TextCount | undefined {
    if (document.isUntitled || document.isClosed) return undefined;
    const saved = this.#savedText(document);
    if (saved.version === document.version) {
      const current = this.#documents.known(document, encoding);
      if (current) saved.counts.set(encoding, current);
    }
    const count = saved.counts.get(encoding);
    if (!count && document.isDirty) void this.#read(document, encoding, saved);
    return count;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #savedText(document: TextDocument): SavedText {
    const known = this.#saved.get(document);
    if (known) return known;
    const saved = savedAt(document.isDirty ? undefined : document.version);
    this.#saved.set(document, saved);
    return saved;
  }

  /**
   * VS Code tells of an edit first and then, with no change of the text, that the document has unsaved
   * changes: until then an edit looks like a file that another program has changed.
   */
  #note({ document, contentChanges }: TextDocumentChangeEvent): void {
    const saved = this.#saved.get(document);
    if (!saved) return;
    const isEdit = contentChanges.length > 0;
    if (document.isDirty) {
      if (isEdit || !saved.before || saved.version !== document.version) return;
      this.#saved.set(document, saved.before);
    } else {
      const { before: _, ...certain } = saved;
      this.#saved.set(document, savedAt(document.version, isEdit ? certain : undefined));
    }
    if (!isEdit) this.#changed.fire(document);
  }

  async #read(document: TextDocument, encoding: EncodingName, saved: SavedText): Promise<void> {
    if (saved.asked.has(encoding)) return;
    saved.asked.add(encoding);
    const isWanted = (): boolean => !document.isClosed && this.#saved.get(document) === saved;
    try {
      const count = await this.#countFile(document, encoding, isWanted);
      if (!count || !isWanted()) return;
      saved.counts.set(encoding, count);
      this.#changed.fire(document);
    } catch (error) {
      // Without the file there is nothing to say about it.
      this.#log.debug(error instanceof Error ? error.message : String(error));
    }
  }

  async #countFile(
    { uri, encoding: fileEncoding }: TextDocument,
    encoding: EncodingName,
    isWanted: () => boolean,
  ): Promise<TextCount | undefined> {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_READ_BYTES) return undefined;
    const bytes = await workspace.fs.readFile(uri);
    const text = await workspace.decode(bytes, { encoding: fileEncoding });
    const counter = await this.#counters.get(encoding);
    const counts = new IncrementalDocument(counter, text.length, (start, end) =>
      text.slice(start, end),
    );
    return (await runInSlices(() => counts.step(), isWanted)) ? counts.count : undefined;
  }
}

function savedAt(version: number | undefined, before?: SavedText): SavedText {
  const saved = { version, counts: new Map(), asked: new Set<EncodingName>() };
  return before ? { ...saved, before } : saved;
}
