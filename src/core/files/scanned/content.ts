import type { FileCall } from '../fileCall';
import type { TextPart } from '../notebook';
import type { FileKind } from '../sentText';
import type { TemplateFacts } from '../templates/facts';
import type { Place } from '../walk';

/**
 * What of a file was counted: the cells of a notebook, or its whole file because it could not be parsed; what a prompt
 * file sends; API requests; what seems to hold API requests, and was counted as a text (`requestsAsText`).
 */
export type FileForm = 'cells' | 'stored' | 'sent' | 'requests' | 'requestsAsText';

/** The text of a template with its values. */
export interface TemplateContent {
  /** The parts with each sample; they are counted in place of the parts as written. */
  readonly samples: readonly (readonly TextPart[])[];
  readonly template: TemplateFacts;
}

/** A text. Without a `form`, all of it is counted. */
export interface TextContent extends Partial<TemplateContent> {
  readonly kind: 'text';
  readonly parts: readonly TextPart[];
  readonly bytes: number;
  readonly form?: FileForm | undefined;
  readonly call?: FileCall | undefined;
  /** The only part may be a file of API requests, which a reading of all of it tells. */
  readonly mayHoldRequests?: FileKind | undefined;
}

/** The result of reading a file. One that is too large for one text may be read in ranges. */
export type FileContent =
  TextContent | { readonly kind: 'tooLarge'; readonly bytes: number } | { readonly kind: 'binary' };

/** A file that was counted. */
export interface Counted<Counts> {
  readonly counts: Counts;
  readonly form: FileForm | undefined;
}

/**
 * `empty`: nothing would be sent. `git`: git reads it, no model does. `samples`: its values are counted in a template.
 * `toolsUnknown`: it names servers whose tools would be sent, not the tools.
 */
export type SkipReason =
  | 'empty'
  | 'git'
  | 'samples'
  | 'binary'
  | 'tooLarge'
  | 'toolsUnknown'
  | 'link'
  | 'other'
  | 'unreadable';

export interface Skipped<P extends Place> {
  readonly place: P;
  readonly reason: SkipReason;
  /** The cause of `unreadable`. */
  readonly error?: unknown;
}

export interface ScannedFile<P extends Place, Counts> {
  readonly place: P;
  readonly counts: Counts;
  readonly form: FileForm | undefined;
  /** What a prompt file names: its model, its longest answer. */
  readonly call: FileCall | undefined;
  readonly template: TemplateFacts | undefined;
}
