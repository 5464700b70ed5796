import { render } from 'preact';
import * as v from 'valibot';
import { hasNoText } from '../core/estimate/textShare';
import { toPageSchema, type FromPage, type ToPage, type Tried } from '../protocol/messages';
import type { RequestBody } from '../protocol/requests';
import { describeCost } from '../wording/cost';
import { exportTooLong, messageNotUnderstood, reportFailed } from '../wording/page/report';
import { actionsOn, type ActionTarget } from './actions';
import { shownRows } from './figures/columns';
import { exportRequest, isTooLong } from './figures/export';
import { Headers } from './figures/files/headers';
import { App } from './parts/app';
import { needsAllModels } from './figures/listing';
import { Pricing } from './figures/pricing';
import { questionOf } from './figures/question';
import { ReadingPlace, windowArea } from './readingPlace';
import { Requests, type Outcome, type ToldRequest } from './requests';
import { beforeFrame, coalesced, PAGE_HOST, whenIdle } from './schedule';
import { factsAfter, NO_FACTS, type Facts, type PageSettings } from './state/facts';
import { pricedIn } from './state/figures';
import {
  differences,
  isTrying,
  onTopic,
  rememberedState,
  restoreState,
  type PageState,
} from './state/pageState';
import { screenOf, type Screen } from './state/screen';
import { counted, isOnFiles, isOtherReport } from './state/topic';
import { LastView, type View } from './figures/view';

