import { FACTOR_NAMES, type FactorName, type FactorsRow } from '../factorSchema';
import type { Factor, Factors, Source } from '../priceTable';
import type { PriceTableFile, SourceRow } from '../schema';

/** The file, and what many of its rows share. */
export interface Entries {
  readonly file: Omit<PriceTableFile, 'providers'>;
  readonly sources: Map<string, Source>;
  readonly factors: Map<FactorsRow, Factors>;
}

export function entriesOf(file: Entries['file']): Entries {
  return { file, sources: new Map(), factors: new Map() };
}

/** The list of the rows that have none: thousands of empty lists of their own would take long to make. */
export const NONE: readonly never[] = [];

export function sourceOf(id: string, { file, sources }: Entries): Source {
  const known = sources.get(id);
  if (known) return known;
  const source = newSource(id, file);
  sources.set(id, source);
  return source;
}

function newSource(id: string, { sources }: Entries['file']): Source {
  const source = sources[id];
  if (!source) throw new Error(`no source: ${id}`);
  const { url, published, quoted, storedCopy, note } = source;
  return {
    name: nameOf(id, source),
    url,
    checked: source.checked ?? '',
    ...(published === undefined ? {} : { published }),
    ...(quoted === undefined ? {} : { quoted }),
    ...(storedCopy === undefined ? {} : { storedCopy }),
    ...(note === undefined ? {} : { note }),
    origin: 'table',
  };
}

/** "genai-prices 0.1.8", "docs.z.ai". */
function nameOf(id: string, { url, published, version }: SourceRow): string {
  if (published !== undefined) return version === undefined ? id : `${id} ${version}`;
  return /^https:\/\/([\w.-]+)/.exec(url)?.[1] ?? id;
}

/** An entry by its name, or the entry itself. */
export function named<T extends object>(
  entry: string | T,
  entries: Readonly<Record<string, T>> | undefined,
): T {
  if (typeof entry !== 'string') return entry;
  const found = entries?.[entry];
  if (!found) throw new Error(`no entry: ${entry}`);
  return found;
}

export function factorsOf(row: FactorsRow, entries: Entries): Factors {
  const known = entries.factors.get(row);
  if (known) return known;
  const factors = newFactors(row, entries);
  entries.factors.set(row, factors);
  return factors;
}

function newFactors(row: FactorsRow, entries: Entries): Factors {
  const factors: Partial<Record<FactorName, Factor>> = {};
  for (const name of FACTOR_NAMES) {
    const factor = row[name];
    if (!factor) continue;
    factors[name] = {
      ...factor,
      numerator: BigInt(factor.numerator),
      denominator: BigInt(factor.denominator),
      source: sourceOf(factor.source, entries),
    };
  }
  return factors;
}
