import type { Counters } from '../../core/tokens/counters';
import type { EncodingName } from '../../core/tokens/encodings';
import type { TokenCounter } from '../../core/tokens/engine/tokenCounter';
import type { Pace } from '../slices';

/**
 * Does work with the counters of several encodings, which stay in memory at least until it ends.
 *
 * @param isWanted asked after each load.
 * @returns the result of `work`; undefined if cancelled while loading.
 */
export async function withCounters<Result>(
  counters: Pick<Counters, 'lease'>,
  encodings: readonly EncodingName[],
  { pace, isWanted }: { readonly pace: Pace; readonly isWanted: () => boolean },
  work: (loaded: readonly TokenCounter[]) => Promise<Result>,
): Promise<Result | undefined> {
  const leases = encodings.map((encoding) => counters.lease(encoding));
  try {
    const loaded: TokenCounter[] = [];
    for (const lease of leases) {
      loaded.push(await lease.load());
      await pace.breathe();
      if (!isWanted()) return undefined;
    }
    return await work(loaded);
  } finally {
    for (const lease of leases) lease.dispose();
  }
}
