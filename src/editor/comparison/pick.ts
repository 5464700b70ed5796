import {
  Disposable,
  QuickInputButtons,
  ThemeIcon,
  window,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItemButtonEvent,
} from 'vscode';
import { ownAnswers } from '../../core/estimate/own/calls';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { hostsOf, inputRange } from '../../core/pricing/selection/hosts';
import { hasNoText } from '../../core/estimate/textShare';
import { describeAssumedCall, describeUnit, unitWithoutText } from '../../wording/call';
import {
  comparisonButton,
  comparisonTitle,
  countingSubject,
  unknownModels,
} from '../../wording/comparison';
import { describeHosts } from '../../wording/models/selection';
import { showConversion } from '../../wording/numbers';
import { nameWithoutText } from '../../wording/subject';
import { triedInReport } from '../../wording/views/tooltip';
import { capitalize } from '../../wording/words';
import {
  comparisonRows,
  hostsButton,
  pinButton,
  priceSheetButton,
  unpinButton,
  type ComparisonRow,
  type Yardstick,
} from './rows';
import type { LiveEstimate } from '../live/estimate';
import type { Readout } from '../live/readout';
import { nothingReady, type ReadyReadout } from '../live/nextReady';
import { setPinned } from '../picks/savePinned';
import { subjectText } from '../subject/named';
import { wordsOf } from '../words';
import type { CountedSubject } from '../live/counted';
import type { TriedInReport } from '../live/tried';
import type { UsedModels } from '../live/usedModels';
import { SteadyRows, type RowOrder } from '../picks/steadyRows';
import type { Scope } from '../picks/listing';
import { stepDone } from '../steps';
import { keepOrder, orderWhenCounted } from '../picks/modelRows';
import { subjectUri } from '../subject/subject';

const copyButton: QuickInputButton = {
  iconPath: new ThemeIcon('copy'),
  tooltip: comparisonButton(wordsOf(), 'copy'),
};
const reportButton: QuickInputButton = {
  iconPath: new ThemeIcon('graph'),
  tooltip: comparisonButton(wordsOf(), 'report'),
};
const baselineButton: QuickInputButton = {
  iconPath: new ThemeIcon('arrow-swap'),
  tooltip: comparisonButton(wordsOf(), 'baseline'),
};

/** The choice that closes the comparison. */
export type Choice =
  | { readonly kind: 'model' | 'priceSheet'; readonly modelId: string }
  | { readonly kind: 'copy' | 'report' | 'baseline' };

/** The part of the live estimate that the comparison uses. */
type Live = Pick<LiveEstimate, 'readout' | 'isCurrent' | 'onDidChange' | 'wantAll'>;

/** The part of what is tried in the report that the comparison uses. */
type Tried = Pick<TriedInReport, 'on' | 'onDidChange'>;

