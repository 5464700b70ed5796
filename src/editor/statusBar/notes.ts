import type { Priced } from '../../core/estimate/estimate';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import { countNotes } from '../../wording/count';
import { showConversion } from '../../wording/numbers';
import { ruleNotes, sourceNote, volumeNotes } from '../../wording/price';
import { describeChange, describeContext, describeWarnings } from '../../wording/views/readout';
import { describeNewPrice, noted } from '../../wording/views/tooltip';
import { asSentence, capitalize } from '../../wording/words';
import type { ReadoutFacts } from './facts';

/** Not in the manifest: only the tooltip runs it, with the id of a model. */
export const NOTE_PRICE = '_apiSpend.notePrice';

/** The model's limits, the budgets that the call exceeds and a changed price, for a screen reader. */
export function spokenWarnings(facts: ReadoutFacts): readonly string[] {
  const { words, news } = facts;
  return [...warningsOf(facts), ...(news ? [describeNewPrice(words, news)] : [])];
}

function warningsOf({ words, estimate, overruns, settings }: ReadoutFacts): readonly string[] {
  const { fit, count } = estimate;
  return describeWarnings(words, fit, overruns, count, settings.scenario);
}

/** The changed price, and a link by which the user notes it. */
export function newsNotes({ words, news, estimate }: ReadoutFacts): readonly string[] {
  if (!news) return [];
  const args = encodeURIComponent(JSON.stringify([estimate.model.id]));
  const link = `[${noted(words)}](command:${NOTE_PRICE}?${args})`;
  return [`$(bell-dot) ${asSentence(words, describeNewPrice(words, news))} ${link}`];
}

/** The warnings as lines of the tooltip. */
export function warningNotes(facts: ReadoutFacts): readonly string[] {
  return warningsOf(facts).map((warning) => `$(warning) ${capitalize(facts.words, warning)}`);
}

/** The change since the last save, the share of the context window, and how the tokens were counted. */
export function textNotes({ words, estimate, change }: ReadoutFacts): readonly string[] {
  const { count, model } = estimate;
  const context = describeContext(words, estimate);
  return [
    ...(change ? [describeChange(words, change, count)] : []),
    ...(context === undefined ? [] : [context]),
    ...countNotes(words, count, model, escapeMarkdown),
  ];
}

/** The rules of the price, the cost of a day and a month, and the source of the price. */
export function priceNotes(
  { words, estimate, settings, age }: ReadoutFacts,
  price: Priced,
): readonly string[] {
  const { scenario } = settings;
  return [
    ...ruleNotes(words, price, scenario, escapeMarkdown),
    ...volumeNotes(words, estimate, price, scenario),
    ...showConversion(words).map(escapeMarkdown),
    sourceNote(words, price, age),
  ];
}
