import { l10n, MarkdownString } from 'vscode';
import { escapeMarkdown } from '../core/estimate/escapeMarkdown';
import type { Estimate, NoPriceReason, Priced } from '../core/estimate/estimate';
import { describeReason, describeSubject, describeTokens, estimateMark } from './sentences';
import type { TextSubject } from './subject';
import { showRate, showTokens, showUsd } from './numbers';

const COMMANDS = ['apiSpend.compareModels', 'apiSpend.openReport', 'apiSpend.selectModel'];

/** The breakdown of an estimate: each part with tokens, rate and amount, and the day of the price. */
export function estimateTooltip(subject: TextSubject, estimate: Estimate): MarkdownString {
  const { model, price } = estimate;
  const lines = [
    `**${escapeMarkdown(model.id)}** · ${escapeMarkdown(describeSubject(subject))}`,
    price.kind === 'priced' ? breakdown(estimate, price) : unpriced(estimate, price.reason),
    ...notes(estimate),
    links(),
  ];
  return markdown(lines.join('\n\n'));
}

/** A sentence without markup of its own. */
export function plainTooltip(message: string): MarkdownString {
  return markdown(escapeMarkdown(message));
}

function markdown(value: string): MarkdownString {
  const tooltip = new MarkdownString(value, true);
  tooltip.isTrusted = { enabledCommands: COMMANDS };
  return tooltip;
}

function unpriced(estimate: Estimate, reason: NoPriceReason): string {
  return escapeMarkdown(`${describeTokens(estimate.count)}. ${describeReason(reason)}`);
}

function breakdown({ count, scenario }: Estimate, { applied, expected }: Priced): string {
  const mark = estimateMark(count);
  const rows = [
    ['', l10n.t('Tokens'), l10n.t('Per million'), l10n.t('Cost')],
    ['---', '--:', '--:', '--:'],
    [
      l10n.t('Input'),
      mark + showTokens(count.tokens),
      showRate(applied.rates.input ?? 0),
      mark + showUsd(expected.input),
    ],
    [
      l10n.t('Output (assumed)'),
      showTokens(scenario.outputTokens),
      showRate(applied.rates.output ?? 0),
      showUsd(expected.output),
    ],
    [`**${l10n.t('One call')}**`, '', '', `**${mark}${showUsd(expected.total)}**`],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function notes({ count, price }: Estimate): readonly string[] {
  const lines: string[] = [];
  if (count.method === 'estimated') {
    const low = showTokens(count.low);
    const high = showTokens(count.high);
    lines.push(l10n.t('≈ The tokens are estimated: from {0} to {1}.', low, high));
  }
  if (price.kind !== 'priced') return lines;
  const { period, tier, retired } = price.applied;
  if (tier) {
    const from = showTokens(tier.fromPromptTokens);
    lines.push(l10n.t('Long-context rates apply: from {0} prompt tokens on.', from));
  }
  if (retired) lines.push(l10n.t('No longer sold at this price.'));
  lines.push(
    l10n.t('Price checked on {0} ([source]({1})).', period.source.checked, period.source.url),
  );
  return lines;
}

function links(): string {
  return [
    `[${l10n.t('Compare models')}](command:apiSpend.compareModels)`,
    `[${l10n.t('Open report')}](command:apiSpend.openReport)`,
    `[${l10n.t('Select model')}](command:apiSpend.selectModel)`,
  ].join(' · ');
}
