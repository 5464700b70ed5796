import { l10n } from 'vscode';
import { describeCurrency } from '../../core/figures/currency';
import { describeCounting } from '../../core/export/describeCounting';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import { DAYS_PER_MONTH, projectCost } from '../../core/estimate/projection';
import { isStale } from '../../core/pricing/staleness';
import { isUsersOwn } from '../../core/pricing/own/rates';
import { estimateMark } from '../../core/tokens/tokenCount';
import { callsADay, capitalize, describeLater } from '../wording/call';
import type { CountedSubject } from '../live/counted';
import { showMoney, showTokens } from '../wording/numbers';
import { describeChange, describeContext, describeWarnings } from './sentences';
import type { ReadoutFacts } from './facts';
import type { Settings } from '../settings/settings';

/** What a user should see first: limits of the model and budgets that the call exceeds. */
export function warningNotes(facts: ReadoutFacts): readonly string[] {
  return describeWarnings(facts).map((warning) => `$(warning) ${capitalize(warning)}`);
}

/** The change since the last save, what of the context the tokens take, and how they were counted. */
export function textNotes({ estimate, fit, change, result }: ReadoutFacts): readonly string[] {
  const context = describeContext(estimate, fit);
  return [
    ...(change ? [describeChange(change, estimate.count, result.settings)] : []),
    ...(context === undefined ? [] : [`${context}.`]),
    ...countNotes(estimate),
  ];
}

/** How the tokens were counted and how that is known; for an estimate its band too. */
function countNotes({ count, model }: Estimate): readonly string[] {
  const counting = l10n.t('Tokens: {0}', escapeMarkdown(describeCounting(model)));
  if (count.method === 'exact') return [counting];
  const [low, high] = [showTokens(count.low), showTokens(count.high)];
  return [l10n.t('≈ The tokens are estimated: from {0} to {1}.', low, high), counting];
}

/** How the price came about, and where it is from. */
export function priceNotes(
  estimate: Estimate,
  price: Priced,
  result: CountedSubject,
): readonly string[] {
  const { currency } = result.settings;
  return [
    ...ruleNotes(price, result.settings),
    ...volumeNotes(estimate, price, result),
    ...(currency ? [escapeMarkdown(describeCurrency(currency))] : []),
    sourceNote(price, result),
  ];
}

/** Which of the vendor's rules changed the rates. */
function ruleNotes(
  { applied, derivation, later }: Priced,
  { currency, scenario }: Settings,
): readonly string[] {
  const { tier, window, factors, retired } = applied;
  const notes: string[] = [];
  if (tier) {
    const from = showTokens(tier.fromPromptTokens);
    notes.push(l10n.t('Long-context rates apply: from {0} prompt tokens on.', from));
  }
  if (window) notes.push(l10n.t('Rates of the hours "{0}" apply.', escapeMarkdown(window.name)));
  for (const { name, factor } of factors) {
    notes.push(
      l10n.t('{0}: × {1}/{2}', name, String(factor.numerator), String(factor.denominator)),
    );
  }
  if (derivation.belowCacheMinimum) {
    notes.push(
      l10n.t('Nothing is cached: the prompt is below the smallest that this model caches.'),
    );
  }
  if (later) {
    notes.push(describeLater(showMoney(later.expected.total, currency), scenario));
  }
  if (retired) notes.push(l10n.t('No longer sold at this price.'));
  return notes;
}

function volumeNotes(
  { count, scenario }: Estimate,
  price: Priced,
  { settings }: CountedSubject,
): readonly string[] {
  if (settings.scenario.callsPerDay === 1) return [];
  const cost = (days: number): string =>
    estimateMark(count) + showMoney(projectCost(price, scenario, days).expected, settings.currency);
  return [
    l10n.t(
      '{0}: {1} a day, {2} in {3} days.',
      callsADay(settings.scenario),
      cost(1),
      cost(DAYS_PER_MONTH),
      DAYS_PER_MONTH,
    ),
  ];
}

function sourceNote({ applied: { period } }: Priced, { atMs, settings }: CountedSubject): string {
  const { checked, url } = period.source;
  if (isUsersOwn(period) && checked === '') return l10n.t('Your own price, from your settings.');
  const own = isUsersOwn(period)
    ? `${l10n.t('Your own price, from your settings, in part.')} `
    : '';
  return isStale(period.source, atMs, settings.staleAfterDays)
    ? own +
        l10n.t(
          '$(warning) Price checked long ago, on {0} ([source]({1})).',
          checked,
          linkTarget(url),
        )
    : own + l10n.t('Price checked on {0} ([source]({1})).', checked, linkTarget(url));
}

/** An address that cannot end the link it stands in. */
function linkTarget(url: string): string {
  return url
    .replaceAll(/[()<>\s]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
