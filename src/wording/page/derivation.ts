import { DAYS_PER_MONTH } from '../../core/estimate/projection';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import { isFile } from '../../core/estimate/textShare';
import { visibleText } from '../../core/figures/visibleText';
import { isOwn } from '../../core/pricing/own/rates';
import { unknownTier } from '../../core/pricing/rates/lookup';
import { isUnlisted } from '../../core/pricing/selection/sold';
import { isStale, mayNotHaveBegun } from '../../core/pricing/staleness';
import type { Period } from '../../core/pricing/table/priceTable';
import { completeScenario, type FullScenario, type Scenario } from '../../core/scenario/scenario';
import { describeLater } from '../call';
import { answerTooLong } from '../comparison';
import { showCost } from '../cost';
import { describeExactness, tokensOf } from '../count';
import {
  earlierPricesUnknown,
  noLongerSold,
  perhapsNotSold,
  oldPrice,
  ownPrice,
  type PriceAge,
} from '../marks';
import { showInstant, showNumber } from '../numbers';
import {
  answerAtReasoningRate,
  belowCacheMinimum,
  cacheMinimumUnknown,
  holidayUnknownNote,
  servedByNote,
  hoursNote,
  lastPriceNote,
  unlistedNote,
  longContextNote,
  ownPriceNote,
  unknownFromNote,
} from '../price';
import {
  describeDay,
  describeDisagreement,
  describeOrigin,
  priceOf,
  sourcesDisagree,
} from '../trust';
import { atLeast, rowNotes } from '../views/beside';
import { describeContext } from '../views/readout';
import { counted } from '../language/forms';
import { sentences } from '../language/lists';
import { asSentence, capitalize, type Words } from '../words';

/** A mark on a row of the report. `reason` is a sentence. */
export interface Mark {
  readonly label: string;
  readonly reason: string;
  readonly isWarning: boolean;
}

/** Said of a call that exceeds its model's limits. */
export function doesNotFit({ l10n }: Words): string {
  return l10n.t('does not fit');
}

/** The marks on a row: exceeded limits, warnings on the price, sources that disagree, no caching. */
export function marksOf(words: Words, row: Estimate, age: PriceAge): readonly Mark[] {
  const { l10n } = words;
  const { price, fit, beside, format } = row;
  const tooLong: Mark = {
    label: doesNotFit(words),
    reason: l10n.t('The prompt and the answer exceed the context window.'),
    isWarning: true,
  };
  const tooLongAnswer: Mark = {
    label: l10n.t('answer too long'),
    reason: asSentence(words, answerTooLong(words)),
    isWarning: true,
  };
  return [
    ...(fit.fitsWindow ? [] : [tooLong]),
    ...(fit.fitsAnswer ? [] : [tooLongAnswer]),
    ...((beside && beside.unknown.length > 0) || format.isUnknown ? [besideMark(words, row)] : []),
    ...(price.kind === 'priced' ? priceMarks(words, row, price, age) : []),
  ];
}

/** What is beside the text, or around messages, has tokens that are not documented. */
function besideMark(words: Words, row: Estimate): Mark {
  const reason = rowNotes(words, row).map((note) => asSentence(words, note));
  return { label: atLeast(words), reason: sentences(words, reason), isWarning: false };
}

function priceMarks(
  words: Words,
  { model }: Estimate,
  { applied, derivation }: Priced,
  { atMs, staleAfterDays }: PriceAge,
): readonly Mark[] {
  const { l10n } = words;
  const { source } = applied.period;
  const marks: Mark[] = [];
  const mark = (isWarning: boolean, label: string, reason: string): void => {
    marks.push({ label, reason, isWarning });
  };
  if (applied.retired) {
    mark(true, noLongerSold(words), lastPriceNote(words));
  }
  if (isUnlisted(model, atMs)) mark(true, perhapsNotSold(words), unlistedNote(words, model));
  if (isOwn(applied.period)) {
    mark(false, ownPrice(words, source), ownPriceNote(words, source));
  }
  if (isStale(source, atMs, staleAfterDays)) {
    const day = describeDay(words, source);
    mark(true, oldPrice(words), l10n.t('{0}: it may have changed.', capitalize(words, day)));
  }
  const disagreement = describeDisagreement(words, applied.period);
  if (disagreement !== undefined)
    mark(true, sourcesDisagree(words), asSentence(words, disagreement));
  if (applied.holidayUnknown) mark(false, l10n.t('if no holiday'), holidayUnknownNote(words));
  if (derivation.cacheMinimumUnknown)
    mark(false, l10n.t('cached if long enough'), cacheMinimumUnknown(words));
  if (applied.period.servedBy) {
    const answering = visibleText(applied.period.servedBy.id);
    mark(true, l10n.t('answered by another model'), servedByNote(words, answering));
  }
  if (derivation.belowCacheMinimum) mark(false, l10n.t('not cached'), belowCacheMinimum(words));
  return marks;
}

