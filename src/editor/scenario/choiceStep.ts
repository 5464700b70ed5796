import { window } from 'vscode';
import type { Reply } from '../../core/scenario/dialog';
import type { FieldName } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import { showValue } from '../../wording/scenario/values';
import { fieldQuestion, fieldTitle } from '../../wording/scenario/sentences';
import { wordsOf } from '../words';
import type { DialogContext } from './context';
import { acceptPicked, replyOf, type ChoiceItem } from './reply';

type Value = FullScenario[FieldName];

/** Lists the values of an assumption, each with its cost. */
export async function askChoice(
  context: DialogContext,
  field: FieldName,
  values: readonly Value[],
  draft: FullScenario,
): Promise<Reply<Value>> {
  const pick = window.createQuickPick<ChoiceItem<Value>>();
  const words = wordsOf();
  pick.title = fieldTitle(words, field);
  pick.placeholder = fieldQuestion(words, field);
  const fill = (): void => {
    const chosen = pick.activeItems[0]?.value ?? draft[field];
    pick.items = values.map((value) => {
      const change = context.changeOf({ ...draft, [field]: value });
      const label = showValue(words, field, value);
      return change === undefined ? { value, label } : { value, label, description: change };
    });
    pick.activeItems = pick.items.filter(({ value }) => value === chosen);
  };
  fill();
  const listeners = [context.onDidChangeEffect(fill)];
  return replyOf(pick, true, listeners, (answer) => acceptPicked(pick, answer));
}
