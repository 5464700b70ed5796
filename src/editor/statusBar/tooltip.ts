import { MarkdownString } from 'vscode';
import type { CostPart } from '../../core/estimate/callCost';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import { restsOnText } from '../../core/estimate/restsOnText';
import { completeScenario } from '../../core/scenario/scenario';
import type { Money } from '../../core/pricing/money';
import { estimateMark } from '../../core/tokens/tokenCount';
import { describeReason } from '../../wording/cost';
import { describeTokens } from '../../wording/count';
import { showMoney } from '../../wording/numbers';
import {
  breakdownHeadings,
  breakdownPart,
  breakdownTotal,
  linkTitle,
  type TooltipLink,
} from '../../wording/tooltip';
import type { Words } from '../../wording/words';
import { subjectText } from '../subject/named';
import { wordsOf } from '../words';
import type { ReadoutFacts } from './facts';
import { subjectNotes } from '../subject/notes';
import { priceNotes, textNotes, warningNotes } from './notes';

const LINKS: readonly TooltipLink[] = [
  'compareModels',
  'openReport',
  'selectModel',
  'setScenario',
  'showPriceSheet',
];

/** The breakdown of an estimate: each part with tokens, rate and amount, and where the price is from. */
export function estimateTooltip(facts: ReadoutFacts): MarkdownString {
  const { subject, estimate, result } = facts;
  const { model, count, price } = estimate;
  const words = wordsOf(result.settings);
  const title = `**${escapeMarkdown(model.id)}** · ${escapeMarkdown(subjectText(words, subject))}`;
  const reason = price.kind === 'unpriced' ? describeReason(words, price.reason) : '';
  const body =
    price.kind === 'priced'
      ? breakdown(words, estimate, price)
      : escapeMarkdown(`${describeTokens(words, count)}. ${reason}`);
  const blocks = [
    [title],
    warningNotes(facts),
    [body],
    textNotes(facts),
    subjectNotes(subject).map(escapeMarkdown),
    price.kind === 'priced' ? priceNotes(estimate, price, result) : [],
    result.settings.warnings.map((warning) => `$(warning) ${escapeMarkdown(warning)}`),
    [links(words, model.id)],
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
  tooltip.isTrusted = { enabledCommands: LINKS.map((link) => `apiSpend.${link}`) };
  return tooltip;
}

function breakdown(
  words: Words,
  { count, scenario }: Estimate,
  { expected, derivation }: Priced,
): string {
  const mark = estimateMark(count);
  const full = completeScenario(scenario);
  const markOf = ({ name }: CostPart): string => (restsOnText(name, full) ? mark : '');
  const money = (amount: Money): string => showMoney(words, amount);
  const total = breakdownTotal(words, derivation.calls);
  const rows = [
    breakdownHeadings(words),
    ['---', '--:', '--:', '--:'],
    ...expected.parts.map((part) => [
      ...breakdownPart(words, part, markOf(part), full),
      markOf(part) + money(part.amount),
    ]),
    [`**${total}**`, '', '', `**${mark}${money(expected.total)}**`],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function links(words: Words, modelId: string): string {
  const args = encodeURIComponent(JSON.stringify([modelId]));
  return LINKS.map((link) => {
    const command = link === 'showPriceSheet' ? `${link}?${args}` : link;
    return `[${linkTitle(words, link)}](command:apiSpend.${command})`;
  }).join(' · ');
}
