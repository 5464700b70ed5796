import { Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import type { LanguageCount } from '../../core/estimate/counts/model';
import type { Model } from '../../core/pricing/table/priceTable';
import { ENCODINGS, type EncodingName } from '../../core/tokens/encodings';
import { countedSubject, encodingNamed, modelOfSetting, type CountedSubject } from './counted';
import type { DocumentCounts } from '../counting/documentCounts';
import { messageFor } from '../errors';
import type { PriceBook } from '../prices/book';
import { RateClock } from './rateClock';
import type { Settings } from '../settings/settings';
import { SettingsCache } from '../settings/cache';
import {
  isCurrent,
  isSameSubject,
  settingsScope,
  subjectUri,
  withoutLanguages,
  type CountableSubject,
  type Subject,
  type UnreadableSubject,
} from '../subject/subject';
import type { SubjectTracker } from '../subject/tracker';

/** What there is to say about the current subject. */
export type Readout =
  | { readonly kind: 'none' }
  /** The setting for languages that are left out leaves nothing. */
  | { readonly kind: 'leftOut'; readonly subject: CountableSubject }
  | { readonly kind: 'counting'; readonly subject: CountableSubject }
  | { readonly kind: 'ready'; readonly subject: CountableSubject; readonly result: CountedSubject }
  | { readonly kind: 'unreadable'; readonly subject: UnreadableSubject }
  | { readonly kind: 'problem'; readonly message: string };

/** A number of the same document may stay so long while a new one is made, in milliseconds. */
const PATIENCE_MS = 150;

/** Keeps the estimate of the current subject up to date, and says when it changes. */
export class LiveEstimate implements Disposable {
  readonly #tracker: SubjectTracker;
  readonly #prices: PriceBook;
  readonly #counts: DocumentCounts;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<Readout>();
  readonly #settings = new SettingsCache();
  readonly #disposable: Disposable;
  #readout: Readout = { kind: 'none' };
  /** Each refresh has its own number: a result of an older one is dropped. */
  #epoch = 0;
  /** The refresh that made the readout. */
  #shownEpoch = 0;
  /** How many views want all models, and not only the status bar's. */
  #wantingAll = 0;
  /** How much other work has vocabularies loaded that it still needs. */
  #holding = 0;
  /** The encodings that are held for the views. */
  #kept: EncodingName | 'all' | 'none' = 'none';
  /** What the status bar counted last. */
  #lastEncoding: EncodingName | 'none' = 'none';
  /** When the number that is shown began to be an old one. */
  #behindSince: number | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    tracker: SubjectTracker,
    prices: PriceBook,
    counts: DocumentCounts,
    log: LogOutputChannel,
  ) {
    this.#tracker = tracker;
    this.#prices = prices;
    this.#counts = counts;
    this.#log = log;
    const refresh = (): void => this.refresh();
    this.#disposable = Disposable.from(
      this.#changed,
      this.#settings,
      tracker.onDidChange(refresh),
      prices.onDidChange(refresh),
      this.#settings.onDidChange(refresh),
      new RateClock(this),
    );
    refresh();
  }

  get readout(): Readout {
    return this.#readout;
  }

  /** Whether the readout is of the text and the settings as they are now, and not of those before. */
  get isCurrent(): boolean {
    return this.#shownEpoch === this.#epoch;
  }

  /** Prices the current subject again, as when its rates have changed. */
  refresh(): void {
    void this.#refresh();
  }

  /** Counts for all models, not only the status bar's, until the view that asks is disposed. */
  wantAll(): Disposable {
    this.#wantingAll++;
    this.#kept = 'all';
    void this.#refresh();
    return new Disposable(() => {
      this.#wantingAll--;
      // Ends a count for all models that is still under way.
      if (this.#wantingAll === 0) void this.#refresh();
    });
  }

  /** Lets vocabularies that others load stay until the work that needs them is done. */
  holdVocabularies(): Disposable {
    this.#holding++;
    this.#kept = 'all';
    return new Disposable(() => {
      this.#holding--;
      this.#letGo();
    });
  }

  dispose(): void {
    this.#epoch++;
    this.#disposable.dispose();
  }

  async #refresh(): Promise<void> {
    const epoch = ++this.#epoch;
    const question = questionOf(this.#tracker.subject, this.#settings);
    // Any change of the subject starts another refresh: no need to look at all of a notebook's cells here.
    const isWanted = (): boolean => epoch === this.#epoch;
    if (question.kind !== 'count') {
      this.#show(question);
      this.#letGo();
      return;
    }
    const showCounting = this.#countingTimer(question, isWanted);
    try {
      for await (const readout of this.#read(question, isWanted)) {
        if (!isWanted() || !isCurrent(question.subject)) return;
        clearTimeout(showCounting);
        this.#show(readout);
      }
      this.#letGo();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      if (isWanted()) this.#show({ kind: 'problem', message: messageFor(error) });
    } finally {
      clearTimeout(showCounting);
    }
  }

  /** The readout of the current subject; when it takes long, first without the models that need more counting. */
  async *#read(
    { subject, settings }: CountQuestion,
    isWanted: () => boolean,
  ): AsyncGenerator<Readout, void, undefined> {
    const [problem] = settings.problems;
    if (problem !== undefined) return yield { kind: 'problem', message: problem };
    const table = await this.#prices.table();
    const model = modelOfSetting(table, settings.modelName);
    if (typeof model === 'string') return yield { kind: 'problem', message: model };
    const atMs = Date.now();
    const counted = new Map<EncodingName, readonly LanguageCount[]>();
    const wanted = this.#encodings(model, isWanted);
    const started = performance.now();
    for (const encoding of wanted) {
      const count = await this.#counts.count(subject, encoding, isWanted);
      if (!count) return undefined;
      counted.set(encoding, count);
      const isLast = counted.size === wanted.length;
      if (!isLast && performance.now() - started < PATIENCE_MS) continue;
      const context = { table, settings, model, atMs };
      yield { kind: 'ready', subject, result: countedSubject(context, new Map(counted)) };
    }
    return undefined;
  }

  /** Keeps the status bar's encoding alone, once no view shows all models or the model is another one. */
  #letGo(): void {
    const { readout } = this;
    if (readout.kind === 'ready') {
      this.#lastEncoding = encodingNamed(readout.result.model.tokenizer.encoding);
    }
    const isNeeded = this.#wantingAll > 0 || this.#holding > 0;
    if (isNeeded || this.#kept === this.#lastEncoding) return;
    this.#kept = this.#lastEncoding;
    this.#counts.keepOnly(this.#lastEncoding);
  }

  /** The encodings to count, the status bar's model's first. */
  #encodings({ tokenizer }: Model, isWanted: () => boolean): readonly EncodingName[] {
    const first = encodingNamed(tokenizer.encoding);
    if (this.#wantingAll === 0 || !isWanted()) return [first];
    return [first, ...ENCODINGS.filter((encoding) => encoding !== first)];
  }

  /** A number of another document must not stay at all while this one is counted; one of the same may, briefly. */
  #countingTimer(
    question: CountQuestion,
    isWanted: () => boolean,
  ): ReturnType<typeof setTimeout> | undefined {
    if (this.#isShown(question)) return undefined;
    const { subject } = question;
    const shown = this.#readout;
    const isSameDocument =
      shown.kind === 'ready' &&
      subjectUri(shown.subject).toString() === subjectUri(subject).toString();
    const show = (): void => {
      if (isWanted()) this.#show({ kind: 'counting', subject });
    };
    if (isSameDocument) return setTimeout(show, this.#patienceLeft());
    show();
    return undefined;
  }

  /** Whether what is shown says about the subject what there is to say, or that it is being counted. */
  #isShown({ subject, settings }: CountQuestion): boolean {
    const shown = this.#readout;
    if (shown.kind !== 'ready' && shown.kind !== 'counting') return false;
    if (!isSameSubject(shown.subject, subject)) return false;
    // Under other settings, of another model perhaps, what is shown is an old number.
    return shown.kind === 'counting' || shown.result.settings === settings;
  }

  /** Refreshes that come one after the other share the time that an old number may stay. */
  #patienceLeft(): number {
    this.#behindSince ??= performance.now();
    return Math.max(0, PATIENCE_MS - (performance.now() - this.#behindSince));
  }

  #show(readout: Readout): void {
    this.#behindSince = undefined;
    this.#readout = readout;
    this.#shownEpoch = this.#epoch;
    this.#changed.fire(readout);
  }
}

/** A subject that can be counted, under the settings that hold for it. */
interface CountQuestion {
  readonly kind: 'count';
  readonly subject: CountableSubject;
  readonly settings: Settings;
}

/** What is to be counted, or what is to be said because nothing is. */
function questionOf(
  subject: Subject | undefined,
  known: SettingsCache,
): CountQuestion | Extract<Readout, { kind: 'none' | 'leftOut' | 'unreadable' }> {
  if (!subject) return { kind: 'none' };
  if (subject.kind === 'unreadable') return { kind: 'unreadable', subject };
  const settings = known.settingsFor(settingsScope(subject));
  const counted = withoutLanguages(subject, settings.ignoredLanguages);
  return counted ? { kind: 'count', subject: counted, settings } : { kind: 'leftOut', subject };
}
