import { l10n, MarkdownString } from 'vscode';
import type { CostPart } from '../../core/estimate/callCost';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import { restsOnText } from '../../core/estimate/restsOnText';
import { completeScenario, type FullScenario } from '../../core/scenario/scenario';
import type { Money } from '../../core/pricing/money';
import { estimateMark } from '../../core/tokens/tokenCount';
import type { CountedSubject } from '../live/counted';
import { showMoney, showRate, showTokens } from '../wording/numbers';
import type { ReadoutFacts } from './facts';
import { describeReason, describeSubject, describeTokens } from '../wording/sentences';
import { subjectNotes } from '../subject/notes';
import { priceNotes, textNotes, warningNotes } from './notes';

const LINKS: readonly [title: string, command: string][] = [
  ['Compare models', 'apiSpend.compareModels'],
  ['Open report', 'apiSpend.openReport'],
  ['Change model', 'apiSpend.selectModel'],
  ['Change scenario', 'apiSpend.setScenario'],
];

const PRICE_SHEET = 'apiSpend.showPriceSheet';

/** The breakdown of an estimate: each part with tokens, rate and amount, and where the price is from. */
export function estimateTooltip(facts: ReadoutFacts): MarkdownString {
  const { subject, estimate, result } = facts;
  const { model, count, price } = estimate;
  const title = `**${escapeMarkdown(model.id)}** · ${escapeMarkdown(describeSubject(subject))}`;
  const reason = price.kind === 'unpriced' ? describeReason(price.reason) : '';
  const body =
    price.kind === 'priced'
      ? breakdown(estimate, price, result)
      : escapeMarkdown(`${describeTokens(count)}. ${reason}`);
  const blocks = [
    [title],
    warningNotes(facts),
    [body],
    textNotes(facts),
    subjectNotes(subject).map(escapeMarkdown),
    price.kind === 'priced' ? priceNotes(estimate, price, result) : [],
    result.settings.warnings.map((warning) => `$(warning) ${escapeMarkdown(warning)}`),
    [links(model.id)],
  ];
  // Two spaces at its end break a line without the space between paragraphs.
  const paragraphs = blocks.map((lines) => lines.join('  \n'));
  return markdown(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
}

/** A sentence without markup of its own. */
export function plainTooltip(message: string): MarkdownString {
  return markdown(escapeMarkdown(message));
}

function markdown(value: string): MarkdownString {
  const tooltip = new MarkdownString(value, true);
  tooltip.isTrusted = { enabledCommands: [...LINKS.map(([, command]) => command), PRICE_SHEET] };
  return tooltip;
}

function breakdown(
  { count, scenario }: Estimate,
  { expected, derivation }: Priced,
  { settings }: CountedSubject,
): string {
  const mark = estimateMark(count);
  const full = completeScenario(scenario);
  const markOf = ({ name }: CostPart): string => (restsOnText(name, full) ? mark : '');
  const money = (amount: Money): string => showMoney(amount, settings.currency);
  const total =
    derivation.calls === 1
      ? l10n.t('One call')
      : l10n.t('Conversation of {0} turns', derivation.calls);
  const rows = [
    ['', l10n.t('Tokens'), l10n.t('Per million'), l10n.t('Cost')],
    ['---', '--:', '--:', '--:'],
    ...expected.parts.map((part) => [
      ...partCells(part, markOf(part), full),
      markOf(part) + money(part.amount),
    ]),
    [`**${total}**`, '', '', `**${mark}${money(expected.total)}**`],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Name, quantity and rate of a part; fees have a rate for a thousand requests. */
function partCells(part: CostPart, mark: string, scenario: FullScenario): readonly string[] {
  if (part.name === 'requestFee') {
    const perThousand = l10n.t('{0} per 1,000', showRate(part.usdPerThousandRequests));
    return [l10n.t('Request fee'), showTokens(part.requests), perThousand];
  }
  const tokens = mark + showTokens(part.tokens);
  return [partName(part.name, scenario), tokens, showRate(part.usdPerMillionTokens)];
}

function partName(
  name: Exclude<CostPart['name'], 'requestFee'>,
  { treatTextAs }: FullScenario,
): string {
  switch (name) {
    case 'input':
      return l10n.t('Input');
    case 'cachedInput':
      return l10n.t('Cached input');
    case 'cacheWrite':
      return l10n.t('Cache write');
    case 'output':
      return treatTextAs === 'output' ? l10n.t('Output (the text)') : l10n.t('Output (assumed)');
    case 'reasoning':
      return l10n.t('Reasoning (assumed)');
  }
}

function links(modelId: string): string {
  const args = encodeURIComponent(JSON.stringify([modelId]));
  const all = [...LINKS, ['Price sheet', `${PRICE_SHEET}?${args}`] as const];
  return all.map(([title, command]) => `[${l10n.t(title)}](command:${command})`).join(' · ');
}
