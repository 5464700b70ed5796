import type { FileCalls } from '../counts/many';
import { besideEach } from './beside';
import { ownCalls, type KeptCall, type UseOfStated } from './calls';

/** What is known of the calls of a file of requests. */
export interface StatedCalls {
  readonly isBatch: boolean;
  readonly isTraining: boolean;
  /** The places that the counts of the file name. */
  readonly calls: readonly KeptCall[];
}

/**
 * What a file of requests says of its calls.
 *
 * @param uses what of it is used: the longest answers and the service tiers that requests state, the price of a batch.
 */
export function fileCallsOf(
  { isBatch, isTraining, calls }: StatedCalls,
  uses: UseOfStated & { readonly batch: boolean },
): FileCalls {
  return {
    each: ownCalls(calls, uses, besideEach(calls)),
    ...(isBatch && uses.batch ? { batch: true } : {}),
    ...(isTraining ? { isTraining: true } : {}),
  };
}
