import type { Rates, TierRow } from '../../../src/core/pricing/table/rateSchema';
import { kindAndRates, ratesFrom, type PriceSource, type RowPeriod, type SourceRow } from './row';

/**
 * USD per million tokens, null if unknown: input, cached input, output; then tokens of context, cache writes, and
 * reasoning if it is not billed as output: then the answer after it has its rate too.
 */
type HostRow = readonly (number | null)[];

/** One quoted list of prices of one provider. */
interface HostPrices {
  readonly models: Readonly<Record<string, HostRow>>;
  /** Prices from a later day on, by day. */
  readonly changes?: Readonly<Record<string, Readonly<Record<string, HostRow>>>>;
  /** For each tier, its first tokens of a prompt and its rates until the next change; without them, unknown ones. */
  readonly longPrompts?: Readonly<Record<string, readonly HostRow[]>>;
}

/** `wide/hosts.json` and `olderRows.json`: prices that no package has. Keys are sources of the wide table. */
export type HostsFile = Readonly<
  Record<
    string,
    {
      readonly lineage: string;
      /** The other source that read the same page. */
      readonly samePageAs?: string;
      /** Some models of each provider, not all that it sells. */
      readonly partial?: boolean;
      /** By id of the provider. */
      readonly providers: Readonly<Record<string, HostPrices>>;
    }
  >
>;

/** A file with the rows of another one of the same form; of an id in both, the row of the first. */
export function withMoreRows(file: HostsFile, more: HostsFile): HostsFile {
  const joined = Object.entries(more).map(([id, source]): [string, HostsFile[string]] => {
    const own = file[id];
    return [
      id,
      own ? { ...own, providers: joinProviders(own.providers, source.providers) } : source,
    ];
  });
  return { ...file, ...Object.fromEntries(joined) };
}

type ByProvider = HostsFile[string]['providers'];

function joinProviders(own: ByProvider, more: ByProvider): ByProvider {
  const joined = Object.entries(more).map(([id, { models, ...prices }]) => [
    id,
    { ...prices, ...own[id], models: { ...models, ...own[id]?.models } },
  ]);
  return { ...own, ...(Object.fromEntries(joined) as ByProvider) };
}

/** The sources of the hosts' file, newest first. */
export function readHosts(file: HostsFile, dayOf: (source: string) => string): PriceSource[] {
  return Object.entries(file)
    .map(([id, { lineage, samePageAs, partial = false, providers }]) => ({
      id,
      day: dayOf(id),
      lineage,
      samePageAs,
      isDated: false,
      isPartial: partial,
      rows: (provider: string) => readPrices(providers[provider] ?? { models: {} }),
    }))
    .toSorted((a, b) => b.day.localeCompare(a.day));
}

function readPrices(prices: HostPrices): readonly SourceRow[] {
  return Object.entries(prices.models).flatMap(([id, row]) => readRow(id, row, prices));
}

function readRow(id: string, row: HostRow, prices: HostPrices): SourceRow[] {
  const found = kindAndRates(id, ratesOf(row));
  if (!found) throw new Error(`hosts.json: ${id} has no price`);
  const first: RowPeriod = {
    from: null,
    to: null,
    usdPerMillionTokens: found.rates,
    ...(found.rates.reasoning !== undefined && { answerAtReasoningRate: true }),
  };
  return [
    {
      id,
      name: nameOf(id),
      kind: found.kind,
      periods: withTiers(withChanges(first, id, prices), prices.longPrompts?.[id]),
      contextWindowTokens: row[3] ?? undefined,
      maxOutputTokens: undefined,
      aliases: [],
      ends: undefined,
    },
  ];
}

function ratesOf([input, cachedInput, output, , cacheWrite, reasoning]: HostRow): Rates {
  return ratesFrom({
    input: input ?? undefined,
    cachedInput: cachedInput ?? undefined,
    cacheWrite: cacheWrite ?? undefined,
    output: output ?? undefined,
    reasoning: reasoning ?? undefined,
  });
}

function withChanges(first: RowPeriod, id: string, { changes = {} }: HostPrices): RowPeriod[] {
  const later = Object.entries(changes)
    .flatMap(([from, rows]): RowPeriod[] =>
      rows[id] ? [{ from, to: null, usdPerMillionTokens: ratesOf(rows[id]) }] : [],
    )
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  const all = [first, ...later];
  return all.map((period, index) =>
    Object.assign({}, period, { to: all[index + 1]?.from ?? null }),
  );
}

function withTiers(
  periods: readonly RowPeriod[],
  tiers: readonly HostRow[] | undefined,
): readonly RowPeriod[] {
  if (!tiers) return periods;
  return periods.map((period, index) =>
    Object.assign({}, period, { tiers: tiers.map((tier) => tierOf(tier, index === 0)) }),
  );
}

function tierOf([fromPromptTokens, ...rates]: HostRow, isKnown: boolean): TierRow {
  const from = fromPromptTokens ?? undefined;
  if (from === undefined) throw new Error('hosts.json: a tier without its first tokens');
  return { fromPromptTokens: from, usdPerMillionTokens: isKnown ? ratesOf(rates) : {} };
}

/** The last part of an id as a name: `nvidia/Nemotron-3_5-Lightning` is Nemotron 3.5 Lightning. */
function nameOf(id: string): string | undefined {
  const last = id.slice(id.lastIndexOf('/') + 1);
  if (last === last.toLowerCase()) return undefined;
  const words = last.replaceAll(/(?<=\d)_(?=\d)/g, '.').replaceAll(/[-_]/g, ' ');
  return words.replaceAll(/(?<=^| )(?!v\d)[a-z]/g, (letter) => letter.toUpperCase());
}
