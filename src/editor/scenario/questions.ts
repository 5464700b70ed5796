import type { ScenarioQuestions } from '../../core/scenario/dialog';
import type { DialogContext } from './context';
import { SCENARIO_FIELDS, type Field, type FieldName } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import { askChoice } from './choiceStep';
import { askNumber, isNumberField } from './numberStep';
import { askStart } from './startStep';
import { askTarget } from './targetStep';
import { askValues } from './valuesStep';

/** The steps as quick picks and input boxes. */
export function scenarioQuestions(context: DialogContext): ScenarioQuestions {
  return {
    start: (draft) => askStart(context, draft),
    values: (draft) => askValues(context, draft),
    field: async (field, draft) => {
      if (isNumberField(field)) return askNumber(context, field, draft);
      const { rule }: Field = SCENARIO_FIELDS[field];
      const values = rule.kind === 'choice' ? rule.choices : [false, true];
      return askChoice(context, field, values as readonly FullScenario[FieldName][], draft);
    },
    target: (draft) => askTarget(context, draft),
  };
}
