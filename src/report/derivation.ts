import * as l10n from '@vscode/l10n';
import { describeCounting } from '../core/export/describeCounting';
import { DAYS_PER_MONTH } from '../core/estimate/projection';
import type { ReportRow, RowPrice } from '../core/estimate/row';
import { completeScenario } from '../core/scenario/scenario';
import { visibleText } from '../core/figures/visibleText';
import { estimateMark } from '../core/tokens/tokenCount';
import { showDay, showLater, showNumber, showShare, showTime, showMoney } from './formats';
import type { View } from './view';

/** Every rule that made a row's figures, in sentences. */
export function derivationNotes(row: ReportRow, view: View): readonly string[] {
  const { price } = row;
  const notes = [
    countNote(row),
    contextNote(row),
    ...(price.kind === 'priced' ? priceNotes(row, price, view) : []),
  ];
  return notes.filter((note) => note !== undefined);
}

function countNote({ count, model }: ReportRow): string {
  const counting = visibleText(describeCounting(model));
  if (count.method === 'exact') return l10n.t('Tokens: {0}', counting);
  const [low, high] = [showNumber(count.low), showNumber(count.high)];
  return l10n.t('Tokens: ≈, from {0} to {1}. {2}', low, high, counting);
}

function contextNote({ model, contextShare }: ReportRow): string | undefined {
  const { contextWindowTokens: window } = model;
  if (window === undefined) return l10n.t('Context window: not known.');
  if (contextShare === undefined) return undefined;
  return l10n.t(
    'Context window: {0} tokens, of which the prompt takes {1}.',
    showNumber(window),
    showShare(contextShare),
  );
}

function priceNotes(row: ReportRow, price: RowPrice, view: View): readonly (string | undefined)[] {
  const { applied, derivation } = price.example;
  const { tier, window, period } = applied;
  const isDated = Number.isFinite(period.fromMs) || Number.isFinite(period.toMs);
  const { turnInputTokens } = completeScenario(view.scenario);
  return [
    tier &&
      l10n.t(
        'Long-context rates: the prompt has at least {0} tokens.',
        showNumber(tier.fromPromptTokens),
      ),
    window && l10n.t('Rates for the hours "{0}".', visibleText(window.name)),
    isDated ? periodNote(period.fromMs, period.toMs) : undefined,
    derivation.calls > 1
      ? l10n.t(
          '{0} turns send {1} prompt tokens in all: each sends what was said before again, and {2} tokens more.',
          showNumber(derivation.calls),
          showNumber(derivation.promptTokens),
          showNumber(turnInputTokens),
        )
      : undefined,
    derivation.overheadTokens > 0
      ? l10n.t(
          '{0} tokens of overhead for messages are in the prompt.',
          showNumber(derivation.overheadTokens),
        )
      : undefined,
    price.later &&
      l10n.t(
        'This is the first call of a day, which writes to the cache. Each later one reads it and costs {0}.',
        showLater(row.count, price.later),
      ),
    volumeNote(row, price, view),
    l10n.t('All amounts are exact; they are rounded once, to be shown.'),
  ];
}

function periodNote(fromMs: number, toMs: number): string {
  if (!Number.isFinite(toMs)) return l10n.t('This price holds since {0}.', day(fromMs));
  if (!Number.isFinite(fromMs)) return l10n.t('This price holds until {0}.', showTime(toMs));
  return l10n.t('This price holds from {0} to {1}.', day(fromMs), showTime(toMs));
}

function day(atMs: number): string {
  return showDay(new Date(atMs).toISOString().slice(0, 10));
}

function volumeNote({ count }: ReportRow, price: RowPrice, view: View): string {
  const { callsPerDay } = completeScenario(view.scenario);
  const mark = estimateMark(count);
  const [day, month] = [price.perDay, price.perMonth].map((amount) => mark + showMoney(amount));
  const calls = showNumber(callsPerDay);
  if (price.later && callsPerDay > 1) {
    const first = mark + showMoney(price.total);
    const later = showLater(count, price.later);
    const laterCalls = showNumber(callsPerDay - 1);
    return l10n.t(
      'Per day: {0} + {1} × {2} = {3}. Per month: × {4} days = {5}.',
      first,
      laterCalls,
      later,
      day ?? '',
      DAYS_PER_MONTH,
      month ?? '',
    );
  }
  return l10n.t(
    'Per day: × {0} = {1}. Per month: × {2} days = {3}.',
    calls,
    day ?? '',
    DAYS_PER_MONTH,
    month ?? '',
  );
}
