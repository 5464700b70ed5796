import { HumanError } from '../errors';

export type RequestErrorCode =
  'invalidArgument' | 'unknownModel' | 'ambiguousModel' | 'invalidSettings';

/** What another program asked for cannot be given. Its message is for programmers and language models, in English. */
export class RequestError extends HumanError {
  override readonly name = 'ApiSpendError';
  readonly code: RequestErrorCode;
  /** Ids of the models that may have been meant. */
  readonly candidates: readonly string[];

  constructor(code: RequestErrorCode, message: string, candidates: readonly string[] = []) {
    super(message);
    this.code = code;
    this.candidates = candidates;
  }
}
