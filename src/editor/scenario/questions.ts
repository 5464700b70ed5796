import {
  QuickInputButtons,
  ThemeIcon,
  window,
  type Disposable,
  type Event,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { SCENARIO_FIELDS } from '../../core/scenario/fields';
import { isFieldValue } from '../../core/scenario/parse';
import { applyPreset, presetOf, PRESETS } from '../../core/scenario/presets';
import type { FullScenario } from '../../core/scenario/scenario';
import type {
  AskedField,
  Place,
  Reply,
  ScenarioQuestions,
  ScenarioTarget,
  StartingPoint,
} from '../../core/scenario/dialog';
import { parseTypedShare, parseTypedWhole } from '../../core/scenario/typedNumber';
import {
  adjustButton,
  chooseStart,
  currentPreset,
  customStart,
  dialogTitle,
  overriddenHere,
  saveTitle,
  targetChoice,
  unsavedStart,
  yesOrNo,
} from '../../wording/dialog';
import {
  fieldHint,
  fieldQuestion,
  fieldTitle,
  presetName,
  summarize,
} from '../../wording/scenario';
import { SteadyRows, type SteadyRow } from '../picks/steadyRows';
import { wordsOf } from '../words';

/** What the steps need to know beside the scenario. */
export interface DialogContext {
  readonly current: FullScenario;
  /** Values of an earlier dialog that could not be saved. */
  readonly unsaved: FullScenario | undefined;
  /** What a scenario makes of the current subject; undefined where there is none. */
  readonly effectOf: (scenario: FullScenario) => string | undefined;
  /** The same without the subject's name, for places without room for it. */
  readonly changeOf: (scenario: FullScenario) => string | undefined;
  /** What calls under it cost, without a word about now. */
  readonly costOf: (scenario: FullScenario) => string | undefined;
  readonly onDidChangeEffect: Event<unknown>;
  /** Names of changed values that other settings than the target's keep in force. */
  readonly overriddenIn: (scenario: FullScenario, target: ScenarioTarget) => readonly string[];
}

const ADJUST = { iconPath: new ThemeIcon('edit'), tooltip: adjustButton(wordsOf()) };

interface ChoiceItem<T> extends QuickPickItem {
  readonly value: T;
}

type StartItem = ChoiceItem<StartingPoint> & SteadyRow;

/** The steps as VS Code shows them: quick picks and input boxes. */
export function scenarioQuestions(context: DialogContext): ScenarioQuestions {
  return {
    start: (draft) => askStart(context, draft),
    field: (field, draft, place) =>
      field === 'batch' ? askBatch(context, draft, place) : askNumber(context, field, draft, place),
    target: (draft, place) => askTarget(context, draft, place),
  };
}

async function askStart(
  context: DialogContext,
  draft: FullScenario,
): Promise<Reply<StartingPoint>> {
  const pick = window.createQuickPick<StartItem>();
  pick.title = dialogTitle(wordsOf());
  pick.placeholder = chooseStart(wordsOf());
  pick.matchOnDetail = true;
  const rows = new SteadyRows(pick);
  const fill = (): void => void rows.show(startItems(context, draft));
  fill();
  const current = presetOf(context.current);
  const usual = pick.items.find(({ key }) => key === current?.id);
  if (usual && !context.unsaved) pick.activeItems = [usual];
  const listeners = [rows, context.onDidChangeEffect(fill)];
  return replyOf(pick, undefined, listeners, (answer) => {
    acceptPicked(pick, answer);
    pick.onDidTriggerItemButton(({ item }) => answer({ ...item.value, adjust: true }));
  });
}

function startItems(
  { current, unsaved, costOf }: DialogContext,
  draft: FullScenario,
): readonly StartItem[] {
  const words = wordsOf();
  const item = (
    key: string,
    label: string,
    scenario: FullScenario,
    notes: readonly (string | undefined)[],
  ): StartItem => ({
    key,
    label,
    description: notes.filter((note) => note !== undefined).join(' · '),
    detail: summarize(words, scenario),
    value: { scenario, adjust: false },
    buttons: [ADJUST],
  });
  const presets = PRESETS.map((preset) => {
    const scenario = applyPreset(preset, current);
    const isCurrent = presetOf(current) === preset;
    return item(preset.id, presetName(words, preset.id), scenario, [
      costOf(scenario),
      isCurrent ? currentPreset(words) : undefined,
    ]);
  });
  const { label, detail: description } = customStart(words);
  const custom: StartItem = {
    key: 'custom',
    label,
    description,
    detail: summarize(words, draft),
    value: { scenario: draft, adjust: true },
    alwaysShow: true,
  };
  const kept = unsaved ? [item('unsaved', unsavedStart(words), unsaved, [costOf(unsaved)])] : [];
  return [...kept, ...presets, custom];
}

async function askNumber(
  context: DialogContext,
  field: Exclude<AskedField, 'batch'>,
  draft: FullScenario,
  place: Place,
): Promise<Reply<number>> {
  const input = window.createInputBox();
  const words = wordsOf();
  input.title = fieldTitle(words, field);
  input.placeholder = fieldQuestion(words, field);
  input.value = typedText(field, draft[field]);
  const look = (): void => {
    const value = parseTyped(field, input.value);
    input.validationMessage = value === undefined ? fieldHint(words, field) : '';
    if (value === undefined) return;
    const effect = context.effectOf({ ...draft, [field]: value });
    input.prompt = [fieldQuestion(words, field), effect]
      .filter((part) => part !== undefined)
      .join('. ');
  };
  look();
  const listeners = [input.onDidChangeValue(look), context.onDidChangeEffect(look)];
  return replyOf(input, place, listeners, (answer) => {
    input.onDidAccept(() => {
      const value = parseTyped(field, input.value);
      if (value !== undefined) answer(value);
    });
  });
}

async function askBatch(
  context: DialogContext,
  draft: FullScenario,
  place: Place,
): Promise<Reply<boolean>> {
  const pick = window.createQuickPick<ChoiceItem<boolean>>();
  const words = wordsOf();
  pick.title = fieldTitle(words, 'batch');
  pick.placeholder = fieldQuestion(words, 'batch');
  const fill = (): void => {
    const chosen = pick.activeItems[0]?.value ?? draft.batch;
    pick.items = [false, true].map((value) => {
      const change = context.changeOf({ ...draft, batch: value });
      const label = yesOrNo(words, value);
      return change === undefined ? { value, label } : { value, label, description: change };
    });
    pick.activeItems = pick.items.filter(({ value }) => value === chosen);
  };
  fill();
  const listeners = [context.onDidChangeEffect(fill)];
  return replyOf(pick, place, listeners, (answer) => acceptPicked(pick, answer));
}

async function askTarget(
  context: DialogContext,
  draft: FullScenario,
  place: Place,
): Promise<Reply<ScenarioTarget>> {
  const pick = window.createQuickPick<ChoiceItem<ScenarioTarget>>();
  const words = wordsOf();
  pick.title = saveTitle(words);
  pick.placeholder = context.changeOf(draft) ?? summarize(words, draft);
  pick.items = [targetItem('user'), targetItem('workspace')];
  return replyOf(pick, place, [], (answer) => acceptPicked(pick, answer));

  function targetItem(value: ScenarioTarget): ChoiceItem<ScenarioTarget> {
    const { label, detail: description } = targetChoice(words, value);
    const kept = context.overriddenIn(draft, value);
    if (kept.length === 0) return { value, label, description };
    const detail = overriddenHere(words, kept);
    return { value, label, description, detail };
  }
}

/** A value as people would type it, to be changed or kept. */
function typedText(field: AskedField, value: number): string {
  if (SCENARIO_FIELDS[field].rule.kind === 'whole') return String(value);
  return value.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 10 });
}

