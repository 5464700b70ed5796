import { findOverruns, type Overrun } from '../../core/estimate/budget';
import { changeBetween, type Change } from '../../core/estimate/change';
import type { Estimate } from '../../core/estimate/estimate';
import type { PriceAge } from '../../wording/marks';
import type { Words } from '../../wording/words';
import type { SavedCounts } from '../counting/savedCounts';
import { encodingNamed, type CountedSubject } from '../live/counted';
import type { ReadyReadout } from '../live/nextReady';
import type { Settings } from '../settings/settings';
import { subjectText } from '../subject/named';
import { subjectNotes } from '../subject/notes';
import { subjectUri, type CountableSubject } from '../subject/subject';
import { wordsOf } from '../words';

/** The content of the status-bar item and its tooltip, as plain values: its texts are made without VS Code. */
export interface ReadoutFacts {
  /** "notes.md", "3 selections in notes.md". */
  readonly name: string;
  /** Equal for readouts whose figures keep their widths: of one document, or of selections in it. */
  readonly widthKey: string;
  /** Sentences about the subject, such as what of it is not counted. */
  readonly subjectNotes: readonly string[];
  readonly estimate: Estimate;
  readonly overruns: readonly Overrun[];
  /** Since the last save; undefined without unsaved changes, or while the saved text is not counted. */
  readonly change: Change | undefined;
  readonly settings: Settings;
  readonly age: PriceAge;
  readonly words: Words;
}

export function factsOf({ subject, result }: ReadyReadout, saved: SavedCounts): ReadoutFacts {
  const { settings, atMs } = result;
  const estimate = result.estimate(result.model);
  const { price } = estimate;
  const words = wordsOf(settings);
  return {
    name: subjectText(words, subject),
    widthKey: widthKeyOf(subject),
    subjectNotes: subjectNotes(subject),
    estimate,
    overruns: price.kind === 'priced' ? findOverruns(price, settings.budgets) : [],
    change: changeSinceSave(subject, estimate, result, saved),
    settings,
    age: { atMs, staleAfterDays: settings.staleAfterDays },
    words,
  };
}

/** A selection has widths of its own: it may be a word of a large document. */
function widthKeyOf(subject: CountableSubject): string {
  const isPart = subject.kind === 'text' ? subject.selections.length > 0 : !subject.isWhole;
  return `${subjectUri(subject).toString()} ${isPart}`;
}

/**
 * Only for whole text documents: a selection has no counterpart in the saved text, and a notebook is saved
 * as JSON.
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
  // Read also without unsaved changes: the saved text is counted then.
  const count = saved.count(document, encodingNamed(model.tokenizer.encoding));
  if (!count || !document.isDirty) return undefined;
  return changeBetween(estimateParts(model, [{ languageId, count }]), estimate);
}