/** The open comparison. It opens immediately with the user's model; the others follow, all at once. */
export class ComparisonPick implements Disposable {
  readonly #live: Live;
  readonly #yardstick: Yardstick;
  readonly #used: Pick<UsedModels, 'ids'>;
  readonly #tried: Tried;
  readonly #pick: QuickPick<ComparisonRow>;
  readonly #rows: SteadyRows<ComparisonRow>;
  readonly #disposable: Disposable;
  #shown: ReadyReadout | undefined;
  #scope: Scope = { kind: 'current' };
  #resolve!: (choice: Choice | undefined) => void;
  #reject!: (error: unknown) => void;
  readonly #answer = new Promise<Choice | undefined>((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  /** @param used models that the user has worked with. */
  constructor(
    live: Live,
    yardstick: Yardstick,
    used: Pick<UsedModels, 'ids'>,
    tried: Tried,
    pick = window.createQuickPick<ComparisonRow>(),
  ) {
    this.#live = live;
    this.#yardstick = yardstick;
    this.#used = used;
    this.#tried = tried;
    this.#pick = pick;
    pick.matchOnDescription = true;
    keepOrder(pick);
    this.#rows = new SteadyRows(pick);
    this.#disposable = Disposable.from(
      pick,
      this.#rows,
      pick.onDidAccept(() => this.#accept()),
      pick.onDidChangeValue(() => this.#list('filtered')),
      pick.onDidTriggerItemButton((event) => this.#act(event)),
      pick.onDidTriggerButton((button) => this.#leave(button)),
      pick.onDidHide(() => this.#resolve(undefined)),
      this.#rows.onDidConfirm(() => this.#showBusy()),
      live.onDidChange((readout) => this.#follow(readout)),
      tried.onDidChange(() => this.#list('steady')),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  /**
   * Shows the comparison until the user chooses.
   *
   * @returns undefined if cancelled.
   * @throws {HumanError} if there is nothing to price; the message says what to do.
   */
  async choose(): Promise<Choice | undefined> {
    this.#follow(this.#live.readout);
    this.#pick.show();
    const wanting = this.#live.wantAll();
    try {
      return await this.#answer;
    } finally {
      wanting.dispose();
    }
  }

  #follow(readout: Readout): void {
    switch (readout.kind) {
      case 'ready':
        return this.#show(readout);
      case 'counting':
        this.#pick.busy = true;
        if (this.#shown) return;
        this.#pick.placeholder = countingSubject(
          wordsOf(),
          subjectText(wordsOf(), readout.subject),
        );
        return;
      case 'none':
      case 'leftOut':
      case 'unreadable':
      case 'problem':
        // While the comparison is open, it keeps the rows that it shows.
        if (!this.#shown) this.#reject(nothingReady(readout));
    }
  }

  #show(readout: ReadyReadout): void {
    const before = this.#shown?.result;
    // The rows of all models stay until they are all counted again.
    if (before?.isComplete === true && !readout.result.isComplete) return this.#showBusy();
    this.#shown = readout;
    if (readout.result.isComplete) stepDone('comparison');
    this.#list(before ? this.#orderAfter(before, readout.result) : 'steady');
  }

  #orderAfter(before: CountedSubject, { settings }: CountedSubject): RowOrder {
    if (!before.isComplete) return orderWhenCounted(this.#pick.value);
    const isReordered = settings.pinnedNames.join('\n') !== before.settings.pinnedNames.join('\n');
    // In a search, a row stays where it is when it is pinned.
    return isReordered && this.#pick.value.trim() === '' ? 'new' : 'steady';
  }

  /** Lists the models of the scope or, when the user has typed, those of the whole table that match. */
  #list(order: RowOrder): void {
    if (!this.#shown) return;
    const { result } = this.#shown;
    describe(this.#pick, this.#shown, this.#yardstick, this.#scope);
    const { cost } = this.#tried.on(subjectUri(this.#shown.subject).toString()) ?? {};
    if (cost !== undefined) this.#pick.title += ` · ${triedInReport(wordsOf(), cost)}`;
    this.#pick.buttons = buttonsOf(this.#yardstick, this.#scope);
    const question = {
      scope: this.#scope,
      query: this.#pick.value.trim(),
      usedIds: this.#used.ids,
    };
    void this.#rows.show(comparisonRows(result, this.#yardstick, question), order);
    this.#showBusy();
  }

  #open(scope: Scope): void {
    this.#scope = scope;
    this.#pick.value = '';
    this.#list('opened');
  }

  /** Shows progress until all rows are complete and current. */
  #showBusy(): void {
    const { readout, isCurrent } = this.#live;
    const isComplete = readout.kind === 'ready' && readout.result.isComplete && isCurrent;
    this.#pick.busy = !isComplete || !this.#rows.isConfirmed;
  }

  #accept(): void {
    const row = this.#rows.acceptedRow(this.#pick.selectedItems[0]);
    if (row?.leadsTo === 'all') this.#open({ kind: 'all' });
    if (row?.modelId !== undefined) this.#end({ kind: 'model', modelId: row.modelId });
  }

  #act({ item, button }: QuickPickItemButtonEvent<ComparisonRow>): void {
    const modelId = this.#rows.rowOf(item)?.modelId;
    if (modelId === undefined || !this.#shown) return;
    if (button === priceSheetButton) return this.#end({ kind: 'priceSheet', modelId });
    if (button === hostsButton) return this.#open({ kind: 'hosts', modelId });
    if (button !== pinButton && button !== unpinButton) return;
    const { subject, result } = this.#shown;
    setPinned(result.table, modelId, button === pinButton, subjectUri(subject)).catch(this.#reject);
  }

  #leave(button: QuickInputButton): void {
    if (button === QuickInputButtons.Back) this.#open({ kind: 'current' });
    if (button === copyButton) this.#end({ kind: 'copy' });
    if (button === reportButton) this.#end({ kind: 'report' });
    if (button === baselineButton) this.#end({ kind: 'baseline' });
  }

  #end(choice: Choice): void {
    this.#resolve(choice);
    this.#pick.hide();
  }
}

/** Back leads to what can be bought now. */
function buttonsOf(yardstick: Yardstick, { kind }: Scope): readonly QuickInputButton[] {
  const back = kind === 'current' ? [] : [QuickInputButtons.Back];
  const baseline = yardstick === 'baseline' ? [baselineButton] : [];
  return [...back, copyButton, reportButton, ...baseline];
}

function describe(
  pick: QuickPick<ComparisonRow>,
  { subject, result }: ReadyReadout,
  yardstick: Yardstick,
  scope: Scope,
): void {
  const { settings } = result;
  const estimate = result.estimate(result.model);
  const scenario = {
    ...settings.scenario,
    requests: result.requests?.requests.length,
    ownAnswers: ownAnswers(estimate.calls),
  };
  const words = wordsOf(settings);
  const name = subjectText(words, subject);
  const isEmpty = hasNoText(estimate);
  const call = describeAssumedCall(words, isEmpty ? nameWithoutText(words, name) : name, scenario);
  pick.placeholder = capitalize(words, call);
  const unit = isEmpty ? unitWithoutText(words, scenario) : describeUnit(words, scenario);
  const title =
    yardstick === 'baseline'
      ? comparisonTitle(words, unit, baselineName(result))
      : comparisonTitle(words, unit);
  const unknown = unknownNames(result);
  pick.title = [
    ...hostsTitle(result, scope),
    title,
    ...(result.template?.mark === undefined ? [] : [result.template.mark]),
    ...showConversion(words),
    ...(unknown.length === 0 ? [] : [unknownModels(words, unknown)]),
    ...settings.warnings,
  ].join(' · ');
}

function hostsTitle({ table, atMs }: CountedSubject, scope: Scope): readonly string[] {
  const model =
    scope.kind === 'hosts' ? table.models.find(({ id }) => id === scope.modelId) : undefined;
  const hosts = model ? hostsOf(table, model, atMs) : [];
  const range = inputRange(hosts, atMs);
  return model && range ? [describeHosts(wordsOf(), model.name, hosts.length, range)] : [];
}

function baselineName({ table, settings, atMs }: CountedSubject): string {
  const [id] = idsOf(table, [settings.baselineName], atMs);
  return table.models.find((model) => model.id === id)?.name ?? settings.baselineName;
}

function unknownNames({ table, settings, atMs }: ReadyReadout['result']): readonly string[] {
  return settings.pinnedNames.filter((name) => idsOf(table, [name], atMs).length === 0);
}
