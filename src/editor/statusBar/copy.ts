import { env, l10n, window } from 'vscode';
import { describeCurrency } from '../../core/figures/currency';
import type { Estimate } from '../../core/estimate/estimate';
import { describeInAndOut } from '../wording/call';
import type { CountedSubject } from '../live/counted';
import type { LiveEstimate } from '../live/estimate';
import { nextReady } from '../live/nextReady';
import { describeMarks, describeSubject, describeTokens, formatCost } from '../wording/sentences';

/** Puts the current estimate on the clipboard as one line of text, with the price's date. */
export async function copyEstimate(live: LiveEstimate): Promise<void> {
  const { subject, result } = await nextReady(live);
  const estimate = result.estimate(result.model);
  const text = l10n.t(
    '{0}: {1} on {2} ({3})',
    describeSubject(subject),
    formatCost(estimate, result.settings),
    estimate.model.id,
    describeInAndOut(describeTokens(estimate.count), result.settings.scenario),
  );
  await env.clipboard.writeText([text, ...priceFacts(estimate, result)].join(', '));
  window.setStatusBarMessage(l10n.t('API Spend: estimate copied'), 3000);
}

/** What the amount must not be read without: day of the price, rate of the currency, marks. */
function priceFacts(estimate: Estimate, result: CountedSubject): readonly string[] {
  const { price } = estimate;
  const checked = price.kind === 'priced' ? price.applied.period.source.checked : '';
  const { currency } = result.settings;
  return [
    ...(checked === '' ? [] : [l10n.t('price checked on {0}', checked)]),
    ...(currency ? [describeCurrency(currency)] : []),
    ...describeMarks(estimate, result).filter((mark) => checked === '' || !mark.includes(checked)),
  ];
}
