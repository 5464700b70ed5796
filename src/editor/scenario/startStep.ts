import { ThemeIcon, window } from 'vscode';
import type { Reply, StartingPoint } from '../../core/scenario/dialog';
import { applyPreset, presetOf, PRESETS } from '../../core/scenario/presets';
import type { FullScenario } from '../../core/scenario/scenario';
import {
  adjustButton,
  chooseStart,
  currentPreset,
  customStart,
  dialogTitle,
  unsavedStart,
} from '../../wording/scenario/dialog';
import { describePreset, presetName, summarize } from '../../wording/scenario/sentences';
import { SteadyRows, type SteadyRow } from '../picks/steadyRows';
import { wordsOf } from '../words';
import type { DialogContext } from './context';
import { acceptPicked, replyOf, type ChoiceItem } from './reply';

const ADJUST = { iconPath: new ThemeIcon('edit'), tooltip: adjustButton(wordsOf()) };

type StartItem = ChoiceItem<StartingPoint> & SteadyRow;

/** Asks for a preset or custom values. */
export async function askStart(
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
  const currentItem = pick.items.find(({ key }) => key === current?.id);
  if (currentItem && !context.unsaved) pick.activeItems = [currentItem];
  const listeners = [rows, context.onDidChangeEffect(fill)];
  return replyOf(pick, false, listeners, (answer) => {
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
    detail = summarize(words, scenario),
  ): StartItem => ({
    key,
    label,
    description: notes.filter((note) => note !== undefined).join(' · '),
    detail,
    value: { scenario, adjust: false },
    buttons: [ADJUST],
  });
  const presets = PRESETS.map((preset) => {
    const scenario = applyPreset(preset, current);
    const isCurrent = presetOf(current) === preset;
    const notes = [costOf(scenario), isCurrent ? currentPreset(words) : undefined];
    const detail = describePreset(words, scenario);
    return item(preset.id, presetName(words, preset.id), scenario, notes, detail);
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
