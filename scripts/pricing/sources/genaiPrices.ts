import { findProvider } from '@pydantic/genai-prices';
import { dayLookedAt, type CheckedDays } from './checkedDays';
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

/** Its mark, at Bedrock, of the price of all regions: of the plain id and of `us.`. */
const REGIONAL = /^regional\./;

/** `@pydantic/genai-prices`: dated prices with tiers. */
export function readGenaiPrices(
  day: string,
  checkedDays: CheckedDays = { providers: {} },
): PriceSource {
  return {
    id: 'genai-prices',
    day,
    lineage: 'genai-prices',
    isDated: true,
    isPartial: false,
    subscribed: (providerId) =>
      modelsOf(providerId)
        .filter(({ price_comments: remark }) => isSubscribed(remark))
        .flatMap(({ id, match }) => [id].concat(equalIds(match))),
    rows: (providerId) =>
      modelsOf(providerId).flatMap((model) =>
        readModel(model).map((row) => {
          const rates = row.periods.at(-1)?.usdPerMillionTokens ?? {};
          const lookedAt = dayLookedAt(checkedDays, providerId, model.id, rates);
          return Object.assign({}, row, { lookedAt });
        }),
      ),
  };
}

function modelsOf(providerId: string): readonly GenaiModel[] {
  return (findProvider({ providerId })?.models ?? []) as readonly GenaiModel[];
}

/** Whether a remark says that a model is part of a subscription; its prices are then empty. */
export function isSubscribed(comment = ''): boolean {
  return /^Included in the subscription\b/.test(comment);
}

function readModel(model: GenaiModel): SourceRow[] {
  const periods = readRowPeriods(model);
  const last = periods?.at(-1);
  const found = last && kindAndRates(model.id, last.usdPerMillionTokens);
  if (!periods || !found || isFromElsewhere(model.price_comments)) return [];
  const { kind, rates } = found;
  const id = model.id.replace(REGIONAL, '');
  return [
    {
      id,
      name: model.name,
      kind,
      periods: kind === 'text' ? periods : [{ from: null, to: null, usdPerMillionTokens: rates }],
      contextWindowTokens: tokensOf(model.context_window),
      maxOutputTokens: undefined,
      aliases: (id === model.id ? equalIds(model.match) : [`us.${id}`]).filter(
        (each) => each !== id,
      ),
      ends: endIn(model.price_comments),
    },
  ];
}

/**
 * The day that a remark gives for the end of a model at a host.
 *
 * Worked example: "No longer listed in Avian's model catalog as of 2026-08-25." gives 2026-08-25.
 */
export function endIn(comment: string | undefined): string | undefined {
  return /^No longer listed in .+ as of (\d{4}-\d{2}-\d{2})\.?$/.exec(comment ?? '')?.[1];
}

/**
 * Whether a remark says that its maintainers took the price from another provider, or could not find it.
 *
 * A remark that quotes OpenRouter on a price of OpenRouter says neither.
 */
export function isFromElsewhere(comment = ''): boolean {
  return /\b(imported|seen) (from|on) OpenRouter|trusting (open router|the|these)|no longer available/i.test(
    comment,
  );
}

/** Whether this source makes of a remark what it says, so that nobody needs to. */
export function isReadByProgram(comment: string | undefined): boolean {
  return endIn(comment) !== undefined || isFromElsewhere(comment);
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
