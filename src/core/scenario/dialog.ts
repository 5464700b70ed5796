import type { FullScenario } from './scenario';

/** The assumptions that people are asked for one by one, in this order. */
export const ASKED_FIELDS = [
  'outputTokens',
  'reasoningTokens',
  'cachedShare',
  'batch',
  'callsPerDay',
  'messages',
] as const satisfies readonly (keyof FullScenario)[];

export type AskedField = (typeof ASKED_FIELDS)[number];

/** Whose settings the scenario is saved in. */
export type ScenarioTarget = 'user' | 'workspace';

/** What somebody does at a step: answers it, goes one back, or gives everything up. */
export type Reply<T> = { readonly answer: T } | 'back' | 'cancel';

/** Which step of how many. */
export interface Place {
  readonly step: number;
  readonly of: number;
}

/** What the dialog starts from: a preset or values of one's own, to take as they are or to adjust. */
export interface StartingPoint {
  readonly scenario: FullScenario;
  readonly adjust: boolean;
}

/** Whoever shows the steps. `draft` is the scenario as it stands at that step. */
export interface ScenarioQuestions {
  start(draft: FullScenario): Promise<Reply<StartingPoint>>;
  field(field: AskedField, draft: FullScenario, place: Place): Promise<Reply<number | boolean>>;
  target(draft: FullScenario, place: Place): Promise<Reply<ScenarioTarget>>;
}

export interface DialogOutcome {
  readonly scenario: FullScenario;
  readonly target: ScenarioTarget;
}

type Step = 'start' | AskedField | 'target';

/**
 * Asks for a scenario step by step. Going back keeps what was answered since, as the value that a step
 * starts with when it is asked again.
 *
 * @param hasWorkspace whether there is a choice of whose settings; else they are the user's.
 * @returns undefined when it was given up.
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
  place: Place,
  questions: ScenarioQuestions,
): Promise<Reply<StartingPoint | number | boolean | ScenarioTarget>> {
  if (step === 'start') return questions.start(draft);
  if (step === 'target') return questions.target(draft, place);
  return questions.field(step, draft, place);
}
