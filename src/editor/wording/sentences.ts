import { l10n } from 'vscode';
import { timesOf, type ComparisonEntry } from '../../core/estimate/comparison';
import type { ContextFit } from '../../core/estimate/contextFit';
import { describeCurrency } from '../../core/figures/currency';
import type { Estimate, NoPriceReason } from '../../core/estimate/estimate';
import { NO_PRICE_SENTENCES } from '../../core/export/reasons';
import { isStale } from '../../core/pricing/staleness';
import { isUsersOwn } from '../../core/pricing/own/rates';
import { estimateMark, type TokenCount } from '../../core/tokens/tokenCount';
import { describeCall } from './call';
import type { CountedSubject } from '../live/counted';
import { showMoney, showShare, showTimes, showTokens } from './numbers';
import type { Settings } from '../settings/settings';
import { subjectName, type CountableSubject, type NotebookSubject } from '../subject/subject';

/** "≈1,234 tokens". */
export function describeTokens(count: TokenCount): string {
  const tokens = estimateMark(count) + showTokens(count.tokens);
  return count.tokens === 1 ? l10n.t('{0} token', tokens) : l10n.t('{0} tokens', tokens);
}

/** "≈$0.0123", or that there is no price. */
export function formatCost({ count, price }: Estimate, { currency }: Settings): string {
  return price.kind === 'priced'
    ? estimateMark(count) + showMoney(price.expected.total, currency)
    : l10n.t('no price');
}

/** "≈1,234 tokens (1,180 to 1,290)": with its band where it has one. */
export function describeBand(count: TokenCount): string {
  if (count.low === count.high) return describeTokens(count);
  const band = l10n.t('{0} to {1}', showTokens(count.low), showTokens(count.high));
  return `${describeTokens(count)} (${band})`;
}

/** "27.3×", or nothing where there is nothing to compare with. */
export function describeTimes({ timesCheapest }: ComparisonEntry): string | undefined {
  return timesCheapest === undefined ? undefined : `${showTimes(timesCheapest)}×`;
}

/** "27.3× cheaper than o1", or nothing where either has no price. */
export function describeAgainst(estimate: Estimate, baseline: Estimate): string | undefined {
  const name = baseline.model.model;
  const dearer = timesOf(estimate, baseline);
  const cheaper = timesOf(baseline, estimate);
  if (estimate.model.id === baseline.model.id) return l10n.t('the baseline');
  if (dearer === undefined) return undefined;
  if (cheaper === undefined) return l10n.t('free');
  if (showTimes(Math.max(dearer, cheaper)) === showTimes(1)) {
    return l10n.t('about the cost of {0}', name);
  }
  return dearer > 1
    ? l10n.t('{0}× the cost of {1}', showTimes(dearer), name)
    : l10n.t('{0}× cheaper than {1}', showTimes(cheaper), name);
}

/** What of a call is beyond the model's limits. */
export function describeMisfits({ fitsWindow, fitsAnswer }: ContextFit): readonly string[] {
  return [
    ...(fitsWindow ? [] : [l10n.t('does not fit the context window')]),
    ...(fitsAnswer ? [] : [l10n.t('the answer is longer than the model writes')]),
  ];
}

/** The same, and how much of the model's context the call takes. */
export function describeFit(fit: ContextFit): readonly string[] {
  const share = fit.share === undefined ? [] : [l10n.t('{0} of its context', showShare(fit.share))];
  return [...describeMisfits(fit), ...share];
}

/** "openai/o1 $0.0123": what the comparison and the report must agree on. */
export function comparisonRow({ estimate }: ComparisonEntry, { settings }: CountedSubject): string {
  return `${estimate.model.id} ${formatCost(estimate, settings)}`;
}

/** What a price must not be read without: no longer sold, checked long ago, the user's own, or why there is none. */
export function describeMarks(
  { price }: Estimate,
  { atMs, settings }: Pick<CountedSubject, 'atMs' | 'settings'>,
): readonly string[] {
  if (price.kind === 'unpriced') return [describeReason(price.reason)];
  const { retired, period } = price.applied;
  const isOld = isStale(period.source, atMs, settings.staleAfterDays);
  return [
    ...(isUsersOwn(period) ? [l10n.t('your own price')] : []),
    ...(retired ? [l10n.t('no longer sold')] : []),
    ...(isOld ? [l10n.t('price checked long ago, on {0}', period.source.checked)] : []),
  ];
}

/** Why a model has no price. */
export function describeReason(reason: NoPriceReason): string {
  return l10n.t(NO_PRICE_SENTENCES[reason]);
}

/** "3 selections in notes.md", "the selection in notes.md", "notes.md", "2 cells of plan.ipynb". */
export function describeSubject(subject: CountableSubject): string {
  if (subject.kind === 'notebook') return describeCells(subject);
  const name = fileName(subject);
  const { length } = subject.selections;
  if (length === 0) return name;
  return length === 1
    ? l10n.t('the selection in {0}', name)
    : l10n.t('{0} selections in {1}', length, name);
}

/** The name, and in a comparison of two files its side: both often have the same name. */
export function fileName(subject: CountableSubject): string {
  const name = subjectName(subject);
  if (subject.kind === 'notebook') return name;
  switch (subject.side) {
    case 'original':
      return l10n.t('{0} (original)', name);
    case 'modified':
      return l10n.t('{0} (modified)', name);
    case undefined:
      return name;
  }
}

/** "plan.ipynb (12 cells)", "2 cells of plan.ipynb". */
function describeCells(subject: NotebookSubject): string {
  const name = subjectName(subject);
  const { length } = subject.cells;
  if (length === 1) {
    return subject.isWhole ? l10n.t('{0} (1 cell)', name) : l10n.t('1 cell of {0}', name);
  }
  return subject.isWhole
    ? l10n.t('{0} ({1} cells)', name, length)
    : l10n.t('{0} cells of {1}', length, name);
}

/** Why a text that the user looks at has no price: the setting for its language. */
export function describeLeftOut(subject: CountableSubject): string {
  return l10n.t(
    'The setting {0} leaves out {1}.',
    'apiSpend.ignoredLanguages',
    describeSubject(subject),
  );
}

/**
 * The readout as one sentence, for a screen reader.
 *
 * @param warnings what stands before the other marks.
 */
export function describeEstimate(
  subject: CountableSubject,
  estimate: Estimate,
  result: CountedSubject,
  warnings: readonly string[],
): string {
  const { model, count, price } = estimate;
  const what = describeSubject(subject);
  if (price.kind === 'unpriced') {
    const reason = describeReason(price.reason);
    const sentence = l10n.t('API Spend: {0}, {1}. {2}', what, describeTokens(count), reason);
    return withNote(sentence, warnings);
  }
  const call = describeCall(what, result.settings.scenario);
  const tokens = describeTokens({ ...count, method: 'exact' });
  const cost = showMoney(price.expected.total, result.settings.currency);
  const sentence =
    count.method === 'estimated'
      ? l10n.t('API Spend: {0} costs about {1} on {2}, about {3}.', call, cost, model.name, tokens)
      : l10n.t('API Spend: {0} costs {1} on {2}, {3}.', call, cost, model.name, tokens);
  const { currency } = result.settings;
  const rate = currency ? [describeCurrency(currency)] : [];
  return withNote(sentence, [...warnings, ...describeMarks(estimate, result), ...rate]);
}

function withNote(sentence: string, marks: readonly string[]): string {
  return marks.length === 0 ? sentence : l10n.t('{0} Note: {1}.', sentence, marks.join(', '));
}
