// Instances of the extension's parts that are separate from the running extension, so that a test can pause them.
import { Disposable, EventEmitter, extensions, Uri, window } from 'vscode';
import { BundledFiles } from '../../src/editor/prices/bundledFiles';
import { Log } from '../../src/editor/log';
import { DocumentCounts } from '../../src/editor/counting/documentCounts';
import { RequestCounts } from '../../src/editor/counting/requestCounts';
import { SavedCounts } from '../../src/editor/counting/savedCounts';
import { LiveEstimate } from '../../src/editor/live/estimate';
import { PriceBook } from '../../src/editor/prices/book';
import type { Subject } from '../../src/editor/subject/subject';
import type { SubjectTracker } from '../../src/editor/subject/tracker';
import type { Counters, CounterLease } from '../../src/core/tokens/counters';
import type { EncodingName } from '../../src/core/tokens/encodings';

/** Counters that delay their results between `hold` and `letGo`. */
class HeldCounters implements Pick<Counters, 'lease' | 'onDrop'> {
  readonly #counters: Counters;
  #gate: Promise<void> = Promise.resolve();
  #open = (): void => undefined;

  constructor(counters: Counters) {
    this.#counters = counters;
  }

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  letGo(): void {
    this.#open();
  }

  lease(encoding: EncodingName): CounterLease {
    const lease = this.#counters.lease(encoding);
    const load: CounterLease['load'] = async () => {
      await this.#gate;
      return lease.load();
    };
    return { load, dispose: () => lease.dispose() };
  }

  onDrop(listener: (encoding: EncodingName) => void): () => void {
    return this.#counters.onDrop(listener);
  }
}

/** A tracker whose subject the test sets. */
class GivenSubject {
  readonly #changed = new EventEmitter<Subject | undefined>();
  subject: Subject | undefined;
  readonly onDidChange = this.#changed.event;

  set(subject: Subject | undefined): void {
    this.subject = subject;
    this.#changed.fire(subject);
  }
}

export interface LiveParts extends Disposable {
  readonly counters: HeldCounters;
  readonly tracker: GivenSubject;
  readonly live: LiveEstimate;
  readonly prices: PriceBook;
}

/** Folders of the parts; by default that of the extension, and one that does not exist. */
export interface Folders {
  /** Has pricing.json and the vocabularies. */
  readonly root?: Uri;
  /** For loaded price tables. */
  readonly storage?: Uri;
}

export function liveParts(folders: Folders = {}): LiveParts {
  const tracker = new GivenSubject();
  return { ...livePartsOn(tracker, folders), tracker };
}

/** @param tracker created before the counts, so that its listeners are notified of an edit first. */
export function livePartsOn(
  tracker: Pick<SubjectTracker, 'subject' | 'onDidChange'>,
  folders: Folders = {},
): Omit<LiveParts, 'tracker'> {
  const extension = extensions.getExtension('api-spend.api-spend');
  if (!extension) throw new Error('VS Code has not loaded the extension');
  const log = new Log(window.createOutputChannel('API Spend parts', { log: true }));
  const { root = extension.extensionUri, storage = Uri.joinPath(root, 'no-storage') } = folders;
  const files = new BundledFiles(root, log);
  const counters = new HeldCounters(files.counters);
  const counts = new DocumentCounts(counters);
  const saved = new SavedCounts(counts, counters, log);
  const prices = new PriceBook(files, storage, log);
  const live = new LiveEstimate(tracker, prices, counts, saved, new RequestCounts(counters), log);
  const parts = Disposable.from(live, prices, saved, counts, files, log);
  return { counters, live, prices, dispose: () => parts.dispose() };
}
