import { overrunsOf, type Overrun } from '../../core/estimate/budget';
import type { Change } from '../../core/estimate/change';
import type { Estimate } from '../../core/estimate/estimate';
import type { RequestFacts } from '../../core/requests/facts';
import type { NewPrice } from '../../core/pricing/seenPrice';
import type { PriceAge } from '../../wording/marks';
import type { Done, Words } from '../../wording/words';
import { fileCallNote } from './fileCall';
import type { FileCallNote } from '../../wording/views/fileCall';
import type { ReadyReadout } from '../live/nextReady';
import type { Settings } from '../settings/settings';
import { subjectText } from '../subject/named';
import { subjectNotes } from '../subject/notes';
import type { TemplateView } from '../subject/templates/view';
import { subjectUri, type CountableSubject } from '../subject/subject';
import { sentNotes } from '../../wording/views/beside';
import { requestsIn } from '../../wording/views/requestCount';
import { asSentence } from '../../wording/words';
import { wordsOf } from '../words';

/** The content of the status-bar item and its tooltip, as plain values: its texts are made without VS Code. */
export interface ReadoutFacts {
  /** "notes.md", "3 selections in notes.md". */
  readonly name: string;
  /** Equal for readouts whose figures keep their widths: of one document, or of selections in it. */
  readonly widthKey: string;
  /** Whether only a part of the document is priced. */
  readonly isSelection: boolean;
  /** Sentences about the subject, such as what of it is not counted. */
  readonly subjectNotes: readonly string[];
  readonly estimate: Estimate;
  /** What a file of requests is; undefined: the subject is one text. */
  readonly requests: RequestFacts | undefined;
  /** What is known of the values of a template. */
  readonly template?: TemplateView | undefined;
  /** How the name of the model was read; undefined for an id or alias. */
  readonly reading: string | undefined;
  /** The call that the file names. */
  readonly fileCall: FileCallNote | undefined;
  readonly overruns: readonly Overrun[];
  /** Since the last save; undefined without unsaved changes, or while the saved text is not counted. */
  readonly change: Change | undefined;
  /** Of the model's price since the user saw it. */
  readonly news: NewPrice | undefined;
  /** The cost that the report shows under assumptions tried there; undefined: it shows the same as the status bar. */
  readonly costInReport: string | undefined;
  /** What a command has just done. */
  readonly done: Done | undefined;
  /** Whether the item explains itself: it appears for the first time. */
  readonly isNew: boolean;
  /** Whether to say that prompt files can have lenses. */
  readonly hintsAtLenses: boolean;
  readonly settings: Settings;
  readonly age: PriceAge;
  readonly words: Words;
}

export function factsOf(
  readout: ReadyReadout,
  {
    news,
    costInReport,
    done,
    isNew,
    hintsAtLenses,
  }: Pick<ReadoutFacts, 'news' | 'costInReport' | 'done' | 'isNew' | 'hintsAtLenses'>,
): ReadoutFacts {
  const { subject, result } = readout;
  const { settings, atMs } = result;
  const estimate = result.current();
  const words = wordsOf(settings);
  const { requests } = result;
  return {
    name: pricedName(words, readout),
    widthKey: widthKeyOf(subject),
    isSelection: isPartOf(subject),
    subjectNotes: requests
      ? requests.library
          .notesOn(words, requests, estimate, result)
          .map((note) => asSentence(words, note))
      : [
          ...subjectNotes(subject, result.template),
          ...spreadNotes(words, result.template, estimate),
          ...sentNotes(words, estimate).map((note) => asSentence(words, note)),
        ],
    estimate,
    requests: requests?.facts,
    template: result.template,
    reading: result.reading,
    fileCall: fileCallNote(subject, result),
    overruns: overrunsOf(estimate, settings.budgets),
    change: result.sinceSave,
    news,
    costInReport,
    done,
    isNew,
    hintsAtLenses,
    settings,
    age: { atMs, staleAfterDays: settings.staleAfterDays },
    words,
  };
}

/** The mean of several samples and the one that costs the most. */
function spreadNotes(
  words: Words,
  template: TemplateView | undefined,
  estimate: Estimate,
): readonly string[] {
  const spread = template?.spread(words, estimate);
  return spread === undefined ? [] : [spread];
}

/** "1,000 requests in batch.jsonl". */
export function pricedName(words: Words, { subject, result: { requests } }: ReadyReadout): string {
  const name = subjectText(words, subject);
  const count = requests?.requests.length ?? 0;
  return count > 1 ? requestsIn(words, count, name) : name;
}

/** A selection has widths of its own: it may be a word of a large document. */
function widthKeyOf(subject: CountableSubject): string {
  return `${subjectUri(subject).toString()} ${isPartOf(subject)}`;
}

function isPartOf(subject: CountableSubject): boolean {
  switch (subject.kind) {
    case 'text':
      return subject.selections.length > 0;
    case 'notebook':
      return !subject.isWhole;
    case 'media':
      return false;
  }
}
