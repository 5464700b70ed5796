import { l10n } from 'vscode';
import { HumanError } from './errors';
import type { LiveEstimate, Readout } from './liveEstimate';

export type ReadyReadout = Extract<Readout, { kind: 'ready' }>;

/**
 * The current estimate, or the one that is being made.
 *
 * @throws {HumanError} when there is nothing to price, with what to do.
 */
export async function nextReady(live: LiveEstimate): Promise<ReadyReadout> {
  const readout = live.readout.kind === 'counting' ? await nextReadout(live) : live.readout;
  switch (readout.kind) {
    case 'ready':
      return readout;
    case 'problem':
      throw new HumanError(readout.message);
    case 'unreadable':
      throw new HumanError(
        l10n.t('VS Code gives extensions no text of files over 50 MB, so this one has no price.'),
      );
    case 'none':
    case 'counting':
      throw new HumanError(l10n.t('Open a text file first: its text is what is priced.'));
  }
}

async function nextReadout(live: LiveEstimate): Promise<Readout> {
  return new Promise((resolve) => {
    const listener = live.onDidChange((readout) => {
      if (readout.kind === 'counting') return;
      listener.dispose();
      resolve(readout);
    });
  });
}
