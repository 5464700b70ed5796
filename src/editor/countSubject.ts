import type { TokenCounter } from '../core/tokens/tokenCounter';
import { pause, SLICE_MS } from './pause';
import type { TextSubject } from './subject';
import { subjectRanges } from './subjectReader';

/**
 * Counts a subject in slices of a few milliseconds, so that the extension host is never busy for long.
 *
 * @param isWanted asked after each slice; a count that nobody wants any more is given up.
 * @returns the tokens, or undefined when it was given up.
 */
export async function countSubject(
  subject: TextSubject,
  counter: TokenCounter,
  isWanted: () => boolean,
): Promise<number | undefined> {
  let tokens = 0;
  let sliceEnd = performance.now() + SLICE_MS;
  for (const range of subjectRanges(subject)) {
    const work = counter.countSliced(subject.document.getText(range));
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) {
        tokens += step.value;
        break;
      }
      if (performance.now() < sliceEnd) continue;
      await pause();
      if (!isWanted()) return undefined;
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
  return tokens;
}
