import * as l10n from '@vscode/l10n';
import type { NoPriceReason } from '../core/estimate/estimate';
import type { PartName } from '../core/charts/partNames';
import { NO_PRICE_SENTENCES } from '../core/export/reasons';
import type { ReportRow } from '../core/estimate/row';
import { visibleText } from '../core/figures/visibleText';
import type { Model } from '../core/pricing/table/priceTable';
import { isStale } from '../core/pricing/staleness';
import { estimateMark, type TokenCount } from '../core/tokens/tokenCount';
import type { Subject } from '../protocol/messages';
import { showCost, showDay, showNumber, showTimes } from './formats';
import type { View } from './view';

/** "3 selections in notes.md", "12 files in src", "notes.md". */
export function describeSubject({ kind, name, selections, cells = 0, files }: Subject): string {
  const shown = visibleText(name);
  if (kind === 'files') {
    return files.length === 1
      ? l10n.t('1 file in {0}', shown)
      : l10n.t('{0} files in {1}', showNumber(files.length), shown);
  }
  if (kind === 'document') return shown;
  if (kind === 'notebook') return describeNotebook(shown, cells);
  if (kind === 'cells') {
    return cells === 1
      ? l10n.t('1 cell of {0}', shown)
      : l10n.t('{0} cells of {1}', showNumber(cells), shown);
  }
  return selections === 1
    ? l10n.t('the selection in {0}', shown)
    : l10n.t('{0} selections in {1}', showNumber(selections), shown);
}

/** Whether what is priced is called by a plural. */
export function isSeveral({ kind, selections, cells = 0, files }: Subject): boolean {
  if (kind === 'files') return files.length !== 1;
  if (kind === 'cells') return cells !== 1;
  return kind === 'selections' && selections !== 1;
}

function describeNotebook(name: string, cells: number): string {
  return cells === 1
    ? l10n.t('{0} (1 cell)', name)
    : l10n.t('{0} ({1} cells)', name, showNumber(cells));
}

/** "≈1,234 tokens". */
export function describeTokens(count: TokenCount): string {
  const shown = estimateMark(count) + showNumber(count.tokens);
  return count.tokens === 1 ? l10n.t('{0} token', shown) : l10n.t('{0} tokens', shown);
}

/** "1,100 to 1,300 tokens": what models make of the same text. */
export function describeTokenRange(rows: readonly ReportRow[]): string {
  const tokens = rows.map(({ count }) => count.tokens);
  const [least, most] = [Math.min(...tokens), Math.max(...tokens)];
  if (least === most)
    return describeTokens({ tokens: least, low: least, high: least, method: 'exact' });
  return l10n.t('{0} to {1} tokens, depending on the model', showNumber(least), showNumber(most));
}

/** A model's bare name, or with its provider where several providers sell it. */
export function shortName(model: Model, models: readonly Model[]): string {
  const isUnique = models.every((other) => other === model || other.model !== model.model);
  return visibleText(isUnique ? model.model : model.id);
}

/** The answer in one line. */
export function describeAnswer({ answer, models, scenario, subject }: View): string {
  const { cheapest, baseline, ratio } = answer;
  if (!cheapest) return l10n.t('No model on sale fits this call at a known price.');
  const name = shortName(cheapest.model, models);
  const what = describeUnit(subject, scenario.conversationTurns ?? 1);
  if (!baseline || baseline === cheapest || baseline.price.kind === 'unpriced') {
    return l10n.t('{0} is the cheapest that fits {1}.', name, what);
  }
  const other = shortName(baseline.model, models);
  if (ratio === undefined) return l10n.t('{0} is free for {1}.', name, what);
  if (ratio < 1) {
    return l10n.t('{0} costs less than {1}, the cheapest that fits, for {2}.', other, name, what);
  }
  if (showTimes(ratio) === showTimes(1)) {
    return l10n.t('{0} costs about as much as {1} for {2}.', name, other, what);
  }
  return l10n.t('{0} costs {1} times less than {2} for {3}.', name, showTimes(ratio), other, what);
}

/** What is paid for: "this call", "this conversation", "one call for each file". */
function describeUnit({ kind, files }: Subject, turns: number): string {
  if (kind === 'files' && files.length > 1) {
    return turns > 1 ? l10n.t('a conversation about each file') : l10n.t('one call for each file');
  }
  return turns > 1 ? l10n.t('this conversation') : l10n.t('this call');
}

/** A row's cost, or that there is none. */
export function describeCost(row: ReportRow): string {
  return showCost(row) ?? l10n.t('no price');
}

export function describeReason(reason: NoPriceReason): string {
  return l10n.t(NO_PRICE_SENTENCES[reason]);
}

export function partLabel(part: PartName): string {
  switch (part) {
    case 'input':
      return l10n.t('Input');
    case 'cachedInput':
      return l10n.t('Cached input');
    case 'cacheWrite':
      return l10n.t('Cache write');
    case 'requestFee':
      return l10n.t('Fee per request');
    case 'output':
      return l10n.t('Output');
    case 'reasoning':
      return l10n.t('Reasoning');
  }
}

/** A mark on a row, and the sentence that gives its reason. */
export interface Mark {
  readonly label: string;
  readonly reason: string;
  readonly isWarning: boolean;
}

/** Everything about a row that a reader has to know beside its figures. */
export function marksOf(row: ReportRow, { subject, staleAfterDays }: View): readonly Mark[] {
  const { price, fits, model } = row;
  const marks: Mark[] = [];
  const mark = (isWarning: boolean, label: string, reason: string): void => {
    marks.push({ label, reason, isWarning });
  };
  if (!fits) {
    const reason = l10n.t('Prompt and answer are longer than the model takes or gives.');
    mark(true, l10n.t('does not fit'), reason);
  }
  if (price.kind === 'unpriced') return marks;
  const { applied, derivation } = price.example;
  const { source } = applied.period;
  if (applied.retired) {
    mark(true, l10n.t('retired'), l10n.t('No longer sold; this was its last price.'));
  }
  if (source.origin === 'user') {
    mark(false, l10n.t('your price'), l10n.t('This price comes from your settings.'));
  } else if (isStale(source, subject.atMs, staleAfterDays)) {
    const reason = l10n.t('Last checked {0}: it may have changed.', showDay(source.checked));
    mark(true, l10n.t('old price'), reason);
  }
  if (derivation.overheadUnknown) {
    const reason = l10n.t(
      '{0} documents no overhead for messages: none is counted.',
      visibleText(model.providerName),
    );
    mark(false, l10n.t('no overhead'), reason);
  }
  if (derivation.belowCacheMinimum) {
    const reason = l10n.t('The prompt is shorter than what this model caches: nothing is cached.');
    mark(false, l10n.t('not cached'), reason);
  }
  return marks;
}
