import { l10n } from 'vscode';
import { HumanError } from '../errors';
import type { LiveEstimate, Readout } from './estimate';
import { describeLeftOut } from '../wording/sentences';
import type { CountableSubject } from '../subject/subject';
import { describeUnreadable } from '../subject/unreadable';

export type ReadyReadout = Extract<Readout, { kind: 'ready' }>;

type EmptyReadout = Exclude<Readout, { kind: 'ready' | 'counting' }>;

/**
 * The estimate of the status bar's model for the text and the settings as they are when it is asked for.
 *
 * @throws {HumanError} when there is nothing to price, with what to do.
 */
export async function nextReady(live: LiveEstimate): Promise<ReadyReadout> {
  return nextReadout(live, () => true);
}

/** The same for all models. */
export async function nextComplete(live: LiveEstimate): Promise<ReadyReadout> {
  const wanting = live.wantAll();
  try {
    return await nextReadout(live, ({ result }) => result.isComplete);
  } finally {
    wanting.dispose();
  }
}

/**
 * What is priced, or being counted, at the moment.
 *
 * @throws {HumanError} when there is nothing to price, with what to do.
 */
export function pricedSubject({ readout }: LiveEstimate): CountableSubject {
  if (readout.kind === 'ready' || readout.kind === 'counting') return readout.subject;
  throw nothingReady(readout);
}

/** Why there is nothing to price, with what to do. */
export function nothingReady(readout: EmptyReadout): HumanError {
  return new HumanError(whyNothing(readout));
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

function whyNothing(readout: EmptyReadout): string {
  switch (readout.kind) {
    case 'problem':
      return readout.message;
    case 'unreadable':
      return describeUnreadable(readout.subject);
    case 'leftOut':
      return describeLeftOut(readout.subject);
    case 'none':
      return l10n.t('Open a text file first: its text is what is priced.');
  }
}
