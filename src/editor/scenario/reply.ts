import {
  QuickInputButtons,
  type Disposable,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import type { Reply } from '../../core/scenario/dialog';

export interface ChoiceItem<T> extends QuickPickItem {
  readonly value: T;
}

export function acceptPicked<T>(pick: QuickPick<ChoiceItem<T>>, answer: (value: T) => void): void {
  pick.onDidAccept(() => {
    const [picked] = pick.selectedItems;
    if (picked) answer(picked.value);
  });
}

/**
 * Shows a step until it is answered, left by its back button, or closed.
 *
 * @param hasBack whether another step comes before it.
 * @param listeners disposed with the step.
 */
export async function replyOf<T>(
  input: InputBox | QuickPick<ChoiceItem<T>>,
  hasBack: boolean,
  listeners: readonly Disposable[],
  wire: (answer: (value: T) => void) => void,
): Promise<Reply<T>> {
  // Keeps the dialog open when the user looks something up elsewhere.
  input.ignoreFocusOut = true;
  input.buttons = hasBack ? [QuickInputButtons.Back] : [];
  const reply = await new Promise<Reply<T>>((resolve) => {
    wire((answer) => resolve({ answer }));
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve('cancel'));
    input.show();
  });
  for (const part of [...listeners, input]) part.dispose();
  return reply;
}
