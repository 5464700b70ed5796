import { countAround } from '../../core/estimate/counts/around';
import { groupModels } from '../../core/estimate/counts/groups';
import { frameOf, headersAround } from '../../core/files/packed/headers';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { Counters } from '../../core/tokens/counters';
import type { RequestBody, RequestReply } from '../../protocol/requests';
import { wireCount } from '../../protocol/wire';
import { withCounters } from '../counting/leased';
import { hostSlices } from '../slices';

export type CountHeaders = (
  headers: RequestBody<'countHeaders'>,
  table: PriceTable,
) => Promise<RequestReply<'countHeaders'>>;

/** Counts the headers of files for all models of a table. */
export async function countHeaders(
  { style, paths }: RequestBody<'countHeaders'>,
  { models }: PriceTable,
  counters: Counters,
): Promise<RequestReply<'countHeaders'>> {
  const groups = groupModels(models);
  const slices = hostSlices();
  const { signal } = new AbortController();
  const texts = [frameOf(style), ...headersAround(style, paths)];
  const counted = await withCounters(
    counters,
    groups.encodings,
    { slices, signal },
    async (loaded) => slices.run(countAround(texts, groups, loaded), signal),
  );
  if (!counted) throw new Error('a count that nobody cancels ends');
  const [frame = [], ...files] = counted.map((counts) => counts.map(wireCount));
  return { groups: [...groups.keys], frame, files };
}
