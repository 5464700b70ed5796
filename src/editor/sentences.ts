import { l10n } from 'vscode';
import type { ComparisonEntry } from '../core/estimate/comparison';
import type { Estimate, NoPriceReason } from '../core/estimate/estimate';
import { NO_PRICE_SENTENCES } from '../core/estimate/reasons';
import type { TokenCount } from '../core/tokens/tokenCount';
import { subjectName, type TextSubject } from './subject';
import { showTimes, showTokens, showUsd } from './numbers';

/** "≈" before a figure that rests on an estimated count. */
export function estimateMark({ method }: TokenCount): string {
  return method === 'estimated' ? '≈' : '';
}

/** "≈1,234 tokens". */
export function describeTokens(count: TokenCount): string {
  const tokens = estimateMark(count) + showTokens(count.tokens);
  return count.tokens === 1 ? l10n.t('{0} token', tokens) : l10n.t('{0} tokens', tokens);
}

/** "≈$0.0123", or that there is no price. */
export function formatCost({ count, price }: Estimate): string {
  return price.kind === 'priced'
    ? estimateMark(count) + showUsd(price.expected.total)
    : l10n.t('no price');
}

/** "27.3 times the cheapest", or nothing where there is nothing to compare with. */
export function describeTimes({ timesCheapest }: ComparisonEntry): string | undefined {
  if (timesCheapest === undefined) return undefined;
  return l10n.t('{0}× the cheapest', showTimes(timesCheapest));
}

/** "openai/o1 $0.0123": what the comparison and the report must agree on. */
export function comparisonRow({ estimate }: ComparisonEntry): string {
  return `${estimate.model.id} ${formatCost(estimate)}`;
}

/** Why a model has no price. */
export function describeReason(reason: NoPriceReason): string {
  return l10n.t(NO_PRICE_SENTENCES[reason]);
}

/** "3 selections in notes.md", "the selection in notes.md" or "notes.md". */
export function describeSubject(subject: TextSubject): string {
  const name = subjectName(subject);
  const { length } = subject.selections;
  if (length === 0) return name;
  return length === 1
    ? l10n.t('the selection in {0}', name)
    : l10n.t('{0} selections in {1}', length, name);
}

/** The readout as one sentence, for a screen reader. */
export function describeEstimate(subject: TextSubject, estimate: Estimate): string {
  const { model, count, price } = estimate;
  const what = describeSubject(subject);
  const tokens = describeTokens({ ...count, method: 'exact' });
  if (price.kind === 'unpriced') {
    return l10n.t('API Spend: {0}, {1}. {2}', what, tokens, describeReason(price.reason));
  }
  const cost = showUsd(price.expected.total);
  return count.method === 'estimated'
    ? l10n.t(
        'API Spend: one call with {0} costs about {1} on {2}, about {3}.',
        what,
        cost,
        model.name,
        tokens,
      )
    : l10n.t('API Spend: one call with {0} costs {1} on {2}, {3}.', what, cost, model.name, tokens);
}
