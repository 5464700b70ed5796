import { l10n, window, type QuickPick, type QuickPickItem } from 'vscode';
import { compareEstimates, type ComparisonEntry } from '../core/estimate/comparison';
import { describeCurrency } from '../core/estimate/currency';
import type { CountedSubject, LiveEstimate } from './liveEstimate';
import { nextReady, type ReadyReadout } from './nextReady';
import { showTokens } from './numbers';
import {
  describeMarks,
  describeSubject,
  describeTimes,
  describeTokens,
  formatCost,
} from './sentences';
import { writeSetting } from './writeSetting';

interface ModelItem extends QuickPickItem {
  readonly modelId: string;
}

/** All models that are counted, cheapest first. */
export function comparisonOf({ models, estimate }: CountedSubject): readonly ComparisonEntry[] {
  return compareEstimates(models.map(estimate));
}

/**
 * Shows the comparison at once with what is counted, and fills in the rest as its vocabularies load. The
 * model that is picked becomes the status bar's.
 */
export async function compareModels(live: LiveEstimate): Promise<void> {
  const ready = await nextReady(live);
  const pick = window.createQuickPick<ModelItem>();
  pick.matchOnDescription = true;
  fill(pick, ready);
  const listener = live.onDidChange((readout) => {
    if (readout.kind === 'ready') fill(pick, readout);
  });
  const wanting = live.wantAll();
  const modelId = await new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.modelId);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  for (const part of [listener, wanting, pick]) part.dispose();
  if (modelId !== undefined && modelId !== ready.result.model.id)
    await writeSetting('model', modelId, ready.subject.document.uri);
}

function fill(pick: QuickPick<ModelItem>, { subject, result }: ReadyReadout): void {
  const { treatTextAs, outputTokens } = result.settings.scenario;
  const what = describeSubject(subject);
  pick.placeholder =
    treatTextAs === 'output'
      ? l10n.t('One call that writes {0}', what)
      : l10n.t('One call with {0} and {1} output tokens', what, showTokens(outputTokens));
  const { currency } = result.settings;
  const columns = l10n.t('Cost of one call, tokens, and times (×) the cheapest that is sold');
  pick.title = currency ? `${columns} · ${describeCurrency(currency)}` : columns;
  pick.busy = !result.isComplete;
  const [active] = pick.activeItems;
  const hasMoved = active !== undefined && active !== pick.items[0];
  const items = comparisonOf(result).map((entry) => modelItem(entry, result));
  pick.keepScrollPosition = true;
  pick.items = items;
  // Where the user has moved to must not change when further models come in.
  const same = items.find(({ modelId }) => modelId === active?.modelId);
  if (same && hasMoved) pick.activeItems = [same];
}

/** Cost as the label: VS Code keeps the order of cost while the user filters by description. */
function modelItem(entry: ComparisonEntry, result: CountedSubject): ModelItem {
  const { estimate } = entry;
  const facts = [estimate.model.id, describeTokens(estimate.count), describeTimes(entry)];
  if (estimate.model.id === result.model.id) facts.push(l10n.t('in the status bar'));
  facts.push(...describeMarks(estimate, result));
  return {
    modelId: estimate.model.id,
    label: formatCost(estimate, result.settings),
    description: facts.filter((fact) => fact !== undefined).join(' · '),
  };
}
