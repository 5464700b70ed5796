import { l10n, ThemeIcon, window, type QuickInputButton, type QuickPick, type Uri } from 'vscode';
import { describeCurrency } from '../core/estimate/currency';
import { capitalize, describeAssumedCall, describeUnit } from './callSentences';
import { copyComparison } from './copyComparison';
import {
  comparisonRows,
  idsOf,
  pinButton,
  priceSheetButton,
  unpinButton,
  type ComparisonRow,
  type Yardstick,
} from './comparisonRows';
import type { LiveEstimate } from './liveEstimate';
import { nextReady, type ReadyReadout } from './nextReady';
import { pickModel } from './pickModel';
import { setPinned } from './pinnedModels';
import type { PriceBook } from './priceBook';
import { showPriceSheet } from './priceSheetDocument';
import type { ReportPanel } from './reportPanel';
import { describeSubject } from './sentences';
import { SteadyRows } from './steadyRows';
import { subjectUri } from './subject';
import { writeSetting } from './writeSetting';

/** What the comparison needs of the extension. */
export interface ComparisonHome {
  readonly live: LiveEstimate;
  readonly prices: PriceBook;
  readonly report: ReportPanel;
  readonly version: string;
}

const copyButton: QuickInputButton = {
  iconPath: new ThemeIcon('copy'),
  tooltip: l10n.t('Copy All as Markdown'),
};
const reportButton: QuickInputButton = {
  iconPath: new ThemeIcon('graph'),
  tooltip: l10n.t('Open Report'),
};
const baselineButton: QuickInputButton = {
  iconPath: new ThemeIcon('arrow-swap'),
  tooltip: l10n.t('Change the Baseline'),
};

/** What the user wants when the comparison closes. */
type Choice =
  | { readonly kind: 'model' | 'priceSheet'; readonly modelId: string }
  | { readonly kind: 'copy' | 'report' | 'baseline' };

/** Compares all models with the cheapest; the one that is picked becomes the status bar's. */
export async function compareModels(home: ComparisonHome): Promise<void> {
  await compare(home, 'cheapest');
}

/** Compares all models with the baseline of the settings, which the user chooses where there is none. */
export async function compareWithBaseline(home: ComparisonHome): Promise<void> {
  const { subject, result } = await nextReady(home.live);
  const [known] = idsOf(result.table, [result.settings.baselineName]);
  if (known === undefined && !(await chooseBaseline(home, subjectUri(subject)))) return;
  await compare(home, 'baseline');
}

async function chooseBaseline({ prices }: ComparisonHome, scope: Uri): Promise<boolean> {
  const id = await pickModel(prices, l10n.t('Choose the model that others are compared with'));
  if (id !== undefined) await writeSetting('baselineModel', id, scope);
  return id !== undefined;
}

async function compare(home: ComparisonHome, yardstick: Yardstick): Promise<void> {
  const ready = await nextReady(home.live);
  const choice = await choose(home, ready, yardstick);
  const uri = subjectUri(ready.subject);
  switch (choice?.kind) {
    case 'model':
      if (choice.modelId !== ready.result.model.id) {
        await writeSetting('model', choice.modelId, uri);
      }
      return;
    case 'priceSheet':
      return showPriceSheet(home.prices, choice.modelId);
    case 'copy':
      return copyComparison(home.live, home.version);
    case 'report':
      return home.report.open();
    case 'baseline':
      if (await chooseBaseline(home, uri)) await compare(home, 'baseline');
      return;
    case undefined:
  }
}

/** Shows at once what is counted, and fills in the rest as its vocabularies load. */
async function choose(
  { live }: ComparisonHome,
  ready: ReadyReadout,
  yardstick: Yardstick,
): Promise<Choice | undefined> {
  const pick = window.createQuickPick<ComparisonRow>();
  pick.matchOnDescription = true;
  pick.buttons = [copyButton, reportButton, ...(yardstick === 'baseline' ? [baselineButton] : [])];
  const rows = new SteadyRows(pick);
  let pinned = ready.result.settings.pinnedNames;
  const fill = (readout: ReadyReadout): void => {
    describe(pick, readout, yardstick);
    const { pinnedNames } = readout.result.settings;
    const isReordered = pinnedNames.join('\n') !== pinned.join('\n');
    rows.show(comparisonRows(readout.result, yardstick), isReordered ? 'new' : 'steady');
    pinned = pinnedNames;
  };
  fill(ready);
  const listener = live.onDidChange((readout) => {
    if (readout.kind === 'ready') fill(readout);
  });
  const wanting = live.wantAll();
  const choice = await answerOf(pick, rows, ready);
  for (const part of [listener, wanting, rows, pick]) part.dispose();
  return choice;
}

async function answerOf(
  pick: QuickPick<ComparisonRow>,
  rows: SteadyRows<ComparisonRow>,
  { subject, result }: ReadyReadout,
): Promise<Choice | undefined> {
  return new Promise((resolve, reject) => {
    const end = (choice: Choice): void => {
      resolve(choice);
      pick.hide();
    };
    pick.onDidAccept(() => {
      const [selected] = pick.selectedItems;
      const modelId = selected && rows.rowOf(selected)?.modelId;
      if (modelId !== undefined) end({ kind: 'model', modelId });
    });
    pick.onDidTriggerItemButton(({ item, button }) => {
      const modelId = rows.rowOf(item)?.modelId;
      if (modelId === undefined) return;
      if (button === priceSheetButton) return end({ kind: 'priceSheet', modelId });
      if (button !== pinButton && button !== unpinButton) return;
      setPinned(result.table, modelId, button === pinButton, subjectUri(subject)).catch(reject);
    });
    pick.onDidTriggerButton((button) => {
      if (button === copyButton) end({ kind: 'copy' });
      if (button === reportButton) end({ kind: 'report' });
      if (button === baselineButton) end({ kind: 'baseline' });
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
}

function describe(
  pick: QuickPick<ComparisonRow>,
  { subject, result }: ReadyReadout,
  yardstick: Yardstick,
): void {
  const { settings, table, isComplete } = result;
  const { scenario } = settings;
  const what = describeSubject(subject);
  pick.placeholder = capitalize(describeAssumedCall(what, scenario));
  const unit = describeUnit(scenario);
  const title =
    yardstick === 'baseline'
      ? l10n.t('Cost of {0}, against {1}', unit, idsOf(table, [settings.baselineName]).join())
      : l10n.t('Cost of {0}, and times (×) the cheapest that is sold', unit);
  const unknown = unknownNames(result);
  pick.title = [
    title,
    ...(settings.currency ? [describeCurrency(settings.currency)] : []),
    ...(unknown.length === 0 ? [] : [l10n.t('not a known model: {0}', unknown.join(', '))]),
  ].join(' · ');
  pick.busy = !isComplete;
}

/** Pinned names that lead to no model. */
function unknownNames({ table, settings }: ReadyReadout['result']): readonly string[] {
  return settings.pinnedNames.filter((name) => idsOf(table, [name]).length === 0);
}
