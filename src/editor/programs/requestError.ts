import { HumanError } from '../errors';

export type RequestErrorCode =
  'invalidArgument' | 'unknownModel' | 'ambiguousModel' | 'invalidSettings';

/** A request of another program that cannot be answered. The message is for programmers and models, in English. */
export class RequestError extends HumanError {
  override readonly name = 'ApiSpendError';
  readonly code: RequestErrorCode;
  /** Ids of similar models. */
  readonly candidates: readonly string[];

  constructor(code: RequestErrorCode, message: string, candidates: readonly string[] = []) {
    super(message);
    this.code = code;
    this.candidates = candidates;
  }
}
