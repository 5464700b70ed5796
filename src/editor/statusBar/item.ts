import {
  Disposable,
  languages,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  type StatusBarItem,
} from 'vscode';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import { withoutDigits } from '../../core/figures/steadyWidth';
import {
  counting,
  describeCountingOf,
  describeEstimate,
  noCost,
} from '../../wording/views/readout';
import { describeUnreadable, unreadableLabel } from '../../wording/subject';
import type { Done } from '../../wording/words';
import { stepDone } from '../steps';
import { confirmation } from '../live/confirmation';
import type { LiveEstimate } from '../live/estimate';
import type { Readout } from '../live/readout';
import type { ReadyReadout } from '../live/nextReady';
import type { TriedInReport } from '../live/tried';
import { factsOf, type ReadoutFacts } from './facts';
import type { Introduction } from './introduction';
import type { LensHint } from './lensHint';
import { registerLinks } from './links';
import { beginNote, spokenWarnings } from './notes';
import type { SeenPrices } from './seenPrices';
import { wordsOf } from '../words';
import { onDidChangeSettings } from '../settings/changes';
import { lensFilters } from '../settings/lensFilters';
import { readSettings } from '../settings/settings';
import { hasTokens, SteadyText } from './text';
import { subjectName, subjectUri, type Subject } from '../subject/subject';
import { TOOLTIP_COMMANDS, tooltipText } from './tooltip';
import { howToBegin, introduction, waitingForText } from '../../wording/views/tour';
import type { Logger } from '../log';

/**
 * Between the language (100.1) and the line ends (100.2). Where the right side has no room, VS Code wraps its entries
 * out of sight, the highest priority first: line, indentation, encoding and line ends go before the cost.
 */
const PRIORITY = 100.15;

/** Delay before the item says that it counts another text, in milliseconds: most counts end sooner. */
const SPINNER_DELAY_MS = 150;

/** Theme color for warnings. */
const OVER_BUDGET = 'statusBarItem.warningBackground';

/** The status-bar item as the user sees it. */
export interface StatusItemState {
  readonly text: string;
  readonly tooltip: string;
  readonly accessibilityLabel: string;
  readonly visible: boolean;
  /** The theme's color behind it; undefined: the status bar's own. */
  readonly background: string | undefined;
}

