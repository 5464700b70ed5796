import type { Estimate, Priced } from '../../core/estimate/estimate';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import { countNotes } from '../../wording/count';
import { showConversion } from '../../wording/numbers';
import { ruleNotes, sourceNote, volumeNotes } from '../../wording/price';
import { describeChange, describeContext, describeWarnings } from '../../wording/readout';
import { capitalize } from '../../wording/words';
import type { CountedSubject } from '../live/counted';
import { wordsOf } from '../words';
import type { ReadoutFacts } from './facts';

/** Limits of the model and budgets that the call exceeds, for a screen reader and the tooltip. */
export function warningsOf({ overruns, estimate, result }: ReadoutFacts): readonly string[] {
  const { settings } = result;
  return describeWarnings(
    wordsOf(settings),
    estimate.fit,
    overruns,
    estimate.count,
    settings.scenario,
  );
}

/** The warnings, which the tooltip shows first. */
export function warningNotes(facts: ReadoutFacts): readonly string[] {
  const words = wordsOf(facts.result.settings);
  return warningsOf(facts).map((warning) => `$(warning) ${capitalize(words, warning)}`);
}

/** The change since the last save, the share of the context window, and how the tokens were counted. */
export function textNotes({ estimate, change, result }: ReadoutFacts): readonly string[] {
  const words = wordsOf(result.settings);
  const context = describeContext(words, estimate);
  return [
    ...(change ? [describeChange(words, change, estimate.count)] : []),
    ...(context === undefined ? [] : [context]),
    ...countNotes(words, estimate.count, estimate.model, escapeMarkdown),
  ];
}

/** How the price came about, and its source. */
export function priceNotes(
  estimate: Estimate,
  price: Priced,
  { atMs, settings }: CountedSubject,
): readonly string[] {
  const words = wordsOf(settings);
  const { scenario, staleAfterDays } = settings;
  return [
    ...ruleNotes(words, price, scenario, escapeMarkdown),
    ...volumeNotes(words, estimate, price, scenario),
    ...showConversion(words).map(escapeMarkdown),
    sourceNote(words, price, { atMs, staleAfterDays }),
  ];
}
