import { HumanError, messageFor, type ErrorAction } from '../errors';
import type { CountedSubject } from './counted';
import type { CountableSubject, UnreadableSubject } from '../subject/subject';

/** The state of the estimate of the current subject. */
export type Readout =
  | { readonly kind: 'none' }
  /** The setting for ignored languages leaves nothing to count. */
  | { readonly kind: 'leftOut'; readonly subject: CountableSubject }
  | { readonly kind: 'counting'; readonly subject: CountableSubject }
  | { readonly kind: 'ready'; readonly subject: CountableSubject; readonly result: CountedSubject }
  | { readonly kind: 'unreadable'; readonly subject: UnreadableSubject }
  | {
      readonly kind: 'problem';
      readonly message: string;
      /** Buttons beside the message. */
      readonly actions: readonly ErrorAction[];
    };

export function problemReadout(error: unknown): Readout {
  const actions = error instanceof HumanError ? error.actions : [];
  return { kind: 'problem', message: messageFor(error), actions };
}
