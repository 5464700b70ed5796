import type { Counters } from '../../core/tokens/counters';
import type { EncodingName } from '../../core/tokens/encodings';
import type { TokenCounter } from '../../core/tokens/engine/tokenCounter';
import type { Slices } from '../../core/scheduling/slices';

/**
 * Does work with the counters of several encodings, which stay in memory at least until it ends.
 *
 * @returns the result of `work`; undefined if aborted while the counters are loaded.
 */
export async function withCounters<Result>(
  counters: Pick<Counters, 'lease'>,
  encodings: readonly EncodingName[],
  { slices, signal }: { readonly slices: Slices; readonly signal: AbortSignal },
  work: (loaded: readonly TokenCounter[]) => Promise<Result>,
): Promise<Result | undefined> {
  const leases = encodings.map((encoding) => counters.lease(encoding));
  try {
    const loaded: TokenCounter[] = [];
    for (const lease of leases) {
      loaded.push(await lease.load());
      await slices.yieldIfDue();
      if (signal.aborted) return undefined;
    }
    return await work(loaded);
  } finally {
    for (const lease of leases) lease.dispose();
  }
}