/** The status-bar item: the cost of a call with the current text. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;
  readonly #disposable: Disposable;
  readonly #seen: SeenPrices;
  readonly #tried: TriedInReport;
  readonly #hint: LensHint;
  readonly #introduction: Introduction;
  readonly #live: LiveEstimate;
  readonly #steady = new SteadyText();
  #visible = false;
  /** Read when settings change, not at each keystroke. */
  #isEnabled = readSettings().statusBarVisible;
  /** URI of the document whose figures are shown. */
  #shown: string | undefined;
  /** The last figures with spaces for digits: shown while another text is counted, so that nothing moves. */
  #room = '';
  #background: string | undefined;
  /** What was said last, and on which document. */
  #done: { readonly done: Done; readonly uri: string } | undefined;
  #spinnerTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    live: LiveEstimate,
    seen: SeenPrices,
    hint: LensHint,
    introduction: Introduction,
    tried: TriedInReport,
    log: Logger,
  ) {
    this.#seen = seen;
    this.#tried = tried;
    this.#hint = hint;
    this.#introduction = introduction;
    this.#live = live;
    this.#item = window.createStatusBarItem('cost', StatusBarAlignment.Right, PRIORITY);
    this.#item.name = 'API Spend';
    const render = (): void => this.#render(live.readout);
    confirmation.placedIn(() => this.#visible && live.readout.kind === 'ready');
    this.#disposable = Disposable.from(
      this.#item,
      live.onDidChange(render),
      tried.onDidChange(render),
      confirmation.onDidChange(render),
      registerLinks(
        {
          notePrice: (id) => {
            this.#note(live.readout, id);
            render();
          },
          endIntroduction: () => this.endIntroduction(),
          endHint: () => {
            hint.end();
            render();
          },
        },
        log,
      ),
      onDidChangeSettings(() => {
        this.#isEnabled = readSettings().statusBarVisible;
        render();
      }),
    );
    render();
  }

  /** What the item shows. */
  get state(): StatusItemState {
    const { text, tooltip, accessibilityInformation } = this.#item;
    return {
      text,
      tooltip: typeof tooltip === 'object' ? tooltip.value : (tooltip ?? ''),
      accessibilityLabel: accessibilityInformation?.label ?? '',
      visible: this.#visible,
      background: this.#background,
    };
  }

  /** The user knows the item: it no longer explains itself. */
  endIntroduction(): void {
    if (this.#introduction.end()) this.#render(this.#live.readout);
  }

  dispose(): void {
    clearTimeout(this.#spinnerTimer);
    this.#disposable.dispose();
  }

  /** A tooltip that is still open can be about a model before. */
  #note(readout: Readout, id: unknown): void {
    if (readout.kind !== 'ready' || readout.result.model.id !== id) return;
    this.#seen.note(readout.result.model, readout.result.atMs);
  }

  #render(readout: Readout): void {
    clearTimeout(this.#spinnerTimer);
    const isInvitation = readout.kind === 'none' && this.#introduction.isAwaited;
    const isEmpty = !isInvitation && (readout.kind === 'none' || readout.kind === 'leftOut');
    this.#visible = !isEmpty && this.#isEnabled;
    this.#item.command = isInvitation ? 'apiSpend.getStarted' : 'apiSpend.compareModels';
    if (isInvitation) this.#invite();
    else if (readout.kind === 'none' || readout.kind === 'leftOut') this.#forgetText();
    else this.#write(readout);
    if (this.#visible) this.#item.show();
    else this.#item.hide();
  }

  /** Until the first cost, the item says how to see one. */
  #invite(): void {
    const words = wordsOf();
    this.#forgetText();
    this.#writeMessage(waitingForText(words), howToBegin(words));
    this.#item.tooltip = tooltipOf(beginNote(words));
  }

  #forgetText(): void {
    this.#shown = undefined;
    this.#steady.forget();
  }

  #write(readout: Exclude<Readout, { kind: 'none' | 'leftOut' }>): void {
    switch (readout.kind) {
      case 'ready':
        return this.#writeReady(readout);
      case 'counting':
        return this.#writeCounting(readout.subject);
      case 'unreadable':
        return this.#writeMessage(
          `$(circle-slash) ${unreadableLabel(wordsOf(), readout.subject.reason)}`,
          describeUnreadable(wordsOf(), subjectName(readout.subject), readout.subject.reason),
        );
      case 'problem':
        return this.#writeMessage(`$(warning) ${noCost(wordsOf())}`, readout.message);
    }
  }

  #writeReady(readout: ReadyReadout): void {
    const { model, atMs } = readout.result;
    const estimated = readout.result.current();
    const hasCost = estimated.count.tokens > 0 && estimated.price.kind === 'priced';
    if (hasCost) stepDone('text');
    const isNew = this.#isEnabled && hasCost && this.#introduction.show(atMs);
    const facts = factsOf(readout, {
      news: this.#seen.show(model, atMs),
      costInReport: this.#tried.on(uriOf(readout.subject))?.cost,
      done: this.#doneOn(uriOf(readout.subject)),
      isNew,
      // An item that is hidden shows nothing, and does not use the hint up.
      hintsAtLenses:
        this.#isEnabled &&
        !isNew &&
        canHaveLenses(readout) &&
        this.#hint.show(uriOf(readout.subject), atMs),
    });
    this.#item.text = this.#steady.write(facts);
    this.#room = hasTokens(facts) ? withoutDigits(this.#item.text) : '';
    this.#item.tooltip = tooltipOf(tooltipText(facts));
    this.#label(labelOf(facts));
    this.#setBackground(facts.overruns.length > 0 ? OVER_BUDGET : undefined);
    this.#shown = uriOf(readout.subject);
  }

  /** What was done is said beside the text on which it was done, not beside the next one. */
  #doneOn(uri: string): Done | undefined {
    const { done } = confirmation;
    if (done && this.#done?.done !== done) this.#done = { done, uri };
    return this.#done?.uri === uri && this.#done.done === done ? done : undefined;
  }

  /** The last figures of the same document stay, with an ellipsis; those of another document go at once. */
  #writeCounting(subject: Subject): void {
    const isShown = this.#shown === uriOf(subject);
    const message = describeCountingOf(wordsOf(), subjectName(subject), isShown);
    if (isShown) {
      if (!this.#item.text.endsWith('…')) this.#item.text += '…';
      return this.#explain(message);
    }
    const spinner = `$(loading~spin) ${counting(wordsOf())}`;
    this.#writeMessage(this.#room || spinner, message);
    this.#spinnerTimer = setTimeout(() => (this.#item.text = spinner), SPINNER_DELAY_MS);
  }

  #writeMessage(text: string, message: string): void {
    this.#item.text = text;
    this.#explain(message);
    this.#setBackground(undefined);
    this.#shown = undefined;
  }

  #explain(message: string): void {
    this.#item.tooltip = tooltipOf(escapeMarkdown(message));
    this.#label(message);
  }

  #label(label: string): void {
    this.#item.accessibilityInformation = { label };
  }

  #setBackground(id: string | undefined): void {
    if (id === this.#background) return;
    this.#background = id;
    this.#item.backgroundColor = id === undefined ? undefined : new ThemeColor(id);
  }
}

/** Whether lenses are off that would be above this text. */
function canHaveLenses({ subject, result }: ReadyReadout): boolean {
  const { enabled, files } = result.settings.codeLenses;
  if (enabled || subject.kind !== 'text') return false;
  return languages.match(lensFilters(files), subject.document) > 0;
}

/** The readout as one sentence for a screen reader. */
function labelOf(facts: ReadoutFacts): string {
  const { words, name, estimate, fileCall, settings, age, done, isNew } = facts;
  const { scenario } = settings;
  return [
    ...(done ? [done.sentence] : []),
    ...(isNew ? [introduction(words)] : []),
    describeEstimate(words, name, estimate, scenario, age, spokenWarnings(facts)),
    ...(fileCall?.kind === 'used' ? [fileCall.text] : []),
  ].join(' ');
}

function tooltipOf(markdown: string): MarkdownString {
  const tooltip = new MarkdownString(markdown, true);
  tooltip.isTrusted = { enabledCommands: TOOLTIP_COMMANDS };
  return tooltip;
}

function uriOf(subject: Subject): string {
  return subjectUri(subject).toString();
}
