import * as v from 'valibot';
import { fractionOf, isPrice } from '../money';
import { code, type Problem } from '../table/problem';
import type { Factor, Model, Period, PriceTable } from '../table/priceTable';
import { plainModel } from '../table/rows/tableModel';
import type { OverriddenTable } from './customModels';
import { modelNamed } from './overrides';
import { patternMatcher, type PatternMatcher } from './patterns';
import { isOwn, ownSource, partlyOwn } from './rates';

/** More is a percentage that was written as a factor: 15 for 15 %. */
export const HIGHEST_DISCOUNT = 10;

/** A factor on list prices: 0.85 for 15 % off; above 1 for a surcharge. */
export const discountSchema = v.pipe(
  v.number(code('notNumber')),
  v.gtValue(0, code('notDiscount')),
  v.maxValue(HIGHEST_DISCOUNT, code('notDiscount')),
  v.check(isPrice, code('notDiscount')),
);

interface Rule {
  readonly ids: readonly string[];
  /** Characters of the pattern that are not `*`; Infinity for a name. */
  readonly precision: number;
  readonly factor: Factor;
}

/**
 * Applies the team's discounts to all token rates of the models that they name, as a factor beside those for batch and
 * the like. Of several patterns, the most precise applies: a name before a pattern, then the pattern with the most
 * characters that are not `*`, then the later one. Capitals do not count. Own rates are negotiated already and have no discount.
 *
 * Worked example: 0.85 on "openai/*" and 0.5 on "openai/gpt-6*": gpt-6-luna has 0.5, o1 at 15 USD has
 * 15 × 85/100 = 12.75 USD per million input tokens.
 *
 * @param discounts from a model's name, or a pattern of ids in which `*` is any text, to a checked factor.
 * @param nowMs the time for which names are resolved.
 */
export function applyDiscounts(
  table: PriceTable,
  discounts: Readonly<Record<string, number>>,
  nowMs: number,
): OverriddenTable {
  if (Object.keys(discounts).length === 0) return { table, problems: [] };
  const rules: Rule[] = [];
  const idsLike = patternMatcher(table.models.map(({ id }) => id));
  const problems = Object.entries(discounts).flatMap(([pattern, discount]): readonly Problem[] => {
    const rule = ruleOf(table, idsLike, pattern, discount, nowMs);
    if ('code' in rule) return [{ path: `discounts.${pattern}`, ...rule }];
    rules.push(rule);
    return [];
  });
  if (rules.length === 0) return { table, problems };
  const factors = new Map<string, Factor>();
  for (const { ids, factor } of rules.toSorted((a, b) => a.precision - b.precision)) {
    for (const id of ids) factors.set(id, factor);
  }
  const models = table.models.map((model) => {
    const factor = factors.get(model.id);
    return factor && !model.periods.some(isOwn) ? discountModel(model, factor) : model;
  });
  return { table: { ...table, models }, problems };
}

function ruleOf(
  table: PriceTable,
  idsLike: PatternMatcher,
  pattern: string,
  discount: number,
  nowMs: number,
): Rule | Omit<Problem, 'path'> {
  const factor = { ...fractionOf(discount), source: ownSource('team') };
  if (!pattern.includes('*')) {
    const model = modelNamed(table, pattern, nowMs);
    return 'id' in model ? { ids: [model.id], precision: Infinity, factor } : model;
  }
  const ids = idsLike(pattern);
  if (ids.length === 0) return { code: 'matchesNoModel' };
  return { ids, precision: pattern.replaceAll('*', '').length, factor };
}

function discountModel(model: Model, discount: Factor): Model {
  const [first, ...rest] = model.periods;
  const apply = (period: Period): Period => ({
    ...period,
    source: partlyOwn(period.source, 'team'),
    factors: { ...period.factors, discount },
  });
  return { ...plainModel(model), periods: [apply(first), ...rest.map(apply)] };
}

/** The discount on the rates of a period, as it was written: 0.85; undefined: none. */
export function discountOn({ factors: { discount } }: Period): number | undefined {
  return discount && Number(discount.numerator) / Number(discount.denominator);
}
