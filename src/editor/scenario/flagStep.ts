import { window } from 'vscode';
import type { AskedField, Reply, StepPlace } from '../../core/scenario/dialog';
import { SCENARIO_FIELDS, type FieldsWith } from '../../core/scenario/fields';
import type { FlagRule } from '../../core/scenario/rules';
import type { FullScenario } from '../../core/scenario/scenario';
import { yesOrNo } from '../../wording/scenario/dialog';
import { fieldQuestion, fieldTitle } from '../../wording/scenario/sentences';
import { wordsOf } from '../words';
import type { DialogContext } from './context';
import { acceptPicked, replyOf, type ChoiceItem } from './reply';

export type FlagField = AskedField & FieldsWith<{ readonly rule: FlagRule }>;

export function isFlagField(field: AskedField): field is FlagField {
  return SCENARIO_FIELDS[field].rule.kind === 'flag';
}

/** Asks yes or no, and shows the cost of each. */
export async function askFlag(
  context: DialogContext,
  field: FlagField,
  draft: FullScenario,
  place: StepPlace,
): Promise<Reply<boolean>> {
  const pick = window.createQuickPick<ChoiceItem<boolean>>();
  const words = wordsOf();
  pick.title = fieldTitle(words, field);
  pick.placeholder = fieldQuestion(words, field);
  const fill = (): void => {
    const chosen = pick.activeItems[0]?.value ?? draft[field];
    pick.items = [false, true].map((value) => {
      const change = context.changeOf({ ...draft, [field]: value });
      const label = yesOrNo(words, value);
      return change === undefined ? { value, label } : { value, label, description: change };
    });
    pick.activeItems = pick.items.filter(({ value }) => value === chosen);
  };
  fill();
  const listeners = [context.onDidChangeEffect(fill)];
  return replyOf(pick, place, listeners, (answer) => acceptPicked(pick, answer));
}
