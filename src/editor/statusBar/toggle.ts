import { window } from 'vscode';
import { itemHidden, showItemAgain } from '../../wording/views/readout';
import { reportErrors } from '../errors';
import { readSettings } from '../settings/settings';
import { writeSetting } from '../settings/write';
import { wordsOf } from '../words';
import type { Logger } from '../log';

const KEY = 'statusBar.visible';

/** Shows or hides the item; says how a hidden item comes back. */
export async function toggleStatusBar(log: Logger): Promise<void> {
  const wasVisible = readSettings().statusBarVisible;
  await writeSetting(KEY, !wasVisible);
  // Not awaited: the command ends before its message is closed.
  if (wasVisible) void reportErrors(log, offerBack);
}

async function offerBack(): Promise<void> {
  const words = wordsOf();
  const again = showItemAgain(words);
  if ((await window.showInformationMessage(itemHidden(words), again)) === again)
    await writeSetting(KEY, true);
}
