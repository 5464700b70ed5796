import { l10n, window, type QuickPickItem } from 'vscode';
import { compareEstimates, type ComparisonEntry } from '../core/estimate/comparison';
import type { CountedSubject, LiveEstimate } from './liveEstimate';
import {
  describeReason,
  describeSubject,
  describeTimes,
  describeTokens,
  formatCost,
} from './sentences';
import type { TextSubject } from './subject';
import { nextReady } from './nextReady';
import { writeSetting } from './writeSetting';
import { showTokens } from './numbers';

interface ModelItem extends QuickPickItem {
  readonly modelId: string;
}

/** All models for the current subject, cheapest first. */
export function comparisonOf({ table, estimate }: CountedSubject): readonly ComparisonEntry[] {
  return compareEstimates(table.models.map(estimate));
}

/** Shows the comparison; the model that is picked becomes the status bar's. */
export async function compareModels(live: LiveEstimate): Promise<void> {
  const { subject, result } = await nextReady(live);
  const picked = await window.showQuickPick(
    comparisonOf(result).map((entry) => modelItem(entry, result)),
    {
      placeHolder: placeholder(subject, result),
      matchOnDescription: true,
      matchOnDetail: false,
    },
  );
  if (picked && picked.modelId !== result.model.id) await writeSetting('model', picked.modelId);
}

function placeholder(subject: TextSubject, { settings }: CountedSubject): string {
  const output = showTokens(settings.scenario.outputTokens);
  return l10n.t('One call with {0} and {1} output tokens', describeSubject(subject), output);
}

/** Cost as the label: VS Code keeps the order of cost while the user filters by description. */
function modelItem(entry: ComparisonEntry, { model }: CountedSubject): ModelItem {
  const { estimate } = entry;
  const { price } = estimate;
  const facts = [estimate.model.id, describeTokens(estimate.count), describeTimes(entry)];
  if (estimate.model.id === model.id) facts.push(l10n.t('in the status bar'));
  if (price.kind === 'unpriced') facts.push(describeReason(price.reason));
  else if (price.applied.retired) facts.push(l10n.t('no longer sold at this price'));
  return {
    modelId: estimate.model.id,
    label: formatCost(estimate),
    description: facts.filter((fact) => fact !== undefined).join(' · '),
  };
}
