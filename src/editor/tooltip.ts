import { l10n, MarkdownString } from 'vscode';
import type { CostPart } from '../core/estimate/callCost';
import { describeCurrency, type Currency } from '../core/estimate/currency';
import { escapeMarkdown } from '../core/estimate/escapeMarkdown';
import type { Estimate, Priced } from '../core/estimate/estimate';
import { projectCost } from '../core/estimate/projection';
import { restsOnText } from '../core/estimate/restsOnText';
import { completeScenario, type FullScenario } from '../core/estimate/scenario';
import type { Money } from '../core/pricing/money';
import { isStale } from '../core/pricing/staleness';
import { isUsersOwn } from '../core/pricing/userRates';
import type { CountedSubject } from './liveEstimate';
import { showMoney, showRate, showTokens } from './numbers';
import { describeReason, describeSubject, describeTokens, estimateMark } from './sentences';
import type { CountableSubject } from './subject';

const LINKS: readonly [title: string, command: string][] = [
  ['Compare models', 'apiSpend.compareModels'],
  ['Open report', 'apiSpend.openReport'],
  ['Select model', 'apiSpend.selectModel'],
];

const PRICE_SHEET = 'apiSpend.showPriceSheet';

const DAYS_PER_MONTH = 30;

/** The breakdown of an estimate: each part with tokens, rate and amount, and where the price is from. */
export function estimateTooltip(
  subject: CountableSubject,
  estimate: Estimate,
  result: CountedSubject,
): MarkdownString {
  const { model, price } = estimate;
  const title = `**${escapeMarkdown(model.id)}** · ${escapeMarkdown(describeSubject(subject))}`;
  const body =
    price.kind === 'priced'
      ? [
          breakdown(estimate, price, result),
          ...countNotes(estimate),
          ...priceNotes(estimate, price, result),
        ]
      : [escapeMarkdown(`${describeTokens(estimate.count)}. ${describeReason(price.reason)}`)];
  const warnings = result.settings.warnings.map(
    (warning) => `$(warning) ${escapeMarkdown(warning)}`,
  );
  return markdown([title, ...body, ...warnings, links(model.id)].join('\n\n'));
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

function countNotes({ count }: Estimate): readonly string[] {
  if (count.method === 'exact') return [];
  const [low, high] = [showTokens(count.low), showTokens(count.high)];
  return [l10n.t('≈ The tokens are estimated: from {0} to {1}.', low, high)];
}

function priceNotes(estimate: Estimate, price: Priced, result: CountedSubject): readonly string[] {
  const { currency } = result.settings;
  return [
    ...ruleNotes(price, currency),
    ...volumeNotes(estimate, price, result),
    ...(currency ? [escapeMarkdown(describeCurrency(currency))] : []),
    sourceNote(price, result),
  ];
}

/** Which of the vendor's rules changed the rates. */
function ruleNotes(
  { applied, derivation, later }: Priced,
  currency: Currency | undefined,
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
    notes.push(
      l10n.t(
        'The first call of a day writes to the cache; each later one costs {0}.',
        showMoney(later.expected.total, currency),
      ),
    );
  }
  if (retired) notes.push(l10n.t('No longer sold at this price.'));
  return notes;
}

function volumeNotes(
  { count, scenario }: Estimate,
  price: Priced,
  { settings }: CountedSubject,
): readonly string[] {
  const calls = settings.scenario.callsPerDay;
  if (calls === 1) return [];
  const cost = (days: number): string =>
    estimateMark(count) + showMoney(projectCost(price, scenario, days).expected, settings.currency);
  return [
    l10n.t(
      '{0} calls a day: {1} a day, {2} in {3} days.',
      showTokens(calls),
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

function links(modelId: string): string {
  const args = encodeURIComponent(JSON.stringify([modelId]));
  const all = [...LINKS, ['Price sheet', `${PRICE_SHEET}?${args}`] as const];
  return all.map(([title, command]) => `[${l10n.t(title)}](command:${command})`).join(' · ');
}
