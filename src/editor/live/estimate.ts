import { Disposable, EventEmitter, type TextDocument } from 'vscode';
import type { LanguageCount } from '../../core/estimate/counts/model';
import type { Model } from '../../core/pricing/table/priceTable';
import { ENCODINGS, type EncodingName } from '../../core/tokens/encodings';
import { countedSubject, encodingNamed, type TextCounts } from './counted';
import { modelOfSetting } from './modelOfSetting';
import { questionOf, type CountQuestion } from './question';
import { problemReadout, type Readout } from './readout';
import type { DocumentCounts } from '../counting/documentCounts';
import type { RequestCounts } from '../counting/requestCounts';
import type { SavedCounts } from '../counting/savedCounts';
import { HumanError } from '../errors';
import { Latest } from '../../core/scheduling/latest';
import type { PriceBook } from '../prices/book';
import { RateClock } from './rateClock';
import { ownModelsOf, SubjectCounts, withStated } from './subjectCounts';
import { SettingsCache } from '../settings/cache';
import { fileCalls } from '../settings/fileCalls';
import type { Settings } from '../settings/settings';
import {
  isCurrent,
  isSameSubject,
  settingsScope,
  subjectName,
  subjectUri,
  type CountableSubject,
} from '../subject/subject';
import { templates } from '../subject/templates/templates';
import type { SubjectTracker } from '../subject/tracker';
import type { Log } from '../log';

/** A stale number of the same document may stay this long while it is counted again, in milliseconds. */
const STALE_MS = 150;

/** The status bar's model is shown alone if counting for all models takes longer, in milliseconds. */
const FIRST_MODEL_MS = 150;

type TrackedSubject = Pick<SubjectTracker, 'subject' | 'onDidChange'>;

/** Keeps the estimate of the current subject up to date, and fires when it changes. */
export class LiveEstimate implements Disposable {
  readonly #tracker: TrackedSubject;
  readonly #prices: PriceBook;
  readonly #counts: DocumentCounts;
  readonly #saved: SavedCounts;
  readonly #subjects: SubjectCounts;
  readonly #log: Log;
  readonly #changed = new EventEmitter<Readout>();
  readonly #settings = new SettingsCache();
  readonly #clock: RateClock;
  readonly #disposable: Disposable;
  #readout: Readout = { kind: 'none' };
  /** The settings without what requests state, under which the readout was made. */
  #asked: Settings | undefined;
  readonly #refreshes = new Latest();
  /** Signal of the refresh that made the readout; aborted once a newer refresh begins. */
  #shownBy: AbortSignal | undefined;
  /** Number of views that show all models, not only the status bar's. */
  #wantingAll = 0;
  /** Keeps the counts for the status bar's model, so that a key counts only the chunks it touches. */
  #kept: { readonly encoding: EncodingName; readonly hold: Disposable } | undefined;
  /** When the shown number became stale. */
  #behindSince: number | undefined;
  #isDisposed = false;

  readonly onDidChange = this.#changed.event;

  constructor(
    tracker: TrackedSubject,
    prices: PriceBook,
    counts: DocumentCounts,
    saved: SavedCounts,
    requestCounts: RequestCounts,
    log: Log,
  ) {
    this.#tracker = tracker;
    this.#prices = prices;
    this.#counts = counts;
    this.#saved = saved;
    this.#subjects = new SubjectCounts(counts, requestCounts);
    this.#log = log;
    const refresh = (): void => this.refresh();
    this.#clock = new RateClock(refresh);
    this.#disposable = Disposable.from(
      this.#changed,
      this.#settings,
      tracker.onDidChange(refresh),
      prices.onDidChange(refresh),
      saved.onDidChange((document) => this.#refreshSaved(document)),
      this.#settings.onDidChange(refresh),
      templates.onDidChange(refresh),
      this.#clock,
    );
    refresh();
  }

  get readout(): Readout {
    return this.#readout;
  }

  /** Whether the readout belongs to the current text and settings. */
  get isCurrent(): boolean {
    return this.#shownBy?.aborted === false;
  }

  /** Prices the current subject again, for example when rates have changed. */
  refresh(): void {
    void this.#refresh();
  }

