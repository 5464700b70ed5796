import { window } from 'vscode';
import type { Reply, ScenarioTarget } from '../../core/scenario/dialog';
import type { FullScenario } from '../../core/scenario/scenario';
import { overriddenHere, saveTitle, targetChoice } from '../../wording/scenario/dialog';
import { summarize } from '../../wording/scenario/sentences';
import { wordsOf } from '../words';
import type { DialogContext } from './context';
import { acceptPicked, replyOf, type ChoiceItem } from './reply';

/** Asks for the settings to save in. */
export async function askTarget(
  context: DialogContext,
  draft: FullScenario,
): Promise<Reply<ScenarioTarget>> {
  const pick = window.createQuickPick<ChoiceItem<ScenarioTarget>>();
  const words = wordsOf();
  pick.title = saveTitle(words);
  pick.placeholder = context.changeOf(draft) ?? summarize(words, draft);
  pick.items = [targetItem('user'), targetItem('workspace')];
  return replyOf(pick, true, [], (answer) => acceptPicked(pick, answer));

  function targetItem(value: ScenarioTarget): ChoiceItem<ScenarioTarget> {
    const { label, detail: description } = targetChoice(words, value);
    const kept = context.overriddenIn(draft, value);
    if (kept.length === 0) return { value, label, description };
    const detail = overriddenHere(words, kept);
    return { value, label, description, detail };
  }
}