/** VS Code's side of a webview. */
export interface EditorPort {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** A busy page remembers the position after this time at the latest, in milliseconds. */
const SCROLL_REMEMBERED_MS = 50;

/** Rows that the editor is told; the table can have thousands. */
const MOST_SAID = 200;

/** Shortest time between two drawings of the progress, in milliseconds. */
const PROGRESS_MS = 100;

/** Takes messages and the user's actions, prices when the question changes, and draws. */
export class ReportPage {
  readonly #editor: EditorPort;
  readonly #root: Element;
  readonly #place: ReadingPlace;
  readonly #lastView = new LastView();
  readonly #actions = actionsOn(this.#actionTarget());
  readonly #requests: Requests;
  readonly #pricing = new Pricing(PAGE_HOST, {
    changed: () => this.#drawFigures(),
    failed: (error) => this.fail(String(error)),
  });
  readonly #headers = new Headers({
    count: async (style, paths) => this.#requests.send('countHeaders', { style, paths }),
    counted: () => this.#refresh(),
    failed: (error) => this.#leaveHeaders(error),
  });
  readonly #drawSoon = coalesced(beforeFrame, () => this.#draw());
  readonly #rememberPlaceSoon = coalesced(whenIdle(SCROLL_REMEMBERED_MS), () =>
    this.#change({ scrollTop: this.#place.scrollTop }),
  );
  #facts: Facts = NO_FACTS;
  #state: PageState;
  #failure: string | undefined;
  #outcome: Outcome | undefined;
  /** The model that `#outcome` is about, as far as it is known. */
  #outcomeModel: string | undefined;
  #progressDrawnAtMs = 0;
  #hasAskedForAll = false;

  constructor(editor: EditorPort, root: Element) {
    this.#editor = editor;
    this.#root = root;
    this.#requests = new Requests((message) => editor.postMessage(message));
    this.#state = restoreState(editor.getState());
    this.#place = new ReadingPlace(windowArea, this.#state.scrollTop);
  }

  start(): void {
    this.#editor.postMessage({ type: 'ready', showsFiles: isOnFiles(this.#state.topic) });
  }

  /** @param data a message from the editor. */
  receive(data: unknown): void {
    const parsed = v.safeParse(toPageSchema, data);
    if (!parsed.success) {
      const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
      this.fail(messageNotUnderstood(this.#facts.words, issues.slice(0, 3)));
      return;
    }
    this.#take(parsed.output);
  }

  /** Remembers the reader's position, between two frames: a report on many files takes some milliseconds. */
  scrolled(): void {
    this.#place.scrolled();
    this.#rememberPlaceSoon();
  }

  /** The page's height has changed. */
  resized(): void {
    if (this.#view()) this.#place.laidOut();
  }

  /** The reader uses the page. */
  used(): void {
    this.#place.taken();
  }

  /** Tells the user and the editor's log what went wrong. */
  fail(text: string): void {
    this.#failure = this.#reportFailure(text);
    this.#drawSoon();
  }

  #reportFailure(text: string): string {
    this.#editor.postMessage({ type: 'failed', text });
    return reportFailed(this.#facts.words, text);
  }

  #take(message: ToPage): void {
    if (message.type === 'reply') {
      this.#requests.receive(message);
      return;
    }
    if (message.type === 'toTop') this.#place.toTop();
    const before = this.#facts.current;
    this.#facts = factsAfter(this.#facts, message);
    if (this.#facts.current !== before) this.#failure = undefined;
    if (message.type === 'subject') {
      const topic = counted(this.#state.topic, message.subject);
      if (isOtherReport(this.#state.topic, topic)) this.#place.toTop();
      this.#change(onTopic(this.#state, topic));
    }
    // What has been saved is not tried any more.
    if (message.type === 'settings') {
      this.#noteModel(message.modelId);
      this.#change({ scenario: differences(this.#state.scenario, message.scenario) });
    }
    this.#refresh();
  }

  /** What is said of a choice of a model ends when another one is chosen elsewhere. */
  #noteModel(modelId: string): void {
    const { of } = this.#outcome ?? {};
    if (of !== 'selectModel' && of !== 'restoreModel') return;
    if (this.#outcomeModel !== undefined && this.#outcomeModel !== modelId)
      this.#outcome = undefined;
    this.#outcomeModel = modelId;
  }

  /** @returns what the actions read and change. */
  #actionTarget(): ActionTarget {
    return {
      facts: () => this.#facts,
      state: () => this.#state,
      update: (change) => {
        this.#change(change);
        this.#refresh();
      },
      expect: (settings) => this.#expect(settings),
      request: (name, body) => void this.#request(name, body),
      exportReport: (to) => this.#export(to),
      wantAllModels: () => this.#askForAll(true),
    };
  }

  async #request<Name extends ToldRequest>(name: Name, body: RequestBody<Name>): Promise<void> {
    this.#setOutcome(undefined);
    const outcome = await this.#requests.outcomeOf(name, body);
    // A cancelled request does not hide the outcome of a later one.
    if (!outcome) return;
    this.#outcomeModel = 'modelId' in body ? body.modelId : undefined;
    this.#setOutcome(outcome);
  }

  #setOutcome(outcome: Outcome | undefined): void {
    this.#outcome = outcome;
    this.#drawSoon();
  }

  #expect(settings: Partial<PageSettings>): void {
    const known = this.#facts.settings;
    if (known) this.#facts = { ...this.#facts, settings: { ...known, ...settings } };
    this.#refresh();
  }

  /** Remembers at once: VS Code destroys a page that it hides, without a warning. */
  #change(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#editor.setState(rememberedState(this.#state));
  }

  #refresh(): void {
    this.#askForAll();
    const question = questionOf(this.#facts, this.#state, this.#headers);
    // While headers are counted, the figures without them stay.
    if (question || !this.#headers.isCounting(this.#state)) this.#pricing.ask(question);
    this.#drawSoon();
  }

  /** The editor could not count headers. */
  #leaveHeaders(error: unknown): void {
    this.#change({ headers: 'none' });
    const text = error instanceof Error ? error.message : String(error);
    this.#setOutcome({ of: 'countHeaders', ok: false, text });
    this.#refresh();
  }

  /** Once is enough: the editor sends every later price table as a whole. */
  #askForAll(isWanted = false): void {
    const { table } = this.#facts;
    if (this.#hasAskedForAll || !table) return;
    if (!isWanted && !needsAllModels(this.#state, table)) return;
    this.#hasAskedForAll = true;
    this.#editor.postMessage({ type: 'wantsAllModels' });
  }

  #drawFigures(): void {
    const now = performance.now();
    const isProgress = this.#pricing.figures.kind === 'pricing';
    if (isProgress && now - this.#progressDrawnAtMs < PROGRESS_MS) return;
    this.#progressDrawnAtMs = now;
    this.#drawSoon();
  }

  #draw(): void {
    try {
      this.#drawReport();
    } catch (error) {
      // The tree is incomplete now: the next drawing replaces it.
      render(null, this.#root);
      this.#render({ kind: 'message', text: this.#reportFailure(String(error)) });
    }
  }

  #drawReport(): void {
    const view = this.#view();
    const { topic } = this.#state;
    const { figures } = this.#pricing;
    this.#render(screenOf({ facts: this.#facts, topic, figures, failure: this.#failure }, view));
    if (!view) return;
    this.#place.laidOut();
    if (figures.kind === 'priced') this.#sayShown(view);
  }

  #render(screen: Screen): void {
    const props = { screen, state: this.#state, outcome: this.#outcome, actions: this.#actions };
    render(<App words={this.#facts.words} {...props} />, this.#root);
  }

  /** While many files are priced again, the previous figures stay. */
  #view(): View | undefined {
    const { settings } = this.#facts;
    const priced = pricedIn(this.#pricing.figures);
    return priced && settings && this.#lastView.of(priced, settings);
  }

  #sayShown(view: View): void {
    const rows = shownRows(this.#state, view).slice(0, MOST_SAID);
    this.#editor.postMessage({
      type: 'shown',
      modelIds: rows.map(({ model }) => model.id),
      costs: rows.map((row) => describeCost(this.#facts.words, row)),
      ...this.#tried(view),
    });
  }

  #tried({ headline: { current }, subject }: View): { readonly tried?: Tried } {
    if (!current || hasNoText(current) || !isTrying(this.#state)) return {};
    const cost = describeCost(this.#facts.words, current);
    return { tried: { identity: subject.identity, cost } };
  }

  #export(to: 'file' | 'clipboard'): void {
    const view = this.#view();
    if (!view) return;
    const { exportFormat: format } = this.#state;
    const { version, words } = this.#facts;
    const content = { version, view, state: this.#state };
    if (isTooLong(format, content))
      this.#setOutcome({ of: 'export', ok: false, text: exportTooLong(words) });
    else void this.#request('export', exportRequest(format, to, content));
  }
}
