import { findOverruns, type Overrun } from '../../core/estimate/budget';
import { changeBetween, type Change } from '../../core/estimate/change';
import type { Estimate } from '../../core/estimate/estimate';
import { encodingNamed, type CountedSubject } from '../live/counted';
import type { ReadyReadout } from '../live/nextReady';
import type { SavedCounts } from '../counting/savedCounts';
import type { CountableSubject } from '../subject/subject';

/** All that the status bar has to say about a subject. */
export interface ReadoutFacts {
  readonly subject: CountableSubject;
  readonly result: CountedSubject;
  readonly estimate: Estimate;
  readonly overruns: readonly Overrun[];
  /** Since the last save; undefined where nothing is unsaved, or what is saved is not known. */
  readonly change: Change | undefined;
}

export function factsOf({ subject, result }: ReadyReadout, saved: SavedCounts): ReadoutFacts {
  const estimate = result.estimate(result.model);
  const { price } = estimate;
  return {
    subject,
    result,
    estimate,
    overruns: price.kind === 'priced' ? findOverruns(price, result.settings.budgets) : [],
    change: changeSinceSave(subject, estimate, result, saved),
  };
}

/**
 * Of whole documents only: what is selected now may have been anywhere in what was saved, and the cells of a
 * notebook are saved as something else than their text.
 */
function changeSinceSave(
  subject: CountableSubject,
  estimate: Estimate,
  { model, estimateParts }: CountedSubject,
  saved: SavedCounts,
): Change | undefined {
  if (subject.kind !== 'text' || subject.notebook || subject.selections.length > 0)
    return undefined;
  const { document, languageId } = subject;
  // Asked for also where nothing is unsaved: that is when it becomes known.
  const count = saved.count(document, encodingNamed(model.tokenizer.encoding));
  if (!count || !document.isDirty) return undefined;
  return changeBetween(estimateParts(model, [{ languageId, count }]), estimate);
}
