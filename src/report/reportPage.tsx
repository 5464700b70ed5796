import * as l10n from '@vscode/l10n';
import { render } from 'preact';
import * as v from 'valibot';
import type { Estimate } from '../core/estimate/estimate';
import { DEFAULT_SCENARIO } from '../core/scenario/scenario';
import {
  toPageSchema,
  type FromPage,
  type ScenarioChanges,
  type ToPage,
} from '../protocol/messages';
import type { Actions } from './actions';
import { shownRows } from './columns';
import { learn, NO_FACTS, type Facts, type PageSettings } from './facts';
import { ReadingPlace, type ScrollArea } from './readingPlace';
import { rememberedState, restoreState, showsFiles, type PageState } from './pageState';
import { App } from './parts/app';
import { describeCost } from '../wording/cost';
import { exportTooLong, messageNotUnderstood, reportFailed } from '../wording/page/report';
import { exportMessage, isTooLong } from './export';
import {
  isSameQuestion,
  makeView,
  priceModelsInSteps,
  questionOf,
  type Question,
  type View,
} from './view';

/** What VS Code gives a page. */
export interface EditorPort {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Pricing many files goes on in slices, so that the page stays responsive. */
const SLICE_MS = 8;

/** A busy page remembers the position after this time at the latest, in milliseconds. */
const SCROLL_REMEMBERED_MS = 50;

/** How often progress is drawn, in milliseconds. */
const PROGRESS_MS = 100;

const windowArea: ScrollArea = {
  get scrollTop() {
    return scrollY;
  },
  scrollTo: (top) => scrollTo(0, top),
  setAnchoring(isOn) {
    document.documentElement.style.overflowAnchor = isOn ? '' : 'none';
  },
};

/** The page: takes in messages and what the user does, prices anew when the question changes, and draws. */
export class ReportPage {
  readonly #editor: EditorPort;
  readonly #root: Element;
  readonly #actions: Actions;
  #facts: Facts = NO_FACTS;
  #state: PageState;
  #question: Question | undefined;
  #answered: { readonly question: Question; readonly rows: readonly Estimate[] } | undefined;
  #pricing: number | undefined;
  /** Each pricing has its own number: one that is overtaken stops. */
  #epoch = 0;
  #isDrawDue = false;
  #isScrollDue = false;
  #progressDrawnAt = 0;
  #viewed: { readonly view: View; readonly rows: unknown; readonly settings: unknown } | undefined;
  readonly #place: ReadingPlace;

  constructor(editor: EditorPort, root: Element) {
    this.#editor = editor;
    this.#root = root;
    this.#state = restoreState(editor.getState());
    this.#place = new ReadingPlace(windowArea, this.#state.scrollTop);
    this.#actions = this.#makeActions();
  }

  start(): void {
    this.#editor.postMessage({ type: 'ready', showsFiles: showsFiles(this.#state) });
  }

