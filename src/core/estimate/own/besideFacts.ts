import type { MediaPart, UnseenKind } from '../../media/part';
import type { ToolUse } from '../tools/tokens';

/** What of a call is sent beside its text, as a file says it. */
export interface BesideFacts {
  readonly media: readonly MediaPart[];
  /** Absent: there are no tools and no schema of the answer. */
  readonly toolUse?: ToolUse | undefined;
  /** Messages with the name of an author. */
  readonly names?: number;
  /** Messages that the model wrote. */
  readonly modelMessages?: number;
  /** Tokens that the request gives as numbers, for the models that it was written for. */
  readonly tokenIds?: number;
  /** What is sent and is not in the file. */
  readonly unseen?: ReadonlyMap<UnseenKind, number>;
}

export const NOTHING_UNSEEN: ReadonlyMap<UnseenKind, number> = new Map();

/** The facts alone, of an object that has more; what a call has nothing of is absent. */
export function factsOf(facts: BesideFacts): BesideFacts {
  const { media, toolUse, names = 0, modelMessages = 0, tokenIds = 0 } = facts;
  const { unseen = NOTHING_UNSEEN } = facts;
  return {
    media,
    toolUse,
    ...(names > 0 ? { names } : {}),
    ...(modelMessages > 0 ? { modelMessages } : {}),
    ...(tokenIds > 0 ? { tokenIds } : {}),
    ...(unseen.size > 0 ? { unseen } : {}),
  };
}
