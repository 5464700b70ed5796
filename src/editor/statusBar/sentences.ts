import { l10n } from 'vscode';
import type { Overrun } from '../../core/estimate/budget';
import type { Change } from '../../core/estimate/change';
import type { ContextFit } from '../../core/estimate/contextFit';
import type { Estimate } from '../../core/estimate/estimate';
import { estimateMark, type TokenCount } from '../../core/tokens/tokenCount';
import { describeUnit } from '../wording/call';
import { showMoney, showShare, showTokens } from '../wording/numbers';
import type { ReadoutFacts } from './facts';
import { describeMisfits } from '../wording/sentences';
import type { Settings } from '../settings/settings';

/** Limits of the model and budgets that the call exceeds. */
export function describeWarnings({ fit, overruns, estimate, result }: ReadoutFacts): string[] {
  return [
    ...describeMisfits(fit),
    ...overruns.map((overrun) => describeOverrun(overrun, estimate.count, result.settings)),
  ];
}

function describeOverrun(
  { of, budget, cost, excess }: Overrun,
  count: TokenCount,
  { currency, scenario }: Settings,
): string {
  const [most, costs, more] = [budget, cost, excess].map((each) => showMoney(each, currency));
  const mark = estimateMark(count);
  return of === 'perCall'
    ? l10n.t('{0} is {1} over the budget of {2}', describeUnit(scenario), mark + more, most ?? '')
    : l10n.t(
        '{0} in 30 days are {1} over the budget of {2}',
        mark + costs,
        mark + more,
        most ?? '',
      );
}

/** "+312 tokens, +$0.000936 since last save". */
export function describeChange(
  { tokens, cost }: Change,
  count: TokenCount,
  { currency }: Settings,
): string {
  const mark = estimateMark(count);
  const signed = mark + signOf(tokens) + showTokens(Math.abs(tokens));
  const changed =
    Math.abs(tokens) === 1 ? l10n.t('{0} token', signed) : l10n.t('{0} tokens', signed);
  if (!cost) return l10n.t('{0} since last save', changed);
  const amount = mark + signOf(cost.sign) + showMoney(cost.amount, currency);
  return l10n.t('{0}, {1} since last save', changed, amount);
}

function signOf(value: number): string {
  if (value === 0) return '±';
  return value > 0 ? '+' : '−';
}

/** "1,734 of 200,000 tokens, 0.9% of the context window", answer included; nothing where it is not known. */
export function describeContext(
  { model, count }: Estimate,
  { promptTokens, answerTokens }: ContextFit,
): string | undefined {
  const { contextWindowTokens: window } = model;
  if (window === undefined) return undefined;
  const taken = promptTokens + answerTokens;
  const parts = [showTokens(taken), showTokens(window), showShare(taken / window)] as const;
  return count.method === 'exact'
    ? l10n.t('Prompt and answer: {0} of {1} tokens, {2} of the context window', ...parts)
    : l10n.t('Prompt and answer: up to {0} of {1} tokens, {2} of the context window', ...parts);
}
