import type { RateName, Rates, TierRow } from './rateSchema';
import type { Problem } from './problem';

interface CardRow {
  readonly usdPerMillionTokens: Rates;
  readonly tiers?: TierRow[] | undefined;
}

/** Each tier is above the one before it, and the rates of all are in order. */
export function cardProblems(card: CardRow, path: string): readonly Problem[] {
  const problems = rateProblems(card.usdPerMillionTokens, `${path}.usdPerMillionTokens`);
  let last = 1;
  for (const [index, tier] of (card.tiers ?? []).entries()) {
    const tierPath = `${path}.tiers.${index}`;
    if (tier.fromPromptTokens <= last) {
      problems.push({
        path: `${tierPath}.fromPromptTokens`,
        code: 'tierNotAbove',
        value: String(tier.fromPromptTokens),
      });
    }
    last = tier.fromPromptTokens;
    problems.push(...rateProblems(tier.usdPerMillionTokens, `${tierPath}.usdPerMillionTokens`));
  }
  return problems;
}

/** Cached input costs at most as much as input; a short cache write at most as much as a long one. */
export function rateProblems(rates: Rates, path: string): Problem[] {
  return [
    ...orderProblem(rates, 'cachedInput', 'input', path),
    ...orderProblem(rates, 'cacheWrite', 'cacheWriteLong', path),
  ];
}

function orderProblem(rates: Rates, lower: RateName, upper: RateName, path: string): Problem[] {
  const [low, high] = [rates[lower], rates[upper]];
  if (low === undefined || high === undefined || low <= high) return [];
  const names = [upper, String(high)];
  const place = path === '' ? lower : `${path}.${lower}`;
  return [{ path: place, code: 'rateAbove', names, value: String(low) }];
}
