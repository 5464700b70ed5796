import type { FieldName } from './fields';
import type { FullScenario } from './scenario';

/** The settings that the scenario is saved in. */
export type ScenarioTarget = 'user' | 'workspace';

/** The user's reaction to a step. */
export type Reply<T> = { readonly answer: T } | 'back' | 'cancel';

/** A preset or the user's own values. */
export interface StartingPoint {
  readonly scenario: FullScenario;
  /** Whether to list the values for a change before they are saved. */
  readonly adjust: boolean;
}

/** A choice in the list of values: one to change, or the end. */
export type ValueChoice = FieldName | 'save';

type FieldValue = FullScenario[FieldName];

/** Shows the steps. `draft` is the scenario with the answers so far. */
export interface ScenarioQuestions {
  start(draft: FullScenario): Promise<Reply<StartingPoint>>;
  values(draft: FullScenario): Promise<Reply<ValueChoice>>;
  field(field: FieldName, draft: FullScenario): Promise<Reply<FieldValue>>;
  target(draft: FullScenario): Promise<Reply<ScenarioTarget>>;
}

export interface DialogOutcome {
  readonly scenario: FullScenario;
  readonly target: ScenarioTarget;
}

/** A step after which the dialog is over, or the next step with the answers so far. */
type Next =
  | { readonly kind: 'done'; readonly outcome: DialogOutcome | undefined }
  | { readonly kind: 'step'; readonly draft: FullScenario; readonly steps: readonly Step[] };

/** The steps before the current one, which is last: going back leads through them. */
type Step = 'start' | 'values' | 'target' | { readonly field: FieldName };

/**
 * Asks for a preset, or lists all values, from which each change leads back to the list. Going back keeps the answers.
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
  for (;;) {
    const next = await ask({ draft, steps, hasWorkspace, questions });
    if (next.kind === 'done') return next.outcome;
    ({ draft, steps } = next);
  }
}

interface Position {
  readonly draft: FullScenario;
  readonly steps: readonly Step[];
  readonly hasWorkspace: boolean;
  readonly questions: ScenarioQuestions;
}

async function ask(at: Position): Promise<Next> {
  const { draft, steps, questions } = at;
  const step = steps.at(-1) ?? 'start';
  const stay: Next = { kind: 'step', draft, steps };
  const back: Next = { ...stay, steps: steps.length > 1 ? steps.slice(0, -1) : steps };
  const after = <T>(reply: Reply<T>, answered: (answer: T) => Next): Next => {
    if (reply === 'cancel') return { kind: 'done', outcome: undefined };
    return reply === 'back' ? back : answered(reply.answer);
  };
  if (step === 'start') {
    return after(await questions.start(draft), ({ scenario, adjust }) =>
      adjust
        ? { kind: 'step', draft: scenario, steps: [...steps, 'values'] }
        : save({ ...at, draft: scenario }),
    );
  }
  if (step === 'values') {
    return after(await questions.values(draft), (choice) =>
      choice === 'save' ? save(at) : { ...stay, steps: [...steps, { field: choice }] },
    );
  }
  if (step === 'target') {
    return after(await questions.target(draft), (target) => ({
      kind: 'done',
      outcome: { scenario: draft, target },
    }));
  }
  return after(await questions.field(step.field, draft), (value) => ({
    ...back,
    draft: { ...draft, [step.field]: value },
  }));
}

function save({ draft, steps, hasWorkspace }: Position): Next {
  return hasWorkspace
    ? { kind: 'step', draft, steps: [...steps, 'target'] }
    : { kind: 'done', outcome: { scenario: draft, target: 'user' } };
}
