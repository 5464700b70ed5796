import { findProvider } from '@pydantic/genai-prices';
import { readPeriods, type UpstreamModel } from '../upstreamPeriods';
import {
  kindAndRates,
  rateOf,
  ratesFrom,
  tokensOf,
  type PriceSource,
  type RowPeriod,
  type SourceRow,
} from './row';

/** How genai-prices finds a model by its id. */
type Match =
  | { readonly equals: string }
  | { readonly or: readonly Match[] }
  | Readonly<Record<'and' | 'contains' | 'ends_with' | 'regex' | 'starts_with', unknown>>;

interface GenaiModel extends UpstreamModel {
  readonly name?: string;
  readonly match: Match;
}

/** A look at a price: its day, YYYY-MM-DD, and the rates that were found. */
interface Look {
  readonly day: string;
  readonly input?: number;
  readonly output?: number;
}

/** From a provider and a model to the last look at its price: `genaiChecked.json`. */
export type Looks = Readonly<Record<string, Readonly<Record<string, Look>>>>;

/** `@pydantic/genai-prices`: dated prices with tiers. */
export function readGenaiPrices(day: string, looks: Looks): PriceSource {
  return {
    id: 'genai-prices',
    day,
    lineage: 'genai-prices',
    isDated: true,
    rows: (providerId) =>
      ((findProvider({ providerId })?.models ?? []) as readonly GenaiModel[]).flatMap((model) =>
        readModel(model, looks[providerId]?.[model.id]),
      ),
  };
}

function readModel(model: GenaiModel, look: Look | undefined): SourceRow[] {
  const periods = readRowPeriods(model)?.map((period) => withLook(period, look));
  const last = periods?.at(-1);
  const found = last && kindAndRates(model.id, last.usdPerMillionTokens);
  if (!periods || !found || isFromElsewhere(model)) return [];
  const { kind, rates } = found;
  return [
    {
      id: model.id,
      name: model.name,
      kind,
      periods: kind === 'text' ? periods : [{ from: null, to: null, usdPerMillionTokens: rates }],
      contextWindowTokens: tokensOf(model.context_window),
      maxOutputTokens: undefined,
      aliases: equalIds(model.match).filter((id) => id !== model.id),
      ends: undefined,
    },
  ];
}

/** Adds the day of a look that found this price. */
function withLook(period: RowPeriod, look: Look | undefined): RowPeriod {
  const { input, output } = period.usdPerMillionTokens;
  const isFound = look !== undefined && look.input === input && look.output === output;
  return isFound ? { ...period, checked: look.day } : period;
}

/** Prices that its maintainers took from another provider, or could not find. */
function isFromElsewhere({ price_comments: remark = '' }: UpstreamModel): boolean {
  return /OpenRouter|open router|can't find|no longer available/i.test(remark);
}

/** Undefined for prices that the package cannot state: none, or by the hour. */
function readRowPeriods(model: GenaiModel): readonly RowPeriod[] | undefined {
  const rows = Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
  const unusable = rows.some(
    (row: { constraint?: { type?: string }; prices: Record<string, unknown> }) =>
      row.constraint?.type === 'time_of_date' || row.prices['input_mtok'] === undefined,
  );
  if (unusable) return undefined;
  return readPeriods(model, '').map(cleanedPeriod);
}

function cleanedPeriod({ from, to, usdPerMillionTokens, tiers }: RowPeriod): RowPeriod {
  const period = { from, to, usdPerMillionTokens: cleaned(usdPerMillionTokens) };
  if (!tiers) return period;
  const cleanedTiers = tiers.map(({ fromPromptTokens, usdPerMillionTokens: rates }) => ({
    fromPromptTokens,
    usdPerMillionTokens: cleaned(rates),
  }));
  return { ...period, tiers: cleanedTiers };
}

function cleaned(rates: RowPeriod['usdPerMillionTokens']): RowPeriod['usdPerMillionTokens'] {
  return ratesFrom(
    Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, rateOf(rate)])),
  );
}

function equalIds(match: Match): readonly string[] {
  if ('equals' in match) return [match.equals];
  return 'or' in match ? match.or.flatMap(equalIds) : [];
}
