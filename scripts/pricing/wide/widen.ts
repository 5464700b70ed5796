import type { PriceTableFile, ProviderRow } from '../../../src/core/pricing/table/schema';
import type { PriceSource } from '../sources/row';
import type { Past } from '../sources/seenPrices';
import { withFirstDays, type Released, type StatedDay } from './days/firstDays';
import { withFormerPrices } from './days/former';
import { withEarliestDays } from './days/seenDays';
import { keyOf } from './entries';
import { marketOf } from './floating';
import { batchPrices } from './makers/batchPrice';
import { withoutFormerTiers } from './makers/formerTiers';
import { withMakersChanges } from './makers/passThrough';
import { providerRow, type Known } from './provider/providerRow';
import { withRedirects } from './provider/redirects';
import { withExactRates } from './makers/rounded';
import type { WideHand, WideProvider } from './wideHand';

/**
 * Adds to the hand-kept table what the sources have: other models and providers, and at the prices of all models
 * which independent sources agree.
 *
 * @param sources newest first.
 * @param namesAt ids at a provider that are names of another row.
 * @throws {Error} if the list of providers lacks one of the hand-kept table.
 */
export function widenTable(
  table: PriceTableFile,
  providers: readonly WideProvider[],
  sources: readonly PriceSource[],
  hand: WideHand,
  namesAt: (provider: string) => readonly string[] = () => [],
  released: Released = { models: {}, byHand: {} },
  past: Past = { firstSeen: () => undefined, otherBefore: () => false },
  onRefused: (line: string) => void = () => undefined,
): PriceTableFile {
  const missing = table.providers.find(({ id }) => !providers.some((each) => each.id === id));
  if (missing) throw new Error(`wide/providers.json lacks ${missing.id}`);
  const base = (id: string): ProviderRow | undefined =>
    table.providers.find((provider) => provider.id === id);
  const factorSets = { ...table.factorSets, ...hand.factorSets };
  const known = { sources, hand, base, namesAt, onRefused };
  const rows = providerRows(providers, known, factorSets);
  const dayOf = { ...table.sources, ...hand.sources };
  const formerOf = new Map(providers.map((provider) => [provider.id, provider.formerOf]));
  const exact = withoutFormerTiers(withExactRates(rows));
  const former = withFormerPrices(exact, hand.former, (id) => formerOf.get(id));
  const changed = withMakersChanges(former, providers, (id) => {
    const source = dayOf[id];
    return source?.published ?? source?.checked;
  });
  const dated = withFirstDays(changed, released, statedDays(providers, sources));
  const seen = withEarliestDays(dated, past.firstSeen, past.otherBefore);
  return withUsed(table, hand, withRedirects(seen, hand.redirects ?? {}));
}

/** The providers that have models. What a gateway lists is compared with the prices of the others. */
function providerRows(
  providers: readonly WideProvider[],
  known: Known,
  factorSets: PriceTableFile['factorSets'],
): readonly ProviderRow[] {
  const rows = new Map(
    providers
      .filter(({ ownList }) => !ownList)
      .map((provider) => [provider, providerRow(provider, undefined, known)]),
  );
  const others = {
    market: marketOf([...rows.values()], known.sources[0]?.day ?? ''),
    isBatchPrice: batchPrices([...rows.values()], factorSets),
  };
  const isCompared = ({ kind, ownList = false }: WideProvider): boolean =>
    ownList || kind === 'gateway';
  return providers
    .map((provider) =>
      isCompared(provider)
        ? providerRow(provider, others, known)
        : (rows.get(provider) ?? providerRow(provider, undefined, known)),
    )
    .filter(({ models }) => models.length > 0);
}

/** The days of release that the sources state. */
function statedDays(
  providers: readonly WideProvider[],
  sources: readonly PriceSource[],
): StatedDay {
  const days = new Map<string, string>();
  for (const { id: provider, in: names } of providers) {
    for (const source of sources) {
      for (const { id, released } of source.rows(names[source.id] ?? '')) {
        if (released !== undefined) days.set(`${provider}/${keyOf(id)}`, released);
      }
    }
  }
  return (provider, id) => days.get(`${provider}/${keyOf(id)}`);
}

/** The table with these providers, and with what they use of the hand-kept file. */
function withUsed(table: PriceTableFile, hand: WideHand, providers: ProviderRow[]): PriceTableFile {
  const text = JSON.stringify(providers);
  const factorSets = entriesIn(hand.factorSets, (id) => text.includes(`"factors":"${id}"`));
  const tokenizers = entriesIn(hand.tokenizers, (id) => text.includes(`"tokenizer":"${id}"`));
  const users = text + JSON.stringify(factorSets);
  const sources = entriesIn(hand.sources, (id) => users.includes(`"${id}"`));
  return {
    ...table,
    sources: sorted({ ...table.sources, ...sources }),
    tokenizers: { ...table.tokenizers, ...tokenizers },
    factorSets: { ...table.factorSets, ...factorSets },
    providers,
  };
}

function entriesIn<T>(
  entries: Readonly<Record<string, T>>,
  isUsed: (id: string) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => isUsed(id)));
}

function sorted<T>(entries: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