  /** Takes in what the editor sends. */
  receive(data: unknown): void {
    const parsed = v.safeParse(toPageSchema, data);
    if (!parsed.success) {
      const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
      this.fail(messageNotUnderstood(this.#facts.words, issues.slice(0, 3)));
      return;
    }
    this.#learn(parsed.output);
    this.#refresh();
  }

  /** Remembers the position of the reader, between two frames: a report on many files takes some milliseconds. */
  scrolled(): void {
    this.#place.scrolled();
    if (this.#isScrollDue) return;
    this.#isScrollDue = true;
    requestIdleCallback(
      () => {
        this.#isScrollDue = false;
        this.#change({ scrollTop: this.#place.scrollTop });
      },
      { timeout: SCROLL_REMEMBERED_MS },
    );
  }

  /** The page's height has changed. */
  resized(): void {
    if (this.#view()) this.#place.laidOut();
  }

  /** The reader uses the page. */
  used(): void {
    this.#place.taken();
  }

  /** Says in the page and to the editor why it cannot go on. */
  fail(text: string): void {
    this.#editor.postMessage({ type: 'failed', text });
    const message = reportFailed(this.#facts.words, text);
    this.#facts = { ...this.#facts, message: { text: message, isProblem: true } };
    this.#draw();
  }

  #learn(message: ToPage): void {
    if (message.type === 'setup') l10n.config({ contents: message.translations });
    this.#facts = learn(this.#facts, message);
    if (message.type === 'subject' && !this.#state.pinned)
      this.#change({ subject: message.subject });
  }

  #makeActions(): Actions {
    return {
      update: (change) => {
        this.#change(change);
        if (change.pinned === false && this.#facts.subject) {
          this.#change({ subject: this.#facts.subject });
        }
        this.#refresh();
      },
      changeScenario: (change) => {
        this.#change({ scenario: this.#differences({ ...this.#state.scenario, ...change }) });
        this.#refresh();
      },
      resetScenario: () => {
        this.#change({ scenario: {}, callAtMs: undefined });
        this.#refresh();
      },
      compareWith: (modelId) => {
        this.#expect({ baselineId: modelId });
        this.#editor.postMessage({ type: 'selectBaseline', modelId });
      },
      pin: (modelId, isPinned) => {
        const others = this.#facts.settings?.pinnedIds.filter((id) => id !== modelId) ?? [];
        this.#expect({ pinnedIds: isPinned ? [...others, modelId] : others });
        this.#editor.postMessage({ type: 'pinModel', modelId, isPinned });
      },
      post: (message) => this.#editor.postMessage(message),
      takeAway: (to) => this.#takeAway(to),
    };
  }

  /** Shows settings as they will be; the editor sends them when they are, or again when they could not. */
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

  /** Prices anew if the question has changed, and draws before the next frame. */
  #refresh(): void {
    const question = questionOf(this.#facts, this.#state);
    if (!isSameQuestion(question, this.#question)) {
      this.#question = question;
      this.#price(question);
    }
    this.#drawSoon();
  }

  #price(question: Question | undefined): void {
    const epoch = ++this.#epoch;
    this.#pricing = undefined;
    if (!question) return;
    const steps = priceModelsInSteps(question);
    const rows: Estimate[] = [];
    const work = (): void => {
      if (epoch !== this.#epoch) return;
      const end = performance.now() + SLICE_MS;
      let next = steps.next();
      for (; !next.done; next = steps.next()) {
        if (next.value) rows.push(next.value);
        if (question.subject.files.length > 1 && performance.now() > end) break;
      }
      this.#pricing = next.done ? undefined : rows.length / question.models.length;
      if (next.done) {
        this.#answered = { question, rows };
        this.#drawSoon();
      } else {
        setTimeout(work);
        this.#drawProgress();
      }
    };
    work();
  }

  #drawProgress(): void {
    const now = performance.now();
    if (now - this.#progressDrawnAt < PROGRESS_MS) return;
    this.#progressDrawnAt = now;
    this.#drawSoon();
  }

  #drawSoon(): void {
    if (this.#isDrawDue) return;
    this.#isDrawDue = true;
    requestAnimationFrame(() => {
      this.#isDrawDue = false;
      this.#draw();
    });
  }

  #draw(): void {
    const view = this.#view();
    render(
      <App
        facts={this.#facts}
        state={this.#state}
        view={view}
        pricing={this.#pricing}
        actions={this.#actions}
      />,
      this.#root,
    );
    if (!view) return;
    this.#sayShown(view);
    this.#place.laidOut();
  }

  /** The last answer; while many files are priced anew the one before stays. */
  #view(): View | undefined {
    const { settings } = this.#facts;
    if (!this.#answered || !settings) return undefined;
    const { question, rows } = this.#answered;
    if (this.#viewed?.rows !== rows || this.#viewed.settings !== settings) {
      this.#viewed = { view: makeView(question, rows, settings), rows, settings };
    }
    return this.#viewed.view;
  }

  #sayShown(view: View): void {
    const rows = shownRows(this.#state, view);
    this.#editor.postMessage({
      type: 'shown',
      modelIds: rows.map(({ model }) => model.id),
      costs: rows.map((row) => describeCost(this.#facts.words, row)),
    });
  }

  /** The fields that differ from the settings: the others follow them. */
  #differences(changes: ScenarioChanges): ScenarioChanges {
    const { settings } = this.#facts;
    const base = settings?.scenario ?? DEFAULT_SCENARIO;
    const differing = Object.entries(changes).filter(
      ([field, value]) => base[field as keyof ScenarioChanges] !== value,
    );
    return Object.fromEntries(differing);
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
      this.#draw();
      return;
    }
    this.#editor.postMessage(exportMessage(format, to, takeAway));
  }
}
