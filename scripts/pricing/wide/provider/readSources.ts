import type { PriceSource, SourceRow } from '../../sources/row';
import { withWholeCacheWrites } from '../cacheWrites';
import { isMatch, type WideProvider } from '../wideHand';

/** The rows that a source has of one provider. */
export interface Read {
  readonly source: PriceSource;
  readonly rows: readonly SourceRow[];
}

/** The rows of all sources that have the provider, with the ids that the provider writes. */
export function readSources(
  provider: WideProvider,
  sources: readonly PriceSource[],
  leftOut: readonly string[],
): readonly Read[] {
  return sources.flatMap((source) => {
    const name = provider.in[source.id];
    if (name === undefined) return [];
    const patterns = source.isPartial ? [] : [provider.except, ...leftOut];
    const rows = source
      .rows(name)
      .filter(({ id }) => !patterns.some((pattern) => isMatch(pattern, id)))
      .map((row) => Object.assign({}, row, { id: wholeId(row.id, provider) }))
      .map((row) => withoutMaker(row, provider))
      .map((row) => withWholeCacheWrites(row, provider));
    return [{ source, rows }];
  });
}

function withoutMaker(row: SourceRow, { makerPrefix }: WideProvider): SourceRow {
  if (!isMatch(makerPrefix, row.id)) return row;
  const id = row.id.replace(new RegExp(makerPrefix ?? ''), '');
  return { ...row, id, aliases: [...row.aliases, row.id] };
}

function wholeId(id: string, { idPrefix }: WideProvider): string {
  // The id of another maker's model is whole: nomic-ai/nomic-embed-text-v1.5.
  if (idPrefix === undefined || id.includes('/') || id.startsWith(idPrefix)) return id;
  return idPrefix + id.replaceAll('.', 'p');
}
