import { l10n } from 'vscode';
import type { ComparisonEntry } from '../core/estimate/comparison';
import { moneyRatio, type Money } from '../core/pricing/money';
import type { Report, ReportRow } from '../protocol';
import { comparisonOf } from './compareModels';
import type { CountedSubject } from './liveEstimate';
import {
  describeMarks,
  describeReason,
  describeSubject,
  estimateMark,
  formatCost,
} from './sentences';
import type { TextSubject } from './subject';
import { showTimes, showTokens, showMoney } from './numbers';

/** The report on a subject: the rows of the comparison, with what a page needs to draw them. */
export function makeReport(subject: TextSubject, result: CountedSubject): Report {
  const entries = comparisonOf(result);
  const largest = entries.findLast(({ estimate }) => estimate.price.kind === 'priced');
  const price = largest?.estimate.price;
  const most = price?.kind === 'priced' ? price.expected.total : undefined;
  const output = showTokens(result.settings.scenario.outputTokens);
  return {
    title: l10n.t('What one call with {0} costs', describeSubject(subject)),
    assumptions: l10n.t(
      'Assumed output: {0} tokens (apiSpend.scenario.outputTokens). ≈ marks estimated counts.',
      output,
    ),
    headings: {
      model: l10n.t('Model'),
      cost: l10n.t('Cost'),
      tokens: l10n.t('Tokens'),
      input: l10n.t('Input'),
      output: l10n.t('Output'),
      times: l10n.t('× cheapest'),
      checked: l10n.t('Price checked'),
      note: l10n.t('Note'),
    },
    rows: entries.map((entry) => reportRow(entry, most, result)),
  };
}

function reportRow(
  { estimate, timesCheapest }: ComparisonEntry,
  most: Money | undefined,
  result: CountedSubject,
): ReportRow {
  const { model, count, price } = estimate;
  const mark = estimateMark(count);
  const row = {
    modelId: model.id,
    cost: formatCost(estimate, result.settings),
    tokens: mark + showTokens(count.tokens),
    times: timesCheapest === undefined ? '' : `${showTimes(timesCheapest)}×`,
    selected: model.id === result.model.id,
  };
  if (price.kind === 'unpriced') {
    return {
      ...row,
      input: '',
      output: '',
      share: 0,
      checked: '',
      note: describeReason(price.reason),
    };
  }
  const { expected, applied } = price;
  return {
    ...row,
    input: mark + showMoney(expected.input, result.settings.currency),
    output: showMoney(expected.output, result.settings.currency),
    share: (most && moneyRatio(expected.total, most)) ?? 0,
    checked: applied.period.source.checked,
    note: describeMarks(estimate, result).join(', '),
  };
}
