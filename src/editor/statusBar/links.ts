import { commands, Disposable } from 'vscode';
import { reportErrors } from '../errors';
import { showPage } from '../help';
import type { Logger } from '../log';
import { writeSetting } from '../settings/write';
import { answerFileCall } from './fileCall';
import {
  ANSWER_FILE_CALL,
  ANSWER_HINT,
  END_INTRODUCTION,
  NOTE_PRICE,
  SHOW_COUNTING,
} from './notes';

/** What links change in the item. */
export interface LinkedItem {
  /** @param modelId of the price that the user notes. */
  readonly notePrice: (modelId: unknown) => void;
  readonly endIntroduction: () => void;
  /** The user has answered the hint at lenses. */
  readonly endHint: () => void;
}

/** Registers the commands that only the tooltip's links run. */
export function registerLinks(item: LinkedItem, log: Logger): Disposable {
  return Disposable.from(
    commands.registerCommand(NOTE_PRICE, item.notePrice),
    commands.registerCommand(END_INTRODUCTION, item.endIntroduction),
    commands.registerCommand(SHOW_COUNTING, async () =>
      reportErrors(log, async () => showPage('counting.md')),
    ),
    commands.registerCommand(ANSWER_FILE_CALL, async (uri: unknown, link: unknown) =>
      reportErrors(log, async () => answerFileCall(uri, link)),
    ),
    commands.registerCommand(ANSWER_HINT, async (isYes: unknown) => {
      item.endHint();
      await reportErrors(log, async () => answerHint(isYes === true));
    }),
  );
}

async function answerHint(isYes: boolean): Promise<void> {
  if (isYes) await writeSetting('codeLens.enabled', true);
}
