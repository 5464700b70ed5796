import * as v from 'valibot';
import type { OverriddenTable } from './customModels';
import { resolveModel } from '../names/resolveModel';
import { isRecord } from '../../json';
import type { Card, Model, Period, PriceTable } from '../table/priceTable';
import { plainModel } from '../table/rows/tableModel';
import { rateProblems } from '../table/rateChecks';
import type { Rates } from '../table/rateSchema';
import { schemaProblem, type Problem } from '../table/problem';
import { roundPrice } from '../money';
import { isUsers, ownRatesSchema, ownSource, partlyOwn, type OwnOrigin } from './rates';

/**
 * Applies own rates. Each invalid entry is rejected with its path and the reason; the others apply. Rates of the team
 * leave out the models on which the user has own rates.
 *
 * @param nowMs the time for which names are resolved.
 * @param overrides an object from a model's name to the rates to replace or add; undefined: none.
 */
export function applyOverrides(
  table: PriceTable,
  overrides: unknown,
  origin: OwnOrigin,
  nowMs: number,
): OverriddenTable {
  const entries = entriesOf(overrides);
  if (entries.length === 0) return { table, problems: shapeProblems(overrides) };
  const models = new Map(table.models.map((model) => [model.id, model]));
  const overridden = new Set<string>();
  const problems = entries.flatMap(([name, value]): readonly Problem[] => {
    const path = `overrides.${name}`;
    const model = modelNamed(table, name, nowMs);
    if (!('id' in model)) return [{ path, ...model }];
    if (overridden.has(model.id)) return [{ path, code: 'overriddenTwice', names: [model.id] }];
    const result = overrideModel(model, value, origin);
    if (!('id' in result)) return result.map((each) => ({ ...each, path: join(path, each.path) }));
    overridden.add(model.id);
    if (origin === 'user' || !isUsers(model)) models.set(model.id, result);
    return [];
  });
  return {
    table: { ...table, models: [...models.values()] },
    problems,
  };
}

function entriesOf(overrides: unknown): readonly [string, unknown][] {
  return isRecord(overrides) ? Object.entries(overrides) : [];
}

function shapeProblems(overrides: unknown): readonly Problem[] {
  if (overrides === undefined || isRecord(overrides)) return [];
  return [{ path: 'overrides', code: 'notOverrides' }];
}

function join(path: string, rest: string): string {
  return rest === '' ? path : `${path}.${rest}`;
}

/** The model that a key of own prices names at a time, or the problem with it. */
export function modelNamed(
  table: PriceTable,
  name: string,
  nowMs: number,
): Model | Omit<Problem, 'path'> {
  const resolution = resolveModel(table, name, nowMs);
  if (resolution.kind === 'found') return resolution.model;
  if (resolution.kind !== 'ambiguous') return { code: 'unknownModel' };
  return { code: 'ambiguousModel', names: resolution.candidates.map(({ id }) => id) };
}

/**
 * Replaces rates of a model in every period, tier and window: a negotiated price has no tiers. Rates without an own
 * value stay.
 */
function overrideModel(
  model: Model,
  value: unknown,
  origin: OwnOrigin,
): Model | readonly Problem[] {
  const parsed = v.safeParse(ownRatesSchema, value, { abortPipeEarly: true });
  if (!parsed.success) return parsed.issues.map((issue) => schemaProblem(issue, ownRatesSchema));
  const own = parsed.output;
  const [first, ...rest] = model.periods.map((period) => overridePeriod(period, own, origin));
  if (!first) throw new Error(`no period: ${model.id}`);
  const problems = [first, ...rest].flatMap(cardProblems);
  return problems.length > 0
    ? problems.slice(0, 1)
    : { ...plainModel(model), periods: [first, ...rest] };
}

function overridePeriod(period: Period, own: Rates, origin: OwnOrigin): Period {
  const isWhollyOwn = replacesAll(period, own);
  return {
    ...period,
    ...overrideCard(period, own),
    answerAtReasoningRate: own.output === undefined && period.answerAtReasoningRate,
    windows: period.windows.map((window) => ({ ...window, ...overrideCard(window, own) })),
    source: isWhollyOwn ? ownSource(origin) : partlyOwn(period.source, origin),
    disagreeing: isWhollyOwn ? [] : period.disagreeing.map((other) => withoutOwn(other, own)),
  };
}

/** Nobody can disagree with a rate of the user's own. */
function withoutOwn(other: Period['disagreeing'][number], own: Rates): typeof other {
  const rates = Object.entries(other.rates).filter(([name]) => !(name in own));
  return { ...other, rates: Object.fromEntries(rates) };
}

function replacesAll({ rates }: Card, own: Rates): boolean {
  return Object.keys(rates).every((name) => name in own);
}

function overrideCard({ rates, tiers }: Card, own: Rates): Card {
  return {
    rates: replaceRates(rates, own),
    tiers: tiers.map((tier) => ({ ...tier, rates: replaceRates(tier.rates, own) })),
  };
}

/**
 * Replaces the table's rates by own ones. Two of the table's rates depend on the own input rate:
 *
 * - A cached input rate above it is dropped, that is, unknown: no vendor charges more for cached input.
 * - A cache write rate keeps its ratio to the input rate, because vendors price it as a multiple of input. Example:
 *   with an own input rate of 1, input 4 and cache write 5 (1.25 ×) become 1 and 1.25.
 */
function replaceRates(rates: Rates, own: Rates): Rates {
  const { cachedInput, ...others } = { ...rates, ...scaledWrites(rates, own), ...own };
  const { input } = others;
  const isAbove = cachedInput !== undefined && input !== undefined && cachedInput > input;
  if (cachedInput === undefined || (isAbove && own.cachedInput === undefined)) return others;
  return { ...others, cachedInput };
}

function scaledWrites({ input: listed, cacheWrite, cacheWriteLong }: Rates, own: Rates): Rates {
  if (own.input === undefined || listed === undefined || listed === 0) return {};
  const scale = own.input / listed;
  return {
    ...(cacheWrite === undefined ? {} : { cacheWrite: roundPrice(cacheWrite * scale) }),
    ...(cacheWriteLong === undefined ? {} : { cacheWriteLong: roundPrice(cacheWriteLong * scale) }),
  };
}

function cardProblems(period: Period): readonly Problem[] {
  return [period, ...period.windows].flatMap(ratesOf).flatMap((rates) => rateProblems(rates, ''));
}

function ratesOf({ rates, tiers }: Card): readonly Rates[] {
  return [rates, ...tiers.map((tier) => tier.rates)];
}
