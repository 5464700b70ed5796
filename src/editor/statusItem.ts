import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import type { Estimate } from '../core/estimate/estimate';
import { isStale } from '../core/pricing/staleness';
import { isUsersOwn } from '../core/pricing/userRates';
import type { CountedSubject, LiveEstimate, Readout } from './liveEstimate';
import { estimateTooltip, plainTooltip } from './tooltip';
import { describeEstimate, describeTokens, formatCost } from './sentences';
import { readSettings, onDidChangeSettings } from './settings';
import { subjectName } from './subject';
import { describeUnreadable, unreadableLabel } from './unreadable';

/** To the left of the editor's own entries (language, line ends, encoding: 100 and below). */
const PRIORITY = 110;

/** What the status-bar item shows. */
export interface StatusItemState {
  readonly text: string;
  readonly tooltip: string;
  readonly accessibilityLabel: string;
  readonly visible: boolean;
}

/** The one status-bar item: what a call with the current text costs. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;
  readonly #listeners: readonly Disposable[];
  #visible = false;
  /** Read when settings change, not at each keystroke. */
  #isWanted = readSettings().statusBarVisible;

  constructor(live: LiveEstimate) {
    this.#item = window.createStatusBarItem('cost', StatusBarAlignment.Right, PRIORITY);
    this.#item.name = 'API Spend';
    this.#item.command = 'apiSpend.compareModels';
    const render = (): void => this.#render(live.readout);
    this.#listeners = [
      live.onDidChange(render),
      onDidChangeSettings(() => {
        this.#isWanted = readSettings().statusBarVisible;
        render();
      }),
    ];
    render();
  }

  /** What a person sees now, for tests and for reading aloud. */
  get state(): StatusItemState {
    const { text, tooltip, accessibilityInformation } = this.#item;
    return {
      text,
      tooltip: typeof tooltip === 'object' ? tooltip.value : (tooltip ?? ''),
      accessibilityLabel: accessibilityInformation?.label ?? '',
      visible: this.#visible,
    };
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  #render(readout: Readout): void {
    const isEmpty = readout.kind === 'none' || readout.kind === 'leftOut';
    this.#visible = !isEmpty && this.#isWanted;
    if (!isEmpty) this.#write(readout);
    if (this.#visible) this.#item.show();
    else this.#item.hide();
  }

  #write(readout: Exclude<Readout, { kind: 'none' | 'leftOut' }>): void {
    switch (readout.kind) {
      case 'ready': {
        const estimate = readout.result.estimate(readout.result.model);
        this.#item.text = itemText(estimate, readout.result);
        this.#item.tooltip = estimateTooltip(readout.subject, estimate, readout.result);
        this.#label(describeEstimate(readout.subject, estimate, readout.result));
        return;
      }
      case 'counting':
        this.#item.text = `$(loading~spin) ${l10n.t('Counting…')}`;
        this.#plain(l10n.t('API Spend is counting {0}.', subjectName(readout.subject)));
        return;
      case 'unreadable':
        this.#item.text = `$(circle-slash) ${unreadableLabel(readout.subject)}`;
        this.#plain(describeUnreadable(readout.subject));
        return;
      case 'problem':
        this.#item.text = `$(warning) ${l10n.t('API Spend: no cost')}`;
        this.#plain(readout.message);
    }
  }

  #plain(message: string): void {
    this.#item.tooltip = plainTooltip(message);
    this.#label(message);
  }

  #label(label: string): void {
    this.#item.accessibilityInformation = { label };
  }
}

/** "≈$0.0123 · ≈1,234 tokens", with a sign where the price is old, or else where it is the user's own. */
function itemText(estimate: Estimate, result: CountedSubject): string {
  const { price, count } = estimate;
  const isOld =
    price.kind === 'priced' &&
    isStale(price.applied.period.source, result.atMs, result.settings.staleAfterDays);
  const text = `${formatCost(estimate, result.settings)} · ${describeTokens(count)}`;
  if (isOld) return `$(history) ${text}`;
  const isOwn = price.kind === 'priced' && isUsersOwn(price.applied.period);
  return isOwn ? `$(account) ${text}` : text;
}