/** The value that a text is, or undefined where it is none of the field's. */
function parseTyped(field: AskedField, text: string): number | undefined {
  const { rule } = SCENARIO_FIELDS[field];
  const value = rule.kind === 'whole' ? parseTypedWhole(text) : parseTypedShare(text);
  return isFieldValue(field, value) ? value : undefined;
}

function acceptPicked<T>(pick: QuickPick<ChoiceItem<T>>, answer: (value: T) => void): void {
  pick.onDidAccept(() => {
    const [picked] = pick.selectedItems;
    if (picked) answer(picked.value);
  });
}

/** Shows a step until it is answered, left by its back button, or closed. */
async function replyOf<T>(
  input: InputBox | QuickPick<ChoiceItem<T>>,
  place: Place | undefined,
  listeners: readonly Disposable[],
  wire: (answer: (value: T) => void) => void,
): Promise<Reply<T>> {
  // Looking something up elsewhere must not cost what was typed before.
  input.ignoreFocusOut = true;
  input.step = place?.step;
  input.totalSteps = place?.of;
  input.buttons = place ? [QuickInputButtons.Back] : [];
  const reply = await new Promise<Reply<T>>((resolve) => {
    wire((answer) => resolve({ answer }));
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve('cancel'));
    input.show();
  });
  for (const part of [...listeners, input]) part.dispose();
  return reply;
}
