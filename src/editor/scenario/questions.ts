import type { ScenarioQuestions } from '../../core/scenario/dialog';
import type { DialogContext } from './context';
import { askFlag, isFlagField } from './flagStep';
import { askNumber } from './numberStep';
import { askStart } from './startStep';
import { askTarget } from './targetStep';

/** The steps as quick picks and input boxes. */
export function scenarioQuestions(context: DialogContext): ScenarioQuestions {
  return {
    start: (draft) => askStart(context, draft),
    field: (field, draft, place) =>
      isFlagField(field)
        ? askFlag(context, field, draft, place)
        : askNumber(context, field, draft, place),
    target: (draft, place) => askTarget(context, draft, place),
  };
}
