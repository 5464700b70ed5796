import {
  Disposable,
  EventEmitter,
  workspace,
  type Event,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import type { Counters } from '../../core/tokens/counters';
import type { EncodingName } from '../../core/tokens/encodings';
import type { TextCount } from '../../core/tokens/document/countedChunks';
import { IncrementalDocument } from '../../core/tokens/document/incrementalDocument';
import { sentParts } from '../../core/files/sentText';
import type { Sliced } from '../../core/scheduling/sliced';
import { addTally, EMPTY_TALLY } from '../../core/tokens/estimates/scriptTally';
import type { TokenCounter } from '../../core/tokens/engine/tokenCounter';
import type { DocumentCounts } from './documentCounts';
import { templates } from '../subject/templates/templates';
import type { Counting, StoredCount } from '../subject/templates/view';
import { hostSlices } from '../slices';
import type { Logger } from '../log';

/** Larger files are not read for a mere comparison with the saved text. */
const MAX_READ_BYTES = 2 * 1024 * 1024;

/** The saved text of a document. */
interface SavedText {
  /** The document's version with this text; undefined if no version since opening had it. */
  readonly version: number | undefined;
  readonly counts: Map<EncodingName, StoredCount>;
  /** Encodings in which the file was counted or tried: each is tried once. */
  readonly asked: Set<EncodingName>;
  /** The values of templates with which it was counted. */
  valuesRevision: number;
  /** Aborts reading the file when this is no longer the saved text. */
  readonly outdated: AbortController;
  /** Previous saved text, until VS Code confirms the save. */
  readonly before?: SavedText;
}

/**
 * Counts of documents as last saved. A document without unsaved changes equals its file and is counted
 * anyway; the file is read only if the document had unsaved changes before it was first counted.
 */
export class SavedCounts implements Disposable {
  readonly #documents: DocumentCounts;
  readonly #counters: Pick<Counters, 'lease'>;
  readonly #log: Logger;
  readonly #saved = new WeakMap<TextDocument, SavedText>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #listeners: Disposable;

  /** Fires with the document when its saved count becomes known or changes. */
  readonly onDidChange: Event<TextDocument> = this.#changed.event;

  constructor(documents: DocumentCounts, counters: Pick<Counters, 'lease'>, log: Logger) {
    this.#documents = documents;
    this.#counters = counters;
    this.#log = log;
    this.#listeners = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.#note(event)),
      workspace.onDidCloseTextDocument((document) => this.#replace(document, undefined)),
    );
  }

  /** The count of the saved text; undefined if unknown, or not known yet. */
  count(document: TextDocument, encoding: EncodingName): StoredCount | undefined {
    if (document.isUntitled || document.isClosed) return undefined;
    const saved = this.#savedText(document);
    forgetOtherValues(saved);
    if (saved.version === document.version) {
      const current = this.#documents.known(document, encoding);
      if (current) saved.counts.set(encoding, current);
    }
    const count = saved.counts.get(encoding);
    if (!count && document.isDirty) void this.#read(document, encoding, saved);
    return count;
  }

  dispose(): void {
    this.#listeners.dispose();
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
   * VS Code reports an edit first, and the document's dirty state in a second event without text changes:
   * until then, an edit looks like a file changed by another program.
   */
  #note({ document, contentChanges }: TextDocumentChangeEvent): void {
    const saved = this.#saved.get(document);
    if (!saved) return;
    const isEdit = contentChanges.length > 0;
    if (document.isDirty) {
      if (isEdit || !saved.before || saved.version !== document.version) return;
      this.#replace(document, saved.before);
    } else {
      const { before: _, ...certain } = saved;
      this.#replace(document, savedAt(document.version, isEdit ? certain : undefined));
    }
    if (!isEdit) this.#changed.fire(document);
  }

  /** Reading continues for the new saved text and for the one that may replace it. */
  #replace(document: TextDocument, saved: SavedText | undefined): void {
    const old = this.#saved.get(document);
    if (saved) this.#saved.set(document, saved);
    else this.#saved.delete(document);
    const kept = new Set([saved?.outdated, saved?.before?.outdated]);
    for (const each of [old?.outdated, old?.before?.outdated]) if (!kept.has(each)) each?.abort();
  }

  async #read(document: TextDocument, encoding: EncodingName, saved: SavedText): Promise<void> {
    if (saved.asked.has(encoding)) return;
    saved.asked.add(encoding);
    const { signal } = saved.outdated;
    const { revision } = templates;
    try {
      const count = await this.#countFile(document, encoding, signal);
      if (!count || signal.aborted || revision !== templates.revision) return;
      saved.counts.set(encoding, count);
      this.#changed.fire(document);
    } catch (error) {
      // Without the file, the saved count stays unknown.
      this.#log.debug(error instanceof Error ? error.message : String(error));
    }
  }

  async #countFile(
    { uri, languageId, encoding: fileEncoding }: TextDocument,
    encoding: EncodingName,
    signal: AbortSignal,
  ): Promise<StoredCount | undefined> {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_READ_BYTES) return undefined;
    const bytes = await workspace.fs.readFile(uri);
    const text = await workspace.decode(bytes, { encoding: fileEncoding });
    const lease = this.#counters.lease(encoding);
    try {
      const counter = await lease.load();
      const parts = sentParts(text, { path: uri.path, languageId }) ?? [{ text, languageId }];
      const file = { uri, text, languageId, parts };
      const slices = hostSlices();
      const reader = await templates.readerFor(file);
      return reader
        ? await reader.countStored(file, counter, { slices, signal })
        : await countPlain(counter, parts, { slices, signal });
    } finally {
      lease.dispose();
    }
  }
}

/** Counts with other values are not compared with the current one. */
function forgetOtherValues(saved: SavedText): void {
  if (saved.valuesRevision === templates.revision) return;
  saved.valuesRevision = templates.revision;
  saved.counts.clear();
  saved.asked.clear();
}

async function countPlain(
  counter: TokenCounter,
  parts: readonly { readonly text: string }[],
  { slices, signal }: Counting,
): Promise<StoredCount | undefined> {
  const count = await slices.run(countTexts(counter, parts), signal);
  return count && { count };
}

function* countTexts(
  counter: TokenCounter,
  parts: readonly { readonly text: string }[],
): Sliced<TextCount> {
  let tokens = 0;
  const tally = EMPTY_TALLY.slice();
  for (const { text } of parts) {
    const counts = new IncrementalDocument(counter, text.length, (start, end) =>
      text.slice(start, end),
    );
    const part = yield* counts.countAll();
    tokens += part.tokens;
    addTally(tally, part.tally, 1);
  }
  return { tokens, tally };
}

function savedAt(version: number | undefined, before?: SavedText): SavedText {
  return {
    version,
    counts: new Map(),
    asked: new Set(),
    valuesRevision: templates.revision,
    outdated: new AbortController(),
    ...(before ? { before } : {}),
  };
}
