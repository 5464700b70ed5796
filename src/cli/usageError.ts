import { ENGLISH, type Words } from '../wording/words';

/** An error whose message is for the user: one line that says what to do. */
export class UsageError extends Error {
  /** The message in the language of the reader, which is known where it is written. */
  readonly tell: (words: Words) => string;

  constructor(tell: (words: Words) => string) {
    super(tell(ENGLISH));
    this.tell = tell;
  }
}