  /** Counts for all models, not only the status bar's, until the result is disposed. */
  wantAll(): Disposable {
    const holds = ENCODINGS.map((encoding) => this.#counts.keep(encoding));
    this.#wantingAll++;
    void this.#refresh();
    return new Disposable(() => {
      Disposable.from(...holds).dispose();
      this.#wantingAll--;
      // Cancels a count for all models that is still running.
      if (this.#wantingAll === 0) void this.#refresh();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#refreshes.stop();
    this.#kept?.hold.dispose();
    this.#disposable.dispose();
  }

  async #refresh(): Promise<void> {
    if (this.#isDisposed) return;
    // Any change of the subject starts another refresh, so a notebook's cells need not be compared here.
    const signal = this.#refreshes.begin();
    const question = questionOf(this.#tracker.subject, this.#settings);
    if (question.kind !== 'count') {
      this.#show(question, signal);
      return;
    }
    const showCounting = this.#countingTimer(question, signal);
    try {
      for await (const readout of this.#read(question, signal)) {
        if (signal.aborted || !isCurrent(question.subject)) return;
        clearTimeout(showCounting);
        this.#asked = question.settings;
        this.#show(readout, signal);
      }
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      if (!signal.aborted) this.#show(problemReadout(error), signal);
    } finally {
      clearTimeout(showCounting);
    }
  }

  /** The readouts of a subject: when counting takes long, first one without the models still to be counted. */
  async *#read(
    question: CountQuestion,
    signal: AbortSignal,
  ): AsyncGenerator<Readout, void, undefined> {
    const { subject } = question;
    const [problem] = question.settings.problems;
    if (problem) return yield problemReadout(problem);
    // A text that can hold no requests is priced without a turn of the event loop.
    const reading = this.#subjects.requests(subject, signal);
    const requests = reading && (await reading);
    const table = await this.#prices.table(settingsScope(subject));
    const atMs = Date.now();
    const settings = requests
      ? fileCalls.price(
          withStated(question.settings, subjectUri(subject), requests, { table, atMs }),
        )
      : question.settings;
    const named = modelOfSetting(table, settings, atMs);
    if (named instanceof HumanError) return yield problemReadout(named);
    const { model } = named;
    if (signal.aborted) return undefined;
    this.#keep(encodingNamed(model.tokenizer.encoding));
    const counted = new Map<EncodingName, TextCounts>();
    const ownModels = ownModelsOf(requests, model, { table, settings, atMs });
    const first = encodingsOf([model, ...(ownModels?.models ?? [])]);
    const wanted = this.#encodings(first);
    const started = performance.now();
    for (const encoding of wanted) {
      const startedCount = performance.now();
      const wantsBeginning = this.#wantingAll > 0;
      const options = { signal, wantsBeginning };
      const count = await this.#subjects.count(subject, requests, encoding, options);
      if (!count) return undefined;
      this.#log.took('count', startedCount, () => `${subjectName(subject)} in ${encoding}`);
      counted.set(encoding, count);
      const isLast = counted.size === wanted.length;
      if (counted.size < first.length) continue;
      if (!isLast && performance.now() - started < FIRST_MODEL_MS) continue;
      const saved = requests
        ? undefined
        : this.#savedCount(subject, encodingNamed(model.tokenizer.encoding));
      const file = subject.kind === 'media' ? subject.beside : undefined;
      const template = templates.view(subject);
      const context = { table, settings, ...named, atMs, requests, file, template, ownModels };
      yield { kind: 'ready', subject, result: countedSubject(context, new Map(counted), saved) };
    }
    return undefined;
  }

  /**
   * The count of the saved text. Only for whole text documents: a selection has no counterpart in the saved
   * text, and a notebook is saved as JSON.
   */
  #savedCount(subject: CountableSubject, encoding: EncodingName): LanguageCount | undefined {
    if (subject.kind !== 'text' || subject.notebook || subject.selections.length > 0)
      return undefined;
    const { document, languageId } = subject;
    // Requested even without unsaved changes: the saved text is then the current text, whose count exists.
    const count = this.#saved.count(document, encoding);
    return count && document.isDirty ? { languageId, ...count } : undefined;
  }

  #refreshSaved(document: TextDocument): void {
    const { subject } = this.#tracker;
    if (subject?.kind === 'text' && subject.document === document) this.refresh();
  }

  #keep(encoding: EncodingName): void {
    if (this.#kept?.encoding === encoding) return;
    this.#kept?.hold.dispose();
    this.#kept = { encoding, hold: this.#counts.keep(encoding) };
  }

  /** The encodings to count, those of the status bar's models first. */
  #encodings(first: readonly EncodingName[]): readonly EncodingName[] {
    if (this.#wantingAll === 0) return first;
    return [...first, ...ENCODINGS.filter((encoding) => !first.includes(encoding))];
  }

  /** While a document is counted, the number of another must not stay; its own stale one may, briefly. */
  #countingTimer(
    question: CountQuestion,
    signal: AbortSignal,
  ): ReturnType<typeof setTimeout> | undefined {
    if (this.#isShown(question)) return undefined;
    const { subject } = question;
    const shown = this.#readout;
    const isSameDocument =
      shown.kind === 'ready' &&
      subjectUri(shown.subject).toString() === subjectUri(subject).toString();
    const show = (): void => {
      if (!signal.aborted) this.#show({ kind: 'counting', subject }, signal);
    };
    if (isSameDocument) return setTimeout(show, this.#patienceLeft());
    show();
    return undefined;
  }

  /** Whether the readout is of this subject and these settings, or says that the subject is being counted. */
  #isShown({ subject, settings }: CountQuestion): boolean {
    const shown = this.#readout;
    if (shown.kind !== 'ready' && shown.kind !== 'counting') return false;
    if (!isSameSubject(shown.subject, subject)) return false;
    // Under other settings (perhaps of another model), the shown number is stale.
    return shown.kind === 'counting' || this.#asked === settings;
  }

  /** Consecutive refreshes share the time that a stale number may stay. */
  #patienceLeft(): number {
    this.#behindSince ??= performance.now();
    return Math.max(0, STALE_MS - (performance.now() - this.#behindSince));
  }

  #show(readout: Readout, signal: AbortSignal): void {
    this.#behindSince = undefined;
    if (readout.kind === 'unreadable')
      this.#log.info(`not counted: ${subjectName(readout.subject)}, ${readout.subject.reason}`);
    this.#readout = readout;
    this.#shownBy = signal;
    this.#clock.follow(readout.kind === 'ready' ? readout.result : undefined);
    this.#changed.fire(readout);
  }
}

function encodingsOf(models: readonly Model[]): readonly EncodingName[] {
  return [...new Set(models.map(({ tokenizer }) => encodingNamed(tokenizer.encoding)))];
}
