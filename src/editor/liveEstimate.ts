import { Disposable, EventEmitter, l10n, type LogOutputChannel } from 'vscode';
import { estimateCall, type Estimate } from '../core/estimate/estimate';
import { countForModel } from '../core/estimate/modelCount';
import { findModel } from '../core/pricing/findModel';
import type { Model, PriceTable } from '../core/pricing/priceTable';
import type { BundledFiles } from './bundledFiles';
import { countSubject } from './countSubject';
import { messageFor } from './errors';
import { onDidChangeSettings, readSettings, type Settings } from './settings';
import { subjectUri, type Subject, type TextSubject } from './subject';
import type { SubjectTracker } from './subjectTracker';

/** What there is to say about the current subject. */
export type Readout =
  | { readonly kind: 'none' }
  | { readonly kind: 'counting'; readonly subject: TextSubject }
  | { readonly kind: 'ready'; readonly subject: TextSubject; readonly result: CountedSubject }
  | { readonly kind: 'unreadable'; readonly subject: Subject }
  | { readonly kind: 'problem'; readonly message: string };

/** A counted subject with all that is needed to price it on any model. */
export interface CountedSubject {
  readonly table: PriceTable;
  readonly settings: Settings;
  /** The model that the status bar shows. */
  readonly model: Model;
  /** The time at which it is priced, milliseconds since 1970. */
  readonly atMs: number;
  readonly estimate: (model: Model) => Estimate;
}

/** Keeps the estimate of the current subject up to date, and says when it changes. */
export class LiveEstimate implements Disposable {
  readonly #tracker: SubjectTracker;
  readonly #files: BundledFiles;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<Readout>();
  readonly #disposable: Disposable;
  #readout: Readout = { kind: 'none' };
  /** Each refresh has its own number: a result of an older one is dropped. */
  #epoch = 0;

  readonly onDidChange = this.#changed.event;

  constructor(tracker: SubjectTracker, files: BundledFiles, log: LogOutputChannel) {
    this.#tracker = tracker;
    this.#files = files;
    this.#log = log;
    const refresh = (): void => void this.#refresh();
    this.#disposable = Disposable.from(
      this.#changed,
      tracker.onDidChange(refresh),
      onDidChangeSettings(refresh),
    );
    refresh();
  }

  get readout(): Readout {
    return this.#readout;
  }

  dispose(): void {
    this.#epoch++;
    this.#disposable.dispose();
  }

  async #refresh(): Promise<void> {
    const epoch = ++this.#epoch;
    const isWanted = (): boolean => epoch === this.#epoch;
    try {
      const readout = await this.#read(isWanted);
      if (readout && isWanted()) this.#show(readout);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      if (isWanted()) this.#show({ kind: 'problem', message: messageFor(error) });
    }
  }

  /** The readout of the current subject, or undefined when it is not wanted any more. */
  async #read(isWanted: () => boolean): Promise<Readout | undefined> {
    const { subject } = this.#tracker;
    if (!subject) return { kind: 'none' };
    if (subject.kind === 'unreadable') return { kind: 'unreadable', subject };
    const settings = readSettings(subject.document);
    const [problem] = settings.problems;
    if (problem !== undefined) return { kind: 'problem', message: problem };
    this.#showCounting(subject);
    const table = await this.#files.priceTable();
    const model = modelOfSetting(table, settings.modelName);
    if (typeof model === 'string') return { kind: 'problem', message: model };
    const counter = await this.#files.counters.get('o200k_base');
    if (!isWanted()) return undefined;
    const baseTokens = await countSubject(subject, counter, isWanted);
    if (baseTokens === undefined) return undefined;
    const atMs = Date.now();
    const estimate = (of: Model): Estimate =>
      estimateCall(of, countForModel(of, baseTokens), settings.scenario, atMs);
    return { kind: 'ready', subject, result: { table, settings, model, atMs, estimate } };
  }

  /** A number of another document must not stay while this one is counted. */
  #showCounting(subject: TextSubject): void {
    const shown = this.#readout;
    const isSameDocument =
      (shown.kind === 'ready' || shown.kind === 'counting') &&
      subjectUri(shown.subject).toString() === subject.document.uri.toString();
    if (!isSameDocument) this.#show({ kind: 'counting', subject });
  }

  #show(readout: Readout): void {
    this.#readout = readout;
    this.#changed.fire(readout);
  }
}

/** The model that a setting names, or a sentence that says what is wrong with the name. */
function modelOfSetting(table: PriceTable, name: string): Model | string {
  const search = findModel(table, name);
  switch (search.kind) {
    case 'found':
      return search.model;
    case 'ambiguous': {
      const ids = search.candidates.map(({ id }) => id).join(', ');
      return l10n.t('Several models are called "{0}". Choose one of: {1}', name, ids);
    }
    case 'unknown':
      return l10n.t('The setting apiSpend.model names an unknown model: "{0}"', name);
  }
}
