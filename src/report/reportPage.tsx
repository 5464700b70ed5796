import * as l10n from '@vscode/l10n';
import { render } from 'preact';
import * as v from 'valibot';
import { toPageSchema, type FromPage, type ToPage } from '../protocol/messages';
import { describeCost } from '../wording/cost';
import { exportTooLong, messageNotUnderstood, reportFailed } from '../wording/page/report';
import type { Actions } from './actions';
import { shownRows } from './columns';
import { exportMessage, isTooLong } from './export';
import { App } from './parts/app';
import { Pricing } from './pricing';
import { questionOf } from './question';
import { ReadingPlace, windowArea } from './readingPlace';
import { beforeFrame, coalesced, PAGE_HOST, whenIdle } from './schedule';
import { currentSubject, factsAfter, NO_FACTS, type Facts, type PageSettings } from './state/facts';
import { pricedIn } from './state/figures';
import { differences, rememberedState, restoreState, type PageState } from './state/pageState';
import { screenOf, type Screen } from './state/screen';
import { counted, isOnFiles, pin, unpin } from './state/topic';
import { LastView, type View } from './view';

/** VS Code's side of a webview. */
export interface EditorPort {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** A busy page remembers the position after this time at the latest, in milliseconds. */
const SCROLL_REMEMBERED_MS = 50;

/** Shortest time between two drawings of the progress, in milliseconds. */
const PROGRESS_MS = 100;

/** Takes messages and the user's actions, prices when the question changes, and draws. */
export class ReportPage {
  readonly #editor: EditorPort;
  readonly #root: Element;
  readonly #place: ReadingPlace;
  readonly #lastView = new LastView();
  readonly #actions = this.#makeActions();
  readonly #pricing = new Pricing(PAGE_HOST, {
    changed: () => this.#drawFigures(),
    failed: (error) => this.fail(String(error)),
  });
  readonly #drawSoon = coalesced(beforeFrame, () => this.#draw());
  readonly #rememberPlaceSoon = coalesced(whenIdle(SCROLL_REMEMBERED_MS), () =>
    this.#change({ scrollTop: this.#place.scrollTop }),
  );
  #facts: Facts = NO_FACTS;
  #state: PageState;
  #failure: string | undefined;
  #progressDrawnAtMs = 0;

  constructor(editor: EditorPort, root: Element) {
    this.#editor = editor;
    this.#root = root;
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
    this.#refresh();
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
    this.#editor.postMessage({ type: 'failed', text });
    this.#failure = reportFailed(this.#facts.words, text);
    this.#drawSoon();
  }

  #take(message: ToPage): void {
    if (message.type === 'setup') l10n.config({ contents: message.translations });
    const before = this.#facts.current;
    this.#facts = factsAfter(this.#facts, message);
    if (this.#facts.current !== before) this.#failure = undefined;
    if (message.type === 'subject') {
      this.#change({ topic: counted(this.#state.topic, message.subject) });
    }
  }

  #makeActions(): Actions {
    const update = (change: Partial<PageState>): void => {
      this.#change(change);
      this.#refresh();
    };
    return {
      update,
      changeScenario: (change) => {
        const changed = { ...this.#state.scenario, ...change };
        update({ scenario: differences(changed, this.#facts.settings?.scenario) });
      },
      resetScenario: () => update({ scenario: {}, callAtMs: undefined }),
      pinReport: (isPinned) => {
        const { topic } = this.#state;
        const current = currentSubject(this.#facts.current);
        update({ topic: isPinned ? pin(topic) : unpin(topic, current) });
      },
      compareWith: (modelId) => {
        this.#expect({ baselineId: modelId });
        this.#editor.postMessage({ type: 'selectBaseline', modelId });
      },
      pinModel: (modelId, isPinned) => {
        const others = this.#facts.settings?.pinnedIds.filter((id) => id !== modelId) ?? [];
        this.#expect({ pinnedIds: isPinned ? [...others, modelId] : others });
        this.#editor.postMessage({ type: 'pinModel', modelId, isPinned });
      },
      post: (message) => this.#editor.postMessage(message),
      takeAway: (to) => this.#takeAway(to),
    };
  }

  /** Shows settings before they are written; the editor sends those that are in force afterwards. */
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
    this.#pricing.ask(questionOf(this.#facts, this.#state));
    this.#drawSoon();
  }

  #drawFigures(): void {
    const now = performance.now();
    const isProgress = this.#pricing.figures.kind === 'pricing';
    if (isProgress && now - this.#progressDrawnAtMs < PROGRESS_MS) return;
    this.#progressDrawnAtMs = now;
    this.#drawSoon();
  }

  #draw(): void {
    const view = this.#view();
    const { topic } = this.#state;
    const { figures } = this.#pricing;
    this.#render(screenOf({ facts: this.#facts, topic, figures, failure: this.#failure }, view));
    if (!view) return;
    this.#place.laidOut();
    if (figures.kind === 'priced') this.#sayShown(view);
  }

  #render(screen: Screen): void {
    const { words, outcome } = this.#facts;
    render(
      <App
        words={words}
        screen={screen}
        state={this.#state}
        outcome={outcome}
        actions={this.#actions}
      />,
      this.#root,
    );
  }

  /** While many files are priced anew, the figures before stay. */
  #view(): View | undefined {
    const { settings } = this.#facts;
    const priced = pricedIn(this.#pricing.figures);
    return priced && settings && this.#lastView.of(priced, settings);
  }

  #sayShown(view: View): void {
    const rows = shownRows(this.#state, view);
    this.#editor.postMessage({
      type: 'shown',
      modelIds: rows.map(({ model }) => model.id),
      costs: rows.map((row) => describeCost(this.#facts.words, row)),
    });
  }

  #takeAway(to: 'file' | 'clipboard'): void {
    const view = this.#view();
    if (!view) return;
    const { exportFormat: format, scale } = this.#state;
    const takeAway = {
      version: this.#facts.version,
      view,
      rows: shownRows(this.#state, view),
      scale,
    };
    if (isTooLong(takeAway)) {
      const text = exportTooLong(this.#facts.words);
      this.#facts = { ...this.#facts, outcome: { ok: false, text } };
      this.#drawSoon();
      return;
    }
    this.#editor.postMessage(exportMessage(format, to, takeAway));
  }
}
