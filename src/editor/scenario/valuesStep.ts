import { QuickPickItemKind, window } from 'vscode';
import type { Reply, ValueChoice } from '../../core/scenario/dialog';
import {
  FIELD_GROUPS,
  FIELD_NAMES,
  SCENARIO_FIELDS,
  type FieldName,
} from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import { controlGroupLabel } from '../../wording/scenario/controls';
import { chooseValue, saveChoice, valuesTitle } from '../../wording/scenario/dialog';
import { fieldWords } from '../../wording/scenario/fields';
import { describeValueChange } from '../../wording/scenario/values';
import { wordsOf } from '../words';
import type { DialogContext } from './context';
import { acceptPicked, replyOf, type ChoiceItem } from './reply';

type ValueItem = ChoiceItem<ValueChoice | undefined>;

/** Lists all assumptions with their values. Once one has changed, saving is the first row, and active. */
export async function askValues(
  context: DialogContext,
  draft: FullScenario,
): Promise<Reply<ValueChoice>> {
  const pick = window.createQuickPick<ValueItem>();
  const words = wordsOf();
  pick.title = valuesTitle(words);
  pick.placeholder = chooseValue(words);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const fill = (): void => {
    const active = pick.activeItems[0]?.value;
    pick.items = [...saveItems(context, draft), ...valueItems(context, draft)];
    // Else the first row stays active.
    if (active !== undefined) pick.activeItems = pick.items.filter(({ value }) => value === active);
  };
  fill();
  const listeners = [context.onDidChangeEffect(fill)];
  return replyOf<ValueChoice | undefined>(pick, true, listeners, (answer) =>
    acceptPicked(pick, answer),
  ) as Promise<Reply<ValueChoice>>;
}

function saveItems({ current, changeOf }: DialogContext, draft: FullScenario): ValueItem[] {
  if (FIELD_NAMES.every((name) => draft[name] === current[name])) return [];
  const label = `$(check) ${saveChoice(wordsOf())}`;
  return [{ value: 'save', label, description: changeOf(draft) ?? '' }];
}

function valueItems({ current }: DialogContext, draft: FullScenario): readonly ValueItem[] {
  const words = wordsOf();
  const item = (name: FieldName): ValueItem => ({
    value: name,
    label: fieldWords(words)[name].label,
    description: describeValueChange(words, name, draft[name], current[name]),
    detail: fieldWords(words)[name].meaning,
  });
  return FIELD_GROUPS.flatMap((group) => {
    const label = controlGroupLabel(words, group);
    const heading: ValueItem = { value: undefined, label, kind: QuickPickItemKind.Separator };
    const names = FIELD_NAMES.filter((name) => SCENARIO_FIELDS[name].group === group);
    return [heading].concat(names.map(item));
  });
}
