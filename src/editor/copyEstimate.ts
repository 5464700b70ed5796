import { env, l10n, window } from 'vscode';
import type { LiveEstimate } from './liveEstimate';
import { nextReady } from './nextReady';
import { describeSubject, describeTokens, formatCost } from './sentences';
import { showTokens } from './numbers';

/** Puts the current estimate on the clipboard as one line of text, with the price's date. */
export async function copyEstimate(live: LiveEstimate): Promise<void> {
  const { subject, result } = await nextReady(live);
  const estimate = result.estimate(result.model);
  const text = l10n.t(
    '{0}: {1} on {2} ({3} in, {4} tokens out assumed)',
    describeSubject(subject),
    formatCost(estimate, result.settings),
    estimate.model.id,
    describeTokens(estimate.count),
    showTokens(estimate.scenario.outputTokens),
  );
  const { price } = estimate;
  const dated =
    price.kind === 'priced'
      ? l10n.t('{0}, price checked on {1}', text, price.applied.period.source.checked)
      : text;
  await env.clipboard.writeText(dated);
  window.setStatusBarMessage(l10n.t('API Spend: estimate copied'), 3000);
}
