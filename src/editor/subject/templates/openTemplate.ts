import type { Placeholder } from '../../../core/files/templates/placeholder';
import type { TemplateValues } from '../../../core/files/templates/values';

/** A document with placeholders that have values. */
export interface OpenTemplate {
  readonly text: string;
  /** Of the whole text. */
  readonly placeholders: readonly Placeholder[];
  /** Those that are counted; at least one. */
  readonly samples: readonly TemplateValues[];
  /** Another one for other values of the same document. */
  readonly resolved: object;
}