/** The derivation of a row's figures, one sentence for each rule. */
export function derivationNotes(
  words: Words,
  row: Estimate,
  scenario: Scenario,
): readonly string[] {
  const { price } = row;
  const full = completeScenario(scenario);
  const notes = [
    ...(isFile(row) ? [] : [asSentence(words, describeExactness(words, row.count, row.model))]),
    ...rowNotes(words, row).map((note) => asSentence(words, note)),
    describeContext(words, row) ?? describeWindow(words, row.model.contextWindowTokens),
    ...(price.kind === 'priced' ? priceNotes(words, row, price, full) : []),
  ];
  return notes.filter((note) => note !== undefined);
}

/** "Context window: 200,000 tokens.", for a call that is far from its limit. */
function describeWindow(words: Words, window: number | undefined): string {
  const { l10n } = words;
  return window === undefined
    ? l10n.t('Context window: unknown.')
    : l10n.t('Context window: {0}.', tokensOf(words, window, showNumber(words, window)));
}

function priceNotes(
  words: Words,
  row: Estimate,
  price: Priced,
  scenario: FullScenario,
): readonly (string | undefined)[] {
  const { applied, derivation } = price;
  const { tier, window, period } = applied;
  const later = price.later && showCost(words, row.count, price.later.expected.total);
  const unknown = unknownTier(applied);
  return [
    tier && longContextNote(words, tier.fromPromptTokens),
    unknown && unknownFromNote(words, unknown.fromPromptTokens),
    window && hoursNote(words, visibleText(window.name)),
    period.answerAtReasoningRate === true && scenario.reasoningTokens > 0
      ? answerAtReasoningRate(words)
      : undefined,
    periodNote(words, period, row.atMs),
    originNote(words, period),
    derivation.calls > 1 ? turnsNote(words, derivation, scenario) : undefined,
    later && describeLater(words, later, scenario),
    volumeNote(words, row, price, scenario),
  ];
}

function turnsNote(
  words: Words,
  { calls, promptTokens }: { readonly calls: number; readonly promptTokens: number },
  { turnInputTokens }: FullScenario,
): string {
  const { l10n } = words;
  return counted(
    words,
    calls,
    l10n.t(
      '[other]{0} turns send prompts of {1} in total: each turn sends the history again and adds {2}.',
    ),
    showNumber(words, calls),
    tokensOf(words, promptTokens, showNumber(words, promptTokens)),
    tokensOf(words, turnInputTokens, showNumber(words, turnInputTokens)),
  );
}

/** "This price applies from Mar 1, 2026.", in UTC; undefined if no bound is known, unless that matters at the time. */
function periodNote(words: Words, period: Period, atMs: number): string | undefined {
  const { l10n } = words;
  const { fromMs, toMs } = period;
  if (mayNotHaveBegun(period, atMs)) return asSentence(words, earlierPricesUnknown(words, period));
  const [hasStart, hasEnd] = [Number.isFinite(fromMs), Number.isFinite(toMs)];
  if (!hasStart && !hasEnd) return undefined;
  const from = hasStart ? showInstant(words, fromMs) : '';
  const to = hasEnd ? showInstant(words, toMs) : '';
  if (!hasEnd) return l10n.t('This price applies from {0}.', from);
  if (!hasStart) return l10n.t('This price applies until {0}.', to);
  return l10n.t('This price applies from {0} to {1}.', from, to);
}

/** "Price read at the vendor, checked on Nov 23, 2026."; undefined for the user's own price. */
function originNote(words: Words, period: Period): string | undefined {
  const origin = describeOrigin(words, period);
  return origin === '' ? undefined : asSentence(words, priceOf(words, origin));
}

/** "Per day: $0.0012 + 99 × $0.00028 = $0.0289. Per month: × 30 days = $0.868." */
function volumeNote(
  words: Words,
  { count }: Estimate,
  price: Priced,
  { callsPerDay }: FullScenario,
): string {
  const { l10n } = words;
  const [day, month] = [price.perDay, price.perMonth].map(({ expected }) =>
    showCost(words, count, expected),
  ) as [string, string];
  if (price.later && callsPerDay > 1) {
    return l10n.t(
      'Per day: {0} + {1} × {2} = {3}. Per month: × {4} days = {5}.',
      showCost(words, count, price.expected.total),
      showNumber(words, callsPerDay - 1),
      showCost(words, count, price.later.expected.total),
      day,
      DAYS_PER_MONTH,
      month,
    );
  }
  const calls = showNumber(words, callsPerDay);
  return l10n.t(
    'Per day: × {0} = {1}. Per month: × {2} days = {3}.',
    calls,
    day,
    DAYS_PER_MONTH,
    month,
  );
}
