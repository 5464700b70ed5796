import type { TextDocument, Uri } from 'vscode';
import type { TextCount } from '../../../core/tokens/document/countedChunks';
import type { Memory } from '../../memory';
import type { LanguageCount } from '../../../core/estimate/counts/model';
import type { Estimate } from '../../../core/estimate/estimate';
import type { TextPart } from '../../../core/files/notebook';
import type { TemplateContent } from '../../../core/files/scanned/content';
import type { TemplateFacts } from '../../../core/files/templates/facts';
import type { Slices } from '../../../core/scheduling/slices';
import type { TokenCounter } from '../../../core/tokens/engine/tokenCounter';
import type { Words } from '../../../wording/words';
import type { CountableSubject, TextSubject } from '../subject';
import type { OwnValues } from './ownValues';

/** What is shown of a template's values. */
export interface TemplateView {
  /** Undefined: the subject gets no values. */
  readonly facts?: TemplateFacts;
  /** Number of samples that are counted. */
  readonly samples: number;
  readonly notes: readonly string[];
  /** Beside figures: "with sample values", "mean of 3 samples"; undefined: the text is counted as written. */
  readonly mark: string | undefined;
  /** Markdown with a link by which values are given; empty if nothing can have one. */
  readonly links: readonly string[];
  /** The mean of several samples and the one that costs the most, as a sentence; undefined: there are not several. */
  readonly spread: (words: Words, mean: Estimate) => string | undefined;
}

/** A placeholder and where its value comes from. */
export interface NamedValue {
  readonly name: string;
  /** The user's own value. */
  readonly own: string | undefined;
  /** The value of the first sample, if it is not the user's. */
  readonly found: string | undefined;
}

/** The text of a file, open or not. */
export interface TemplateFile {
  readonly uri: Uri;
  readonly text: string;
  readonly languageId: string;
  readonly parts: readonly TextPart[];
}

/** The count of a text in one encoding; with several samples, that of each and their mean. */
export type StoredCount = Pick<LanguageCount, 'count' | 'samples'>;

/** How a count is cut into slices, and cancelled. */
export interface Counting {
  readonly slices: Slices;
  readonly signal: AbortSignal;
}

/** Reads and counts templates: the part that only documents with placeholders need. */
export interface TemplateReader {
  readonly own: OwnValues;
  /** Undefined: no placeholder has a value, the document has changed, or the count was aborted. */
  count(
    subject: TextSubject,
    counter: TokenCounter,
    counting: Counting,
  ): Promise<LanguageCount | undefined>;
  /** Of a whole document, what is sent before its first placeholder; undefined: it has none, or as for `count`. */
  beginning(
    document: TextDocument,
    counter: TokenCounter,
    counting: Counting,
  ): Promise<TextCount | undefined>;
  /** Of a subject that was counted; undefined: not known. */
  view(subject: CountableSubject): TemplateView | undefined;
  content(file: TemplateFile): Promise<TemplateContent>;
  /** The count of a file's text; undefined if aborted. */
  countStored(
    file: TemplateFile,
    counter: TokenCounter,
    counting: Counting,
  ): Promise<StoredCount | undefined>;
  /** English sentences on the values of a file. */
  notesOn(template: TemplateFacts): readonly string[];
  values(document: TextDocument): Promise<readonly NamedValue[]>;
  dispose(): void;
}

/** Makes the reader. @param changed called when values have changed. */
export type MakeReader = (memory: Memory, changed: () => void) => TemplateReader;
