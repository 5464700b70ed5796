import { FIELD_NAMES, isAskedField, type FieldsWith } from './fields';
import type { FullScenario } from './scenario';

export type AskedField = FieldsWith<{ isAsked: true }>;

const ASKED_FIELDS = FIELD_NAMES.filter(isAskedField);

/** The settings that the scenario is saved in. */
export type ScenarioTarget = 'user' | 'workspace';

/** The user's reaction to a step. */
export type Reply<T> = { readonly answer: T } | 'back' | 'cancel';

/** "Step 2 of 7". */
export interface StepPlace {
  readonly step: number;
  readonly of: number;
}

/** A preset or the user's own values. */
export interface StartingPoint {
  readonly scenario: FullScenario;
  /** Whether to ask for each value. */
  readonly adjust: boolean;
}

/** Shows the steps. `draft` is the scenario with the answers so far. */
export interface ScenarioQuestions {
  start(draft: FullScenario): Promise<Reply<StartingPoint>>;
  field(field: AskedField, draft: FullScenario, place: StepPlace): Promise<Reply<number | boolean>>;
  target(draft: FullScenario, place: StepPlace): Promise<Reply<ScenarioTarget>>;
}

export interface DialogOutcome {
  readonly scenario: FullScenario;
  readonly target: ScenarioTarget;
}

type Step = 'start' | AskedField | 'target';

/**
 * Asks for a scenario step by step. Going back keeps the answers.
 *
 * @param hasWorkspace whether to ask for the target; without a workspace, it is the user's settings.
 * @returns undefined if cancelled.
 */
export async function askScenario(
  current: FullScenario,
  hasWorkspace: boolean,
  questions: ScenarioQuestions,
): Promise<DialogOutcome | undefined> {
  let draft = current;
  let steps: readonly Step[] = ['start'];
  let index = 0;
  for (;;) {
    const step = steps[index];
    if (step === undefined) return { scenario: draft, target: 'user' };
    const reply = await ask(step, draft, { step: index + 1, of: steps.length }, questions);
    if (reply === 'cancel') return undefined;
    if (reply === 'back') {
      index = Math.max(0, index - 1);
      continue;
    }
    const { answer } = reply;
    if (typeof answer === 'string') return { scenario: draft, target: answer };
    if (typeof answer === 'object') {
      draft = answer.scenario;
      steps = stepsAfter(answer, hasWorkspace);
    } else {
      draft = { ...draft, [step]: answer };
    }
    index++;
  }
}

function stepsAfter({ adjust }: StartingPoint, hasWorkspace: boolean): readonly Step[] {
  return ['start', ...(adjust ? ASKED_FIELDS : []), ...(hasWorkspace ? ['target' as const] : [])];
}

async function ask(
  step: Step,
  draft: FullScenario,
  place: StepPlace,
  questions: ScenarioQuestions,
): Promise<Reply<StartingPoint | number | boolean | ScenarioTarget>> {
  if (step === 'start') return questions.start(draft);
  if (step === 'target') return questions.target(draft, place);
  return questions.field(step, draft, place);
}
