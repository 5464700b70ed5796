import { commands } from 'vscode';
import { trySample } from '../../wording/views/tour';
import { HumanError, type ErrorAction } from '../errors';
import { openSettingsAt } from '../help';
import type { LiveEstimate } from './estimate';
import type { Readout } from './readout';
import { wordsOf } from '../words';
import type { CountableSubject } from '../subject/subject';
import { whyNothing, type EmptyReadout } from './whyNothing';

export type ReadyReadout = Extract<Readout, { kind: 'ready' }>;

/**
 * The estimate of the status bar's model for the current text and settings.
 *
 * @throws {HumanError} if there is nothing to price; the message says what to do.
 */
export async function nextReady(live: LiveEstimate): Promise<ReadyReadout> {
  return nextReadout(live, () => true);
}

/** The estimates of all models for the current text and settings. */
export async function nextComplete(live: LiveEstimate): Promise<ReadyReadout> {
  const wanting = live.wantAll();
  try {
    return await nextReadout(live, ({ result }) => result.isComplete);
  } finally {
    wanting.dispose();
  }
}

/**
 * The subject that is priced or being counted.
 *
 * @throws {HumanError} if there is nothing to price; the message says what to do.
 */
export function pricedSubject({ readout }: LiveEstimate): CountableSubject {
  if (readout.kind === 'ready' || readout.kind === 'counting') return readout.subject;
  throw nothingReady(readout);
}

/** The reason why there is nothing to price, and what to do. */
export function nothingReady(readout: EmptyReadout): HumanError {
  return new HumanError(whyNothing(readout), { actions: helpWith(readout) });
}

/** Opens a sample prompt. */
function openSample(): ErrorAction {
  return {
    title: trySample(wordsOf()),
    run: async () => commands.executeCommand('apiSpend.getStarted', 'text'),
  };
}

/** Buttons that lead to something to price. */
function helpWith(readout: EmptyReadout): readonly ErrorAction[] {
  switch (readout.kind) {
    case 'problem':
      return readout.actions;
    case 'none':
      return [openSample()];
    case 'leftOut':
      return [openSettingsAt('apiSpend.ignoredLanguages')];
    case 'unreadable':
      return [];
  }
}

async function nextReadout(
  live: LiveEstimate,
  isEnough: (readout: ReadyReadout) => boolean,
): Promise<ReadyReadout> {
  return new Promise((resolve, reject) => {
    const look = (readout: Readout): boolean => {
      if (readout.kind === 'counting' || !live.isCurrent) return false;
      if (readout.kind === 'ready') {
        if (isEnough(readout)) resolve(readout);
        return isEnough(readout);
      }
      reject(nothingReady(readout));
      return true;
    };
    if (look(live.readout)) return;
    const listener = live.onDidChange((readout) => {
      if (look(readout)) listener.dispose();
    });
  });
}
