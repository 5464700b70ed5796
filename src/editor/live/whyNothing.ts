import { describeLeftOut, describeUnreadable, nothingOpen } from '../../wording/subject';
import type { Readout } from './readout';
import { subjectText } from '../subject/named';
import { wordsOf } from '../words';
import { subjectName } from '../subject/subject';

export type EmptyReadout = Exclude<Readout, { kind: 'ready' | 'counting' }>;

/** A sentence with the reason why there is nothing to price, and what to do. */
export function whyNothing(readout: EmptyReadout): string {
  const words = wordsOf();
  switch (readout.kind) {
    case 'problem':
      return readout.message;
    case 'unreadable':
      return describeUnreadable(words, subjectName(readout.subject), readout.subject.reason);
    case 'leftOut':
      return describeLeftOut(words, subjectText(words, readout.subject));
    case 'none':
      return nothingOpen(words);
  }
}
